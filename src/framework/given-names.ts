import { frameworks as rows } from '../knowledge/frameworks/all-frameworks.ts';
import type { Framework } from './model.ts';

/** The globals that frameworks give to tests and to all that tests reach, and for each the package that has it too. */
export function givenNames(frameworks: readonly Framework[]): ReadonlyMap<string, string> {
	return new Map(
		frameworks.flatMap(({ name, version = 0 }) => {
			const { given } = rows[name];
			return given === undefined || version < given.since ? [] : given.names.map(each => [each, given.from] as const);
		}),
	);
}
