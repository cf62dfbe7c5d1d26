import { isNewPromise } from '../../effects/promise-classes.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import { isOfOne } from './dropped-calls.ts';
import { laterOf } from './later-callbacks.ts';
import type { Models } from '../models.ts';

/**
 * Whether a promise settles by the callback of a request that it makes itself, and that tells of that request alone: `new Promise(resolve => server.listen(path, resolve))`.
 * What was begun before it, of something else, is not waited for.
 */
export function isOwnRequest(models: Models, site: Site<Call>, dropped: Call): boolean {
	const [argument, ...others] = site.fact.args;
	const executor =
		argument?.kind === 'function' && others.length === 0 && isNewPromise(site.fact)
			? functionAt(site.module, argument.function)
			: undefined;
	const resolve = executor?.parameters[0]?.binding;
	if (executor === undefined || resolve === undefined) return false;
	const uses = functionsWithin(site.module.facts, executor).flatMap(({ calls }) =>
		calls.filter(({ callee, args }) => [callee, ...args].some(value => value.kind === 'reference' && value.binding === resolve)),
	);
	return (
		uses.length > 0 &&
		uses.every(use => {
			const request = executor.calls.find(call => holds(call, use));
			const index =
				request?.args.findIndex(each =>
					request === use ? each.kind === 'reference' && each.binding === resolve : holds(each, use),
				) ?? -1;
			if (request === undefined || index === -1 || mayListen(request) || isOfOne(request.callee, dropped.callee)) return false;
			return laterOf(models, at(request, site), index)?.handles === false;
		})
	);
}
