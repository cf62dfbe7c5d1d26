import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { Module, Site } from '../project/model.ts';
import { type Entry, entryAt } from '../provenance/entry.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { Call, Span } from '../syntax/facts.ts';
import type { Suite, TestCase } from './model.ts';
import { optionObjects } from './registration.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A test or suite that is made to run after its neighbours and not beside them. */
export interface SerialChoice {
	/** The word or the option, in the linted file. */
	readonly at: Span;
	/** The call in the linted file that it belongs to. */
	readonly call: Call;
	/** Where it is said: in the linted file, or in the function of another that defines the test. */
	readonly said: Site<Span>;
	/** The suite that a test stands in; undefined for a suite. */
	readonly suite: Suite | undefined;
}

export interface SerialOptions {
	readonly module: Module;
	readonly provenance: Provenance;
	readonly vocabulary: Vocabulary;
	readonly tests: readonly TestCase[];
	readonly suites: readonly Suite[];
}

/** In source order. */
export function serialChoices(options: SerialOptions): readonly SerialChoice[] {
	const { module, tests, suites } = options;
	const choices = [
		...tests.flatMap(test => choiceAt(options, test.definition, test.call, test.suite)),
		...suites.flatMap(({ call }) => (call === undefined ? [] : choiceAt(options, { module, fact: call }, call, undefined))),
		...module.facts.functions.flatMap(({ calls }) => calls.filter(isConfigure).flatMap(fact => configured(options, { module, fact }))),
	];
	return choices.sort((one, other) => one.at.start - other.at.start);
}

function choiceAt(options: SerialOptions, site: Site<Call>, call: Call, suite: Suite | undefined): SerialChoice[] {
	const said = options.vocabulary.said(site);
	if (said === undefined || (said.role !== 'test' && said.role !== 'suite')) return [];
	const word = said.modifiers.has('serial')
		? at({ start: site.fact.start, end: site.fact.callee.end }, site)
		: optionOf(options, site, said.framework);
	return word === undefined ? [] : [{ at: word.module === options.module ? word.fact : call, call, said: word, suite }];
}

/** `{ sequential: true }`, `{ concurrency: 1 }`. */
function optionOf({ provenance }: SerialOptions, site: Site<Call>, framework: TestCase['framework']): Site<Entry> | undefined {
	const rows = frameworks[framework].options.filter(({ truthy, falsy }) => truthy === 'serial' || falsy === 'serial');
	for (const object of rows.length === 0 ? [] : optionObjects(site)) {
		for (const { key, truthy } of rows) {
			const entry = entryAt(provenance.roots, object, [key]);
			const value = entry === undefined ? undefined : staticValue(provenance.roots, at(entry.fact.value, entry));
			if (truthy === 'serial' ? value === true : value === false || value === 1) return entry;
		}
	}
	return undefined;
}

function isConfigure({ callee, args }: Call): boolean {
	return callee.kind === 'member' && callee.property === 'configure' && args.length > 0;
}

/** `test.describe.configure({ mode: 'serial' })`. */
function configured({ vocabulary, provenance, module }: SerialOptions, site: Site<Call>): SerialChoice[] {
	const [argument] = site.fact.args;
	if (argument === undefined || vocabulary.said(site)?.role !== 'configure') return [];
	const entry = entryAt(provenance.roots, at(argument, site), ['mode']);
	if (entry === undefined || staticValue(provenance.roots, at(entry.fact.value, entry)) !== 'serial') return [];
	return [{ at: entry.module === module ? entry.fact : site.fact, call: site.fact, said: entry, suite: undefined }];
}
