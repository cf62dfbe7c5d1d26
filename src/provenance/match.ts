import { globalName } from '../syntax/global-name.ts';
import { addressParsers, addressParts } from '../knowledge/address-parsers.ts';
import type { ApiRow, Condition, Place } from '../knowledge/row.ts';
import type { Site } from '../project/model.ts';
import { emptiedTables } from '../syntax/sql-emptied.ts';
import { callsSleep, insertsRows, isUnorderedSelect, narrowsRows } from '../syntax/sql.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { onlyActs, onlyLooks, textActs, textLooks } from './looking.ts';
import type { Origin, Path, Root } from './model.ts';
import { type Fit, type Rows, pathSteps } from './rows.ts';
import { type Ask, staticValue } from './static-value.ts';
import { textOf } from './text-of.ts';
import { at, property } from './walker.ts';

/** A row that holds: its path fits and so do its conditions. */
export interface RowMatch<Row extends ApiRow = ApiRow> extends Fit<Row> {
	/** The call that the row is about: the last one its path matched; undefined for a property, or where only a type says so. */
	readonly call: Site<Call> | undefined;
	/** Its list may be a single row (`OrderRow.narrowedBy`). */
	readonly narrowed: boolean;
}

/** The rows that hold for an origin, longest path first. */
export function matchRows(rows: Rows, ask: Ask, origin: Origin): RowMatch[] {
	return rows.fits(origin).flatMap(fit => holding(ask, fit));
}

/** The rows that hold for an origin and are about it, not about something on its way. */
export function matchWhole(rows: Rows, ask: Ask, origin: Origin): RowMatch[] {
	return rows.wholeFits(origin).flatMap(fit => holding(ask, fit));
}

function holding(ask: Ask, fit: Fit): RowMatch[] {
	const { when, unless } = fit.row;
	const holds = (condition: Condition): boolean => meets(ask, condition, fit);
	if (when?.every(holds) === false || unless?.some(holds) === true) return [];
	const narrowed = fit.row.effect === 'order' && fit.row.narrowedBy?.some(holds) === true;
	return [{ row: fit.row, origin: fit.origin, match: fit.match, call: callOf(fit, undefined), narrowed }];
}

/** What an API hands to a parameter of its callback at `argument`, as rows say: further steps of the same package. */
export function parametersOf(
	rows: Rows,
	ask: Ask,
	origin: Origin,
	call: Site<Call>,
	place: { readonly argument: number; readonly key?: string },
	parameter: number,
	path: Path,
): Origin[] {
	const called: Origin = {
		from: origin.from,
		steps: [...origin.steps, call.fact.form === 'new' ? { kind: 'construct', site: call } : { kind: 'call', site: call }],
	};
	return rows
		.wholeFits(called)
		.flatMap(fit => holding(ask, fit))
		.flatMap(({ row }) => {
			if (row.effect !== 'calls') return [];
			const at = row.callback === 'last' ? call.fact.args.length - 1 : row.callback;
			const name = row.parameters?.[parameter];
			if (at !== place.argument || (place.key !== undefined && place.key !== row.key) || name === undefined) return [];
			const steps = name.startsWith(ofCall) ? [...called.steps, ...pathSteps(name.slice(ofCall.length))] : pathSteps(name);
			return [rows.canonical({ from: origin.from, steps: [...steps, ...path] })];
		});
}

/** A path of what a call gives begins with this (`CallsRow.parameters`). */
const ofCall = '()';

/** The same for a function that is written to an API: `console.log = line => …`. */
export function parametersOfAssigned(rows: Rows, ask: Ask, written: Origin, parameter: number, path: Path): Origin[] {
	return matchRows(rows, ask, written).flatMap(({ row, match, origin }) => {
		const name =
			row.effect === 'calls' && row.callback === 'assigned' && match.length === origin.steps.length
				? row.parameters?.[parameter]
				: undefined;
		return name === undefined ? [] : [rows.canonical({ from: written.from, steps: [...pathSteps(name), ...path] })];
	});
}

function callOf({ match }: Fit, index: number | undefined): Site<Call> | undefined {
	return (index === undefined ? match.calls.at(-1) : match.calls[index])?.site;
}

/** A value at the call: an argument, or what stands at a key inside it. */
export function placeOf(
	place: Place,
	call: Site<Call>,
): { readonly site: Site<Value>; readonly path: ReturnType<typeof property>[] } | undefined {
	const argument = argumentAt(call.fact, place.argument);
	return argument === undefined
		? undefined
		: { site: at(argument, call), path: place.key === undefined ? [] : stepsOf(place.key).map(property) };
}

