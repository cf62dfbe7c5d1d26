import type { Site } from '../project/model.ts';
import type { Models } from './models.ts';

/** Whether something stands in the text of a test or hook itself, not in a function that it calls. The suite around it may stand in one: `function suite() { test(…); }`. */
export function isInOwnText({ module: linted, scopes }: Models, { module, frame }: Site<unknown>): boolean {
	return module === linted && (frame === undefined || scopes.some(({ body }) => body.frame === frame));
}
