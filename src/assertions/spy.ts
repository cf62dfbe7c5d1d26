import { spyRows } from '../knowledge/assertions/spies.ts';
import type { SpyRow } from '../knowledge/assertions/row.ts';
import type { Site } from '../project/model.ts';
import type { Root } from '../provenance/model.ts';
import { type Pattern, parsePattern } from '../provenance/pattern.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';
import { namedValue } from './constant.ts';

/** What a value tells about the calls of a spy. */
export interface SpyUse {
	readonly spy: Site<Value>;
	readonly tells: SpyRow['tells'];
	readonly times: number | undefined;
	readonly negated: boolean;
}

interface Compiled {
	readonly row: SpyRow;
	readonly pattern: Pattern;
}

/** The steps of each from its end. */
const rows: readonly Compiled[] = spyRows
	.map(row => ({ row, pattern: parsePattern(row.path).toReversed() }))
	.sort((one, other) => other.pattern.length - one.pattern.length);
const called = rows.filter(({ pattern: [last] }) => last?.kind === 'call');
const lastNames: ReadonlySet<string> = new Set(rows.flatMap(({ pattern: [last] }) => (last?.kind === 'property' ? [...last.names] : [])));
const byLastName: ReadonlyMap<string, readonly Compiled[]> = new Map(
	[...lastNames].map(name => [name, rows.filter(({ pattern: [last] }) => last?.kind === 'property' && last.names.has(name))]),
);

/** The rows whose paths a value may end. */
function rowsFor(value: Value): readonly Compiled[] {
	if (value.kind === 'call') return called;
	return (value.kind === 'member' && typeof value.property === 'string' ? byLastName.get(value.property) : undefined) ?? [];
}

/** Reads `spy.mock.calls.length`, `spy.calledOnce`, `spy.mock.calls[0][1]`; undefined where it is not about a spy. What one call has, such as `args`, is no list of calls. */
export function spyUse(site: Site<Value>, provenance: Provenance): SpyUse | undefined {
	const named = namedValue(site);
	const { fact: value } = named;
	if (value.kind !== 'member') return ownUse(named, provenance);
	const list = spyUse(at(value.object, named), provenance);
	if (list?.tells === 'nth') return list;
	return ownUse(named, provenance) ?? (list?.tells === 'calls' && isPosition(value.property) ? { ...list, tells: 'nth' } : undefined);
}

function ownUse(named: Site<Value>, provenance: Provenance): SpyUse | undefined {
	for (const { row, pattern } of rowsFor(named.fact)) {
		const spy = beforePattern(named.fact, pattern);
		if (spy === undefined) continue;
		const found = at(spy, named);
		if (isSpy(found, row, provenance)) return { spy: found, tells: row.tells, times: row.times, negated: row.negated === true };
	}
	return undefined;
}

/** What stands before the steps of a pattern. */
function beforePattern(value: Value, fromEnd: Pattern): Value | undefined {
	let current = value;
	for (const step of fromEnd) {
		if (step.kind === 'call' && current.kind === 'call') current = current.callee;
		else if (
			step.kind === 'property' &&
			current.kind === 'member' &&
			typeof current.property === 'string' &&
			step.names.has(current.property)
		)
			current = current.object;
		else return undefined;
	}
	return current;
}

/** What the project itself makes on the spot, an object or an instance, is no spy. */
function isSpy(site: Site<Value>, { from }: SpyRow, provenance: Provenance): boolean {
	if (site.fact.kind === 'this') return false;
	const roots = provenance.roots(site);
	if (from !== undefined) return roots.some(root => (root.kind === 'origin' && from.includes(root.origin.from)) || isFunction(root));
	return !roots.some(root => (root.kind === 'made' || root.kind === 'instance' || root.kind === 'class') && root.path.length === 0);
}

/** A function of the project, or a method of a global: `logger.warn`, `console.warn`. */
function isFunction(root: Root): boolean {
	if (root.kind === 'function') return root.path.length === 0;
	return (
		root.kind === 'origin' &&
		root.origin.from === 'global' &&
		root.origin.steps.length > 1 &&
		root.origin.steps.at(-1)?.kind === 'property'
	);
}

export function isPosition(property: string | Value): boolean {
	return typeof property !== 'string' || /^\d+$/.test(property);
}
