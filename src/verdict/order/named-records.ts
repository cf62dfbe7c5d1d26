import { orderedParts } from '../../assertions/order.ts';
import { rowsOfCall } from '../../effects/knowing.ts';
import { callsBehind } from '../../effects/stores/made-records.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { promisedBy } from '../../effects/waits/promised.ts';
import { askingFor, listing, listingOf, making, ordering, sendingTo } from '../../knowledge/store-words.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Span, Value } from '../../syntax/facts.ts';
import { wordsOf } from '../../syntax/words.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { type Batch, batchesIn, bodiesOf } from './side-by-side.ts';

/** Records that are made at once, as the names of the methods tell, and the order in which another one lists them. */
export interface NamedRecords {
	readonly place: Span;
	readonly maker: string;
	readonly lister: string;
}

/** `await Promise.all(notes.map(note => api.createNote(note))); expect(await api.listNotes()).toEqual(notes)`, by methods of which nothing but the names is known. */
export function* namedRecords(models: Models, scope: Scope): Iterable<NamedRecords> {
	for (const batch of batchesIn(models, scope)) {
		const maker = makerOf(models, batch);
		if (maker === undefined) continue;
		const lister = models.assertionsIn(scope).flatMap(claim => listerBehind(models, { claim, batch, maker }) ?? [])[0];
		if (lister !== undefined) yield { place: batch.via.fact, maker: nameOf(maker) ?? '', lister: nameOf(lister) ?? '' };
	}
}

/** The call that each member of a batch makes its record with: one method, each time with something else. */
function makerOf(models: Models, { members, callback }: Batch): Site<Call> | undefined {
	const [first, ...others] = members.filter(call => making.test(wordsOf(nameOf(call) ?? '')));
	if (first === undefined || (callback === undefined ? others.length + 1 < members.length : others.length > 0)) return undefined;
	const isSame = (call: Site<Call>): boolean =>
		identityOf(at(call.fact.callee, call), 'names') === identityOf(at(first.fact.callee, first), 'names');
	const isOfElement =
		callback === undefined || first.fact.args.some(argument => valuesInside(argument).some(({ kind }) => kind === 'reference'));
	return others.every(isSame) && isOfElement && isMadeOutside(models, first, maxDepth) ? first : undefined;
}

/** How many functions deep a call is looked through for what makes the record. */
const maxDepth = 3;

/** Whether something outside of the project's own code answers when the record is there, as far as names tell. */
function isMadeOutside(models: Models, call: Site<Call>, depth: number): boolean {
	if (rowsOfCall(models, call).length > 0) return promisedBy(models, call)?.outside === true;
	const roots = models.provenance.roots(at(call.fact.callee, call));
	if (roots.some(({ kind }) => kind === 'function'))
		return (
			depth > 0 &&
			bodiesOf(models, call).some(body => body.fact.calls.some(inner => isMadeOutside(models, at(inner, body), depth - 1)))
		);
	return making.test(wordsOf(nameOf(call) ?? '')) && roots.every(root => root.kind !== 'origin' || root.origin.from !== 'global');
}

interface Asked {
	readonly claim: Claim;
	readonly batch: Batch;
	readonly maker: Site<Call>;
}

/** The call behind a claim that lists what was made, where the claim counts on the order. */
function listerBehind(models: Models, asked: Asked): Site<Call> | undefined {
	const {
		claim: { actual, expected, retried, negated },
		batch,
		maker,
	} = asked;
	if (retried || negated || actual.module !== models.module || !countsOnOrder(models, asked)) return undefined;
	const calls = callsBehind(actual);
	if (
		[...calls, ...(expected === undefined ? [] : callsBehind(expected))].some(isSorting) ||
		[actual, expected].some(site => site !== undefined && isSortedLater(site))
	)
		return undefined;
	const isLister = (call: Site<Call>): boolean =>
		asksAddress(models, call, maker) || (rowsOfCall(models, call).length === 0 && lists(models, call, maker));
	return calls.find(call => call.fact.start > batch.call.fact.end && isLister(call));
}

