import { counts } from '../knowledge/record-words.ts';
import type { MethodRow } from '../knowledge/row.ts';
import type { Site } from '../project/model.ts';
import type { Path, Step } from '../provenance/model.ts';
import type { Rows } from '../provenance/rows.ts';
import { sortsNothing } from '../provenance/idle-comparators.ts';
import { at, settled } from '../provenance/walker.ts';
import type { Call, Value } from '../syntax/facts.ts';
import { asksSetPart } from './clocks/set-parts.ts';
import { foldedIn, isAppending } from './folded-lists.ts';
import type { Influence } from './model.ts';

/** How long a text is does not tell which text it is. */
function isLength(step: Step): boolean {
	return step.kind === 'property' && (step.name === 'length' || step.name === 'byteLength');
}

/** The first or last position: there is one in a list of one. */
function isEnd(index: number | undefined): boolean {
	return index === undefined || index === 0 || index === -1;
}

/**
 * What is left of an influence after further steps: a property, an element, a method of the language. A method that no row names
 * computes something from its receiver.
 */
export function survives(influence: Influence, steps: readonly Step[], rows: Rows): Influence[] {
	if (influence.kind === 'clock' && asksSetPart(steps)) return [];
	let current: Influence | undefined = influence;
	for (let index = 0; index < steps.length && current !== undefined; index++) {
		const step = steps[index];
		const next = steps[index + 1];
		if (step?.kind === 'property' && next?.kind === 'call') {
			const row = rows.method(step.name);
			current = isCut(current, row, steps.slice(index + 2)) ? undefined : afterMethod(current, row, next.site, rows);
			index++;
		} else if (step !== undefined) {
			current = afterStep(current, step);
		}
	}
	return current === undefined ? [] : [current];
}

/** Of a text that has other things in it nobody can tell whether a piece has the reading; the pieces all together have. */
function isCut({ mixed }: Influence, row: MethodRow | undefined, rest: readonly Step[]): boolean {
	return (
		mixed === 'within' &&
		(row?.cuts === 'piece' || (row?.cuts === 'pieces' && rest.some(({ kind }) => kind !== 'parts' && kind !== 'await')))
	);
}

function afterMethod(influence: Influence, row: MethodRow | undefined, call: Site<Call>, rows: Rows): Influence | undefined {
	if (row !== undefined && givesOnlyResults(influence, row, call.fact.args)) return undefined;
	const isList = influence.kind === 'order' && !influence.picked;
	if (row === undefined) return isList ? undefined : influence;
	const folded = isList ? foldedIn(call, row, rows) : undefined;
	if (folded === 'list' || (isList && row.result === 'same' && sortsNothing(call.fact, call.module.facts))) return influence;
	if (folded === 'text') return influence.narrowed ? undefined : { ...influence, picked: true, joined: true };
	if (row.result === 'nothing' && influence.kind === 'random') return { ...influence, measured: true };
	if (row.result === 'nothing' || row.drops?.some(kind => kind === influence.kind) === true)
		return isList || influence.joined || influence.kind !== 'order' || row.result === 'nothing' ? undefined : influence;
	if (row.result === 'joined' && influence.mixed === 'beside') return { ...influence, mixed: 'within' };
	if (row.result === 'element') return isList ? undefined : influence;
	if ((row.result !== 'position' && row.result !== 'joined') || influence.kind !== 'order') return influence;
	return isList && influence.narrowed
		? undefined
		: { ...influence, picked: true, joined: influence.joined || (isList && row.result === 'joined') };
}

/** A callback that is written there says itself what it takes from what it is handed; a list keeps its order. */
function givesOnlyResults({ kind }: Influence, { result, callback, carries }: MethodRow, args: readonly Value[]): boolean {
	if (callback === undefined || args[callback.argument]?.kind !== 'function') return false;
	return (result === 'settled' && carries === undefined) || (result === 'mapped' && kind !== 'order');
}

