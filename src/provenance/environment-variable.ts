import { dotted } from './match.ts';
import type { Root } from './model.ts';

/** The name of the environment variable that a value is: `process.env.PORT`. */
export function environmentVariable(root: Root): string | undefined {
	if (
		root.kind !== 'origin' ||
		!['global', 'node:process'].includes(root.origin.from) ||
		!root.origin.steps.every(({ kind }) => kind === 'property')
	)
		return undefined;
	return /^(?:process\.)?env\.([^.]+)$/.exec(dotted(root.origin))?.[1];
}
