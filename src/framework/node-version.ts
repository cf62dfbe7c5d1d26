import { type Setting, settingAt, stringsIn } from './setting.ts';
import { type Surroundings, dependencyRange } from './surroundings.ts';

/** Whether a project runs on no older Node.js, as far as the nearest package.json says that has `engines` or a version of `@types/node`. */
export function runsOnNode(surroundings: readonly Surroundings[], major: number, minor: number): boolean {
	const ranges =
		surroundings.map(({ manifest }) => (manifest === undefined ? [] : rangesIn(manifest))).find(found => found.length > 0) ?? [];
	return ranges.every(range =>
		[...range.matchAll(/(\d+)(?:\.(\d+))?(?:\.\d+)?/g)].every(
			([, first, second = '0']) => Number(first) > major || (Number(first) === major && Number(second) >= minor),
		),
	);
}

function rangesIn(manifest: Setting): readonly string[] {
	const types = dependencyRange(manifest, '@types/node');
	return [...stringsIn(settingAt(manifest, 'engines.node')), ...(types === undefined ? [] : [types])];
}
