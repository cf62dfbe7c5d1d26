import type { CourseStep } from '../../effects/course.ts';
import { valuesIn } from '../../effects/value-parts.ts';
import { elementMethods } from '../../knowledge/page-words.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import type { Origin } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { waitsForReading } from './awaited-conditions.ts';
import type { PageMoment } from './page-moments.ts';
import { type Read, elementOf } from './ui-readings.ts';
import { isNamedWait, roleOf, waitingClaims } from './ui-roles.ts';

/** Whether the test waited, since it last did something to the page, until just what is read now was so: of the same element, or in the same words. */
export function isSettled(read: Read, claim: Claim, { act, before }: PageMoment, scope: Scope, models: Models): boolean {
	const since = before.slice(act === undefined ? 0 : before.lastIndexOf(act) + 1);
	return since.some(step => {
		if (waitingClaims(step, scope, models).some(waited => isOfSame(waited, read, claim, models))) return true;
		if (waitsForReading(step, read, claim, models)) return true;
		return (roleOf(step, scope, models) === 'wait' || isNamedWait(step.call)) && asksTheSame(step, read, claim, models);
	});
}

/** Whether an assertion that waited says of the same element what is claimed of the reading: with the same matcher, the same value, or of all of a list. */
function isOfSame(waited: Claim, read: Read, claim: Claim, models: Models): boolean {
	const { matcher, expected, negated } = waited;
	const isOfList = expected?.fact.kind === 'array' && !negated;
	if (matcher !== read.row.matcher && !isOfList && !isSameValue(expected?.fact, claim.expected?.fact)) return false;
	const named = namesOf(waited.actual, models);
	return namesOfRead(read, models).some(name => named.includes(name));
}

function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
	return one?.kind === 'literal' && other?.kind === 'literal' && one.value === other.value;
}

/** Whether a wait looks, in a function that it is handed, for the same as the reading, and mentions what is then expected; or waits for the last of as many elements. */
function asksTheSame(step: CourseStep, read: Read, { expected }: Claim, models: Models): boolean {
	const { all, handed } = valuesOf(step);
	const wanted = expected?.fact.kind === 'literal' ? expected.fact.value : undefined;
	const literals = all.flatMap(literalsOf);
	const names = [...callsOf(read, models), ...namesOfRead(read, models)];
	const selectors = names.flatMap(name => /\(("[^"]*")\)$/.exec(name)?.[1] ?? []);
	if (typeof wanted === 'number' && selectors.some(each => literals.some(literal => isLastOf(literal, each, wanted)))) return true;
	if (wanted !== undefined && !literals.includes(wanted)) return false;
	const isMeant = (site: Site<Value>): boolean => site.fact.kind === 'call' && namesOf(site, models).some(name => names.includes(name));
	return handed.some(site => literalsOf(site).some(value => selectors.includes(JSON.stringify(value))) || isMeant(site));
}

function literalsOf({ fact }: Site<Value>): readonly unknown[] {
	return fact.kind === 'literal' ? [fact.value] : [];
}

/** `.item:nth-child(3)`, of three. */
function isLastOf(literal: unknown, selector: string, count: number): boolean {
	return typeof literal === 'string' && literal.startsWith(`${JSON.parse(selector)}:nth-`) && literal.endsWith(`(${count})`);
}

/** What stands where a step is called, and what of it stands in functions that are handed over there. */
function valuesOf({ call, via }: CourseStep): { readonly all: readonly Site<Value>[]; readonly handed: readonly Site<Value>[] } {
	let site: Site<Call> = call;
	while (site.fact !== via && site.frame?.call !== undefined) site = site.frame.call;
	const { module, frame, fact: whole } = site;
	const valuesOfAll = (owners: readonly FunctionFacts[]): readonly Site<Value>[] =>
		owners
			.flatMap(each => [...valuesIn(each, module.facts)])
			.filter(value => holds(whole, value))
			.map(fact => ({ module, fact, frame }));
	const handed = valuesOfAll(module.facts.functions.filter(each => holds(whole, each)));
	return { handed, all: [...handed, ...valuesOfAll(module.facts.functions.filter(each => holds(each, whole)))] };
}

/** The calls that lead to a reading, by what they say. */
function callsOf({ call }: Read, models: Models): readonly string[] {
	const found: string[] = [];
	for (let each: Site<Call> | undefined = call; each !== undefined; each = each.frame?.call) {
		const name = identityOf(each, 'ways', models.provenance.roots);
		if (name !== undefined) found.push(name);
	}
	return found;
}

/** What an element is called: by the names that stand for it, and by the way to it from its page. */
function namesOf(site: Site<Value>, { provenance }: Models): readonly string[] {
	const named = identityOf(site, 'ways', provenance.roots);
	const ways = provenance.origins(site).flatMap(origin => wayOf(origin, provenance.roots) ?? []);
	return named === undefined ? ways : [named, ...ways];
}

function namesOfRead(read: Read, models: Models): readonly string[] {
	const { callee, args } = read.call.fact;
	const named = elementOf(read.call, read.row, models);
	const receivers = callee.kind === 'member' ? namesOf(at(callee.object, read.call), models) : [];
	const { of } = read.row;
	const selector = typeof of === 'object' ? args[of.argument] : undefined;
	const selected = selector === undefined ? undefined : identityOf(at(selector, read.call), 'ways', models.provenance.roots);
	const names =
		typeof of === 'object' ? receivers.flatMap(each => (selected === undefined ? [] : `${each}.locator(${selected})`)) : receivers;
	return named === undefined ? names : [named, ...names];
}

/** `fixtures.page.getByRole("row").first()`: pages that are opened in different places are not the same. */
function wayOf({ from, steps }: Origin, ask: Models['provenance']['roots']): string | undefined {
	let way = from;
	let isElement = false;
	for (const step of steps) {
		if (step.kind === 'property') {
			isElement ||= elementMethods.test(step.name);
			way += `.${step.name}`;
		} else if (step.kind === 'call') {
			const args = step.site.fact.args.map(argument => identityOf(at(argument, step.site), 'ways', ask));
			if (args.includes(undefined)) return undefined;
			way += isElement ? `(${args.join()})` : `@${step.site.fact.start}`;
		} else if (step.kind !== 'await') way += `.${step.kind}`;
	}
	return isElement ? way : undefined;
}
