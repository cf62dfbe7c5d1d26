import type { Site } from '../project/model.ts';
import type { Rows } from '../provenance/rows.ts';
import { functionAt } from '../provenance/walker.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { type Change, changeByAssignment, changeByMethod } from './state/changing.ts';
import { regionsAround } from './loops.ts';
import { type Chain, chainOf, valuesInside } from './value-parts.ts';

/** Methods of one class that call each other. */
const maxDepth = 3;

/** The fields of `this` that a method changes, those that other methods of its class change for it included. Fields that are filled once do not count. */
export function fieldsChanged(site: Site<FunctionFacts>, rows: Rows, depth = 0): readonly Change[] {
	const { module, fact } = site;
	const inside = functionsWithin(module.facts, fact);
	const written = inside.flatMap(each =>
		each.writes.flatMap(({ target, value, region, operator }): readonly Change[] => {
			const field = fieldOf(target);
			if (field === undefined || operator === '??=' || operator === '||=' || isAskedFor(each, region, field)) return [];
			return [value === undefined ? takenAway(field) : changeByAssignment(value, field, part => isSame(fieldOf(part), field))];
		}),
	);
	const called = inside.flatMap(each =>
		each.calls.flatMap((call): readonly Change[] => {
			const path = fieldOf(call.callee);
			const method = path?.at(-1);
			if (path === undefined || method === undefined) return [];
			if (path.length > 1)
				return isAskedFor(each, call.region, path.slice(0, -1))
					? []
					: changeByMethod(call, method, path.slice(0, -1), rows, isCollection(site, path[0] ?? '')).filter(
							({ does }) => does !== 'use',
						);
			const own = depth < maxDepth ? methodNamed(site, method) : undefined;
			return own === undefined ? [] : fieldsChanged(own, rows, depth + 1);
		}),
	);
	return [...written, ...called];
}

/** Whether a field begins as a list, map or set of the language. */
function isCollection({ module, fact }: Site<FunctionFacts>, name: string): boolean {
	const owner = fact.class === undefined ? undefined : module.facts.classes[fact.class];
	return (
		owner?.members.some(
			({ name: each, value }) =>
				each === name &&
				(value.kind === 'array' || (value.kind === 'call' && value.form === 'new' && value.callee.kind === 'global')),
		) === true
	);
}

function takenAway(path: readonly string[]): Change {
	return { path, does: 'take', value: undefined };
}

/** `this.a.b` as names. */
function fieldOf(value: Value): readonly string[] | undefined {
	const { root, path }: Chain = chainOf(value);
	return root.kind === 'this' && path.length > 0 ? path : undefined;
}

function isSame(one: readonly string[] | undefined, other: readonly string[]): boolean {
	return one !== undefined && one.length === other.length && one.every((name, index) => name === other[index]);
}

/** Whether a branch that asks for the field decides. */
function isAskedFor(facts: FunctionFacts, region: number | undefined, field: readonly string[]): boolean {
	return regionsAround(facts, region).some(({ test }) => test !== undefined && mentionsField(test, field));
}

function mentionsField(value: Value, field: readonly string[]): boolean {
	const found = fieldOf(value);
	if (found !== undefined && found[0] === field[0]) return true;
	return valuesInside(value).some(each => fieldOf(each)?.[0] === field[0]);
}

function methodNamed({ module, fact }: Site<FunctionFacts>, name: string): Site<FunctionFacts> | undefined {
	const owner = fact.class === undefined ? undefined : module.facts.classes[fact.class];
	const value = owner?.members.find(member => member.name === name && (member.kind === 'method' || member.kind === 'getter'))?.value;
	const found = value?.kind === 'function' ? functionAt(module, value.function) : undefined;
	return found === undefined ? undefined : { module, fact: found };
}