function afterStep(influence: Influence, step: Step): Influence | undefined {
	if (step.kind === 'property' && step.name === 'constructor') return undefined;
	if (influence.kind === 'random' && isLength(step)) return { ...influence, measured: true };
	if (influence.kind === 'clock' || influence.kind === 'random') return isLength(step) ? undefined : influence;
	if (influence.joined) return isLength(step) ? undefined : influence;
	if (influence.kind !== 'order' || influence.picked) return influence;
	switch (step.kind) {
		case 'position':
			return influence.narrowed && isEnd(step.index) ? undefined : { ...influence, picked: true };
		case 'property':
			return counts.has(step.name) ? undefined : influence;
		case 'element':
		case 'call':
		case 'construct':
			return undefined;
		default:
			return influence;
	}
}

/** Steps without those that leave a list as long as it was, or tell its length. */
export function uncounted(steps: readonly Step[], rows: Rows): readonly Step[] {
	const isMap = (step: Step | undefined): boolean => step?.kind === 'property' && rows.method(step.name)?.result === 'mapped';
	return steps.filter((step, index) => !isLength(step) && !isMap(step) && !(step.kind === 'call' && isMap(steps[index - 1])));
}

/** A callback whose results become the elements, or the settled value, of what a method gives, or decide their order. */
export interface Contribution {
	readonly value: Value;
	readonly call: Site<Call>;
	/** The steps after the method's call. */
	readonly rest: readonly Step[];
	/** What of the results the method does not pass on. */
	readonly drops: readonly Influence['kind'][];
	/** The results only say which elements are left, and so how many. */
	readonly picks: boolean;
	/** What is asked of one result; undefined where it is all of it, or what a method makes of it. */
	readonly part: Path | undefined;
	/** The position of the element that the result is of, where one is asked for. */
	readonly element: number | undefined;
}

/** What a condition brings into the list of what fits it. */
const allButValues: readonly Influence['kind'][] = ['order', 'log', 'ui-read'];

/** What a comparison brings into the order that it makes. */
const allButRandom: readonly Influence['kind'][] = ['clock', 'order', 'log', 'ui-read'];

/** What decides how many there are, and then the last one first: what it makes of the others' results would not be looked at again. */
export function inTurn(made: readonly Contribution[]): readonly Contribution[] {
	return [...made.filter(({ picks }) => picks), ...made.filter(({ picks }) => !picks).toReversed()];
}

export function contributions(steps: readonly Step[], rows: Rows): Contribution[] {
	return steps.flatMap((step, index): Contribution[] => {
		const next = steps[index + 1];
		if (step.kind !== 'property' || next?.kind !== 'call') return [];
		const row = rows.method(step.name);
		const isSort = row?.result === 'same' && row.drops?.includes('order') === true;
		const picks = row?.callback?.element === 0 && !isSort && (row.result === 'same' || row.result === 'element');
		if (row?.callback === undefined || (row.result !== 'mapped' && row.result !== 'settled' && !isSort && !picks)) return [];
		const value = next.site.fact.args[row.callback.argument];
		if (value === undefined || (picks && value.kind !== 'function')) return [];
		return [
			{
				value,
				call: next.site,
				rest: steps.slice(index + 2),
				drops: isSort ? allButRandom : picks ? allButValues : (row.drops ?? []),
				picks,
				part: picks || isSort ? undefined : partOfResult(row, step.name, steps.slice(index + 2), rows),
				element: row.result === 'mapped' && step.name !== 'flatMap' ? positionAt(settled(steps.slice(index + 2))) : undefined,
			},
		];
	});
}

/** What a method puts behind what it is called on, and the steps after its call: the lists of `concat`. */
export function appended(steps: readonly Step[], rows: Rows): readonly { readonly value: Site<Value>; readonly rest: Path }[] {
	return steps.flatMap((step, index) => {
		const next = steps[index + 1];
		const row = step.kind === 'property' && next?.kind === 'call' ? rows.method(step.name) : undefined;
		if (next?.kind !== 'call' || row === undefined || !isAppending(row)) return [];
		return next.site.fact.args.map(value => ({ value: at(value, next.site), rest: steps.slice(index + 2) }));
	});
}

