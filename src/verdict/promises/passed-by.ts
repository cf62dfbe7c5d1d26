import { mayListen } from '../../effects/waits/listening.ts';
import { doneOf } from '../../framework/endings.ts';
import { waitingWords } from '../../knowledge/wait-words.ts';
import type { Site } from '../../project/model.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { isOfOne, nameOfCallee } from './dropped-calls.ts';
import type { Scope } from '../models.ts';

/**
 * Whether a hook ends when another call of it is done, which knows nothing of this one: `cache.clear(); server.close(done)`. In a test what is dropped
 * may well be what brings the end about, and whoever listens or waits some time may wait for it.
 */
export function isPassedBy(scope: Scope, { module, fact }: Site<FunctionFacts>, dropped: Call): boolean {
	const done = doneOf(scope);
	if (!('phase' in scope) || done === undefined || fact !== scope.body.fact) return false;
	const isDone = (value: Value | undefined): boolean => value?.kind === 'reference' && value.binding === done;
	const ending = fact.calls.filter(
		({ args }) =>
			isDone(args.at(-1)) ||
			args.some(
				argument =>
					argument.kind === 'function' &&
					functionsWithin(module.facts, functionAt(module, argument.function) ?? fact).some(each =>
						each.calls.some(({ callee, args: handed }) => isDone(callee) || handed.some(isDone)),
					),
			),
	);
	const [end, ...others] = ending;
	if (end === undefined || others.length > 0 || end.start < dropped.end || mayListen(end) || waitingWords.test(nameOfCallee(end, module)))
		return false;
	return end.usage === 'discarded' && end.callee.kind === 'member' && !isOfOne(end.callee, dropped.callee);
}