/** The keys of a dotted path; one with dots of its own has `\\` in front of them. */
function stepsOf(key: string): readonly string[] {
	return key.split(/(?<!\\)\./).map(step => step.replaceAll('\\.', '.'));
}

/** The argument at a position; undefined where a spread before it hides which one that is. */
function argumentAt(call: Call, index: number): Value | undefined {
	return call.args.slice(0, index + 1).some(argument => argument.kind === 'spread') ? undefined : call.args[index];
}

/** Only a type says that it is an instance: nobody knows what that was made with. */
function isOnlyTyped({ origin, match }: Fit): boolean {
	return origin.steps.slice(0, match.length).some(step => step.kind === 'construct' && step.site === undefined);
}

function meets(ask: Ask, condition: Condition, fit: Fit): boolean {
	if ('chained' in condition)
		return [
			...fit.origin.steps.flatMap(step => (step.kind === 'property' ? [step.name] : [])),
			...calledOn(callOf(fit, undefined)?.fact),
		].some(name => condition.chained.includes(name));
	const call = callOf(fit, condition.call);
	if (call === undefined) return 'present' in condition && !condition.present && !isOnlyTyped(fit);
	const argument = argumentAt(call.fact, condition.argument);
	if ('present' in condition) return (argument !== undefined) === condition.present || (!condition.present && isUndefined(argument));
	if (argument === undefined) return false;
	const site = at(argument, call);

	if ('has' in condition) return hasKey(ask, site, condition.has.split('.'));
	if ('joins' in condition) return joins(ask, site, condition, fit.match.properties.at(-1));
	if ('in' in condition) {
		const value = staticValue(ask, site, condition.key?.split('.').map(property));
		return condition.in.some(each => each === value);
	}
	if ('names' in condition)
		return ask(site).some(
			root =>
				root.kind === 'origin' &&
				root.origin.from === (condition.of ?? 'global') &&
				dotted(root.origin).replace(/^default\./, '') === condition.names,
		);
	if ('callable' in condition) return ask(site).some(root => root.kind === 'function' && root.path.length === 0);
	if ('data' in condition) return ask(site).every(isData);
	if ('asynchronous' in condition)
		return ask(site).some(root => root.kind === 'function' && root.path.length === 0 && root.site.fact.async);
	if ('looks' in condition) return ask(site).some(root => isScript(root, onlyLooks, textLooks));
	if ('acts' in condition) return ask(site).some(root => isScript(root, ({ fact }) => onlyActs(fact), textActs));
	if ('number' in condition) return typeof staticValue(ask, site) === 'number';
	return meetsText(condition, textOf(ask, site));
}

/** Whether what is handed over is a script of a page, as a function or as text, of which something is so. */
function isScript(root: Root, isFunction: (script: Site<FunctionFacts>) => boolean, isText: (script: string) => boolean): boolean {
	if (root.kind === 'function') return root.path.length === 0 && isFunction(root.site);
	if (root.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'literal') return false;
	return typeof root.site.fact.value === 'string' && isText(root.site.fact.value);
}

/** What is written down, and is no function. */
function isData(root: Root): boolean {
	return root.kind === 'made' && root.path.length === 0 && dataKinds.has(root.site.fact.kind);
}

const dataKinds: ReadonlySet<Value['kind']> = new Set(['literal', 'regexp', 'template', 'object', 'array', 'operation']);

/** The methods that are called on what a call gives, one on the other: `where`, `returning` of `db.delete(users).where(…).returning()`. */
function calledOn(call: Call | undefined): readonly string[] {
	const next = call?.usage === 'receiver' ? call.outer : undefined;
	return next?.callee.kind === 'member' && typeof next.callee.property === 'string' ? [next.callee.property, ...calledOn(next)] : [];
}

/** Whether what stands at a key of an object names `name`, and nothing sorts it. */
function joins(
	ask: Ask,
	site: Site<Value>,
	{ joins: key, sortedIn }: Extract<Condition, { readonly joins: string }>,
	name: string | undefined,
): boolean {
	if (name === undefined || (sortedIn !== undefined && hasKey(ask, site, [sortedIn, name]))) return false;
	const isName = (value: Site<Value>): boolean => staticValue(ask, value) === name || isModelOf(value, name);
	return ask(site, [property(key)]).some(root => {
		if (root.kind !== 'made' || root.path.length > 0) return false;
		const { fact } = root.site;
		if (fact.kind === 'array')
			return fact.elements.some(each => isName(at(each, root.site)) || namesItself(ask, at(each, root.site), isName));
		if (fact.kind !== 'object') return isName(root.site);
		return fact.entries.some(
			({ value, ...entry }) =>
				entry.kind === 'property' &&
				entry.key === name &&
				!(value.kind === 'literal' && value.value === false) &&
				!isSorted(ask, at(value, root.site)),
		);
	});
}

