import type { Influence, RowOf } from '../../effects/model.ts';
import type { Relation } from '../../knowledge/assertions/row.ts';
import type { Frame, Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** A call that tells what a page shows at one moment. */
export type Read = Influence & { readonly row: RowOf<'ui-read'>; readonly call: Site<Call> };

export function isRead(influence: Influence): influence is Read {
	return influence.row?.effect === 'ui-read' && influence.call !== undefined;
}

/** Where in the test's own text the reading is made: of what a function reads that the test keeps, where the test calls it. */
export function placeOf({ source }: Read, scope: Scope): Span {
	let site: Site<Span> = source;
	while (site.frame?.call !== undefined && site.frame !== scope.body.frame && !(isWithin(site, scope) && isRunThere(site.frame, scope)))
		site = site.frame.call;
	return site.fact;
}

/** Whether a function runs where it is written: it is the test's own, or handed to a call as it stands. */
function isRunThere({ function: target }: Frame, { body }: Scope): boolean {
	return target === body.fact || target.passedTo !== undefined;
}

export function isWithin(site: Site<Span>, { body }: Scope): boolean {
	return site.module === body.module && site.fact.start >= body.fact.start && site.fact.end <= body.fact.end;
}

/** What a reading is about: the receiver, or the page and the selector. */
export function elementOf(call: Site<Call>, { of }: RowOf<'ui-read'>, models: Models): string | undefined {
	const [receiver, selected] = elementsOf(call, models);
	return of === 'receiver' ? receiver : (selected ?? receiver);
}

/** What a call of a page may be about: its receiver, and what its first argument selects. */
export function elementsOf(call: Site<Call>, { provenance: { roots } }: Models): readonly (string | undefined)[] {
	const { callee, args } = call.fact;
	const [selector] = args;
	if (callee.kind !== 'member') return [];
	const receiver = identityOf(at(callee.object, call), 'ways', roots);
	const selected = selector === undefined ? undefined : identityOf(at(selector, call), 'ways', roots);
	return [receiver, receiver === undefined || selected === undefined ? undefined : `${receiver}.locator(${selected})`];
}

/** Whether the claim is only that something is there, or how many there are at least. */
export function saysSome({ tells }: RowOf<'ui-read'>, { relation, negated }: Claim): boolean {
	if (tells === 'count') return relation === 'greater' || relation === 'greater-or-equal' || relation === 'truthy';
	return tells === 'element' && (relation === 'truthy' || negated);
}

/** Relations that hold of one value alone. */
const sameness: ReadonlySet<Relation> = new Set(['identical', 'deep-equal']);

/** Whether the claim is that something is not shown; that what an element shows is more than nothing is so as soon as it is there. */
export function saysAbsent({ tells, matcher, awaits }: RowOf<'ui-read'>, claim: Claim): boolean {
	const { relation, expected, negated } = claim;
	const value = expected?.fact.kind === 'literal' ? expected.fact.value : undefined;
	if (tells === 'count' || relation === 'length')
		return relation === 'falsy' || ((relation === 'length' || sameness.has(relation)) && !negated && value === 0);
	if (tells === 'value')
		return !negated && (sameness.has(relation) || awaits === 'element') && (value === false || value === null || value === 0);
	if (tells === 'element')
		return (
			relation === 'falsy' || (relation === 'nothing' && !negated) || (value === false && !negated) || (value === null && !negated)
		);
	if (matcher !== 'toBeVisible' && matcher !== 'toBeHidden' && matcher !== 'toBeDisplayed') return false;
	const saysFalse = relation === 'falsy' || (relation === 'truthy' && negated) || (value === false) !== negated;
	return (matcher === 'toBeHidden') !== saysFalse;
}
