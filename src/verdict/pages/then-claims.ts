import type { CourseStep } from '../../effects/course.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import {
	behindPage,
	loadingCommands,
	namedQueries,
	pageQueries,
	stillCommands,
	typing,
	waitingCommands,
} from '../../knowledge/page-words.ts';
import { waitNames } from '../../knowledge/wait-words.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, ModuleFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { commandName, commandsOf, isCypress, isOfCypress } from './cypress-commands.ts';

/** An assertion in a callback that Cypress calls once, on what the page showed then. */
export interface ThenClaim {
	readonly claim: Claim;
	/** `cy.get(…).then(…)` */
	readonly then: Call;
	/** The commands that look: `cy.get.invoke`. */
	readonly path: string;
	/** What was done to the page before: nothing but load it, or more. */
	readonly done: 'action' | 'load';
	/** Something was looked for, or waited for, since. */
	readonly waited: boolean;
	/** Nothing is chained to it, and its callback gives no commands: `should` may stand in its place, which tries again. */
	readonly mayTryAgain: boolean;
}

/** The assertions of tests that stand in a callback of `then` of Cypress, on what it is handed, where something was done to the page before. */
export function* thenClaims(models: Models): Iterable<ThenClaim> {
	const told = new Set<number>();
	for (const scope of models.tests) {
		if (scope.body.module !== models.module || !models.module.facts.functions.some(({ calls }) => calls.some(isThen))) continue;
		const before = scope.hooks.filter(({ phase }) => phase === 'before-each').flatMap(({ body }) => models.effects.courseOf(body));
		const course = [...before, ...models.effects.courseOf(scope.body)];
		for (const [index, step] of course.entries()) {
			const found = told.has(step.call.fact.start) ? undefined : claimOf(step, course.slice(0, index), scope, models);
			if (found === undefined) continue;
			told.add(step.call.fact.start);
			yield found;
		}
	}
}

function claimOf(step: CourseStep, before: readonly CourseStep[], scope: Scope, models: Models): ThenClaim | undefined {
	const {
		call: { fact, module },
	} = step;
	const [callback] = fact.args;
	if (!isThen(fact) || module !== models.module || !isCypress(step) || callback?.kind !== 'function') return undefined;
	const commands = commandsOf(step).slice(0, -1);
	const inside = functionAt(module, callback.function);
	if (inside === undefined || !looks(commands) || asksForAlias(fact)) return undefined;
	const handed = handedIn(inside, module.facts);
	const claim = models.assertionsIn(scope).find(each => !each.retried && holds(inside, each.site.fact) && isAboutShown(each, handed));
	if (claim === undefined) return undefined;
	const moment = momentOf(before.filter(each => !isPart(each, fact)));
	if (moment === undefined || isTyped(moment.act, fact)) return undefined;
	const waited = moment.waited || commands.some(name => waitingCommands.has(name));
	const isPlain = functionsWithin(module.facts, inside).every(
		({ calls, async }) => !async && calls.every(({ callee }) => !isOfCypress(callee)),
	);
	const mayTryAgain = fact.usage === 'discarded' && isPlain && commands.every(name => pageQueries.has(name) || waitingCommands.has(name));
	return { claim, then: fact, path: ['cy', ...commands].join('.'), done: moment.done, waited, mayTryAgain };
}

function isThen({ callee }: Call): boolean {
	return callee.kind === 'member' && callee.property === 'then';
}

/** Whether a chain begins with a look at the page, and goes on with nothing else. */
function looks([first, ...others]: readonly string[]): boolean {
	const isQuery = (name: string): boolean => pageQueries.has(name) || namedQueries.test(name);
	return (
		first !== undefined &&
		isQuery(first) &&
		others.every(name => isQuery(name) || waitingCommands.has(name) || stillCommands.has(name)) &&
		!others.includes('then')
	);
}

