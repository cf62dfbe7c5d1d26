import type { FrameworkName, Hook, TestCase } from '../framework/model.ts';
import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { Phase, Word } from '../knowledge/frameworks/row.ts';

/** Where a test or hook puts back or closes what it leaves, in the framework's own words. */
export function endWords(scope: TestCase | Hook, framework: FrameworkName | undefined): string {
	if ('phase' in scope) return `\`${hookWord(framework, scope.phase === 'before-all' ? 'after-all' : 'after-each')}\``;
	const end = framework === undefined ? undefined : frameworks[framework].atTestEnd;
	if (end === undefined) return '`afterEach`';
	return 'context' in end ? `\`t.${end.context}\`` : `\`${end.imported}\` or \`afterEach\``;
}

/** What a framework calls its hooks of a phase. */
function hookWord(framework: FrameworkName | undefined, phase: Phase): string {
	const words =
		framework === undefined
			? []
			: frameworks[framework].vocabularies.flatMap(({ start, then }): [string, Word][] => [
					...Object.entries(start),
					...Object.entries(then),
				]);
	const [name] = words.find(([each, { is }]) => is === phase && !each.includes('.')) ?? [];
	return name ?? (phase === 'after-all' ? 'afterAll' : 'afterEach');
}
