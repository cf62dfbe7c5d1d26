import { jqueryOfCypress } from '../../knowledge/page-words.ts';
import { at } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';
import { isSkippedAt } from '../what-runs.ts';
import { isCypress } from './cypress-commands.ts';

/**
 * Calls that look at the page while the function of a test or hook of Cypress runs, which only queues its commands: none of them is done yet, and nothing tries the lookup again.
 * In a callback of a command the page is where the commands before have brought it.
 */
export function* unqueuedLookups(models: Models): Iterable<Call> {
	for (const scope of models.scopes) {
		const { body } = scope;
		if (body.module !== models.module || body.fact.awaits.length > 0) continue;
		const lookups = body.fact.calls.filter(
			call =>
				isSelecting(call) &&
				!isSkippedAt(scope, call) &&
				models.provenance
					.origins(at(call.callee, body))
					.some(
						({ from, steps: [first, second, ...others] }) =>
							from === 'global' &&
							others.length === 0 &&
							first?.kind === 'property' &&
							second?.kind === 'property' &&
							jqueryOfCypress.has(`${first.name}.${second.name}`),
					),
		);
		if (lookups.length > 0 && models.effects.courseOf(body).some(step => isCypress(step) && !lookups.includes(step.call.fact)))
			yield* lookups;
	}
}

/** Whether a call selects something of the page: `$('<p>')` makes it, and `$(element)` only wraps it. */
function isSelecting({ args: [selector] }: Call): boolean {
	return (
		selector?.kind === 'template' ||
		(selector?.kind === 'literal' && typeof selector.value === 'string' && !selector.value.trimStart().startsWith('<'))
	);
}
