import { rowsOfCall } from '../../effects/knowing.ts';
import { valuesIn, valuesInside } from '../../effects/value-parts.ts';
import type { TestCase } from '../../framework/model.ts';
import { handedLimits, periods, runningOut } from '../../knowledge/limit-words.ts';
import type { Module, Site } from '../../project/model.ts';
import { placeOf } from '../../provenance/match.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { lineAt } from '../../syntax/lower.ts';
import { holds } from '../../syntax/spans.ts';
import { codeCalledBehind } from '../called-code.ts';
import type { Models } from '../models.ts';
import { isRun } from '../what-runs.ts';

/** A few milliseconds that a test tells the code under test to give up after, or to forget after. */
export interface HandedLimit {
	readonly at: Span;
	readonly ms: number;
	/** As the option or the parameter is called. */
	readonly name: string;
	/** Where the code waits for it, or holds it against the clock: `src/rpc.ts:30`. */
	readonly where: string;
	readonly number: Span;
}

type Told = Omit<HandedLimit, 'where'>;

/** More is a limit that somebody chose for a busy machine, too. */
const most = 100;

/** `connect({ ackTimeout: 5 })`, `query.run(client, 1)`, where a test that is not about time-outs runs, and code that it calls sets a timer to it. */
export function* limitsHandedOver(models: Models): Iterable<HandedLimit> {
	for (const told of [...optionsIn(models), ...argumentsIn(models)]) {
		if (told.ms <= 0 || told.ms > most || isClaimed(models, told.at)) continue;
		for (const test of testsOf(models, told.at)) {
			const where = isMeant(models, test, told) ? undefined : useOf(models, test, told.name);
			if (where === undefined) continue;
			yield { ...told, where };
			break;
		}
	}
}

function optionsIn({ module: { facts } }: Models): readonly Told[] {
	const entries = new Set(
		facts.functions.flatMap(each => [...valuesIn(each, facts)].flatMap(value => (value.kind === 'object' ? value.entries : []))),
	);
	return [...entries].flatMap((entry): Told[] => {
		if (entry.kind !== 'property' || typeof entry.key !== 'string' || !isLimit(entry.key)) return [];
		const ms = numberOf(entry.value);
		return ms === undefined ? [] : [{ at: entry, ms, name: entry.key, number: entry.value }];
	});
}

function argumentsIn({ module, provenance }: Models): readonly Told[] {
	return module.facts.functions
		.flatMap(({ calls }) => calls)
		.flatMap(call =>
			call.args.flatMap((argument, index): Told[] => {
				const ms = numberOf(argument);
				if (ms === undefined || ms > most) return [];
				const names = provenance
					.roots(at(call.callee, { module }))
					.flatMap(root =>
						root.kind === 'function' && root.path.length === 0 && root.site.module !== module
							? parameterOf(root.site.module, root.site.fact.parameters[index]?.binding)
							: [],
					);
				const name = names.find(isLimit);
				return name === undefined ? [] : [{ at: call, ms, name, number: argument }];
			}),
		);
}

function isLimit(name: string): boolean {
	return handedLimits.test(name) && !periods.test(name);
}

function parameterOf({ facts }: Module, binding: number | undefined): readonly string[] {
	const name = binding === undefined ? undefined : facts.bindings[binding]?.word;
	return name === undefined ? [] : [name];
}

function numberOf(value: Value): number | undefined {
	return value.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
}

/** What an assertion speaks of is a setting that is looked at. */
function isClaimed(models: Models, place: Span): boolean {
	return models.scopes.some(scope =>
		models
			.assertionsIn(scope)
			.some(({ actual, expected }) =>
				[actual, expected].some(
					site =>
						site?.module === models.module &&
						holds(site.fact, place) &&
						site.fact.kind !== 'call' &&
						site.fact.kind !== 'await',
				),
			),
	);
}

/** The tests that it holds for: the one that it stands in, those around which the hook runs, or all of the file. */
function testsOf({ tests, module }: Models, place: Span): readonly TestCase[] {
	const own = tests.filter(test => isRun(test) && test.body.module === module);
	const inside = own.filter(({ body, call }) => holds(body.fact, place) || holds(call, place));
	const hooked = own.filter(({ hooks }) => hooks.some(({ body }) => body.module === module && holds(body.fact, place)));
	return inside.length > 0 ? inside : hooked.length > 0 ? hooked : own;
}

