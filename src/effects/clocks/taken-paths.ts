import type { Path, Step } from '../../provenance/model.ts';
import type { Rows } from '../../provenance/rows.ts';

/** The path that further steps take from an element of a list, or from what a promise gives; undefined where they compute something from it. */
export function takenFrom(steps: readonly Step[], rows: Rows): Path | undefined {
	const path: Step[] = [];
	for (let index = 0; index < steps.length; index++) {
		const [step, next] = [steps[index], steps[index + 1]];
		if (step?.kind === 'property' && next?.kind === 'call') {
			if (!['same', 'position', 'element'].includes(rows.method(step.name)?.result ?? '')) return undefined;
			index++;
		} else if (step?.kind === 'property') {
			path.push(step);
		} else if (step?.kind === 'call' || step?.kind === 'construct') {
			return undefined;
		}
	}
	return path;
}
