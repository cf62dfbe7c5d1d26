import { browserDrivers } from '../knowledge/clients.ts';
import { awaitedNeedlessly, drivenPromises, queueingRunners } from '../knowledge/schedules.ts';
import type { Module } from '../project/model.ts';
import type { Call, FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';
import { isThen, promiseLinkOf } from '../syntax/promise-link.ts';
import type { Models, Scope } from './models.ts';

/** The calls of one name in a module. */
export interface Custom {
	readonly awaited: Call[];
	/** With a `then` behind them, in the list of `Promise.all`, or given back to the runner or to a chain: with these none is awaited out of habit. */
	readonly heeded: Call[];
	readonly dropped: Call[];
}

const known = new WeakMap<ModuleFacts, ReadonlyMap<string, Custom>>();

/** What becomes of the calls of each name in the linted file; commands of a global that drives a browser have one name more, for all of them. */
export function customsOf(models: Models): ReadonlyMap<string, Custom> {
	const answer = known.get(models.module.facts) ?? readCustoms(models);
	known.set(models.module.facts, answer);
	return answer;
}

function readCustoms(models: Models): ReadonlyMap<string, Custom> {
	const { module, scopes } = models;
	const isHabit = scopes.some(scope => givesBackAnything(models, scope));
	const customs = new Map<string, Custom>();
	const bodies = new Set(scopes.map(({ body }) => body.fact));
	const queues = isDriven(models);
	for (const inside of module.facts.functions) {
		for (const call of inside.calls) {
			const use = isHabit && call.usage === 'returned' && bodies.has(inside) ? undefined : useOf(call, inside, bodies);
			const name = use === undefined || (use === 'heeded' && queues) ? undefined : nameOf(call.callee, module);
			if (use === undefined || name === undefined) continue;
			for (const each of [name, driverOf(call.callee) ?? [], methodOf(call.callee) ?? []].flat()) {
				const custom = customs.get(each) ?? { awaited: [], heeded: [], dropped: [] };
				customs.set(each, custom);
				custom[use].push(call);
			}
		}
	}
	return customs;
}

/** Whether what drives the linted file may settle its promises by itself, or makes its commands one after the other. */
export function isDriven({ module, scopes }: Pick<Models, 'module' | 'scopes'>): boolean {
	return (
		module.facts.sources.some(source => drivenPromises.test(source)) ||
		scopes.some(scope => 'framework' in scope && queueingRunners.has(scope.framework))
	);
}

/** Whether a test or hook gives the runner what is no promise: `return (this.options = {})`. There `return` stands before the last statement out of habit, and shows of no call that it gives one. */
function givesBackAnything({ framework, module }: Models, scope: Scope): boolean {
	const { fact, module: own } = scope.body;
	return (
		own === module &&
		fact.form !== 'arrow' &&
		fact.returns.some(({ value }) => value.kind !== 'literal') &&
		framework.isSynchronous(scope)
	);
}

function useOf(call: Call, inside: FunctionFacts, bodies: ReadonlySet<FunctionFacts>): keyof Custom | undefined {
	const { usage, outer } = call;
	if (usage === 'awaited') return 'awaited';
	if (usage === 'discarded') return 'dropped';
	if (usage === 'returned') return isGivenBack(call, inside, bodies) ? 'heeded' : undefined;
	if (outer?.callee.kind !== 'member' || typeof outer.callee.property !== 'string') return undefined;
	const { object, property } = outer.callee;
	if (usage === 'receiver') return object === call && promiseLinkOf(outer.callee) !== undefined ? 'heeded' : undefined;
	const [list] = outer.args;
	return usage === 'argument' && ['all', 'allSettled'].includes(property) && list?.kind === 'array' && list.elements.includes(call)
		? 'heeded'
		: undefined;
}

/** To the runner, or to the chain that calls it: `return load();`. What an arrow function gives back as its only expression may be meant for nobody. */
function isGivenBack({ end }: Call, inside: FunctionFacts, bodies: ReadonlySet<FunctionFacts>): boolean {
	if (inside.form === 'arrow' && inside.end <= end + 1) return false;
	const callee = inside.passedTo?.call.callee;
	return bodies.has(inside) || isThen(callee);
}

/** The global that drives a browser, where it is what is called on: a file awaits all of its commands, or, where the runner queues them, none. */
export function driverOf(callee: Value): string | undefined {
	return callee.kind === 'member' && callee.object.kind === 'global' && browserDrivers.has(callee.object.name)
		? `${callee.object.name}.*`
		: undefined;
}

/** What stands for a method of whatever it is called on, where that is a variable. */
export function methodOf(callee: Value): string | undefined {
	return callee.kind === 'member' && callee.object.kind === 'reference' && typeof callee.property === 'string'
		? `*.${callee.property}`
		: undefined;
}

/** Whether a name is often awaited without need. */
export function isNeedless(name: string): boolean {
	return awaitedNeedlessly.test(name);
}

/** `browser.scroll`, `$().click`, as it is written; undefined for what has no name. */
export function nameOf(value: Value, module: Module): string | undefined {
	switch (value.kind) {
		case 'reference':
			return module.facts.bindings[value.binding]?.word;
		case 'global':
			return value.name;
		case 'this':
			return 'this';
		case 'member': {
			const object = typeof value.property === 'string' ? nameOf(value.object, module) : undefined;
			return object === undefined || typeof value.property !== 'string' ? undefined : `${object}.${value.property}`;
		}
		case 'call': {
			const callee = nameOf(value.callee, module);
			return callee === undefined ? undefined : `${callee}()`;
		}
		default:
			return undefined;
	}
}
