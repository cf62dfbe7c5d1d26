import type { Influence } from '../../effects/model.ts';
import { chainOf, valuesIn } from '../../effects/value-parts.ts';
import { addsBehind, addsInFront, countsOfAll, showsOrder } from '../../knowledge/sorted-copies.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import { soleGiving } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { codeCalled } from '../called-code.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { latestFirstKey } from './latest-first.ts';
import { isQuick } from './quick-work.ts';
import { waitedIn } from './waited-lengths.ts';

/**
 * A reading that code keeps with each of several records which a test has it make one right after the other, where an assertion looks at the list of them that code sorts by it, the latest one
 * first: those of one millisecond stay as they were put in, which is the other way round.
 */
export function tiedTime(models: Models, scope: Scope, claim: Claim): Influence | undefined {
	const subject = shownCall(models, claim);
	if (subject === undefined || scope.body.module !== models.module || !isOfOrder(claim)) return undefined;
	const { date, dateNow, stopped, timers } = models.framework.clockAt(scope, claim.place.start);
	if (date || dateNow || stopped || timers) return undefined;
	const key = latestFirstKey({ module: models.module, fact: subject }) ?? keyInside(models, scope, subject);
	return key === undefined ? undefined : tiedBy(models, scope, subject, key);
}

/** What the code that a call runs sorts a list by. */
function keyInside(models: Models, { body }: Scope, subject: Call): string | undefined {
	const [key] = codeCalled(models, body, call => call === subject).flatMap(({ fact, module }) =>
		functionsWithin(module.facts, fact).flatMap(({ calls }) => calls.flatMap(call => latestFirstKey({ module, fact: call }) ?? [])),
	);
	return key;
}

function isOfOrder({ relation, negated, retried, expected }: Claim): boolean {
	const isEqual = relation === 'identical' || relation === 'deep-equal' || relation === 'includes-structure';
	return isEqual && !negated && !retried && expected !== undefined;
}

/** How far a subject is followed to the call that gives it. */
const maxHops = 4;

/** The call of the test's that gives what an assertion looks at, where that shows in which order a list stands. */
function shownCall({ module }: Models, { actual }: Claim): Call | undefined {
	let value: Value | undefined = actual.module === module ? actual.fact : undefined;
	for (let hops = 0; value !== undefined && hops < maxHops * 2; hops++) {
		if (value.kind === 'await') value = value.value;
		else if (value.kind === 'member') value = isCount(value.property) ? undefined : value.object;
		else if (value.kind === 'reference') value = givenTo(module, value);
		else if (value.kind !== 'call') return undefined;
		else if (value.callee.kind === 'member' && typeof value.callee.property === 'string' && showsOrder.has(value.callee.property))
			value = value.callee.object;
		else return value;
	}
	return undefined;
}

function isCount(property: string | Value): boolean {
	return typeof property === 'string' && countsOfAll.has(property);
}

/** What a variable is given, or taken from. */
function givenTo({ facts }: Models['module'], value: Value): Value | undefined {
	const given = soleGiving(facts, value);
	return given?.kind === 'value' ? given.value : undefined;
}

/** The reading that two calls of one function keep by a name, with nothing in between that takes time. */
function tiedBy(models: Models, scope: Scope, subject: Call, key: string): Influence | undefined {
	const { body } = scope;
	if (namesIn(models, body.fact).has(key) || !isQuick(models, scope)) return undefined;
	const made = new Map<Value, Call>();
	for (const call of body.fact.calls) {
		if (call.end > subject.start || call.region !== undefined) continue;
		for (const code of codeCalled(models, body, each => each === call)) {
			const kept = keptUnder(models, code, key);
			if (kept === undefined) continue;
			const first = made.get(kept.fact);
			const isApart = first !== undefined && waitedIn(models, scope, { start: first.end, end: call.start }) !== undefined;
			if (first !== undefined && first !== call && !isApart) return readingOf(models, kept);
			made.set(kept.fact, first ?? call);
		}
	}
	return undefined;
}

/** What a test says by name itself may be the time that its records are given. */
function namesIn({ module }: Models, body: FunctionFacts): ReadonlySet<string> {
	const values = functionsWithin(module.facts, body).flatMap(inside => [...valuesIn(inside, module.facts)]);
	const entries = values.flatMap(value => (value.kind === 'object' ? value.entries : []));
	return new Set(entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : [])));
}

/** The reading of a clock of whole milliseconds that a function puts by a name into what it adds to a list or a map behind the others. */
function keptUnder(models: Models, { module, fact }: Site<FunctionFacts>, key: string): Site<Value> | undefined {
	const isAdding = fact.calls.some(
		({ callee }) => callee.kind === 'member' && typeof callee.property === 'string' && addsBehind.has(callee.property),
	);
	if (!isAdding || fact.calls.some(({ callee }) => chainOf(callee).path.at(-1) === addsInFront)) return undefined;
	for (const value of valuesIn(fact, module.facts)) {
		const entry = value.kind === 'object' ? value.entries.findLast(each => each.kind === 'spread' || each.key === key) : undefined;
		const site = entry?.kind === 'property' ? at(entry.value, { module }) : undefined;
		if (site !== undefined && readingOf(models, site) !== undefined) return site;
	}
	return undefined;
}

/** The clock of whole milliseconds that a value is read from, and nothing else. */
function readingOf({ effects }: Models, site: Site<Value>): Influence | undefined {
	if (site.fact.kind === 'choice' || effects.clockReading(site).form !== 'read') return undefined;
	const [read, ...others] = effects.behind(site, [{ kind: 'parts' }]).filter(({ kind }) => kind === 'clock');
	return others.length === 0 && read?.row?.effect === 'clock' && read.row.clock !== 'monotonic' ? read : undefined;
}
