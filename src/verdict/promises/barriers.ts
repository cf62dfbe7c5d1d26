import { type Promised, plainAwait, promisedBy } from '../../effects/waits/promised.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { closings } from '../../knowledge/ending-words.ts';
import { appClients } from '../../knowledge/routing.ts';
import { settlingPackages } from '../../knowledge/schedules.ts';
import { eventMakers, lookingWords, ownWaits, receivingWords, waitingWords, waitNames } from '../../knowledge/wait-words.ts';
import type { Site } from '../../project/model.ts';
import { hasTestName } from '../../project/test-support.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { awaitedValue } from './awaited-value.ts';
import { isWaitedForElsewhere } from './customary-awaits.ts';
import { nameOf } from '../customs.ts';
import { nameOfCallee } from './dropped-calls.ts';
import { innerWaits } from '../inner-waits.ts';
import { isOwnRequest } from './own-requests.ts';
import type { Models } from '../models.ts';
import { isOfPage, sendsScript } from './page-commands.ts';
import { isNewPromise } from '../../effects/promise-classes.ts';

/**
 * Whether waiting for a value may be a wait for work that was started before it. Only what is known to do something else is none: a
 * call of an API, or of a function of the project, that neither asks again and again nor waits for what somebody else does.
 */
export function isBarrier(models: Models, awaited: Site<Value>, dropped: Call): boolean {
	const site = awaitedValue(awaited, dropped);
	const { fact: value } = site;
	if (value.kind === 'literal' || value.kind === 'template') return false;
	if (value.kind === 'array') return value.elements.some(element => isBarrier(models, at(element, site), dropped));
	if (value.kind !== 'call' || innerWaits(models, at(value, site)).some(each => isBarrier(models, each, dropped))) return true;
	const promised = promisedBy(models, at(value, site));
	if (promised === undefined)
		return (
			!isNextStep(value, dropped) &&
			!isNextOfCallback(at(value, site), dropped) &&
			!isOversight(models, at(value, site), dropped) &&
			!isOfStore(models, at(value, site))
		);
	if (promised.sleeps || promised.asserts || takesTurns(models, promised, at(dropped, site))) return true;
	if (isOversight(models, at(value, site), dropped) || isOwnRequest(models, at(value, site), dropped)) return false;
	const name = nameOfCallee(value, site.module);
	if (waits(promised) && !ownWaits.test(name)) return true;
	if (isNextStep(value, dropped) && !receivingWords.test(name) && !closings.has(name)) return false;
	return models.provenance.roots(at(value.callee, site)).some(root => root.kind === 'function' && asks(root.site));
}

/** Whether a promise is over only when what was begun before it is: of the same thing, or all that the page is busy with. */
function takesTurns(models: Models, { inTurn }: Promised, dropped: Site<Call>): boolean {
	return inTurn !== undefined && (settlingPackages.has(inTurn) || inTurn === promisedBy(models, dropped)?.inTurn);
}

/** What waiting for a value makes of work that was dropped before it: a race, one for all that is known, or nothing where it may be a wait for that. Actions on a page race with whatever else is of it. */
export function raceWith(models: Models, awaited: Site<Value>, dropped: Site<Call>, isAction: boolean): 'raced' | 'unsure' | undefined {
	const site = awaitedValue(awaited, dropped.fact);
	if (isForSame(site.fact, dropped.fact) && sendsScript(models, dropped)) return undefined;
	if ((isAction && isAboutPage(models, site)) || !isBarrier(models, site, dropped.fact)) return 'raced';
	return isUnknownStep(models, site) && promisedBy(models, dropped) !== undefined ? 'unsure' : undefined;
}

/** `scroll(page, 200); await expectPosition(page, 200)`: both mention one variable. */
function isForSame(awaited: Value, dropped: Call): boolean {
	const mentioned = new Set(valuesInside(dropped).flatMap(value => (value.kind === 'reference' ? [value.binding] : [])));
	return valuesInside(awaited).some(value => value.kind === 'reference' && mentioned.has(value.binding));
}

/** Whether what is awaited is of the page, or what a function of the linted file waits for first. */
function isAboutPage(models: Models, site: Site<Value>): boolean {
	const { fact } = site;
	const [first] = fact.kind === 'call' ? innerWaits(models, at(fact, site)) : [];
	return isOfPage(models, site) || (first !== undefined && isAboutPage(models, first));
}

/**
 * Whether what is awaited may be a wait or none, for all that is known, and is not called like one: `applyEdit(edit); await handler.press('i')`. Where it is a function of
 * the project, something that it calls may wait for what others do, but not it itself.
 */
