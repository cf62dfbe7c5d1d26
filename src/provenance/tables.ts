import { handsOverWhole, takesTable } from '../knowledge/frameworks/tables.ts';
import type { Site } from '../project/model.ts';
import type { Call, TemplateValue } from '../syntax/facts.ts';
import type { Path, Root } from './model.ts';
import { type Walker, at } from './walker.ts';

/**
 * What a test is handed that runs once for each row of a table: `test.each([[1, 'one']])('%i', (value, name) => …)`, or the same with a template. A
 * value of each row counts. Undefined where the call is no such test's.
 */
export function walkTable(walker: Walker, call: Site<Call>, callees: readonly Root[], index: number, path: Path): Root[] | undefined {
	const { callee } = call.fact;
	if (callee.kind !== 'call' || callee.callee.kind !== 'member' || typeof callee.callee.property !== 'string') return undefined;
	const { property: word } = callee.callee;
	if (!callees.some(root => root.kind === 'origin' && takesTable(root.origin.from, word))) return undefined;
	const [table] = callee.args;
	if (table === undefined) return undefined;
	if (callee.form === 'tag') return table.kind === 'template' && index === 0 ? inTemplate(walker, at(table, call), path) : [];
	const rows = handsOverWhole(word) ? [] : walker.walk(at(table, call), [{ kind: 'element' }]);
	if (rows.length > 0 && rows.every(isList))
		return walker.walk(at(table, call), [{ kind: 'element' }, { kind: 'position', index }, ...path]);
	return index === 0 && !rows.some(isList) ? walker.walk(at(table, call), [{ kind: 'element' }, ...path]) : [];
}

function isList(root: Root): boolean {
	return root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'array';
}

/** The names of the columns stand before the first value. */
function inTemplate(walker: Walker, { fact, ...place }: Site<TemplateValue>, [first, ...further]: Path): Root[] {
	const columns =
		(fact.quasis[0] ?? '')
			.split('\n')
			.find(line => line.trim() !== '')
			?.split('|')
			.map(name => name.trim()) ?? [];
	const column = first?.kind === 'property' ? columns.indexOf(first.name) : -1;
	return column === -1
		? []
		: fact.parts.filter((_, index) => index % columns.length === column).flatMap(part => walker.walk(at(part, place), further));
}
