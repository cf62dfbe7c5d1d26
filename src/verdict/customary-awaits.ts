import type { Promised } from '../effects/promised.ts';
import { browserDrivers } from '../knowledge/clients.ts';
import { awaitedNeedlessly, overOnReturn } from '../knowledge/schedules.ts';
import type { Module, Site } from '../project/model.ts';
import type { Root } from '../provenance/model.ts';
import { at } from '../provenance/walker.ts';
import type { Call, ModuleFacts, Value } from '../syntax/facts.ts';
import { lineAt } from '../syntax/lower.ts';
import type { Models } from './models.ts';

/** The calls of one name in a module. */
interface Custom {
	readonly awaited: Call[];
	readonly dropped: Call[];
}

const known = new WeakMap<ModuleFacts, ReadonlyMap<string, Custom>>();

/** How often a call must be awaited for one that is not to be an oversight. */
const often = 2;

/**
 * A promise, as far as the habit of the file tells: nothing is known of what is called, the file awaits calls of the same name on the same thing
 * again and again, and here it does not.
 */
export function customarilyAwaited(models: Models, call: Site<Call>): Promised | undefined {
	if (call.fact.form !== 'call') return undefined;
	const name = nameOf(call.fact.callee, call.module);
	const custom = name === undefined ? undefined : customsOf(call.module).get(driverOf(call.fact.callee) ?? name);
	if (custom === undefined || custom.awaited.length < often || custom.dropped.length * 2 > custom.awaited.length) return undefined;
	const [first] = custom.awaited;
	const roots = models.provenance.roots(at(call.fact.callee, call));
	if (first === undefined || !roots.every(isUncharted) || (callsBack(models, call) && !callsBack(models, at(first, call)))) return undefined;
	const api = `awaited in line ${lineAt(call.module.facts, first.start)}`;
	return { witness: { steps: [], api }, asserts: false, sleeps: false, handled: false };
}

function customsOf(module: Module): ReadonlyMap<string, Custom> {
	const answer = known.get(module.facts) ?? readCustoms(module);
	known.set(module.facts, answer);
	return answer;
}

function readCustoms(module: Module): ReadonlyMap<string, Custom> {
	const customs = new Map<string, Custom>();
	for (const { calls } of module.facts.functions) {
		for (const call of calls) {
			if (call.usage !== 'awaited' && call.usage !== 'discarded') continue;
			const name = nameOf(call.callee, module);
			if (name === undefined) continue;
			for (const each of [name, driverOf(call.callee) ?? []].flat()) {
				const custom = customs.get(each) ?? { awaited: [], dropped: [] };
				customs.set(each, custom);
				(call.usage === 'awaited' ? custom.awaited : custom.dropped).push(call);
			}
		}
	}
	return customs;
}

/** The global that drives a browser, where it is what is called on: a file awaits all of its commands, or, where the runner queues them, none. */
function driverOf(callee: Value): string | undefined {
	return callee.kind === 'member' && callee.object.kind === 'global' && browserDrivers.has(callee.object.name) ? `${callee.object.name}.*` : undefined;
}

/** `browser.scroll`, `$().click`, as it is written; undefined for what has no name, and for what is often awaited without need. */
function nameOf(callee: Value, module: Module): string | undefined {
	const name = textOf(callee, module);
	return name === undefined || awaitedNeedlessly.test(name) ? undefined : name;
}

function textOf(value: Value, module: Module): string | undefined {
	switch (value.kind) {
		case 'reference':
			return module.facts.bindings[value.binding]?.name;
		case 'global':
			return value.name;
		case 'this':
			return 'this';
		case 'member': {
			const object = typeof value.property === 'string' ? textOf(value.object, module) : undefined;
			return object === undefined || typeof value.property !== 'string' ? undefined : `${object}.${value.property}`;
		}
		case 'call': {
			const callee = textOf(value.callee, module);
			return callee === undefined ? undefined : `${callee}()`;
		}
		default:
			return undefined;
	}
}

/** Whether a call is handed a callback at its end, which tells when it is over; `null` stands for one that is missing. */
function callsBack({ provenance }: Models, call: Site<Call>): boolean {
	const last = call.fact.args.at(-1);
	if (last === undefined) return false;
	if (last.kind === 'literal') return last.value === null;
	return last.kind === 'function' || (last.kind === 'reference' && provenance.roots(at(last, call)).some(({ kind }) => kind === 'function'));
}

/** Whether it is open what is called. */
export function isUncharted(root: Root): boolean {
	if (root.kind === 'function' || root.kind === 'made' || root.kind === 'class') return false;
	if (root.kind !== 'origin') return true;
	const { from, steps: [first] } = root.origin;
	if (from === 'global') return first?.kind === 'property' && /^(?:browser|driver|page|\$\$?)$/.test(first.name);
	return !overOnReturn.test(from);
}
