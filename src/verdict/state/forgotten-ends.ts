import { usesOf } from '../../effects/uses.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { closings } from '../../knowledge/ending-words.ts';
import type { TestCase } from '../../framework/model.ts';
import type { Call } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import { holds } from '../../syntax/spans.ts';
import { nameOf } from '../customs.ts';
import type { Models } from '../models.ts';
import { type Made, isClosing, isOutOfSight, isToFail, madeIn } from './made-in-tests.ts';

/** Something that a test makes and leaves as it is, where other tests of the file end what they make in the same way. */
export interface ForgottenEnd {
	readonly scope: TestCase;
	readonly call: Call;
	/** How the others end theirs, and where the first of them does. */
	readonly method: string;
	readonly line: number;
}

/** How many other tests must end theirs, and how many of all things that are made so must be ended. */
const atLeast = 2;
const mostly = 0.75;

export function* forgottenEnds(models: Models): Iterable<ForgottenEnd> {
	for (const made of kindsOf(models).values()) {
		const ended = made.filter(({ ending }) => ending !== undefined);
		const [first] = ended;
		if (first?.ending === undefined || new Set(ended.map(({ scope }) => scope)).size < atLeast || ended.length < made.length * mostly)
			continue;
		for (const { scope, call, uses, ending } of made) {
			if (
				ending !== undefined ||
				uses.length === 0 ||
				uses.some(use => isOutOfSight(use, models) || isClosing(use) || isToFail(use, scope, models)) ||
				isEndedWith(call, scope, models)
			)
				continue;
			if (models.effects.openingsIn(scope.body).some(opening => holds(opening.call, call) || holds(call, opening.call))) continue;
			yield { scope, call, method: first.ending.name, line: lineAt(models.module.facts, first.ending.start) };
		}
	}
}

/** What the tests make, by what makes it. */
function kindsOf(models: Models): ReadonlyMap<string, readonly Made[]> {
	const kinds = new Map<string, Made[]>();
	for (const made of madeIn(models)) {
		const maker = makerOf(made.call, models);
		if (maker !== undefined) kinds.set(maker, [...(kinds.get(maker) ?? []), made]);
	}
	return kinds;
}

/** `new Client`, `createServer()`, `session()` of whatever it is called on. */
function makerOf({ callee, form }: Call, { module }: Models): string | undefined {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? `${form} .${callee.property}` : undefined;
	const name = nameOf(callee, module);
	return name === undefined ? undefined : `${form} ${name}`;
}

/** Whether the test ends what it was made from, and perhaps it with that. */
function isEndedWith(call: Call, { body }: TestCase, { module }: Models): boolean {
	const sources = valuesInside(call).flatMap(value => (value.kind === 'reference' ? [value.binding] : []));
	return sources.some(source =>
		usesOf(module, source).some(use => use.kind === 'method' && closings.has(use.name) && holds(body.fact, use.place)),
	);
}