/** A test that is about running out of it, that lets it run out, or that no time passes in. */
function isMeant(models: Models, test: TestCase, { at: place, ms }: Told): boolean {
	const { framework, effects, module } = models;
	if (framework.isSynchronous(test) || framework.clockAt(test, test.body.fact.end).timers) return true;
	if (effects.sleepsIn(test.body).some(sleep => sleep.ms === undefined || sleep.ms >= ms)) return true;
	const claims = models.assertionsIn(test);
	if (
		claims.length === 0 ||
		claims.some(
			({ relation, negated, place: claimed }) =>
				(relation === 'rejects' || relation === 'throws') && !negated && holds(test.body.fact, place) && claimed.end > place.start,
		)
	)
		return true;
	return [...titlesOf(test), ...textsIn(module, test.body.fact)].some(text => runningOut.test(text));
}

function titlesOf({ title, suite }: TestCase): readonly string[] {
	const titles: (string | undefined)[] = [title];
	for (let each: TestCase['suite'] | undefined = suite; each !== undefined; each = each.parent) titles.push(each.title);
	return titles.filter(each => each !== undefined);
}

/** What is written in a test: texts, and what it calls and expects. */
function textsIn({ facts }: Module, body: Span): readonly string[] {
	return functionsWithin(facts, body).flatMap(inside =>
		[...valuesIn(inside, facts)].flatMap(value => {
			if (value.kind === 'literal') return typeof value.value === 'string' ? [value.value] : [];
			if (value.kind === 'regexp') return [value.pattern];
			return value.kind === 'member' && typeof value.property === 'string' && value.object.kind !== 'this' ? [value.property] : [];
		}),
	);
}

/** Where the modules whose code a test and its hooks call set a timer to what is called so, or hold it against the clock. */
function useOf(models: Models, { body, hooks }: TestCase, name: string): string | undefined {
	const called = [body, ...hooks.map(hook => hook.body)]
		.filter(({ module }) => module === models.module)
		.flatMap(site => codeCalledBehind(models, site, 0));
	const modules = [...new Set(called.map(({ module }) => module))];
	for (const module of modules) {
		const use = usesIn(models, module, plain(name));
		if (use !== undefined) return `${module.path}:${lineAt(module.facts, use.start)}`;
	}
	return undefined;
}

function usesIn(models: Models, module: Module, name: string): Span | undefined {
	for (const inside of module.facts.functions) {
		const timer = inside.calls.find(call => isTimer(models, { module, fact: call }, name));
		const compared =
			timer ??
			[...valuesIn(inside, module.facts)].find(
				value =>
					value.kind === 'operation' &&
					['<', '<=', '>', '>='].includes(value.operator) &&
					mentions(value, module, name) &&
					isTimed(models, { module, fact: value }),
			);
		if (compared !== undefined) return compared;
	}
	return undefined;
}

function isTimer(models: Models, call: Site<Call>, name: string): boolean {
	if (!call.fact.args.some(argument => mentions(argument, call.module, name))) return false;
	return rowsOfCall(models, call).some(({ row, call: timer }) => {
		const delay =
			(row.effect === 'timer' || row.effect === 'sleep' || row.effect === 'deadline') &&
			row.delay !== undefined &&
			timer !== undefined
				? placeOf(row.delay, timer)
				: undefined;
		return delay !== undefined && mentions(delay.site.fact, delay.site.module, name);
	});
}

function isTimed({ effects }: Models, site: Site<Value>): boolean {
	const operands = site.fact.kind === 'operation' ? site.fact.operands : [];
	return operands.some(operand => effects.behind(at(operand, site), [{ kind: 'parts' }]).some(({ kind }) => kind === 'clock'));
}

function mentions(value: Value, { facts }: Module, name: string): boolean {
	return valuesInside(value).some(each => {
		if (each.kind === 'member') return typeof each.property === 'string' && plain(each.property) === name;
		return each.kind === 'reference' && plain(facts.bindings[each.binding]?.word ?? '') === name;
	});
}

/** `_requestTimeout`, `#requestTimeout` and `requestTimeout` are one. */
function plain(name: string): string {
	return name.replace(/^[_#$]+/, '');
}
