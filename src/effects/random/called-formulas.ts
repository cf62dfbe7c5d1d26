import type { Site } from '../../project/model.ts';
import type { Root } from '../../provenance/model.ts';
import { dotted } from '../../provenance/match.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { type Callback, callBack } from './callbacks.ts';
import { type Piece, inRow } from './compound.ts';
import { Matching, matchingOf } from './matching.ts';
import { callFunction, callMethod, isPure, memberOf, patternOf, setOf } from './pure-functions.ts';
import { unknown } from './samples.ts';
import type { Formula } from './draw.ts';

const nothing: Formula = () => unknown;

/** The call of a function of the language, or of what stands for several values; undefined where it is neither. */
export function knownCall(
	{ origin }: Extract<Root, { kind: 'origin' }>,
	{ fact: { form } }: Site<Call>,
	args: readonly Piece[],
): Formula | undefined {
	const name = dotted(origin);
	const means = matchingOf(origin);
	if (means !== undefined) return drawn => new Matching(means, args[0]?.value(drawn));
	if (origin.from !== 'global' || origin.steps.some(({ kind }) => kind !== 'property')) return undefined;
	if (name === 'RegExp')
		return drawn => {
			const values = inRow(args, drawn);
			return values === unknown ? unknown : patternOf(values[0], values[1]);
		};
	if (form === 'new') {
		const [first] = args;
		return name === 'Set' && first !== undefined ? drawn => setOf(first.value(drawn)) : nothing;
	}
	if (!isPure(name)) return undefined;
	return drawn => {
		const values = inRow(args, drawn);
		return callFunction(name, values === unknown ? [unknown] : values);
	};
}

/** What a method gives of what it is called on. `callback`: a function that it is handed first, worked out; `isOptional`: of nothing, nothing. */
export function methodCall(
	receiver: Formula,
	method: string,
	args: readonly Piece[],
	{ callback, isOptional }: { readonly callback: Callback | undefined; readonly isOptional: boolean },
): Formula {
	return drawn => {
		const held = receiver(drawn);
		const values = inRow(args, drawn);
		if (isOptional && (held === undefined || held === null)) return undefined;
		if (callback !== undefined && values !== unknown)
			return callBack(held, method, (...given) => callback(drawn, given), values.slice(1));
		return callMethod(held, method, values === unknown ? [unknown] : values);
	};
}

/** A member of a value; `isOptional`: of nothing, nothing. */
export function memberTaken(holder: Formula, key: Formula, isOptional: boolean): Formula {
	return drawn => {
		const [held, name] = [holder(drawn), key(drawn)];
		if (isOptional && (held === undefined || held === null)) return undefined;
		return typeof name === 'string' || typeof name === 'number' ? memberOf(held, String(name)) : unknown;
	};
}

/** Whether a region of a function runs. */
export function regionFormula(site: Site<FunctionFacts>, index: number | undefined, read: (test: Site<Value>) => Formula): Formula {
	const region = index === undefined ? undefined : site.fact.regions[index];
	if (region === undefined) return () => true;
	if (region.test === undefined || !['then', 'else', 'after-exit'].includes(region.kind)) return nothing;
	return insideRegion(regionFormula(site, region.parent, read), read(at(region.test, site)), region.kind === 'then');
}

/** Whether a region runs: whether the one around it does, and a condition comes out as it wants. */
function insideRegion(outer: Formula, test: Formula, wanted: boolean): Formula {
	return drawn => {
		const [isInside, value] = [outer(drawn), test(drawn)];
		if (isInside !== true || value === unknown) return isInside === false ? false : unknown;
		return Boolean(value) === wanted;
	};
}
