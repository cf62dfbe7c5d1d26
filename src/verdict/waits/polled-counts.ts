import { valuesInside } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Scope } from '../models.ts';

/**
 * Whether a wait only looks for more of what was polled for in front of it: `await until(() => events.length >= 2); await sleep(5); expect(events).toHaveLength(2)`.
 * All that is asserted before the test goes on is about that list, which was long enough before the wait.
 */
export function looksForMore(wait: Span, run: readonly Claim[], claims: readonly Claim[], { body }: Scope): boolean {
	const [holder] = functionsAround(body.module.facts, wait);
	const poll = holder?.calls.filter(isStep).findLast(({ end }) => end <= wait.start);
	const tried = claims.find(({ place }) => poll !== undefined && holds(poll, place));
	const polled = poll?.usage !== 'awaited' ? undefined : tried === undefined ? countIn(poll, body) : countOf(tried);
	if (polled === undefined || run.length === 0) return false;
	const isAbout = ({ actual }: Claim): boolean =>
		valuesInside(actual.fact).some(value => identityOf(at(value, actual), 'ways') === polled.name);
	return run.every(isAbout) && run.some(claim => isSame(countOf(claim), polled));
}

interface Count {
	/** What tells the list from others. */
	readonly name: string;
	readonly number: number;
}

/** How many of what a call is to look for until they are there: `() => events.length >= 2`. */
function countIn({ args }: Call, { module, frame }: Site<FunctionFacts>): Count | undefined {
	const [asks] = args.flatMap(argument => (argument.kind === 'function' ? (functionAt(module, argument.function) ?? []) : []));
	const [result, ...others] = asks?.returns ?? [];
	if (result?.value.kind !== 'operation' || others.length > 0) return undefined;
	const {
		operator,
		operands: [left, right],
	} = result.value;
	if (left === undefined || right?.kind !== 'literal' || typeof right.value !== 'number') return undefined;
	const name = listOf({ module, fact: left, frame });
	const number = ['>=', '==', '==='].includes(operator) ? right.value : operator === '>' ? right.value + 1 : undefined;
	return name === undefined || number === undefined ? undefined : { name, number };
}

/** How many an assertion counts: `expect(events).toHaveLength(2)`. */
function countOf({ actual, expected, relation, negated }: Claim): Count | undefined {
	const number = expected?.fact.kind === 'literal' ? expected.fact.value : undefined;
	const name = relation === 'length' ? identityOf(actual, 'ways') : relation === 'identical' ? listOf(actual) : undefined;
	return negated || name === undefined || typeof number !== 'number' ? undefined : { name, number };
}

function isSame(one: Count | undefined, other: Count): boolean {
	return one?.name === other.name && one.number === other.number;
}

/** The list whose length a value is. */
function listOf(site: Site<Value>): string | undefined {
	return site.fact.kind === 'member' && site.fact.property === 'length' ? identityOf(at(site.fact.object, site), 'ways') : undefined;
}

function isStep({ usage }: Call): boolean {
	return usage === 'awaited' || usage === 'discarded';
}
