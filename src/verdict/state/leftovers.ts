import { type Parts, type Read, Reads } from './kept-variable-reads.ts';
import { type Build, buildOf } from './built-fixtures.ts';
import { exactRelations, isWithin } from './kept-variable-reads.ts';
import { overlap } from '../../effects/state/changing.ts';
import { type KeptVariable, KeptVariables } from '../../effects/state/kept-variables.ts';
import { type Touch, Touches } from '../../effects/state/touches.ts';
import type { Witness } from '../../effects/witness.ts';
import type { TestCase } from '../../framework/model.ts';
import type { FunctionFacts, Span } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';
import { isOwn, isPutBack, isResetBetween } from './resets.ts';
import { keepersOf } from './state-keepers.ts';
import { isJourney, isSubtests } from './test-order.ts';
import { expectsFailureAt } from '../what-runs.ts';
import { Writers } from './writers.ts';

/** State that one test leaves behind, and that decides another. */
export interface Leftover {
	/** As a reader would write it: `user.name`. */
	readonly name: string;
	readonly writer: TestCase;
	readonly reader: TestCase;
	/** The later read, in the linted file. */
	readonly read: Span;
	/** How many tests behind the reader read it as well. */
	readonly others: number;
	/** From the writing test to the write. */
	readonly way: Witness;
	/** Where what the tests change is built, once for all of them, and the hook that does so. */
	readonly build: Build | undefined;
}

/** For each variable, in the first test that reads what an earlier one left there: the first such read. */
export function* leftovers(models: Models): Iterable<Leftover> {
	const { module, framework } = models;
	const tests = models.tests.filter(test => test.body.module === module && !test.modifiers.has('skip') && !test.modifiers.has('todo'));
	if (tests.length < 2) return;
	const homes = new Set<FunctionFacts>(
		[framework.root, ...framework.suites.filter(suite => !isSubtests(suite))].map(({ body }) => body.fact),
	);
	const variables = new KeptVariables(models.project, {
		isHome: (where, facts) => facts.form === 'module' || (where === module && homes.has(facts)),
		isReplaced: framework.isReplaced,
	});
	const keepers = keepersOf(models, variables);
	if (keepers.size === 0) return;
	const touches = new Touches({ provenance: models.provenance, rows: models.rows, variables, enters: target => keepers.has(target) });
	const search = new Search(models, { tests, variables, touches });
	const all = tests.flatMap(reader => [...search.of(reader)]);
	yield* firstReaders(
		all,
		(one, other) => one.variable.binding === other.variable.binding && (one.build === undefined) === (other.build === undefined),
	);
}

/** What is left behind comes once: with the first of the tests that read it, and how many more there are. */
export function* firstReaders<Each>(
	all: readonly Each[],
	isSame: (one: Each, other: Each) => boolean,
): Iterable<Each & Pick<Leftover, 'others'>> {
	for (const [index, each] of all.entries()) {
		if (all.slice(0, index).some(earlier => isSame(earlier, each))) continue;
		yield { ...each, others: all.slice(index + 1).filter(later => isSame(later, each)).length };
	}
}

interface Found extends Omit<Leftover, 'others'> {
	readonly variable: KeptVariable;
}

/** What is added to such a list or map is taken out again by the code that keeps it. */
const taking: ReadonlySet<string> = new Set(['delete', 'pop', 'shift', 'splice']);

class Search {
	readonly #models: Models;
	readonly #parts: Parts;
	readonly #scopes = new Map<FunctionFacts, Scope | undefined>();
	readonly #writers: Writers;
	readonly #reads: Reads;

	constructor(models: Models, parts: Parts) {
		this.#models = models;
		this.#parts = parts;
		this.#reads = new Reads(models, parts);
		this.#writers = new Writers(parts.tests, test => this.#writtenBy(test));
	}

