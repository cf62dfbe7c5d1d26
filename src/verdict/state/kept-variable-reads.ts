import type { Assertion } from '../../assertions/model.ts';
import { keptReadsBehind } from '../../effects/state/kept-reads.ts';
import type { KeptVariables } from '../../effects/state/kept-variables.ts';
import { type KeptVariable } from '../../effects/state/kept-variables.ts';
import type { Touches } from '../../effects/state/touches.ts';
import { valuesIn, valuesInside } from '../../effects/value-parts.ts';
import type { TestCase } from '../../framework/model.ts';
import { telling } from '../../knowledge/stub-words.ts';
import type { FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models } from '../models.ts';
import type { Part } from './resets.ts';

/** The tests of a file, the variables that are kept from one to the next, and what tests do to them. */
export interface Parts {
	readonly tests: readonly TestCase[];
	readonly variables: KeptVariables;
	readonly touches: Touches;
}

/** A read of a kept variable on which a test depends. */
export interface Read extends Part {
	readonly place: Span;
	/** Whether what a list or a counter held before is seen even where the test itself adds to it. */
	readonly exact: boolean;
	/** Whether it is seen what the variable holds, and not just handed on. */
	readonly direct: boolean;
	/** Only what kind of thing it is matters, and not what it holds: `row instanceof Row`. */
	readonly whole?: boolean;
	/** The test hands it to code that nobody looks into: that decides only where its content is what the code works on. */
	readonly handed?: true;
}

/** What tests read of kept variables, and depend on. */
export class Reads {
	readonly #models: Models;
	readonly #parts: Parts;

	constructor(models: Models, parts: Parts) {
		this.#models = models;
		this.#parts = parts;
	}

	/** What a test claims about kept variables, takes from them, and hands to other code. */
	*of(reader: TestCase): Iterable<Read> {
		yield* this.#claimed(reader);
		yield* this.#saved(reader);
		yield* this.#handed(reader);
	}

	/** Variables that decide which way a test goes: it knows what to do without an earlier one. */
	askedFor(reader: TestCase): ReadonlySet<KeptVariable['binding'] | undefined> {
		const tests = this.#inside(reader).flatMap(({ regions }) => regions.flatMap(({ test }) => (test === undefined ? [] : [test])));
		return new Set(tests.flatMap(test => valuesInside(test).map(value => this.mentioned(value)?.binding)));
	}

	/** The kept variable that a value of the linted file mentions. */
	mentioned(value: Value): KeptVariable | undefined {
		return value.kind === 'reference' ? this.#parts.variables.of({ module: this.#models.module, fact: value }) : undefined;
	}

	/** Whether a variable has no value until a test gives it one. */
	isSaved({ binding, module }: KeptVariable): boolean {
		if (module !== this.#models.module || binding.kind === 'const') return false;
		return binding.definitions.every(definition => {
			if (definition.kind === 'method' || definition.kind === 'member') return true;
			if (definition.kind !== 'value') return false;
			if (definition.function === binding.function) return isNothing(definition.value);
			return this.isOfTests(definition.function);
		});
	}

	/** Whether a function of the linted file stands in a test. */
	isOfTests(index: number): boolean {
		return this.#parts.tests.some(({ body }) => isWithin(this.#models.module.facts.functions[index], body.fact));
	}

	/** What the claims of a test read; a variable on both sides of one says nothing about what was there before. */
	*#claimed(reader: TestCase): Iterable<Read> {
		const options = { ...this.#models, variables: this.#parts.variables };
		for (const claim of this.#models.assertionsIn(reader)) {
			const [actual, expected] = [[claim.actual], [claim.expected, claim.upper]].map(sides =>
				sides.flatMap(site => (site === undefined ? [] : keptReadsBehind(options, site))),
			);
			for (const read of actual ?? []) {
				if (!expected?.some(other => isSame(other, read)))
					yield {
						...read,
						whole: claim.relation === 'type',
						exact:
							isExact(claim) &&
							!actual?.some(other => other !== read && isSame(other, read) && other.place.start !== read.place.start),
					};
			}
			for (const read of expected ?? [])
				if (!actual?.some(other => isSame(other, read)))
					yield { ...read, whole: claim.relation === 'type', direct: false, exact: false };
		}
	}

	/** Mentions of variables that only tests give a value to: without the earlier test there is none. */
	*#saved(reader: TestCase): Iterable<Read> {
		for (const value of this.#inside(reader).flatMap(each => [...valuesIn(each, this.#models.module.facts)])) {
			const variable = this.mentioned(value);
			if (variable !== undefined && this.isSaved(variable)) yield { variable, path: [], place: value, exact: true, direct: true };
		}
	}

	/** What a test hands to code that it does not make claims with. */
	*#handed(reader: TestCase): Iterable<Read> {
		const claims = this.#models.assertionsIn(reader);
		for (const { variable, path, does, by, site } of this.#parts.touches.of(reader.body)) {
			if (
				does !== 'use' ||
				by === undefined ||
				telling.test(by) ||
				claims.some(({ place }) => place.start <= site.start && site.end <= place.end)
			)
				continue;
			yield { variable, path, place: site, exact: true, direct: true, handed: true };
		}
	}

	#inside({ body: { module, fact } }: TestCase): readonly FunctionFacts[] {
		return functionsWithin(module.facts, fact);
	}
}

function isNothing(value: Value): boolean {
	return (
		value.kind === 'instance' || (value.kind === 'literal' && (value.value === undefined || value.value === null || value.value === ''))
	);
}

/** Whether a function stands in another one, or is it. */
export function isWithin(inner: FunctionFacts | undefined, outer: FunctionFacts): boolean {
	return inner !== undefined && inner.start >= outer.start && inner.end <= outer.end;
}

function isSame(one: Part, other: Part): boolean {
	return one.variable.binding === other.variable.binding;
}

/** Whether the claim says all that is there: an earlier element, or count, makes it fail. */
function isExact({ relation, negated }: Assertion): boolean {
	if (negated) return true;
	return exactRelations.has(relation);
}

/** The relations that say all that is there. */
export const exactRelations: ReadonlySet<Assertion['relation']> = new Set([
	'identical',
	'deep-equal',
	'length',
	'snapshot',
	'falsy',
	'nothing',
	'less',
	'less-or-equal',
	'same-members',
]);
