import type { Promised } from '../../effects/waits/promised.ts';
import { closings, lastDeeds } from '../../knowledge/ending-words.ts';
import { listening } from '../../knowledge/event-words.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, ModuleFacts } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import { isNeedless, nameOf } from '../customs.ts';
import type { Models } from '../models.ts';
import { isUncharted } from './customary-awaits.ts';

/** How many methods of a thing a file must wait for, how often in all, and how much more often than it drops one. */
const several = 3;
const often = 5;
const farMore = 5;

/** What becomes of the calls of the methods of things of one name. */
interface Uses {
	readonly awaited: Call[];
	readonly methods: Set<string>;
	dropped: number;
	/** The result of one is used as it is. */
	isPlain: boolean;
}

const known = new WeakMap<ModuleFacts, ReadonlyMap<string, Uses>>();

/**
 * A promise, as far as the habit of the file tells: nothing is known of what is called, and the file waits for whatever else it calls on the thing, or on
 * things of its name, as it must with what answers from elsewhere: a stub of an actor, a client, a page object.
 */
export function awaitedOfThing({ module, provenance, framework }: Models, call: Site<Call>): Promised | undefined {
	const { callee, form, usage, args } = call.fact;
	const thing = thingOf(call.fact, call.module.facts);
	if (
		thing === undefined ||
		usage !== 'discarded' ||
		form !== 'call' ||
		call.module !== module ||
		callee.kind !== 'member' ||
		args.at(-1)?.kind === 'function' ||
		isQuiet(thing.method) ||
		framework.defines(call)
	)
		return undefined;
	const uses = usesIn(module.facts).get(thing.name);
	const [shown] = uses?.awaited ?? [];
	if (
		uses === undefined ||
		shown === undefined ||
		uses.methods.size < several ||
		uses.awaited.length < often ||
		uses.isPlain ||
		(uses.dropped - 1) * farMore > uses.awaited.length
	)
		return undefined;
	if (!provenance.roots(at(callee, call)).every(root => isUncharted(root) || (root.kind === 'function' && root.path.length > 0)))
		return undefined;
	const api = `${nameOf(shown.callee, module) ?? thing.name} is awaited in line ${lineAt(module.facts, shown.start)}`;
	return { witness: { steps: [], api }, asserts: false, sleeps: false, handled: false, ofSuite: true };
}

function usesIn(facts: ModuleFacts): ReadonlyMap<string, Uses> {
	const answer = known.get(facts) ?? readUses(facts);
	known.set(facts, answer);
	return answer;
}

function readUses(facts: ModuleFacts): ReadonlyMap<string, Uses> {
	const found = new Map<string, Uses>();
	for (const call of facts.functions.flatMap(({ calls }) => calls)) {
		const thing = thingOf(call, facts);
		if (thing === undefined || (call.usage !== 'awaited' && isHandedOn(call, maxOuter))) continue;
		const uses = found.get(thing.name) ?? { awaited: [], methods: new Set(), dropped: 0, isPlain: false };
		found.set(thing.name, uses);
		if (call.usage === 'awaited') {
			uses.awaited.push(call);
			uses.methods.add(thing.method);
		} else if (call.usage !== 'discarded') {
			uses.isPlain = true;
		} else if (!isQuiet(thing.method)) {
			uses.dropped += 1;
		}
	}
	return found;
}

/** How many calls around one are looked at. */
const maxOuter = 3;

/** Whether what a call gives is given back, or becomes a part of what is waited for: `await Promise.all([agent.load()])`. */
function isHandedOn({ usage, outer }: Call, depth: number): boolean {
	return usage === 'returned' || (outer !== undefined && depth > 0 && (outer.usage === 'awaited' || isHandedOn(outer, depth - 1)));
}

/** `agent` and `load` of `agent.load()`, of a variable. */
function thingOf({ callee }: Call, { bindings }: ModuleFacts): { readonly name: string; readonly method: string } | undefined {
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || callee.object.kind !== 'reference') return undefined;
	const binding = bindings[callee.object.binding];
	return binding === undefined || binding.kind === 'import' ? undefined : { name: binding.word, method: callee.property };
}

/** What says nothing where nobody waits for it: it ends the thing, listens to it, or is waited for out of habit. */
function isQuiet(method: string): boolean {
	return closings.has(method) || lastDeeds.test(method) || listening.has(method) || isNeedless(method);
}
