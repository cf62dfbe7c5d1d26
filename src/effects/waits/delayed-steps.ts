import type { Site } from '../../project/model.ts';
import { placeOf } from '../../provenance/match.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { apiName } from '../api-name.ts';
import type { NextOnes } from '../listed-callbacks.ts';
import type { Reached } from '../model.ts';
import { mayBeCalledOff } from './timer-handle.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';
import { isTimer } from './timer-promise.ts';
import { witnessOf } from '../witness.ts';

/** A timer that goes on with the next step of a test, or with its end. */
interface DelayedStep extends Reached {
	readonly ms: number | undefined;
	readonly faked: boolean;
	readonly callback: undefined;
	readonly ends: boolean;
}

interface Steps extends NextOnes {
	readonly done: number | undefined;
}

/**
 * Calls in the text of a test that give a function which goes on later: with the next step, where it is a step of a list itself (`series([start, delay(5000), check], done)`),
 * or with what the call was handed (`stop(1, wait(5000, next))`).
 */
export function delayedSteps(knowing: Knowing, scope: Site<FunctionFacts>, steps: Steps): readonly DelayedStep[] {
	const { next, last, made, done } = steps;
	if (next.size + last.size + made.length === 0) return [];
	const handing = functionsWithin(scope.module.facts, scope.fact).flatMap(({ calls }) =>
		calls.filter(
			({ usage, args, callee }) =>
				usage === 'argument' &&
				!(callee.kind === 'member' && callee.property === 'bind') &&
				args.some(argument => isOne(argument, [...next, ...last, done])),
		),
	);
	return [
		...made.flatMap(({ call, isLast }) =>
			laterIn(knowing, at(call, scope), (value, given) => (isParameterOf(value, given) ? { ends: isLast } : undefined)),
		),
		...handing.flatMap(call =>
			laterIn(knowing, at(call, scope), (value, given) => {
				const binding = knowing.provenance
					.roots(at(value, given))
					.flatMap(root =>
						root.kind === 'parameter' && root.path.length === 0 && root.site.module === scope.module
							? (root.site.fact.parameters[root.index]?.binding ?? [])
							: [],
					)[0];
				return binding === undefined
					? undefined
					: next.has(binding)
						? { ends: false }
						: last.has(binding) || binding === done
							? { ends: true }
							: undefined;
			}),
		),
	];
}

function isOne(value: Value, bindings: readonly (number | undefined)[]): boolean {
	return value.kind === 'reference' && bindings.includes(value.binding);
}

function isParameterOf(value: Value, { fact: { parameters } }: Site<FunctionFacts>): boolean {
	return value.kind === 'reference' && parameters.some(({ binding }) => binding === value.binding);
}

type Told = (value: Value, given: Site<FunctionFacts>) => { readonly ends: boolean } | undefined;

/** The timers of the function that a call gives, as far as they do nothing but call what `told` knows. */
function laterIn(knowing: Knowing, call: Site<Call>, told: Told): readonly DelayedStep[] {
	const given = knowing.provenance.roots(call).flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : []));
	return given.flatMap(site =>
		site.fact.calls.flatMap((fact): readonly DelayedStep[] => {
			const timer = at(fact, site);
			const found = rowsOfCall(knowing, timer).find(isTimer);
			const run = found === undefined ? undefined : calledBy(fact.args[found.row.callback], site);
			const end = run === undefined ? undefined : told(run, site);
			if (
				found === undefined ||
				end === undefined ||
				found.row.repeats === true ||
				found.row.delay === undefined ||
				mayBeCalledOff(site.module, fact)
			)
				return [];
			const place = placeOf(found.row.delay, timer);
			const ms = place === undefined ? undefined : staticValue(knowing.provenance.roots, place.site, place.path);
			return [
				{
					site: call.fact,
					witness: witnessOf(apiName(found.origin, found.match), timer),
					ms: typeof ms === 'number' ? ms : undefined,
					faked: found.row.faked === true,
					callback: undefined,
					ends: end.ends,
				},
			];
		}),
	);
}

/** What a timer calls: `next`, also by `() => next()`. */
function calledBy(callback: Value | undefined, { module }: Site<FunctionFacts>): Value | undefined {
	const run = callback?.kind === 'function' ? functionAt(module, callback.function) : undefined;
	if (run === undefined) return callback;
	return run.calls.length === 1 ? run.calls[0]?.callee : undefined;
}
