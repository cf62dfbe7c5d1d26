import type { Influence, RowOf } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import type { Claim, Scope } from '../models.ts';

/** A call that tells what a page shows at one moment. */
export type Read = Influence & { readonly row: RowOf<'ui-read'>; readonly call: Site<Call> };

export function isRead(influence: Influence): influence is Read {
	return influence.row?.effect === 'ui-read' && influence.call !== undefined;
}

/** Where in the test's own text the reading is made. */
export function placeOf({ source }: Read, scope: Scope): Span {
	let site: Site<Span> = source;
	while (site.frame?.call !== undefined && !isWithin(site, scope)) site = site.frame.call;
	return site.fact;
}

export function isWithin(site: Site<Span>, { body }: Scope): boolean {
	return site.module === body.module && site.fact.start >= body.fact.start && site.fact.end <= body.fact.end;
}

/** What a reading is about: the receiver, or the page and the selector. */
export function elementOf(call: Site<Call>, { of }: RowOf<'ui-read'>): string | undefined {
	const [receiver, selected] = elementsOf(call);
	return of === 'receiver' ? receiver : (selected ?? receiver);
}

/** What a call of a page may be about: its receiver, and what its first argument selects. */
export function elementsOf(call: Site<Call>): readonly (string | undefined)[] {
	const { callee, args } = call.fact;
	const [selector] = args;
	if (callee.kind !== 'member') return [];
	const receiver = identityOf(at(callee.object, call), 'ways');
	const selected = selector === undefined ? undefined : identityOf(at(selector, call), 'ways');
	return [receiver, receiver === undefined || selected === undefined ? undefined : `${receiver}.locator(${selected})`];
}

/** Whether the claim is only that something is there, or how many there are at least. */
export function saysSome({ tells }: RowOf<'ui-read'>, { relation, negated }: Claim): boolean {
	if (tells === 'count') return relation === 'greater' || relation === 'greater-or-equal' || relation === 'truthy';
	return tells === 'element' && (relation === 'truthy' || negated);
}

/** Whether the claim is that something is not shown. */
export function saysAbsent({ tells, matcher }: RowOf<'ui-read'>, claim: Claim): boolean {
	const { relation, expected, negated } = claim;
	const value = expected?.fact.kind === 'literal' ? expected.fact.value : undefined;
	if (tells === 'count' || relation === 'length') return relation === 'falsy' || (['identical', 'deep-equal', 'length'].includes(relation) && !negated && value === 0);
	if (tells === 'value') return !negated && (value === false || value === null || value === 0);
	if (tells === 'element') return relation === 'falsy' || (relation === 'nothing' && !negated) || (value === false && !negated) || (value === null && !negated);
	if (matcher !== 'toBeVisible' && matcher !== 'toBeHidden' && matcher !== 'toBeDisplayed') return false;
	const saysFalse = relation === 'falsy' || (relation === 'truthy' && negated) || (value === false) !== negated;
	return (matcher === 'toBeHidden') !== saysFalse;
}
