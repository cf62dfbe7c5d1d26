import { assertingGlobals, assertingNames, assertingPackages, wholeFileRunners } from '../knowledge/asserting-packages.ts';
import { foundByName } from '../knowledge/frameworks/scripts.ts';
import { noTests } from '../knowledge/frameworks/shared-words.ts';
import type { Module, Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at, functionAt } from '../provenance/walker.ts';
import type { Call, FunctionFacts, ModuleFacts, ObjectEntry, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { baseOf, hasTitleAndBody, mentionsTests } from './mentions.ts';

/** Whether a file that lies where tests lie may be one without a runner, run by itself or handed to a file that runs several of its kind: it asserts something, and has no runner's word. */
export function mayBeScript({ facts }: Module): boolean {
	if (mentionsTests(facts) && !facts.sources.some(source => wholeFileRunners.has(source))) return false;
	return facts.functions.some(({ calls }) => calls.some(call => asserts(call, facts))) || foundTests(facts).length > 1;
}

/** What runs in such a file: its own code, and the functions that it keeps in an object, or exports as a whole, for what runs them. */
export function scriptBodies(module: Module, provenance: Provenance): readonly Site<FunctionFacts>[] {
	if (!mayBeScript(module)) return [];
	const { facts } = module;
	const found = foundTests(facts).map(fact => ({ module, fact }));
	const others = [...namedIn(module), ...keptIn(module), ...exportedWhole(module, provenance)].filter(
		({ fact }) => assertsWithin(facts, fact) && !found.some(each => each.fact === fact),
	);
	const kept = [...found, ...others];
	const [whole] = facts.functions;
	const isKept = (each: FunctionFacts): boolean => kept.some(({ fact }) => fact.start <= each.start && each.end <= fact.end);
	const own =
		whole !== undefined && [...runWith(whole, facts)].some(each => !isKept(each) && each.calls.some(call => asserts(call, facts)));
	return [...(own ? [{ module, fact: whole }] : []), ...kept];
}

/** A function and those of the file that run when it does, or later by what it begins: callbacks, and what it calls or hands on by name. */
function runWith(from: FunctionFacts, { functions, bindings }: ModuleFacts): ReadonlySet<FunctionFacts> {
	const run = new Set([from]);
	for (const { calls } of run) {
		for (const { callee, args } of calls)
			for (const value of [callee, ...args]) {
				const named =
					value.kind === 'reference'
						? (bindings[value.binding]?.definitions ?? []).flatMap(each => (each.kind === 'value' ? [each.value] : []))
						: [];
				for (const each of [value, ...named]) {
					const fact = each.kind === 'function' ? functions[each.function] : undefined;
					if (fact !== undefined) run.add(fact);
				}
			}
	}
	return run;
}

/** `check('saves', () => {})`: a function of the file's own, or of another, takes a title and what runs under it. */
function namedIn(module: Module): readonly Site<FunctionFacts>[] {
	const { facts } = module;
	const within = (fact: FunctionFacts): readonly FunctionFacts[] =>
		fact.calls.flatMap(call => {
			const last = call.args.at(-1);
			const body =
				call.usage === 'discarded' && hasTitleAndBody(call) && !noTests.test(nameOf(call, facts)) && last?.kind === 'function'
					? facts.functions[last.function]
					: undefined;
			if (body === undefined) return [];
			const inner = within(body);
			return inner.length > 0 ? inner : [body];
		});
	return facts.functions
		.slice(0, 1)
		.flatMap(within)
		.map(fact => ({ module, fact }));
}

function nameOf({ callee }: Call, { bindings }: ModuleFacts): string {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : '';
	return callee.kind === 'reference' ? (bindings[callee.binding]?.name ?? '') : '';
}

/**
 * `module.exports = { testSaves() {}, testLoads() {} }`, where some of them assert something, if only by functions of the project's own: other code calls
 * all that are called so.
 */
function foundTests(facts: ModuleFacts): readonly FunctionFacts[] {
	const own = (name: string, value: Value): readonly FunctionFacts[] => {
		const fact = value.kind === 'function' && foundByName.test(name) ? facts.functions[value.function] : undefined;
		return fact === undefined ? [] : [fact];
	};
	const found = facts.exports.flatMap(each => {
		if (each.kind !== 'value') return [];
		if (each.value.kind !== 'object') return own(each.name, each.value);
		return each.value.entries.flatMap(entry =>
			entry.kind === 'property' && typeof entry.key === 'string' ? own(entry.key, entry.value) : [],
		);
	});
	return found.some(fact =>
		functionsWithin(facts, fact).some(({ calls }) => calls.some(call => assertingNames.test(nameOf(call, facts)))),
	)
		? found
		: [];
}

/** `const tests = { async saves() {} }`, at the top of the file, several of them. */
function keptIn(module: Module): readonly Site<FunctionFacts>[] {
	return module.facts.bindings.flatMap(({ definitions }) =>
		definitions.flatMap(definition => {
			if (definition.kind !== 'value' || definition.function !== 0 || definition.value.kind !== 'object') return [];
			const functions = definition.value.entries.flatMap(entry => functionOf(entry, module));
			return functions.length > 1 ? functions : [];
		}),
	);
}

function functionOf(entry: ObjectEntry, module: Module): readonly Site<FunctionFacts>[] {
	const fact = entry.kind === 'property' && entry.value.kind === 'function' ? functionAt(module, entry.value.function) : undefined;
	return fact === undefined ? [] : [{ module, fact }];
}

/** `module.exports = async server => {}`; of a function that gives one, the one that it gives. */
function exportedWhole(module: Module, provenance: Provenance): readonly Site<FunctionFacts>[] {
	const own = (value: Value): readonly Site<FunctionFacts>[] =>
		provenance
			.roots(at(value, { module, frame: undefined }))
			.flatMap(root =>
				root.kind === 'function' && root.path.length === 0 && root.site.module === module ? [{ module, fact: root.site.fact }] : [],
			);
	const whole = module.facts.exports.flatMap(each =>
		each.kind === 'value' && (each.name === 'default' || each.name === 'export=') ? own(each.value) : [],
	);
	return whole.flatMap(site => {
		const given = site.fact.returns.flatMap(({ value }) => own(value));
		if (given.length > 0) return given;
		return site.fact.returns.some(({ value }) => givesTools(value, site, provenance)) ? [] : [site];
	});
}

/** What gives an object of functions helps with tests: `module.exports = options => ({ connect() {}, checkDuration() {} })`. */
function givesTools(value: Value, site: Site<FunctionFacts>, provenance: Provenance): boolean {
	return provenance
		.roots(at(value, site))
		.some(
			root =>
				root.kind === 'class' ||
				root.kind === 'instance' ||
				(root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'object'),
		);
}

function assertsWithin(facts: ModuleFacts, fact: FunctionFacts): boolean {
	return functionsWithin(facts, fact).some(({ calls }) => calls.some(call => asserts(call, facts)));
}

function asserts({ callee }: Call, { bindings }: ModuleFacts): boolean {
	const base = baseOf(callee);
	if (base.kind === 'module') return isAsserting(base.source);
	if (base.kind === 'global') return assertingGlobals.has(base.name);
	return (
		base.kind === 'reference' &&
		(bindings[base.binding]?.definitions ?? []).some(definition => {
			if (definition.kind === 'import') return isAsserting(definition.source);
			return definition.kind === 'value' && isAsserting(sourceOf(baseOf(definition.value)));
		})
	);
}

const isAsserting = (source: string): boolean => assertingPackages.has(source) || wholeFileRunners.has(source);

const sourceOf = (value: Value): string => (value.kind === 'module' ? value.source : '');
