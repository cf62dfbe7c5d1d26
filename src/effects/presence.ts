import type { Site } from '../project/model.ts';
import { matchWhole } from '../provenance/match.ts';
import type { Root } from '../provenance/model.ts';
import { at } from '../provenance/walker.ts';
import type { OperationValue, Value } from '../syntax/facts.ts';
import type { Knowing } from './knowing.ts';
import { isSource } from './sources.ts';

const comparisons: ReadonlySet<string> = new Set(['==', '===', '!=', '!==']);

/** Whether a condition asks no more of what a position picks than whether it is there: any other element would be there, too. */
export function asksForPresence(knowing: Knowing, site: Site<Value>): boolean {
	const { fact } = site;
	if (fact.kind !== 'operation') return isPick(knowing, site);
	const [left, right] = fact.operands;
	if (left === undefined) return false;
	if (fact.operator === '!') return asksForPresence(knowing, at(left, site));
	if (!comparisons.has(fact.operator) || right?.kind !== 'literal') return false;
	if (right.value === 0) return left.kind === 'member' && left.property === 'length' && isPick(knowing, at(left.object, site));
	return (right.value === null || right.value === undefined) && isPick(knowing, at(left, site));
}

/** The element itself, nothing of it. */
function isPick(knowing: Knowing, site: Site<Value>): boolean {
	const roots = knowing.provenance.roots(site);
	return roots.length > 0 && roots.every(root => isElement(knowing, root));
}

/** What stands at a position, or what is answered where one of several is asked for. */
function isElement({ provenance, rows }: Knowing, root: Root): boolean {
	if (root.kind !== 'origin') return false;
	const { from, steps } = root.origin;
	const asked = steps.findLastIndex(({ kind }) => kind !== 'await') + 1;
	return (
		steps.at(-1)?.kind === 'position' ||
		matchWhole(rows, provenance.roots, { from, steps: steps.slice(0, asked) }).some(
			({ row }) => row.effect === 'order' && row.yields === 'pick',
		)
	);
}

/** `x !== undefined`, `x == null`: what `x` holds is not asked. */
export function isPresence({ operator, operands }: OperationValue): boolean {
	return (
		['==', '!=', '===', '!=='].includes(operator) &&
		operands.some(operand => operand.kind === 'literal' && (operand.value === undefined || operand.value === null))
	);
}

/** Whether something is certainly there: made on the spot, or read from what is left open. */
export function isThere(root: Root, { provenance, rows }: Knowing): boolean {
	if (root.kind === 'made') return root.path.length === 0 && root.site.fact.kind !== 'literal';
	return root.kind === 'origin' && matchWhole(rows, provenance.roots, root.origin).some(isSource);
}
