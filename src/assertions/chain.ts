import type { AnswerEntry, Entry } from '../knowledge/assertions/row.ts';
import type { Site } from '../project/model.ts';
import type { Origin, Path, Step } from '../provenance/model.ts';
import { matchPattern } from '../provenance/pattern.ts';
import { at, property } from '../provenance/walker.ts';
import type { Call, MemberValue, Value } from '../syntax/facts.ts';
import { type Beginning, beginningsOf, propertyBeginnings } from './vocabulary.ts';

/** One word of an assertion, with its call if it is called. */
export interface Word {
	readonly name: string;
	readonly call: Site<Call> | undefined;
}

/** An assertion taken apart into its subject and its words; whether the words mean anything is not asked yet. */
export interface Chain {
	readonly beginning: Beginning;
	/** Undefined where the matcher's own arguments hold it. */
	readonly subject: Site<Value> | undefined;
	/** The part of the subject that the words are about. */
	readonly part?: Path;
	readonly words: readonly Word[];
	/** How many of the last word's arguments hold no value of the matcher: Cypress's first one holds the words. */
	readonly skipped: number;
}

/** Every way to read an origin as an assertion that ends with it. `globals` are packages whose names are global in the file. */
export function* chainsOf(origin: Origin, last: Site<Value>, globals: readonly string[]): Iterable<Chain> {
	const packages =
		origin.from === 'global' ? [...globals, 'global'] : globals.includes(origin.from) ? [origin.from, 'global'] : [origin.from];
	for (const from of packages) {
		for (const beginning of beginningsOf(from)) {
			const chain = chainFrom(beginning, origin, last);
			if (chain !== undefined) yield chain;
		}
	}
}

function chainFrom(beginning: Beginning, origin: Origin, last: Site<Value>): Chain | undefined {
	const { entry, vocabulary } = beginning;
	const steps = withoutItself(origin.steps, vocabulary.library.itself ?? []);
	switch (entry.kind) {
		case 'subject':
			return subjectChain(beginning, entry, steps, origin.from);
		case 'members':
			return membersChain(beginning, entry, steps, origin.from);
		case 'command':
			return commandChain(beginning, entry, steps, last);
		case 'sentence':
			return sentenceChain(beginning, steps, origin.from);
		case 'answer':
			return answerChain(beginning, entry, steps, origin.from);
		case 'property':
			return undefined;
	}
}

/** `expect.extend({…})(x)` is `expect(x)`. */
function withoutItself(steps: Path, methods: readonly string[]): Path {
	if (methods.length === 0 || !steps.some(step => isNamed(step, methods))) return steps;
	return steps.filter((step, index) => {
		const [before, after] = [steps[index - 1], steps[index + 1]];
		return (
			!(isNamed(step, methods) && after?.kind === 'call') &&
			!(step.kind === 'call' && before !== undefined && isNamed(before, methods))
		);
	});
}

function isNamed(step: Step, names: readonly string[]): boolean {
	return step.kind === 'property' && names.includes(step.name);
}

function subjectChain(beginning: Beginning, entry: Extract<Entry, { kind: 'subject' }>, steps: Path, from: string): Chain | undefined {
	const match = matchPattern(beginning.pattern, { from, steps });
	const call = match?.calls.at(-1)?.site;
	const argument = call?.fact.args[0];
	if (match === undefined || call === undefined || argument === undefined || argument.kind === 'spread') return undefined;
	const words = wordsOf(steps.slice(match.length), undefined);
	if (words === undefined || words.length === 0) return undefined;
	const subject = at(argument, call);
	return { beginning, subject: entry.calls === true ? resultOf(subject) : subject, words, skipped: 0 };
}

/** What a function written on the spot returns, where that is one value. */
function resultOf(site: Site<Value>): Site<Value> {
	if (site.fact.kind !== 'function') return site;
	const [result, ...others] = site.module.facts.functions[site.fact.function]?.returns ?? [];
	return result === undefined || others.length > 0 ? site : at(result.value, site);
}

function membersChain(beginning: Beginning, entry: Extract<Entry, { kind: 'members' }>, steps: Path, from: string): Chain | undefined {
	const match = matchPattern(beginning.pattern, { from, steps });
	if (match === undefined) return undefined;
	const words = wordsOf(steps.slice(match.length), entry.call);
	return words === undefined || words.length === 0 ? undefined : { beginning, subject: undefined, words, skipped: 0 };
}

function commandChain(beginning: Beginning, entry: Extract<Entry, { kind: 'command' }>, steps: Path, last: Site<Value>): Chain | undefined {
	const [first] = steps;
	const [method, call] = steps.slice(-2);
	if (
		first === undefined ||
		method === undefined ||
		call?.kind !== 'call' ||
		!isNamed(first, [entry.path]) ||
		!isNamed(method, entry.methods)
	)
		return undefined;
	if (last.fact.kind !== 'call' || last.fact.callee.kind !== 'member') return undefined;
	const [text] = last.fact.args;
	if (text?.kind !== 'literal' || typeof text.value !== 'string') return undefined;
	const names = text.value.split('.');
	const words = names.map((name, index): Word => ({ name, call: index === names.length - 1 ? call.site : undefined }));
	return { beginning, subject: at(checkedBy(last.fact.callee, entry.methods), last), words, skipped: 1 };
}

