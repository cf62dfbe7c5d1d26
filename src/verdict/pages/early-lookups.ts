import { apiName } from '../../effects/api-name.ts';
import type { CourseStep } from '../../effects/course.ts';
import { chainOf, valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { telling } from '../../knowledge/event-words.ts';
import { addressReadings, handleFinders, listsOfWindows } from '../../knowledge/page-words.ts';
import type { Module, Site } from '../../project/model.ts';
import { isGiving } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, PathStep, Span, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models, Scope } from '../models.ts';
import { isSkippedAt } from '../what-runs.ts';
import { doneBefore, isTyping } from './done-before.ts';
import type { ElementRace } from './element-races.ts';
import { isWithin } from './ui-readings.ts';
import { roleOf } from './ui-roles.ts';

/** What a page has at one moment, taken right behind an action, and used: nothing waits until it is there. */
export interface EarlyLookup {
	readonly scope: Scope;
	/** In the test's own text. */
	readonly place: Span;
	readonly api: string;
	/** A window, or a frame: an action may open one. An element may just as well have been there before, and the address may be the one that the action leads away from. */
	readonly of: 'address' | 'element' | 'window';
	/** What was done to the page before. */
	readonly done: 'action' | 'load';
}

/**
 * The lookups of tests and hooks, and of what they call, that come too early for what the action before them brings about; those aside of which a race
 * is told anyway.
 */
export function* earlyLookups(models: Models, races: readonly ElementRace[]): Iterable<EarlyLookup> {
	const told = new Set<Span>();
	for (const scope of models.scopes) {
		if (scope.body.module !== models.module) continue;
		const course = models.effects.courseOf(scope.body);
		for (const [index, step] of course.entries()) {
			const of = lookupOf(step);
			if (
				of === undefined ||
				told.has(step.via) ||
				!isWithin({ module: models.module, fact: step.via }, scope) ||
				isSkippedAt(scope, step.via)
			)
				continue;
			const done = (of === 'address' ? isFollowed(models, step.call) : isUsed(step.call, of))
				? doneToPage(course, index, of, scope, models)
				: undefined;
			const [match] = step.rows;
			if (
				done === undefined ||
				match === undefined ||
				races.some(race => tellsOf(race, step) || isOfSameMoment(race, course.slice(index), scope, models))
			)
				continue;
			told.add(step.via);
			yield { scope, place: step.via, api: apiName(match.origin, match.match), of, done };
		}
	}
}

function tellsOf({ place, read }: ElementRace, { via, call: { fact } }: CourseStep): boolean {
	return holds(place, via) || read.origin?.steps.some(step => step.kind === 'call' && step.site.fact === fact) === true;
}

/** Whether a race is told of what is read behind a lookup, with nothing done in between: `for (const row of await rows.all()) expect(await row.textContent())…`. */
function isOfSameMoment(race: ElementRace, [step, ...after]: readonly CourseStep[], scope: Scope, models: Models): boolean {
	if (step === undefined || race.scope !== scope || race.place.start < step.via.start) return false;
	return after.every(({ via, ...rest }) => via.start >= race.place.start || roleOf({ via, ...rest }, scope, models) !== 'action');
}

/** What a step looks up, where it is no sooner there than when it is asked for. */
function lookupOf({
	rows,
	call: {
		fact: {
			callee,
			args: [script],
		},
		module,
	},
}: CourseStep): EarlyLookup['of'] | undefined {
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || !rows.some(({ row }) => row.effect === 'ui-read'))
		return undefined;
	if (addressReadings.has(callee.property) || isOfLocation(script, module)) return 'address';
	if (listsOfWindows.has(callee.property)) return 'window';
	return handleFinders.has(callee.property) ? 'element' : undefined;
}

/** `() => window.location.hash` */
function isOfLocation(script: Value | undefined, { facts: { functions } }: Module): boolean {
	const [given, ...others] = script?.kind === 'function' ? (functions[script.function]?.returns ?? []) : [];
	if (given === undefined || others.length > 0) return false;
	const { root, path } = chainOf(given.value);
	return root.kind === 'global' && [root.name, ...path].includes('location');
}