/** `cy.get('@users')`: what was kept under a name, and no part of the page. */
function asksForAlias({ callee }: Call): boolean {
	const [selector] = firstOf(callee)?.args ?? [];
	return selector?.kind === 'literal' && typeof selector.value === 'string' && selector.value.startsWith('@');
}

/** `cy.get('a')` of `cy.get('a').find('b').then`. */
function firstOf(callee: Value): Call | undefined {
	if (callee.kind !== 'member') return undefined;
	return callee.object.kind === 'call' ? (firstOf(callee.object.callee) ?? callee.object) : undefined;
}

/** A step of the chain itself, or of its callback. */
function isPart({ via }: CourseStep, chain: Call): boolean {
	return holds(chain, via);
}

/** The variables that hold what a callback is handed, and what is computed from it. */
function handedIn({ start, end }: FunctionFacts, { bindings, functions }: ModuleFacts): ReadonlySet<number> {
	const own = functions.findIndex(each => each.start === start && each.end === end);
	const handed = new Set<number>();
	for (const [index, { definitions, start: place }] of bindings.entries()) {
		const isGiven = definitions.some(each => each.kind === 'parameter' && each.function === own);
		const isComputed = place >= start && place < end && definitions.some(each => each.kind === 'value' && mentions(each.value, handed));
		if (isGiven || isComputed) handed.add(index);
	}
	return handed;
}

function mentions(value: Value, bindings: ReadonlySet<number>): boolean {
	return valuesInside(value).some(each => each.kind === 'reference' && bindings.has(each.binding));
}

/** Whether a claim is about what was handed over, and about more than that there is something, or that it is as it was read before; what a condition asks is none. */
function isAboutShown({ actual, expected, relation, negated, matcher }: Claim, handed: ReadonlySet<number>): boolean {
	if (
		!mentions(actual.fact, handed) ||
		relation === 'truthy' ||
		relation === 'nothing' ||
		matcher === 'exist' ||
		relation === 'throws' ||
		!/\w/.test(matcher)
	)
		return false;
	return (
		negated ||
		expected === undefined ||
		!valuesInside(expected.fact).some(
			each => each.kind === 'reference' && expected.module.facts.bindings[each.binding]?.kind === 'parameter',
		)
	);
}

interface Moment {
	readonly act: CourseStep;
	readonly done: ThenClaim['done'];
	readonly waited: boolean;
}

/** The last thing that was done to the page; undefined where something that is not known may have been. */
function momentOf(before: readonly CourseStep[]): Moment | undefined {
	let waited = false;
	for (const step of before.toReversed()) {
		const name = commandName(step) ?? '';
		if (!isCypress(step)) {
			waited ||= mayWait(step, before);
			continue;
		}
		if (step.rows.some(({ row }) => row.effect === 'ui-action') && !behindPage.has(name))
			return { act: step, done: loadingCommands.has(name) ? 'load' : 'action', waited };
		if (pageQueries.has(name) || waitingCommands.has(name) || namedQueries.test(name) || waitNames.test(name)) waited = true;
		else if (!stillCommands.has(name)) return undefined;
	}
	return undefined;
}

/** Whether a step is a function of the project by itself, which may look for something or wait for it: those that act were looked into. */
function mayWait({ call: { fact }, roots }: CourseStep, course: readonly CourseStep[]): boolean {
	return (
		fact.usage === 'discarded' &&
		roots.some(({ kind }) => kind !== 'origin') &&
		!course.some(({ call: { frame } }) => frame?.call?.fact === fact)
	);
}

/** Whether the last thing that was done put into a field what is read there: it holds that at once. */
function isTyped({ call: { fact } }: CourseStep, then: Call): boolean {
	if (fact.callee.kind !== 'member' || typeof fact.callee.property !== 'string' || !typing.has(fact.callee.property)) return false;
	const [one, other] = [firstOf(fact.callee)?.args[0], firstOf(then.callee)?.args[0]];
	return one?.kind === 'literal' && other?.kind === 'literal' && one.value === other.value;
}
