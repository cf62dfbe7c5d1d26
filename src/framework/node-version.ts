import { settingAt, stringsIn } from './setting.ts';
import { type Surroundings, dependencyRange } from './surroundings.ts';

/** Whether a project runs on no older Node.js, as far as `engines` and the version of `@types/node` in package.json say. */
export function runsOnNode(surroundings: readonly Surroundings[], major: number, minor: number): boolean {
	const ranges = surroundings.flatMap(({ manifest }) => (manifest === undefined ? [] : [...stringsIn(settingAt(manifest, 'engines.node')), dependencyRange(manifest, '@types/node') ?? '']));
	return ranges.every(range =>
		[...range.matchAll(/(\d+)(?:\.(\d+))?(?:\.\d+)?/g)].every(([, first, second = '0']) => Number(first) > major || (Number(first) === major && Number(second) >= minor)),
	);
}