	*of(reader: TestCase): Iterable<Found> {
		if (!this.#writers.isAfterAny(reader) || isJourney(reader, this.#models.module) || this.#onlyCalls(reader)) return;
		const known = new Set<KeptVariable['binding']>();
		const asked = this.#reads.askedFor(reader);
		for (const read of this.#reads.of(reader)) {
			if (known.has(read.variable.binding) || asked.has(read.variable.binding)) continue;
			const found = this.#leftBefore(read, reader);
			if (found === undefined) continue;
			known.add(read.variable.binding);
			yield found;
		}
	}

	*#writtenBy(test: TestCase): Iterable<KeptVariable['binding']> {
		for (const { does, variable } of this.#parts.touches.of(test.body))
			if (does !== 'use' && !this.#isOpen(variable)) yield variable.binding;
	}

	#leftBefore(read: Read, reader: TestCase): Found | undefined {
		const { touches } = this.#parts;
		const own = touches
			.of(reader.body)
			.filter(touch => touch.variable.binding === read.variable.binding && overlap(touch.path, read.path));
		const isLater = !isDirectlyIn(reader, read.place);
		if (own.some(touch => isOwn(touch) && (isLater || touch.site.start <= read.place.start))) return undefined;
		// Without the other test the variable has no value at all: so too where both run in processes of their own.
		for (const writer of this.#writers.before(
			reader,
			read.variable.binding,
			this.#reads.isSaved(read.variable) ? 'anywhere' : 'together',
		)) {
			const all = touches.of(writer.body).filter(({ site }) => !expectsFailureAt(this.#models, writer, site));
			const touch = all.findLast(
				each =>
					each.variable.binding === read.variable.binding &&
					each.does !== 'use' &&
					overlap(each.path, read.path) &&
					!isPutBack(each, all, index => this.#reads.isOfTests(index)),
			);
			if (touch === undefined) continue;
			if (!this.#decides(touch, read, own) || this.#saysUnchanged(writer, touch)) continue;
			if (isResetBetween(this.#models, touches, read, writer, reader)) continue;
			const { variable, path, place } = read;
			const build = buildOf(this.#models.module, this.#parts.touches, { touch, writer, reader });
			if (read.handed === true && (build === undefined || touch.by !== undefined)) continue;
			return { variable, name: [variable.binding.name, ...path].join('.'), writer, reader, read: place, way: touch.witness, build };
		}
		return undefined;
	}

	/** Whether what an earlier test wrote can change what is read. What was not plainly assigned in this file has to be read plainly. */
	#decides(touch: Touch, read: Read, own: readonly Touch[]): boolean {
		const { variable, does, by } = touch;
		if ((does !== 'set' || by !== undefined || variable.module !== this.#models.module) && !read.direct) return false;
		if (read.whole === true && touch.path.length > 0) return false;
		if (does === 'set') return true;
		const isRegistry =
			variable.module !== this.#models.module &&
			this.#parts.variables
				.definitionsOf(variable)
				.some(each => each.definition.kind === 'method' && taking.has(each.definition.method));
		return !isRegistry && (read.exact || !own.some(each => each.does === 'add'));
	}

	/** `test('dispose', () => dispose())`: a clean-up that is written as a test claims nothing. */
	#onlyCalls({ body }: TestCase): boolean {
		const [call, ...others] = body.fact.calls;
		return (
			call?.callee.kind === 'reference' &&
			call.args.length === 0 &&
			others.length === 0 &&
			body.fact.writes.length === 0 &&
			this.#reads.mentioned(call.callee) !== undefined
		);
	}

	/** Whether the writer itself claims, behind what it does, that the variable is still what it was declared with. */
	#saysUnchanged(writer: TestCase, { variable, site }: Touch): boolean {
		const first = variable.binding.definitions.find(({ kind }) => kind === 'value');
		if (first?.kind !== 'value' || first.value.kind !== 'literal') return false;
		const { value } = first.value;
		const claims = this.#models
			.assertionsIn(writer)
			.filter(({ actual, place }) => place.start > site.start && this.#reads.mentioned(actual.fact)?.binding === variable.binding);
		const last = claims.at(-1);
		return (
			last !== undefined &&
			!last.negated &&
			exactRelations.has(last.relation) &&
			last.expected?.fact.kind === 'literal' &&
			last.expected.fact.value === value
		);
	}

	/** Whether functions that no test or hook is seen to call set the variable: they may do so at any time. */
	#isOpen(variable: KeptVariable): boolean {
		const { module } = this.#models;
		if (variable.module !== module) return false;
		return this.#parts.variables.definitionsOf(variable).some(({ definition }) => {
			const facts = module.facts.functions[definition.function];
			if ((definition.kind === 'method' && definition.method !== 'set') || facts === undefined) return false;
			const scope = this.#scopeOf(facts);
			if (scope !== undefined) return 'phase' in scope && scope.body.fact !== facts;
			return (
				facts.class !== undefined ||
				!module.facts.functions.some(each => this.#parts.touches.isEntered(each) && isWithin(facts, each))
			);
		});
	}

	/** The test or hook that a function stands in. */
	#scopeOf(facts: FunctionFacts): Scope | undefined {
		if (this.#scopes.has(facts)) return this.#scopes.get(facts);
		const { scopes, module } = this.#models;
		const scope = scopes.find(({ body }) => body.module === module && isWithin(facts, body.fact));
		this.#scopes.set(facts, scope);
		return scope;
	}
}

/** Whether a place stands in the test's own function, and not in one inside it that may run later. */
function isDirectlyIn({ body: { module, fact } }: TestCase, { start }: Span): boolean {
	const [inner] = functionsAround(module.facts, { start, end: start + 1 });
	return inner === fact;
}