/** Whether something is made of an address, or it is gone to, later in the file, and nothing asserts or asks what it is. */
function isFollowed(models: Models, { fact: call }: Site<Call>): boolean {
	const { module, scopes } = models;
	const { facts } = module;
	const holders = new Set(
		facts.bindings.flatMap(({ definitions }, binding) =>
			definitions.some(each => each.kind === 'value' && each.path.length === 0 && isCall(each.value, call)) ? [binding] : [],
		),
	);
	const isIt = (value: Value): boolean => (value.kind === 'reference' && holders.has(value.binding)) || isCall(value, call);
	const isMentioned = (value: Value): boolean => valuesInside(value).some(isIt);
	const claims = scopes.filter(({ body }) => body.module === module).flatMap(scope => models.assertionsIn(scope));
	const values = facts.functions.flatMap(each => [...valuesIn(each, facts)]);
	const isAsserted = claims.some(
		({ place }) => holds(place, call) || values.some(value => value.kind === 'reference' && isIt(value) && holds(place, value)),
	);
	if (isAsserted || facts.functions.some(({ regions }) => regions.some(({ test }) => test !== undefined && isMentioned(test))))
		return false;
	return values.some(
		value =>
			value.kind === 'call' &&
			value !== call &&
			(isIt(chainOf(value.callee).root) ||
				(value.args.some(isMentioned) && !chainOf(value.callee).path.some(name => telling.test(name)))),
	);
}

function isCall(value: Value, call: Call): boolean {
	return value === call || (value.kind === 'await' && value.value === call);
}

/** Whether something is done with what was found, without asking whether it is there. */
function isUsed({ module: { facts }, fact: call }: Site<Call>, of: EarlyLookup['of']): boolean {
	const inside = facts.functions[call.function];
	if (inside === undefined) return false;
	const isIt = (value: Value): boolean => isCall(value, call);
	const holders = new Set(
		facts.bindings.flatMap(({ definitions }, binding) => {
			const [only, ...others] = definitions.filter(isGiving);
			return others.length === 0 && only?.kind === 'value' && isTakenFrom(only.value, only.path, isIt, of) ? [binding] : [];
		}),
	);
	if ([...holders].some(holder => isAsked(inside, holder))) return false;
	return (
		[...valuesIn(inside, facts)].some(value => {
			if (value.kind !== 'call' || value.callee.kind !== 'member') return false;
			const { root, path } = chainOf(value.callee);
			if (root.kind === 'reference' && holders.has(root.binding))
				return (
					of === 'element' ||
					facts.bindings[root.binding]?.definitions.some(each => each.kind === 'value' && !isIt(each.value)) === true ||
					isLater(path)
				);
			return isIt(root) && (of === 'element' ? path.length > 0 && !path.includes('length') : isLater(path) && path.length > 1);
		}) ||
		(of === 'window' && isHandedOn(inside, isIt, holders))
	);
}

/** `const frame = page.frames()[1]`, `const [, popup] = context.pages()`. */
function isTakenFrom(value: Value, path: readonly PathStep[], isIt: (value: Value) => boolean, of: EarlyLookup['of']): boolean {
	if (isIt(value)) return path.length === 0 || of === 'element' || path.some(step => step.kind === 'position' && step.index > 0);
	const { root, path: names } = chainOf(value.kind === 'call' ? value.callee : value);
	return path.length === 0 && isIt(root) && (of === 'element' ? names.length === 1 && /^\d+$/.test(names[0] ?? '') : isLater(names));
}

/** Any but the first: `[1]`, `.at(-1)`, `.find(…)`. */
function isLater([first]: readonly string[]): boolean {
	return first !== undefined && first !== '0' && first !== 'length' && first !== 'map' && first !== 'forEach';
}

/** `driver.switchTo().window(handles[1])` */
function isHandedOn({ calls }: FunctionFacts, isIt: (value: Value) => boolean, holders: ReadonlySet<number>): boolean {
	return calls.some(({ args }) =>
		args.some(argument => {
			const { root, path } = chainOf(argument);
			return path.length === 1 && isLater(path) && (isIt(root) || (root.kind === 'reference' && holders.has(root.binding)));
		}),
	);
}

/** Whether a condition, or an assertion, asks what a variable holds: then nothing is done with what is not there. */
function isAsked({ regions, calls }: FunctionFacts, binding: number): boolean {
	const mentions = (value: Value): boolean => valuesInside(value).some(each => each.kind === 'reference' && each.binding === binding);
	const asserts = calls.some(
		({ callee, args }) =>
			(callee.kind === 'reference' || callee.kind === 'global') &&
			args.some(argument => argument.kind === 'reference' && argument.binding === binding),
	);
	return asserts || regions.some(({ test }) => test !== undefined && mentions(test));
}

/** A window is no part of what is loaded; a frame is one. */
function doneToPage(
	course: readonly CourseStep[],
	index: number,
	of: EarlyLookup['of'],
	scope: Scope,
	models: Models,
): EarlyLookup['done'] | undefined {
	const step = course[index];
	const done = doneBefore(course, index, of === 'element' ? 'selected' : undefined, scope, models);
	if (step === undefined || done === undefined) return undefined;
	const tellsNothing = done.role === 'load' ? !isOfPage(step) : isTyping(done.step);
	return tellsNothing ? undefined : done.role;
}

/** `page.frames()` */
function isOfPage({
	call: {
		fact: { callee },
	},
}: CourseStep): boolean {
	return callee.kind === 'member' && callee.property === 'frames';
}
