import { plain } from './plain-runner.ts';
import type { FrameworkRow } from './row.ts';

export const nodeunitPackage = 'nodeunit';

/** Methods of what a test is handed that make an assertion, or say how many are to be made. */
export const nodeunitMethods: ReadonlySet<string> = new Set(['expect', 'ok', 'equal', 'notEqual', 'deepEqual', 'notDeepEqual', 'strictEqual', 'notStrictEqual', 'throws', 'doesNotThrow', 'ifError', 'equals', 'same']);

/** How a test says that it is over. */
export const nodeunitEnd = 'done';

/** Also grunt-contrib-nodeunit. What a file exports are its tests; `setUp` and `tearDown` are handed a callback. */
export const nodeunit: FrameworkRow = {
	name: 'nodeunit',
	see: 'https://github.com/caolan/nodeunit#readme',
	imports: [nodeunitPackage],
	packages: [nodeunitPackage, 'grunt-contrib-nodeunit'],
	commands: ['nodeunit'],
	hints: [],
	vocabularies: [{ from: [nodeunitPackage], start: { testCase: { is: 'object-suite' } }, then: {} }],
	soft: true,
	options: [],
	objects: { hooks: { setUp: 'before-each', tearDown: 'after-each' }, exported: 'imported' },
	hookDone: 0,
	contextEnds: { [nodeunitEnd]: 'ends' },
	...plain,
};
