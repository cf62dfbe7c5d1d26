import { chainOf } from '../../effects/value-parts.ts';
import {
	addingToSet,
	asksFor,
	asksToMake,
	carrying,
	givingSet,
	handedOver,
	listing,
	listingOf,
	making,
	ranking,
} from '../../knowledge/store-words.ts';
import type { Site } from '../../project/model.ts';
import type { Binding, Call, Value } from '../../syntax/facts.ts';
import { wordsOf } from '../../syntax/words.ts';
import { nameOf } from './named-records.ts';

/** The name that says what a call makes: its own, or that of what it is handed where its own says nothing; undefined where neither tells of making. */
export function saidMade(call: Site<Call>): string | undefined {
	const own = nameOf(call) ?? '';
	if (making.test(wordsOf(own)) || addingToSet.test(wordsOf(own))) return own;
	return carrying.test(wordsOf(own)) ? namesHanded(call).find(name => asksToMake.test(wordsOf(name))) : undefined;
}

/** The same of a call that gives all that there are. */
export function saidListed(call: Site<Call>): string | undefined {
	const own = nameOf(call) ?? '';
	if (listsAll(wordsOf(own)) || givingSet.test(wordsOf(own))) return own;
	return carrying.test(wordsOf(own)) ? namesHanded(call).find(name => asksForAll(wordsOf(name))) : undefined;
}

/** Whether names tell of members of a set both, or of other things both. */
export function areOfOneKind(made: string, listed: string): boolean {
	const [isSetMade, isSetListed] = [addingToSet.test(wordsOf(made)), givingSet.test(wordsOf(listed))];
	return isSetMade === isSetListed || (isSetMade ? making.test(wordsOf(made)) : listsAll(wordsOf(listed)));
}

/** The words of a name without that for what is handed over: `create note` of `CreateNoteCommand`. */
export function wordsSaid(name: string): string {
	return withoutCarrier(wordsOf(name));
}

function withoutCarrier(words: string): string {
	return words.replace(handedOver, '');
}

function listsAll(name: string): boolean {
	return !ranking.test(name) && (listing.test(name) || (listingOf.test(name) && /s(?: |$)/.test(name.replace(listingOf, ''))));
}

function asksForAll(name: string): boolean {
	const asked = withoutCarrier(name);
	return listingOf.test(asked) || listing.test(asked) ? listsAll(asked) : asksFor.test(name) && !ranking.test(asked);
}

/** The names of what a call is handed: of variables that hold no text, and of what is made on the spot. */
function namesHanded({ module, fact: { args } }: Site<Call>): readonly string[] {
	return args.flatMap(argument => {
		const binding = bindingNamed(argument, module.facts.bindings);
		return binding === undefined ? [] : [binding.word];
	});
}

function bindingNamed(value: Value, bindings: readonly Binding[]): Binding | undefined {
	if (value.kind === 'call') return value.callee.kind === 'reference' ? bindings[value.callee.binding] : undefined;
	const { root } = chainOf(value);
	const binding = root.kind === 'reference' ? bindings[root.binding] : undefined;
	return binding?.definitions.every(each => each.kind === 'value' && isMade(each.value)) === true ? binding : undefined;
}

/** A text may say more than the name of what holds it: an order, for example. */
function isMade(value: Value): boolean {
	return value.kind === 'await' ? isMade(value.value) : value.kind === 'object' || (value.kind === 'call' && value.form !== 'tag');
}
