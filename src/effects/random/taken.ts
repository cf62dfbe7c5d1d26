import type { Path } from '../../provenance/model.ts';
import type { Call } from '../../syntax/facts.ts';
import type { PathStep } from '../../syntax/facts.ts';
import type { Formula } from './draw.ts';
import { memberOf } from './pure-functions.ts';
import { unknown } from './samples.ts';

/** What a pattern takes out of a value. */
export function takenOut(formula: Formula, path: readonly PathStep[]): Formula {
	return path.reduce<Formula>((holder, step) => {
		if (step.kind === 'rest' || step.default !== undefined) return () => unknown;
		return drawn => memberOf(holder(drawn), step.kind === 'property' ? step.name : String(step.index));
	}, formula);
}

/** What an access path takes from a value. */
export function takenBy(formula: Formula, path: Path): Formula {
	return path.reduce<Formula>((holder, step) => {
		if (step.kind === 'property') return drawn => memberOf(holder(drawn), step.name);
		return step.kind === 'position' && step.index !== undefined ? drawn => memberOf(holder(drawn), String(step.index)) : () => unknown;
	}, formula);
}

/** Whether something that is spread hides which argument is which. */
export function isSpreadBefore({ args }: Call, index: number): boolean {
	return args.slice(0, index + 1).some(({ kind }) => kind === 'spread');
}
