import { doneOf } from '../../framework/endings.ts';
import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import { deafening, outputNames, pieceEvent, reheard } from '../../knowledge/event-words.ts';
import { givingUp } from '../../knowledge/ending-words.ts';
import { childPackages, forgivingRunners } from '../../knowledge/schedules.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/**
 * The listeners to the output of another process that end the test at each piece of it: how many there are is up to the pipe, the process and the machine
 * (https://nodejs.org/api/stream.html#event-data), and a second one ends the test again, which is an error.
 */
export function* piecewiseEndsIn(models: Models): Iterable<Call> {
	for (const scope of models.scopes) {
		const done = doneOf(scope);
		if (done === undefined || scope.body.module !== models.module || ('framework' in scope && forgivingRunners.has(scope.framework)))
			continue;
		for (const { calls } of functionsWithin(models.module.facts, scope.body.fact)) {
			for (const call of calls) {
				const handler = handlerOf(models, scope, call);
				if (handler !== undefined && endsEachTime(handler, done)) yield call;
			}
		}
	}
}

/** What `child.stdout.on('data', …)` is handed. */
function handlerOf(models: Models, { body }: Scope, { callee, args: [event, handler], usage }: Call): FunctionFacts | undefined {
	if (callee.kind !== 'member' || usage !== 'discarded' || typeof callee.property !== 'string' || !reheard.has(callee.property))
		return undefined;
	if (
		event?.kind !== 'literal' ||
		event.value !== pieceEvent ||
		handler?.kind !== 'function' ||
		!isOutput(models, at(callee.object, body))
	)
		return undefined;
	return functionAt(body.module, handler.function);
}

/** `child.stderr` of a process that was started, or of what nothing is known of. */
function isOutput({ provenance }: Models, site: Site<Value>): boolean {
	const { fact } = site;
	if (fact.kind !== 'member' || typeof fact.property !== 'string' || !outputNames.has(fact.property)) return false;
	const roots = provenance.roots(site);
	return (
		roots.length > 0 &&
		roots.every(root => root.kind === 'unknown' || (root.kind === 'origin' && childPackages.some(name => name === root.origin.from)))
	);
}

/** Whether a handler ends the test whenever it is called, or whenever what it has gathered so far holds something: it holds it from then on. */
function endsEachTime(handler: FunctionFacts, done: number): boolean {
	if (
		handler.calls.some(
			({ callee }) =>
				callee.kind === 'member' &&
				typeof callee.property === 'string' &&
				(deafening.has(callee.property) || givingUp.has(callee.property)),
		)
	)
		return false;
	const gathered = new Set(
		handler.writes.flatMap(({ target, operator, region }) =>
			target.kind === 'reference' && operator === '+=' && region === undefined ? [target.binding] : [],
		),
	);
	return handler.calls.some(({ callee, args, region }) => {
		if (callee.kind !== 'reference' || callee.binding !== done || args.some(({ kind }) => kind !== 'literal')) return false;
		const around = region === undefined ? undefined : handler.regions[region];
		return (
			around === undefined ||
			(around.kind === 'then' && around.parent === undefined && around.test !== undefined && isHeld(around.test, gathered))
		);
	});
}

/** `output.includes('ready')`, of all the output so far. */
function isHeld(test: Value, gathered: ReadonlySet<number>): boolean {
	if (test.kind !== 'call' || test.callee.kind !== 'member') return false;
	return (
		valuesInside(test).some(value => value.kind === 'reference' && gathered.has(value.binding)) &&
		chainOf(test.callee).root.kind !== 'global'
	);
}
