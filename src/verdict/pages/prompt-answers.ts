import { globalClients, interceptingNames, interceptingSource, interceptors, lateInterceptors } from '../../knowledge/interception.ts';
import type { Module } from '../../project/model.ts';
import { isExports } from '../../syntax/module-exports.ts';
import type { Models } from '../models.ts';
import { nearModules } from '../near-modules.ts';

const known = new WeakMap<Models, boolean>();

/** Whether something near a test may answer requests within microtasks: a stand-in for the client. What sees to it that they are answered on their way takes its time. */
export function mayAnswerAtOnce(models: Models): boolean {
	const answer = known.get(models) ?? nearModules(models).some(answersAtOnce);
	known.set(models, answer);
	return answer;
}

function answersAtOnce({ facts }: Module): boolean {
	const isAtOnce = (source: string): boolean =>
		!source.startsWith('.') && !lateInterceptors.test(source) && (interceptors.includes(source) || interceptingSource.test(source));
	if (facts.sources.some(isAtOnce)) return true;
	if (facts.bindings.some(({ kind, name }) => kind === 'import' && interceptingNames.includes(name))) return true;
	return facts.functions.some(({ writes }) =>
		writes.some(({ target }) => {
			if (target.kind === 'global') return globalClients.has(target.name);
			return (
				target.kind === 'member' &&
				typeof target.property === 'string' &&
				globalClients.has(target.property) &&
				!isExports(target.object)
			);
		}),
	);
}
