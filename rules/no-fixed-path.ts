import { describe } from '../src/effects/witness.ts';
import { makeFolder } from '../src/fixes/temporary-folder.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { isFolder, takenPaths } from '../src/verdict/sharing/taken-paths.ts';

/** A path that is written down is one for all: for tests that run at once, for two runs on one machine, and for the run that comes after one that broke. */
export default defineRule({
	description: 'disallow tests from writing to paths that something else writes to',
	recommended: 'always',
	messages: {
		temporary:
			'`{{path}}` is one path for all runs on a machine{{way}}: a run beside this one writes to it, or an earlier one left something there. Make a folder with `mkdtemp`.',
		timed: '`{{path}}` differs by the time alone ({{way}}): what is made within one millisecond is the same. Make a folder with `mkdtemp`.',
		beside: '`{{path}}` is also written by {{rival}}, at the same time{{way}}: {{reason}}. Give each test a folder of its own, made with `mkdtemp`.',
		elsewhere:
			'`{{path}}` is also written by {{rival}}, which may run at the same time{{way}}. Give each test file a folder of its own, made with `mkdtemp`.',
		own: '`{{path}}` is one path for all runs in this folder{{way}}, and a run that breaks leaves it behind. Make a folder with `mkdtemp`.',
	},
	suggestions: {
		folder: 'Make a new folder, and take its name.',
	},
	options: {
		own: option.flag(false, 'Also report paths in the project that no other test is seen to write.', { strict: true }),
	},

	*check(file, { temporary, timed, beside, elsewhere, own, folder }, options) {
		for (const taken of takenPaths(file)) {
			const { taking, scope, place } = taken;
			const path = taken.shown;
			const way = taking.witness.steps.length === 0 ? '' : ` (${describe(taking.witness)})`;
			if (taken.kind === 'timed') {
				yield timed(place, { path, way: describe((taking.generator ?? taking).witness) });
			} else if (taken.kind === 'beside') {
				const rival = taken.rival === scope ? 'each run of this test' : `"${taken.rival.title ?? 'another test'}"`;
				yield beside(place, { path, way, rival, reason: taken.reason });
			} else if (taken.kind === 'elsewhere') {
				yield elsewhere(
					place,
					{ path, way, rival: `${taken.other.path}:${taken.other.line}` },
					folder(isFolder(file, taken) ? makeFolder(file, taking.written) : undefined),
				);
			} else if (taken.kind === 'temporary') {
				yield temporary(place, { path, way }, folder(isFolder(file, taken) ? makeFolder(file, taking.written) : undefined));
			} else if (options.own) {
				yield own(place, { path, way });
			}
		}
	},
});
