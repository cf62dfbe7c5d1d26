import type { SharedWrite } from '../src/effects/state/shared-writes.ts';
import { describe } from '../src/effects/witness.ts';
import { deleteUnset, putBackInFinally, putBackInHook, stubEnv } from '../src/fixes/put-back.ts';
import { keepVariable } from '../src/fixes/kept-variable.ts';
import { endWords } from '../src/fixes/end-words.ts';
import type { FrameworkName } from '../src/framework/model.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { type LastingWrite, lastingWrites } from '../src/verdict/state/lasting-writes.ts';
import { loadedStubs } from '../src/verdict/state/loaded-stubs.ts';
import { setsSetting } from '../src/verdict/state/setting-writes.ts';
import { undefinedEnv } from '../src/verdict/state/undefined-env.ts';

/** What one test changes for the whole process, and nobody puts back, decides how the others end, and in which order they pass. */
export default defineRule({
	description: 'disallow changes of shared settings that outlive the test',
	recommended: 'strict',
	messages: {
		never: '{{name}} stays changed after this {{what}}{{way}}, and other tests see it. Put it back in {{mend}}.',
		end: '{{name}} is put back at the end of the test{{way}}, which it does not reach when it fails before. Put it back in {{mend}} or `finally`.',
		late: '{{name}} is put back only after the last test{{way}}: those in between see what this {{what}} wrote. Put it back in {{mend}}.',
		resaved:
			'{{name}} is saved before each test and put back once{{way}}: what is saved last is already the changed value. Put it back in {{mend}}.',
		before: '{{name}} stays changed after this {{what}}{{way}}, and a test in front of it looks at it, which in another order comes behind. Put it back in {{mend}}.',
		loaded: '{{name}} is changed when the file is read, before the first test of any file, and stays so. Do it in `beforeEach`, and put it back in `afterEach`.',
		undefined: '`process.env.{{name}}` may not have been set; then this makes it the text "undefined". Delete it in that case.',
	},
	suggestions: {
		hook: 'Put all of these back after each test.',
		stub: 'Stub the variable, and end that after each test.',
		keep: 'Keep the variable, and put it back after each test.',
		finally: 'Put it back in `finally`.',
		delete: 'Delete the variable where it was not set.',
	},

	options: {
		end: option.flag(false, 'Also report what the end of a test puts back, which a failing assertion does not reach.', {
			strict: true,
		}),
		unseen: option.flag(
			false,
			'Also report spies that only watch, and a silenced console, that no other test of the file looks at, what several tests set, each for itself, and what only tests in front of it look at.',
			{ strict: true },
		),
	},

	*check(file, say, options) {
		if (file.endsWithProcess) return;
		const [framework] = file.framework.frameworks;
		const seen = new Set<string>();
		for (const found of lastingWrites(file, setsSetting)) {
			const { scope, write, left, putBack, unseen } = found;
			if ((unseen && !options.unseen) || (left === 'end' && !options.end)) continue;
			const at = file.placeIn(scope, write.site);
			if (seen.has(`${at.start} ${write.key}`)) continue;
			seen.add(`${at.start} ${write.key}`);
			const name = 'framework' in scope ? scope.framework : framework?.name;
			const wrapped = putBack === undefined ? undefined : putBackInFinally(file, scope, write.site, putBack);
			const stubbed = left === 'never' ? stubEnv(file, scope, name, write) : undefined;
			const kept = left === 'never' && stubbed === undefined ? keepVariable(file, scope, name, write) : undefined;
			yield say[left](
				at,
				dataOf(found, name),
				say.finally(wrapped),
				say.hook(putBackInHook(file, scope, name, write)),
				say.stub(stubbed),
				say.keep(kept),
			);
		}
		for (const write of loadedStubs(file)) yield say.loaded(write.site, { name: nameOf(write) });
		for (const { scope, write, name } of undefinedEnv(file))
			yield say.undefined(file.placeIn(scope, write.site), { name }, say.delete(deleteUnset(file, write)));
	},
});

function dataOf(
	{ scope, write }: LastingWrite,
	framework: FrameworkName | undefined,
): { readonly name: string; readonly way: string; readonly what: string; readonly mend: string } {
	const { module, fact } = scope.body;
	const isOwn = write.origin.module === module && write.origin.fact.start >= fact.start && write.origin.fact.end <= fact.end;
	return {
		name: nameOf(write),
		way: isOwn ? '' : ` (${describe(write.witness)})`,
		what: 'phase' in scope ? 'hook' : 'test',
		mend: endWords(scope, framework),
	};
}

function nameOf({ row, name }: SharedWrite): string {
	return row?.target === 'clock' ? 'The clock' : `\`${name}\``;
}