/** `{ model: Task, as: 'tasks' }`, or `{ model: Task }`. */
function namesItself(ask: Ask, { fact, ...place }: Site<Value>, isName: (value: Site<Value>) => boolean): boolean {
	if (fact.kind !== 'object' || isSorted(ask, { fact, ...place })) return false;
	const named = fact.entries.filter(entry => entry.kind === 'property' && (entry.key === 'as' || entry.key === 'association'));
	const naming = named.length > 0 ? named : fact.entries.filter(entry => entry.kind === 'property' && entry.key === 'model');
	return naming.some(({ value }) => isName(at(value, place)));
}

/** Whether a model, by the name that it has in the code, has a list of its own called so: `Tasks` of `Task`. */
function isModelOf({ fact, module }: Site<Value>, list: string): boolean {
	const model =
		fact.kind === 'reference'
			? module.facts.bindings[fact.binding]?.word
			: fact.kind === 'member' && typeof fact.property === 'string'
				? fact.property
				: undefined;
	return (
		model !== undefined &&
		[`${model}s`, `${model}es`, model.replace(/y$/, 'ies')].some(each => each !== model && each.toLowerCase() === list.toLowerCase())
	);
}

function isSorted(ask: Ask, value: Site<Value>): boolean {
	return value.fact.kind !== 'literal' && sorting.some(each => hasKey(ask, value, [each]));
}

/** Options of what is loaded too that put it in an order. */
const sorting: readonly string[] = ['orderBy', 'order', 'sort', 'take', 'skip', 'cursor'];

function meetsText(condition: Extract<Condition, { sql: unknown } | { shell: unknown }>, text: string | undefined): boolean {
	if (text === undefined) return false;
	if ('shell' in condition) return /(^|[;&|]\s*)(sleep\s+[\d.]+|timeout\s+(\/t\s+)?\d+)\b/i.test(text);
	const questions = {
		'unordered-rows': isUnorderedSelect,
		'narrowed-rows': narrowsRows,
		sleep: callsSleep,
		insert: insertsRows,
		empties: (sql: string) => emptiedTables(sql).length > 0,
	};
	return questions[condition.sql](text);
}

function isUndefined(value: Value | undefined): boolean {
	return value?.kind === 'literal' && value.value === undefined;
}

/** Objects spread into one another, as in `options = { ...options, size }`, and lists in lists. */
const maxSpreads = 8;

/** Whether an object, or one of a list, certainly, or through an unknown part possibly, has the key: what cannot be seen counts as there. */
export function hasKey(ask: Ask, site: Site<Value>, [key, ...rest]: readonly string[], spreads = 0): boolean {
	if (key === undefined || spreads > maxSpreads) return true;
	return ask(site).some(root => {
		if ((root.kind === 'function' && root.path.length === 0) || isSettler(root)) return false;
		const parts = keysOfAddress(root);
		if (parts !== undefined) return parts.has(key);
		if (root.kind !== 'made' || root.path.length > 0) return true;
		const { fact } = root.site;
		if (fact.kind === 'array') return fact.elements.some(each => hasKey(ask, at(each, root.site), [key, ...rest], spreads + 1));
		if (fact.kind !== 'object') return false;
		return fact.entries.some(entry => {
			if (entry.kind === 'spread') return hasKey(ask, at(entry.value, root.site), [key, ...rest], spreads + 1);
			return (
				typeof entry.key !== 'string' ||
				((entry.key === key || key === '*') && (rest.length === 0 || hasKey(ask, at(entry.value, root.site), rest)))
			);
		});
	});
}

/** The keys of `new URL('https://…')`: it has the parts of an address, which are texts, and no others. */
function keysOfAddress(root: Root): ReadonlySet<string> | undefined {
	if (root.kind !== 'origin') return undefined;
	const { from, steps } = root.origin;
	const made = steps.findIndex(({ kind }) => kind === 'call' || kind === 'construct');
	if (made === -1 || addressParsers.get(from)?.has(dotted({ from, steps: steps.slice(0, made) })) !== true) return undefined;
	return made === steps.length - 1 ? addressParts : new Set();
}

/** `resolve` or `reject` of `new Promise((resolve, reject) => …)`. */
function isSettler(root: Root): boolean {
	const made = root.kind === 'parameter' && root.path.length === 0 ? root.site.fact.passedTo?.call : undefined;
	return made?.form === 'new' && globalName(made.callee) === 'Promise';
}

/** The properties of an origin's path, joined by dots. */
export function dotted(origin: Origin): string {
	return origin.steps.flatMap(step => (step.kind === 'property' ? [step.name] : [])).join('.');
}
