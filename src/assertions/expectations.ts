import { expectationRows } from '../knowledge/assertions/expectations.ts';
import type { Origin } from '../provenance/model.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import { listed, packageOf } from './vocabulary.ts';

const rows = expectationRows.flatMap(({ from, path }) => listed(from).map(name => ({ name, pattern: parsePattern(path) })));

/** Whether the call at the end of an origin fails unless a stand-in was asked for all that it expects. */
export function checksExpectations(origin: Origin): boolean {
	return rows.some(
		({ name, pattern }) =>
			(name === origin.from || name === packageOf(origin.from)) && matchPattern(pattern, origin)?.length === origin.steps.length,
	);
}