/** Two records or more in their order, or one that is not the first by its position. */
function countsOnOrder(models: Models, { claim, batch }: Asked): boolean {
	if (picksBehindFirst(claim.actual.fact)) return true;
	const { expected } = claim;
	if (expected === undefined || orderedParts(claim, models.provenance).length === 0) return false;
	if (expected.fact.kind === 'array') return expected.fact.elements.length > 1;
	const mapped = batch.call.fact.args.flatMap(each => [...valuesInside(each)]);
	const isMapped = (value: Value): boolean =>
		value.kind === 'reference' && mapped.some(each => each.kind === 'reference' && each.binding === value.binding);
	return batch.callback !== undefined && valuesInside(expected.fact).some(isMapped);
}

/** `rows[1].name` */
function picksBehindFirst(value: Value): boolean {
	if (value.kind !== 'member') return false;
	const { property, object } = value;
	return (
		(typeof property === 'string'
			? /^[1-9]\d*$/.test(property)
			: property.kind === 'literal' && typeof property.value === 'number' && property.value > 0) || picksBehindFirst(object)
	);
}

/** Whether the list is put in an order, by a method, by an option, or by what a text says. */
export function isSorting({ fact: { callee, args } }: Site<Call>): boolean {
	const isWord = (value: Value): boolean =>
		(value.kind === 'literal' && typeof value.value === 'string' && ordering.test(value.value)) ||
		(value.kind === 'object' &&
			value.entries.some(entry => entry.kind === 'property' && typeof entry.key === 'string' && ordering.test(entry.key)));
	return (
		(callee.kind === 'member' && typeof callee.property === 'string' && ordering.test(callee.property)) ||
		args.some(argument => valuesInside(argument).some(isWord))
	);
}

/** `rows.sort()`, wherever it stands. */
export function isSortedLater({ module, fact }: Site<Value>): boolean {
	return valuesInside(fact).some(
		value =>
			value.kind === 'reference' &&
			module.facts.bindings[value.binding]?.definitions.some(each => each.kind === 'method' && ordering.test(each.method)) === true,
	);
}

/** Whether a call lists what another one makes: both name it, or both are methods of one thing, and neither names another table. */
export function lists({ provenance }: Models, call: Site<Call>, maker: Site<Call>): boolean {
	const [name, made] = [call, maker].map(each => wordsOf(nameOf(each) ?? ''));
	if (name === undefined || name === '' || made === undefined) return false;
	if (made.replace(making, '').trim() !== '') return listsThing(name, made);
	const [one, other] = [call, maker].map(each =>
		each.fact.callee.kind === 'member' ? identityOf(at(each.fact.callee.object, each), 'names') : undefined,
	);
	const [table, madeIn] = [call, maker].map(each =>
		each.fact.args[0] === undefined ? undefined : staticValue(provenance.roots, at(each.fact.args[0], each)),
	);
	return listing.test(name) && one !== undefined && one === other && (table === undefined || madeIn === undefined || table === madeIn);
}

/** Whether a name says that it gives several of what the other says that it makes: `list notes` of `create note`. */
export function listsThing(name: string, made: string): boolean {
	const thing = making.test(made) ? made.replace(making, '').trim() : '';
	return thing !== '' && listingOf.test(name) && pluralsOf(thing).some(each => `${name.replace(listingOf, '')} `.startsWith(`${each} `));
}

/** Whether a call asks for what stands under the address to which another one sends: `client.get('/notes')` of `client.post('/notes', note)`. */
function asksAddress({ provenance }: Models, call: Site<Call>, maker: Site<Call>): boolean {
	if (nameOf(call) !== askingFor || nameOf(maker) !== sendingTo) return false;
	const [asked, sent] = [call, maker].map(each => {
		const [address] = each.fact.args;
		const text = address === undefined ? undefined : staticValue(provenance.roots, at(address, each));
		return typeof text === 'string' ? text.replace(/\?.*$/, '') : undefined;
	});
	return asked !== undefined && asked === sent;
}

function pluralsOf(thing: string): readonly string[] {
	return [`${thing}s`, `${thing}es`, thing.replace(/y$/, 'ies')].filter(each => each !== thing);
}

/** What a call's function or method is called. */
export function nameOf({ module, fact: { callee } }: Site<Call>): string | undefined {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : undefined;
	return callee.kind === 'reference' ? module.facts.bindings[callee.binding]?.word : undefined;
}