function isUnknownStep(models: Models, site: Site<Value>): boolean {
	const { fact: value } = site;
	if (value.kind !== 'call' || value.form !== 'call') return false;
	const promised = promisedBy(models, at(value, site));
	if (
		promised !== undefined &&
		(promised.sleeps || promised.asserts || promised.inTurn !== undefined || promised.witness.steps.length === 0)
	)
		return false;
	const name = nameOfCallee(value, site.module);
	const isCalledSo =
		(waitingWords.test(name) && !eventMakers.test(name)) || receivingWords.test(name) || closings.has(name) || waitNames.test(name);
	return (
		name !== '' &&
		!isCalledSo &&
		!models.provenance.roots(at(value.callee, site)).some(root => root.kind === 'function' && asks(root.site)) &&
		innerWaits(models, at(value, site)).every(each => isUnknownStep(models, each))
	);
}

/**
 * Whether the file waits for the dropped call wherever else it makes it, or a hook makes it that prepares tests, and what is waited for next neither bears
 * the name of a wait nor takes in what the other sends. What drives a wait, `flush()`, may well be made for the next one.
 */
function isOversight(models: Models, { module, fact: { callee } }: Site<Call>, dropped: Call): boolean {
	const name = callee.kind === 'member' ? callee.property : nameOf(callee, module);
	return (
		typeof name === 'string' &&
		[name, nameOfCallee(dropped, module)].every(each => !waitingWords.test(each)) &&
		!receivingWords.test(name) &&
		!closings.has(name) &&
		(isWaitedForElsewhere(models, dropped) || isOfPreparation(models, dropped))
	);
}

/** Whether a call stands in a hook before the tests: what it begins is for them, and no part of what they test. */
function isOfPreparation({ scopes, module }: Models, { start }: Call): boolean {
	return scopes.some(
		scope =>
			'phase' in scope &&
			scope.phase.startsWith('before') &&
			scope.body.module === module &&
			scope.body.fact.start <= start &&
			start < scope.body.fact.end,
	);
}

/** A query of a database that is sent when it is awaited, `await db.schema.createTable(…)`, or a request to an app in the test's own process: it waits for its own answer. */
function isOfStore({ provenance, rows }: Models, site: Site<Call>): boolean {
	const { callee } = site.fact;
	const packages = rows.packagesOf('store');
	const roots =
		callee.kind === 'member' && typeof callee.property === 'string' && !waitingWords.test(callee.property)
			? provenance.roots(at(callee.object, site))
			: [];
	return (
		roots.length > 0 &&
		roots.every(
			root =>
				root.kind === 'origin' && root.origin.from !== 'global' && (packages.has(root.origin.from) || askers.has(root.origin.from)),
		)
	);
}

const askers: ReadonlySet<string> = new Set(appClients.map(({ from }) => from));

/** Another method of what the promise came from: `boss.stop(); await boss.work()`, or the same of something else: `post.populate(); await blog.populate()`. */
function isNextStep({ callee }: Call, { callee: first }: Call): boolean {
	if (callee.kind === 'reference' && first.kind === 'reference') return callee.binding === first.binding;
	if (callee.kind !== 'member' || first.kind !== 'member' || typeof callee.property !== 'string' || waitingWords.test(callee.property))
		return false;
	if (callee.property === first.property) return true;
	const [one, other] = [callee.object, first.object];
	return one.kind === 'reference'
		? other.kind === 'reference' && one.binding === other.binding
		: one.kind === 'global' && other.kind === 'global' && one.name === other.name;
}

/** Another method of what the dropped call's callback works with: `items.forEach(async item => { await books.add(item); }); await books.find()`. */
function isNextOfCallback({ module, fact: { callee } }: Site<Call>, { args }: Call): boolean {
	if (
		callee.kind !== 'member' ||
		typeof callee.property !== 'string' ||
		waitingWords.test(callee.property) ||
		receivingWords.test(callee.property) ||
		callee.object.kind !== 'reference'
	)
		return false;
	const { binding } = callee.object;
	const callbacks = args.flatMap(argument => (argument.kind === 'function' ? (functionAt(module, argument.function) ?? []) : []));
	return callbacks
		.flatMap(callback => functionsWithin(module.facts, callback))
		.some(({ calls }) =>
			calls.some(({ callee: inner, usage }) => {
				return (
					usage === 'awaited' && inner.kind === 'member' && inner.object.kind === 'reference' && inner.object.binding === binding
				);
			}),
		);
}

function waits({ witness: { steps, api } }: Promised): boolean {
	const isLookedUp = steps.some(({ text, file }) => lookingWords.test(text) && !hasTestName(file));
	return (
		(api !== plainAwait && !(isLookedUp && api === 'new Promise') && waitingWords.test(api)) ||
		steps.some(({ text }) => waitingWords.test(text))
	);
}

/** Whether a function loops, or makes a promise of its own. */
function asks({ module, fact }: Site<FunctionFacts>): boolean {
	const inside = functionsWithin(module.facts, fact);
	return inside.some(
		({ regions, calls }) =>
			regions.some(({ loop }) => loop !== undefined && loop.form !== 'for-of' && loop.form !== 'for-in') || calls.some(isNewPromise),
	);
}
