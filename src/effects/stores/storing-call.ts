import { toleratingMethods, toleratingOptions } from '../../knowledge/unique-columns.ts';
import type { Site } from '../../project/model.ts';
import { textOf } from '../../provenance/text-of.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, frameOf, functionAt } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { fieldsOf } from '../record.ts';
import type { Store } from './stored-table.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';

/** The calls that a row's path takes, the one that stores last: `db.prepare(…)`, then `.run(…)`; some are told of by types alone. */
export function callsOf(knowing: Knowing, { row, call }: Store): readonly (Site<Call> | undefined)[] {
	const match = rowsOfCall(knowing, call).find(each => each.row === row)?.match;
	return match?.calls.map(({ site }) => site) ?? [call];
}

/** Whether a call stores nothing where a record with the same key is there: upserts, `onConflict`, `INSERT IGNORE`. */
export function toleratesDuplicates(knowing: Knowing, store: Store): boolean {
	if (isTolerating(methodOf(store.call.fact.callee)) || isContinued(store.call.fact)) return true;
	return callsOf(knowing, store).some(call => call?.fact.args.some(argument => saysSo(knowing, at(argument, call))) === true);
}

function isTolerating(method: string | undefined): boolean {
	return method !== undefined && toleratingMethods.includes(method);
}

/** `insert(…).onConflict('email').ignore()` */
function isContinued({ outer, usage, end }: Call): boolean {
	if (usage !== 'receiver' || outer === undefined || outer.callee.end < end) return false;
	return isTolerating(methodOf(outer.callee)) || isContinued(outer);
}

function saysSo(knowing: Knowing, site: Site<Value>): boolean {
	if (site.fact.kind === 'object') return toleratingOptions.some(option => fieldsOf(knowing, site).known.has(option));
	const text = site.fact.kind === 'function' ? undefined : textOf(knowing.provenance.roots, site);
	return text !== undefined && /\bon\s+(conflict|duplicate\s+key)\b|\binsert\s+(or\s+)?(ignore|replace)\b|^\s*replace\b/i.test(text);
}

/** Whose the database is that a call stores into: all tests' (`shared`), the process's (`memory`), or the running function's (`own`). */
export type Database = 'shared' | 'memory' | 'own';

export function databaseOf(knowing: Knowing, call: Site<Call>): Database {
	if (isHandedOver(call)) return 'own';
	const clients = knowing.provenance
		.written(at(call.fact.callee, call))
		.flatMap(root =>
			root.kind === 'origin' ? (root.origin.steps.flatMap(step => ('site' in step ? (step.site ?? []) : []))[0] ?? []) : [],
		);
	if (clients.some(client => client.fact.function !== 0 && client.fact.args.length > 0 && client.fact !== call.fact)) return 'own';
	return clients.some(client => client.fact.args.some(argument => isInMemory(knowing, at(argument, client), 0))) ? 'memory' : 'shared';
}

/** The client is what a callback is given: a transaction, a fixture. */
function isHandedOver(call: Site<Call>): boolean {
	const head = headOf(call.fact.callee);
	const binding = head.kind === 'reference' ? call.module.facts.bindings[head.binding] : undefined;
	const owner = binding?.kind === 'parameter' ? functionAt(call.module, binding.function) : undefined;
	return owner !== undefined && frameOf(owner, call.frame) === undefined;
}

function headOf(value: Value): Value {
	if (value.kind === 'member') return headOf(value.object);
	return value.kind === 'call' ? headOf(value.callee) : value;
}

/** How deep SQLite's name for a database in memory is looked for: `drizzle(new Database(':memory:'))`. */
const maxDepth = 3;

function isInMemory(knowing: Knowing, site: Site<Value>, depth: number): boolean {
	if (depth > maxDepth) return false;
	const value = staticValue(knowing.provenance.roots, site);
	if (typeof value === 'string') return value.includes(':memory:');
	const inside = [...fieldsOf(knowing, site).known.values()].flatMap(({ values }) =>
		values.filter(({ path }) => path.length === 0).map(field => field.site),
	);
	const made = knowing.provenance
		.written(site)
		.flatMap(root => (root.kind === 'origin' ? root.origin.steps : []))
		.flatMap(step => ('site' in step ? (step.site ?? []) : []));
	return [...inside, ...made.flatMap(call => call.fact.args.map(argument => at(argument, call)))].some(each =>
		isInMemory(knowing, each, depth + 1),
	);
}

function methodOf(callee: Value): string | undefined {
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}
