import type { Site } from '../project/model.ts';
import type { PathStep, Value } from '../syntax/facts.ts';
import { isThere } from './handed.ts';
import type { Path, Root, Step } from './model.ts';
import { type Walker, at, property } from './walker.ts';

/** A path that begins with the steps of a destructuring pattern. */
export function taken(pattern: readonly PathStep[], path: Path): Path {
	return pattern.length === 0 ? path : [...patternSteps(pattern), ...path];
}

/** The steps of a destructuring pattern. */
function patternSteps(path: readonly PathStep[]): Step[] {
	return path.flatMap((step): Step[] => {
		if (step.kind === 'property') return [property(step.name)];
		return step.kind === 'position' ? [{ kind: 'position', index: step.index }] : [];
	});
}

/** Defaults of a pattern, but for those of what the call that is looked at hands over. */
export function walkDefaults(
	walker: Walker,
	pattern: readonly PathStep[],
	path: Path,
	here: Site<Value>,
	given: (steps: Path) => readonly Root[],
): Root[] {
	return pattern.flatMap((step, index) => {
		if (step.default === undefined || (here.frame?.call !== undefined && isThere(given(patternSteps(pattern.slice(0, index + 1))))))
			return [];
		return walker.walk(at(step.default, here), [...patternSteps(pattern.slice(index + 1)), ...path]);
	});
}
