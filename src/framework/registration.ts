import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { Modifier } from '../knowledge/frameworks/row.ts';
import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at, functionAt, property } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import type { Said } from './vocabulary.ts';

/** The function that a suite, test or hook runs, and how it got there. */
export interface Body {
	readonly function: Site<FunctionFacts>;
	/** Calls that it was handed through, outermost first. */
	readonly wrappers: readonly Site<Call>[];
	/** Functions of the project that those calls made around it. */
	readonly around: readonly Site<FunctionFacts>[];
}

/** Wrappers inside one another that are looked through. */
const maxWrappers = 3;

/** Several where they are listed, to run one after the other: `testAsyncMulti('x', [first, second])`. */
export function bodiesOf(provenance: Provenance, site: Site<Call>): readonly Body[] {
	const list = site.fact.args.find(argument => argument.kind === 'array');
	const written = list?.elements.filter(({ kind }) => kind === 'function') ?? [];
	if (written.length > 0 && written.length === list?.elements.length)
		return written.flatMap(element => bodyIn(provenance, at(element, site), 0) ?? []);
	return [bodyOf(provenance, site) ?? []].flat();
}

/** The body among a registration's arguments: written there, handed over by name, or wrapped in a call. */
export function bodyOf(provenance: Provenance, site: Site<Call>): Body | undefined {
	const { args } = site.fact;
	const written = args.findLast(argument => argument.kind === 'function');
	if (written !== undefined) return bodyIn(provenance, at(written, site), 0);
	for (const argument of args) {
		if (argument.kind === 'literal' || argument.kind === 'template') continue;
		const body = bodyIn(provenance, at(argument, site), 0);
		if (body !== undefined) return body;
	}
	return undefined;
}

function bodyIn(provenance: Provenance, site: Site<Value>, depth: number): Body | undefined {
	const { fact: value } = site;
	if (depth > maxWrappers) return undefined;
	if (value.kind === 'function') {
		const fact = functionAt(site.module, value.function);
		return fact === undefined ? undefined : { function: at(fact, site), wrappers: [], around: [] };
	}
	const made = functionsOf(provenance, site);
	if (value.kind === 'call') {
		const wrapped = wrappedBody(provenance, at(value, site), depth);
		if (wrapped !== undefined)
			return { ...wrapped, wrappers: [at(value, site), ...wrapped.wrappers], around: [...made, ...wrapped.around] };
	}
	const [named] = made;
	if (named !== undefined) return { function: named, wrappers: [], around: [] };
	return memberBody(provenance, site, depth);
}

function wrappedBody(provenance: Provenance, { fact, module, frame }: Site<Call>, depth: number): Body | undefined {
	for (const argument of fact.args) {
		if (argument.kind !== 'function' && argument.kind !== 'call') continue;
		const body = bodyIn(provenance, { module, fact: argument, frame }, depth + 1);
		if (body !== undefined) return body;
	}
	return undefined;
}

/** `Deno.test({ fn })`, `it('x', { metadata, test })`, `test('x', macro)` where the macro is `{ exec }` or `test.macro({ exec })`; a list of macros counts as its first. */
function memberBody(provenance: Provenance, site: Site<Value>, depth: number): Body | undefined {
	for (const root of provenance.roots(site)) {
		if (root.kind === 'origin') {
			const step = root.origin.steps.at(-1);
			const before = root.origin.steps.at(-2);
			const [macro] = step?.kind === 'call' && before?.kind === 'property' && before.name === 'macro' ? step.site.fact.args : [];
			if (macro !== undefined && step?.kind === 'call') return bodyIn(provenance, at(macro, step.site), depth + 1);
		}
		if (root.kind !== 'made' || root.path.length > 0) continue;
		const { fact: value } = root.site;
		if (value.kind === 'array') {
			const [first] = value.elements;
			return first === undefined ? undefined : bodyIn(provenance, at(first, root.site), depth + 1);
		}
		const [named] = value.kind === 'object' ? ['fn', 'exec', 'test'].flatMap(key => functionsOf(provenance, root.site, key)) : [];
		if (named !== undefined) return { function: named, wrappers: [], around: [] };
	}
	return undefined;
}

function functionsOf(provenance: Provenance, site: Site<Value>, key?: string): readonly Site<FunctionFacts>[] {
	return provenance
		.roots(site, key === undefined ? [] : [property(key)])
		.flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : []));
}

/** The title, where it is written down. */
export function titleOf(provenance: Provenance, site: Site<Call>): string | undefined {
	const [first] = site.fact.args;
	if (first === undefined || first.kind === 'function') return undefined;
	const named =
		first.kind === 'object'
			? staticValue(provenance.roots, at(first, site), [property('name')])
			: staticValue(provenance.roots, at(first, site));
	return typeof named === 'string' ? named : undefined;
}

/** What the options of a test or suite say about it, each with the option as it reads. */
export function optionsOf(
	provenance: Provenance,
	site: Site<Call>,
	{ framework }: Said,
): readonly { readonly modifier: Modifier; readonly text: string }[] {
	const { options } = frameworks[framework];
	if (options.length === 0) return [];
	return optionObjects(site).flatMap(object =>
		options.flatMap(({ key, truthy, falsy }) => {
			const value = staticValue(provenance.roots, object, [property(key)]);
			if (value === undefined || value === null) return [];
			const modifier = value === false || value === 0 || value === 1 ? falsy : truthy;
			return modifier === undefined ? [] : [{ modifier, text: `{ ${key}: ${String(value)} }` }];
		}),
	);
}

/** The arguments that may be options: anything that is written as an object, or named. */
export function optionObjects(site: Site<Call>): readonly Site<Value>[] {
	return site.fact.args.filter(({ kind }) => kind === 'object' || kind === 'reference').map(argument => at(argument, site));
}
