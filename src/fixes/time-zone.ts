import type { Site } from '../project/model.ts';
import type { Call } from '../syntax/facts.ts';
import { type Edit, insert, replace } from './edit.ts';
import type { Editable } from './import.ts';

const texts: readonly string[] = ['toLocaleString', 'toLocaleTimeString', 'toLocaleDateString'];
/** Getters of parts, and what asks for the same part in UTC. */
const parts: ReadonlySet<string> = new Set(['getHours', 'getDate', 'getDay', 'getMonth', 'getFullYear']);

/** Shows a date in UTC, where the call that shows it stands in the linted file. */
export function inUtc({ module, text }: Editable, { module: home, fact: { callee, args, end } }: Site<Call>): Edit | undefined {
	if (home !== module || callee.kind !== 'member' || typeof callee.property !== 'string') return undefined;
	const { property: name } = callee;
	if (parts.has(name)) return replace({ start: callee.end - name.length, end: callee.end }, name.replace('get', 'getUTC'));
	if (!texts.includes(name) || !/[^,\s]\s*\)$/.test(text.slice(callee.end, end))) return undefined;
	const [, options] = args;
	if (options !== undefined)
		return options.kind === 'object'
			? insert(options.start + 1, options.entries.length === 0 ? ` timeZone: 'UTC' ` : ` timeZone: 'UTC',`)
			: undefined;
	return insert(end - 1, args.length === 0 ? `undefined, { timeZone: 'UTC' }` : `, { timeZone: 'UTC' }`);
}
