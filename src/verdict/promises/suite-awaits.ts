import path from 'node:path';

import type { Promised } from '../../effects/waits/promised.ts';
import { ownNames } from '../../knowledge/schedules.ts';
import type { Module, Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, ModuleFacts } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import { isNeedless } from '../customs.ts';
import type { Models } from '../models.ts';
import { isUncharted } from './customary-awaits.ts';

/** Files that are looked through for one call, the nearest first. */
const maxFiles = 12;
/** How often other files must wait for a call of the same name, and how much more often than they do not. */
const often = 3;
const farMore = 5;

/** What becomes of the calls of one name in a file. */
interface Uses {
	readonly awaited: Call[];
	dropped: number;
}

const known = new WeakMap<ModuleFacts, ReadonlyMap<string, Uses>>();

/**
 * A promise, as far as the other test files of the package tell: nothing is known of what is called, they await calls of the same method on a thing of the
 * same name again and again, or on whatever else where the name of the method is long enough to be one thing's own, and hardly ever drop one.
 */
export function awaitedBySuite(models: Models, call: Site<Call>): Promised | undefined {
	const { callee, form, usage } = call.fact;
	const { others, module } = models;
	if (
		others === undefined ||
		usage !== 'discarded' ||
		form !== 'call' ||
		call.module !== module ||
		callee.kind !== 'member' ||
		typeof callee.property !== 'string' ||
		isNeedless(callee.property) ||
		models.framework.defines(call)
	)
		return undefined;
	const keys = keysOf(call.fact, module);
	if (keys.length === 0 || !models.provenance.roots(at(callee, call)).every(isUncharted)) return undefined;
	const found = nearest(others.mentioning([callee.property, 'await']), module.file).flatMap(file => others.moduleOf(file) ?? []);
	for (const key of keys) {
		const uses = found.flatMap(each => ({ of: each, ...(usesIn(each).get(key) ?? { awaited: [], dropped: 0 }) }));
		const [first] = uses.filter(({ awaited }) => awaited.length > 0);
		const [shown] = first?.awaited ?? [];
		const awaited = uses.reduce((sum, each) => sum + each.awaited.length, 0);
		const dropped = uses.reduce((sum, each) => sum + each.dropped, 0);
		if (first === undefined || shown === undefined || awaited < often || dropped * farMore > awaited) continue;
		return {
			witness: { steps: [], api: `awaited in ${first.of.path}:${lineAt(first.of.facts, shown.start)}` },
			asserts: false,
			sleeps: false,
			handled: false,
			ofSuite: true,
		};
	}
	return undefined;
}

/** What becomes of the calls of each name; nothing is asked of what they are. */
function usesIn(module: Module): ReadonlyMap<string, Uses> {
	const answer = known.get(module.facts) ?? readUses(module);
	known.set(module.facts, answer);
	return answer;
}

function readUses(module: Module): ReadonlyMap<string, Uses> {
	const found = new Map<string, Uses>();
	for (const call of module.facts.functions.flatMap(({ calls }) => calls)) {
		if (call.usage !== 'awaited' && call.usage !== 'discarded') continue;
		for (const key of keysOf(call, module)) {
			const uses = found.get(key) ?? { awaited: [], dropped: 0 };
			found.set(key, uses);
			if (call.usage === 'awaited') uses.awaited.push(call);
			else uses.dropped += 1;
		}
	}
	return found;
}

/**
 * `client.connect` of `client1.connect()` and `this.client.connect()`, and `*.updateSettings` of `device.updateSettings()`; those that are handed a function
 * at their end apart, for that may tell when they are over.
 */
function keysOf({ callee, args, form }: Call, { facts }: Module): readonly string[] {
	if (form !== 'call' || callee.kind !== 'member' || typeof callee.property !== 'string') return [];
	const { object, property } = callee;
	const holder =
		object.kind === 'reference'
			? facts.bindings[object.binding]?.name
			: object.kind === 'global'
				? object.name
				: object.kind === 'member' && typeof object.property === 'string'
					? object.property
					: undefined;
	if (holder === undefined) return [];
	const end = args.at(-1)?.kind === 'function' ? `${property}(…)` : property;
	return [`${holder.replace(/\d+$/, '')}.${end}`, ...(ownNames.test(property) ? [`*.${end}`] : [])];
}

/** The files that share most of their path with another, in order. */
function nearest(files: readonly string[], file: string): readonly string[] {
	const shared = (other: string): number => {
		const [one, two] = [file, other].map(each => path.dirname(each).split(path.sep));
		const parted = one?.findIndex((folder, index) => two?.[index] !== folder) ?? 0;
		return parted === -1 ? (one?.length ?? 0) : parted;
	};
	return files.toSorted((one, other) => shared(other) - shared(one)).slice(0, maxFiles);
}
