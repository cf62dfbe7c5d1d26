import type { MethodRow } from '../knowledge/row.ts';
import type { Site } from '../project/model.ts';
import type { Rows } from '../provenance/rows.ts';
import { functionAt } from '../provenance/walker.ts';
import type { Call, FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { valuesIn, valuesInside } from './value-parts.ts';

/**
 * What keeps elements one behind the other where a callback hands on what it gave for the element before, as that of `reduce` does: a list, or several
 * (`all.push(row)`, `[...all, row]`, `(all[row.kind] ??= []).push(row)`), or a text that grows. Undefined where it sums them up, keeps them by a key, or sorts.
 */
export function foldedIn(call: Site<Call>, { callback }: MethodRow, rows: Rows): 'list' | 'text' | undefined {
	const handed = call.fact.args[callback?.argument ?? 0];
	const body = handed?.kind === 'function' ? functionAt(call.module, handed.function) : undefined;
	const before = callback?.before === undefined ? undefined : body?.parameters[callback.before]?.binding;
	if (body === undefined || before === undefined) return undefined;
	const { facts } = call.module;
	const inside = functionsWithin(facts, body);
	const methods = inside.flatMap(({ calls }) => calls.flatMap(each => methodOf(each) ?? []));
	if (methods.some(({ name }) => isSorting(rows.method(name)))) return undefined;
	const kept = keptIn(inside, before, facts);
	const isAdded = methods.some(({ name, holder, args }) => isAdding(rows.method(name)) && args.length > 0 && holds(holder, kept));
	if (isAdded || inside.some(each => [...valuesIn(each, facts)].some(value => isExtended(value, kept)))) return 'list';
	const start = call.fact.args[1];
	const isText = start?.kind === 'literal' && typeof start.value === 'string';
	return isText && body.returns.some(({ value }) => isLonger(value, before)) ? 'text' : undefined;
}

function isSorting(row: MethodRow | undefined): boolean {
	return row?.result === 'same' && row.callback !== undefined && dropsOrder(row);
}

/** Whether a method gives what it is called on with what it is handed behind that: `concat`. */
export function isAppending(row: MethodRow): boolean {
	return row.result === 'same' && row.carries === true && row.mutates === undefined && !dropsOrder(row);
}

function isAdding(row: MethodRow | undefined): boolean {
	return row !== undefined && ((row.mutates === 'adds' && !dropsOrder(row)) || isAppending(row));
}

function dropsOrder({ drops }: MethodRow): boolean {
	return drops?.includes('order') === true;
}

interface Called {
	readonly name: string;
	readonly holder: Value;
	readonly args: readonly Value[];
}

function methodOf({ callee, args }: Call): Called | undefined {
	return callee.kind === 'member' && typeof callee.property === 'string'
		? { name: callee.property, holder: callee.object, args }
		: undefined;
}

/** The parameter, and the variables that hold something of it: `const list = all[row.kind] ?? []`. */
function keptIn(inside: readonly FunctionFacts[], before: number, { bindings, functions }: ModuleFacts): ReadonlySet<number> {
	const kept = new Set([before]);
	for (const [index, { definitions }] of bindings.entries()) {
		const isPart = definitions.some(
			each =>
				each.kind === 'value' &&
				inside.some(own => functions[each.function] === own) &&
				isReached(each.value) &&
				holds(each.value, kept),
		);
		if (isPart) kept.add(index);
	}
	return kept;
}

/** What is reached by names, keys and look-ups alone, or chosen among such. */
function isReached(value: Value): boolean {
	return (
		value.kind === 'member' ||
		value.kind === 'choice' ||
		value.kind === 'reference' ||
		(value.kind === 'call' && value.callee.kind === 'member' && value.callee.property === 'get')
	);
}

function holds(value: Value, kept: ReadonlySet<number>): boolean {
	return valuesInside(value).some(each => each.kind === 'reference' && kept.has(each.binding));
}

/** `[...all, row]` */
function isExtended(value: Value, kept: ReadonlySet<number>): boolean {
	return value.kind === 'array' && value.elements.length > 1 && value.elements.some(each => each.kind === 'spread' && holds(each, kept));
}

/** `text + row.name`, `${text}${row.name}` */
function isLonger(value: Value, before: number): boolean {
	const parts = value.kind === 'operation' && value.operator === '+' ? value.operands : value.kind === 'template' ? value.parts : [];
	return parts.some(part => (part.kind === 'reference' && part.binding === before) || isLonger(part, before));
}
