import path from 'node:path';

import type { Promised } from '../../effects/waits/promised.ts';
import { witnessOf } from '../../effects/witness.ts';
import { userActions, userEvent } from '../../knowledge/user-event.ts';
import { stringAt } from '../../project/json.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/** The first version whose functions give promises. */
const firstAsync = 14;

/** `userEvent.click(button)`, called without `setup()`: a promise, where the package lists a version that gives one. */
export function userEventOf(models: Models, call: Site<Call>): Promised | undefined {
	const { callee } = call.fact;
	if (
		callee.kind !== 'member' ||
		typeof callee.property !== 'string' ||
		!userActions.includes(callee.property) ||
		!models.module.facts.sources.includes(userEvent)
	)
		return undefined;
	const isIt = models.provenance
		.origins(at(callee.object, call))
		.some(({ from, steps }) => from === userEvent && steps.every(step => step.kind === 'property' && step.name === 'default'));
	if (!isIt || !givesPromises(models)) return undefined;
	return { witness: witnessOf(`userEvent.${callee.property}`, call), asserts: false, sleeps: false, handled: false };
}

function givesPromises({ project }: Models): boolean {
	const manifest = project.json(path.join(project.root, 'package.json'));
	const range = stringAt(manifest, 'devDependencies', userEvent) ?? stringAt(manifest, 'dependencies', userEvent);
	return Number(/\d+/.exec(range ?? '')?.[0] ?? 0) >= firstAsync;
}