/** `cy.get('a').should('be.visible').and('have.text', 'b')`: what the first of them is about. */
function checkedBy(callee: MemberValue, methods: readonly string[]): Value {
	const { object } = callee;
	const inner = object.kind === 'call' && object.callee.kind === 'member' ? object.callee : undefined;
	return inner !== undefined && typeof inner.property === 'string' && methods.includes(inner.property)
		? checkedBy(inner, methods)
		: object;
}

function sentenceChain(beginning: Beginning, steps: Path, from: string): Chain | undefined {
	const match = matchPattern(beginning.pattern, { from, steps });
	const call = match?.calls.at(-1)?.site;
	const [subject, text] = call?.fact.args ?? [];
	if (
		match?.length !== steps.length ||
		call === undefined ||
		subject === undefined ||
		text?.kind !== 'literal' ||
		typeof text.value !== 'string'
	)
		return undefined;
	const negation = beginning.vocabulary.library.words?.negation ?? [];
	const names = text.value.split(' ');
	const sentence: Word = { name: names.filter(name => !negation.includes(name)).join(' '), call };
	return {
		beginning,
		subject: at(subject, call),
		words: [...names.filter(name => negation.includes(name)).map((name): Word => ({ name, call: undefined })), sentence],
		skipped: 0,
	};
}

/**
 * What an answer is to hold comes first, or behind its status, which may stand alone; a name and a value say what a header is to be, and a function looks
 * at all of it.
 */
function answerChain(beginning: Beginning, { method, part, status, pattern }: AnswerEntry, steps: Path, from: string): Chain | undefined {
	const [word, last] = steps.slice(-2);
	if (
		word === undefined ||
		last?.kind !== 'call' ||
		!isNamed(word, [method]) ||
		matchPattern(beginning.pattern, { from, steps }) === undefined
	)
		return undefined;
	const {
		callee,
		args: [first, second],
	} = last.site.fact;
	const isStatus = first?.kind === 'literal' && typeof first.value === 'number';
	const isAlone = isStatus && (second === undefined || !mayBeHeld(second));
	const held = isStatus && !isAlone ? second : first;
	const isHeader = !isStatus && second !== undefined && second.kind !== 'function' && first?.kind !== 'object';
	if (callee.kind !== 'member' || held === undefined || isHeader || !mayBeHeld(held)) return undefined;
	const flags = held.kind === 'regexp' ? [{ name: pattern, call: undefined }] : [];
	return {
		beginning,
		subject: at(callee.object, last.site),
		part: [property(isAlone ? status : part)],
		words: [...flags, { name: method, call: last.site }],
		skipped: isStatus && !isAlone ? 1 : 0,
	};
}

/** Not what a variable holds, which may be a status or the function that ends the test. */
function mayBeHeld({ kind }: Value): boolean {
	return kind === 'literal' || kind === 'object' || kind === 'array' || kind === 'regexp' || kind === 'template';
}

/** Undefined where a step is no word. `called` names a call with no word before it. */
function wordsOf(steps: Path, called: string | undefined): readonly Word[] | undefined {
	const words: Word[] = [];
	for (const step of steps) {
		const before = words.at(-1);
		if (step.kind === 'property') words.push({ name: step.name, call: undefined });
		else if (step.kind === 'call' && before !== undefined && before.call === undefined)
			words.splice(-1, 1, { name: before.name, call: step.site });
		else if (step.kind === 'call' && before === undefined && called !== undefined) words.push({ name: called, call: step.site });
		else if (step.kind !== 'await') return undefined;
	}
	return words;
}

const spokenNames: ReadonlySet<string> = new Set(
	propertyBeginnings.flatMap(({ entry }) => (entry.kind === 'property' ? [entry.property] : [])),
);

/** Cheap: whether the words of a value have one that assertions of every value begin with. */
export function mayBeSpoken(value: Value): boolean {
	for (let current = value; ;) {
		if (current.kind === 'call') current = current.callee;
		else if (current.kind !== 'member') return false;
		else if (typeof current.property === 'string' && spokenNames.has(current.property)) return true;
		else current = current.object;
	}
}

/** `x.should.be.true`: read off the text, for nothing tells where `x` comes from. */
export function* propertyChains(site: Site<Value>): Iterable<Chain> {
	const words: Word[] = [];
	let current: Value = site.fact;
	let call: Call | undefined;
	for (;;) {
		if (current.kind === 'call' && call === undefined) {
			call = current;
			current = current.callee;
		} else if (current.kind === 'member' && typeof current.property === 'string') {
			const { property, object } = current;
			if (words.length > 0 && call === undefined) {
				for (const beginning of propertyBeginnings) {
					if (beginning.entry.kind === 'property' && beginning.entry.property === property)
						yield { beginning, subject: at(object, site), words: [...words], skipped: 0 };
				}
			}
			words.unshift({ name: property, call: call === undefined ? undefined : at(call, site) });
			call = undefined;
			current = object;
		} else {
			return;
		}
	}
}
