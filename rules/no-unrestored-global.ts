import type { SharedWrite } from '../src/effects/state/shared-writes.ts';
import { describe, type Witness } from '../src/effects/witness.ts';
import { deleteUnset, putBackInFinally, putBackInHook, stubEnv } from '../src/fixes/put-back.ts';
import { keepVariable } from '../src/fixes/kept-variable.ts';
import { endWords } from '../src/fixes/end-words.ts';
import type { FrameworkName } from '../src/framework/model.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { type LastingWrite, lastingWrites } from '../src/verdict/state/lasting-writes.ts';
import { type Looker, Lookers } from '../src/verdict/state/lookers.ts';
import { loadedStubs } from '../src/verdict/state/loaded-stubs.ts';
import { setsSetting } from '../src/verdict/state/setting-writes.ts';
import { nameOfTest } from '../src/verdict/state/test-order.ts';
import { undefinedEnv } from '../src/verdict/state/undefined-env.ts';

/** What one test changes for the whole process, and nobody puts back, decides how the others end, and in which order they pass. */
export default defineRule({
	description: 'disallow changes of shared settings that outlive the test',
	recommended: 'always',
	messages: {
		never: '{{name}} stays changed after this {{what}}{{way}}, and {{looker}}. Put it back in {{mend}}.',
		end: '{{name}} is put back at the end of the test{{way}}, which it does not reach when it fails before. Put it back in {{mend}} or `finally`.',
		late: '{{name}} is put back only after the last test{{way}}, and {{looker}}. Put it back in {{mend}}.',
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
			'Also report what no later test of the file is seen to look at, and a variable that becomes the text "undefined".',
			{ strict: true },
		),
	},

	*check(file, say, options) {
		if (file.endsWithProcess) return;
		const [framework] = file.framework.frameworks;
		const seen = new Set<string>();
		const changes = [...lastingWrites(file, setsSetting)];
		const lookers = new Lookers(file, changes);
		for (const found of changes) {
			const { scope, write, left, putBack } = found;
			const looker = lookers.of(found);
			if ((looker === undefined && !options.unseen) || (left === 'end' && !options.end)) continue;
			const at = file.placeIn(scope, write.site);
			if (seen.has(`${at.start} ${write.key}`)) continue;
			seen.add(`${at.start} ${write.key}`);
			const name = 'framework' in scope ? scope.framework : framework?.name;
			const wrapped = putBack === undefined ? undefined : putBackInFinally(file, scope, write.site, putBack);
			const stubbed = left === 'never' ? stubEnv(file, scope, name, write) : undefined;
			const kept = left === 'never' && stubbed === undefined ? keepVariable(file, scope, name, write) : undefined;
			yield say[left](
				at,
				dataOf(found, looker, name),
				say.finally(wrapped),
				say.hook(putBackInHook(file, scope, name, write)),
				say.stub(stubbed),
				say.keep(kept),
			);
		}
		if (!options.unseen) return;
		for (const write of loadedStubs(file)) yield say.loaded(write.site, { name: nameOf(write) });
		for (const { scope, write, name } of undefinedEnv(file))
			yield say.undefined(file.placeIn(scope, write.site), { name }, say.delete(deleteUnset(file, write)));
	},
});

function dataOf(
	{ scope, write, left }: LastingWrite,
	looker: Looker | undefined,
	framework: FrameworkName | undefined,
): { readonly name: string; readonly way: string; readonly what: string; readonly looker: string; readonly mend: string } {
	const { module, fact } = scope.body;
	const isOwn = write.origin.module === module && write.origin.fact.start >= fact.start && write.origin.fact.end <= fact.end;
	return {
		name: nameOf(write),
		way: isOwn ? '' : ` (${describe(write.witness)})`,
		what: 'phase' in scope ? 'hook' : 'test',
		looker: looker === undefined ? others(left) : `${nameOfTest(looker.test)} looks at it${wayOf(looker.witness)}`,
		mend: endWords(scope, framework),
	};
}

/** Who sees it, where no test is seen to. */
function others(left: LastingWrite['left']): string {
	return left === 'late' ? 'those in between see it' : 'other tests see it';
}

function wayOf(witness: Witness): string {
	return witness.steps.length === 0 ? '' : ` (${describe(witness)})`;
}

function nameOf({ row, name }: SharedWrite): string {
	return row?.target === 'clock' ? 'The clock' : `\`${name}\``;
}