function positionAt([first]: Path): number | undefined {
	return first?.kind === 'position' ? first.index : undefined;
}

/** A settled value is the one result, an element of a list that was mapped is one of them. */
function partOfResult({ result }: MethodRow, method: string, rest: Path, rows: Rows): Path | undefined {
	const asked = settled(rest);
	if (result === 'settled') return partAsked(asked, rows);
	const part = partOfElement(asked, rows);
	return part === undefined || method !== 'flatMap' ? part : [anyElement, ...part];
}

export const anyElement: Step = { kind: 'element' };
const anyValue: Step = { kind: 'position', index: undefined };
const valueOfPair: Step = { kind: 'position', index: 1 };
const wholePairs: Path = [{ kind: 'parts' }];
const keysOfPairs: Path = [anyElement, { kind: 'position', index: 0 }, ...wholePairs];

/** What is asked of an argument by what is asked of a list of its values, of one of its entries, or of the record that its entries make. */
export function pathInArgument(as: 'values' | 'entries' | 'record', asked: Path, rows: Rows): Path | undefined {
	if (as === 'record') {
		const [first, second, ...rest] = asked;
		if (first?.kind === 'element' && second?.kind === 'position')
			return partAsked(rest, rows) === undefined && rest[0]?.kind !== 'parts' ? undefined : asked;
		const part =
			first?.kind !== 'property'
				? undefined
				: second?.kind !== 'call'
					? partAsked(asked.slice(1), rows)
					: first.name === 'get'
						? partAsked(rest, rows)
						: undefined;
		return part === undefined ? undefined : [anyElement, valueOfPair, ...part];
	}
	const part = partOfElement(asked, rows);
	if (as === 'values' || part === undefined) return part === undefined ? undefined : [anyValue, ...part];
	const [pair, ...rest] = part;
	return pair?.kind === 'position' && pair.index === 1 && partAsked(rest, rows) !== undefined ? [anyValue, ...rest] : undefined;
}

/** What of the pairs that a map is made of is behind what is asked of it: all of them, or the keys alone. */
export function partsOfPairs([first, second]: Path, rows: Rows): Path {
	return first?.kind === 'property' && second?.kind === 'call' && rows.method(first.name)?.names === true ? keysOfPairs : wholePairs;
}

/** What is asked of one element of a list, where it is a part of it. */
export function partOfElement(asked: Path, rows: Rows): Path | undefined {
	const element = behindElement(asked, rows);
	return element === undefined ? undefined : partAsked(element, rows);
}

/** What is asked of an element, whichever it is. */
function behindElement(asked: Path, rows: Rows): Path | undefined {
	const [first, second, ...rest] = asked;
	if (first?.kind === 'position' || first?.kind === 'element') return asked.slice(1);
	const result = first?.kind === 'property' && second?.kind === 'call' ? rows.method(first.name)?.result : undefined;
	if (result === 'element' || result === 'position') return rest;
	return result === 'same' ? behindElement(rest, rows) : undefined;
}

/** Where a method of the language makes something of it, what it makes is another matter. */
function partAsked(asked: Path, rows: Rows): Path | undefined {
	const [first, second] = asked;
	if (first?.kind !== 'property' && first?.kind !== 'position') return undefined;
	return second?.kind === 'call' && (first.kind === 'position' || rows.method(first.name) !== undefined) ? undefined : asked;
}

/** Methods that tell whether, or where, a list has a value. */
const lookups: ReadonlySet<string> = new Set(['includes', 'has', 'indexOf', 'lastIndexOf']);

/** What a list is asked for on a path that ends with the question: the day of `[0, 6].includes(day)`. */
export function lookedUp(steps: readonly Step[]): Site<Value> | undefined {
	const [method, call] = steps.slice(-2);
	if (method?.kind !== 'property' || call?.kind !== 'call' || !lookups.has(method.name)) return undefined;
	const [value] = call.site.fact.args;
	return value === undefined ? undefined : at(value, call.site);
}
