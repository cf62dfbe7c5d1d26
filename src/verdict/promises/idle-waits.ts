import { retriedBy } from '../../assertions/retry.ts';
import { untilNothingThrown } from '../../knowledge/assertions/retry.ts';
import { quietQueries } from '../../knowledge/query-words.ts';
import { triesAgain } from '../../knowledge/wait-words.ts';
import type { Site } from '../../project/model.ts';
import { callStep } from '../../provenance/walk-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Binding, Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models } from '../models.ts';

/**
 * Calls of `waitFor` whose callback can never fail, so that the first try ends the wait: it does nothing, or looks something up, or compares, and asserts
 * nothing. What is false is no failure to Testing Library's `waitFor`, nor to Vitest's.
 */
export function* idleWaitsIn(models: Models): Iterable<Call> {
	for (const inside of models.module.facts.functions) {
		for (const call of inside.calls) {
			const [argument] = call.args;
			if (argument?.kind !== 'function' || !isNamedWaitFor(call)) continue;
			const site: Site<Call> = { module: models.module, fact: call };
			const isFallible = models.provenance
				.origins(at(call.callee, site))
				.some(
					origin =>
						untilNothingThrown.has(origin.from) &&
						retriedBy({ from: origin.from, steps: [...origin.steps, callStep(site)] }).length > 0,
				);
			const callback = models.module.facts.functions[argument.function];
			if (isFallible && callback !== undefined && neverFails(models, { module: models.module, fact: callback })) yield call;
		}
	}
}

function isNamedWaitFor({ callee }: Call): boolean {
	return callee.kind === 'reference' || (callee.kind === 'member' && callee.property === triesAgain);
}

function neverFails(models: Models, callback: Site<FunctionFacts>): boolean {
	const { calls, throws, returns, writes, awaits, reads, regions } = callback.fact;
	if (
		throws.length + writes.length + awaits.length + reads.length > 0 ||
		returns.length > 1 ||
		regions.some(({ kind, test }) => kind === 'loop' || (test !== undefined && !isSafe(test, callback)))
	)
		return false;
	if (models.assertions.within(callback).length > 0) return false;
	if (
		calls.some(
			({ callee, usage }) =>
				callee.kind !== 'member' ||
				typeof callee.property !== 'string' ||
				!quietQueries.test(callee.property) ||
				usage === 'receiver',
		)
	)
		return false;
	return returns.every(({ value }) => isSafe(value, callback));
}

/** Whether a value is a constant, a query's answer, or a comparison of what cannot be missing. */
function isSafe(value: Value, callback: Site<FunctionFacts>): boolean {
	switch (value.kind) {
		case 'literal':
			return true;
		case 'call':
			return value.callee.kind === 'member' && isShallow(value.callee.object);
		case 'reference':
			return holds(callback.fact, startOf(callback.module.facts.bindings[value.binding]));
		case 'choice':
			return value.options.every(option => isSafe(option, callback));
		case 'operation':
			return value.operands.every(
				operand => operand.kind === 'literal' || (operand.kind === 'call' ? isSafe(operand, callback) : isShallow(operand)),
			);
		default:
			return false;
	}
}

/** Where a variable is declared; nowhere, if it is not known. */
function startOf(binding: Binding | undefined): Span {
	return { start: binding?.start ?? -1, end: binding?.start ?? -1 };
}

/** `items`, `items.length`, `result.current.isLoading`: nothing on the way is missing at first. */
function isShallow(value: Value): boolean {
	if (value.kind === 'member')
		return (
			typeof value.property === 'string' &&
			(value.object.kind !== 'member' || value.object.property === 'current') &&
			isShallow(value.object)
		);
	return value.kind === 'reference' || value.kind === 'global' || value.kind === 'literal';
}
