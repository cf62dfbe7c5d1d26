import { describe } from '../../effects/witness.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { limitNames, limitOptions } from '../../knowledge/limit-words.ts';
import type { Site } from '../../project/model.ts';
import { entryAt } from '../../provenance/entry.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';
import { settledAfter } from './harmless-limits.ts';
import { isExpected } from './tight-timeouts.ts';

/** A limit that a test hands over together with a promise that a timer settles shortly before it. */
export interface RacedLimit {
	readonly at: Span;
	readonly ms: number;
	/** After how many milliseconds the timer settles the promise. */
	readonly timer: number;
	readonly path: string;
}

/** How many milliseconds are few between two timers. */
const few = 50;

/** `await withTimeout(new Promise(resolve => setTimeout(resolve, 10)), 25)`, where the test expects no time-out. */
export function* racedLimits(models: Models, most: number): Iterable<RacedLimit> {
	for (const scope of models.scopes) {
		if (scope.body.module !== models.module) continue;
		for (const call of functionsWithin(models.module.facts, scope.body.fact).flatMap(({ calls }) => calls)) {
			const found = racedIn(models, scope, call, most);
			if (found !== undefined && !models.framework.clockAt(scope, call.start).timers && !isExpected(models, scope, call)) yield found;
		}
	}
}

function racedIn(models: Models, { body }: Scope, call: Call, most: number): RacedLimit | undefined {
	const { args, form, usage } = call;
	if (form !== 'call' || args.length < 2 || usage === 'discarded' || usage === 'kept') return undefined;
	const ms = args.map(argument => limitOf(models, call, at(argument, body))).find(limit => limit !== undefined && limit <= most);
	if (ms === undefined) return undefined;
	for (const argument of args) {
		const settled = settledAfter(models, at(argument, body));
		if (settled !== undefined && settled.ms > 0 && settled.ms < ms && ms - settled.ms <= few)
			return { at: call, ms, timer: settled.ms, path: describe(settled.timer.witness) };
	}
	return undefined;
}

/** A limit in milliseconds: a number that something is handed which is called after limits, or the option of one. */
function limitOf({ provenance }: Models, { callee }: Call, argument: Site<Value>): number | undefined {
	if (argument.fact.kind === 'object') {
		for (const key of limitOptions) {
			const entry = entryAt(provenance.roots, argument, [key]);
			const ms = entry === undefined ? undefined : staticValue(provenance.roots, at(entry.fact.value, entry));
			if (typeof ms === 'number') return ms;
		}
		return undefined;
	}
	const { root, path } = chainOf(callee);
	const name = path.at(-1) ?? (root.kind === 'reference' ? argument.module.facts.bindings[root.binding]?.word : undefined);
	const value = name !== undefined && limitNames.test(name) ? staticValue(provenance.roots, argument) : undefined;
	return typeof value === 'number' ? value : undefined;
}
