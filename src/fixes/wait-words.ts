import type { FrameworkName } from '../framework/model.ts';
import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';

/** A clock that the test moves, in the framework's own words. */
export function clockWords(framework: FrameworkName | undefined): string {
	const clock = wordsOf(framework)?.clock;
	return clock === undefined ? 'a fake clock' : `a fake clock (\`${clock}\`)`;
}

/** What a test does in place of waiting for a fixed time, in the words of its framework, or else of the tool that waits (`instead`). */
export function waitWords(
	framework: FrameworkName | undefined,
	instead: readonly string[] | undefined,
): {
	/** What it waits for: what a page has to show where a browser is driven, the work itself elsewhere. */
	readonly mend: string;
	readonly clock: string;
} {
	const clock = clockWords(framework);
	const words = wordsOf(framework);
	const page = words?.page ?? instead;
	if (page !== undefined) return { mend: `what has to be there by then (${page.map(each => `\`${each}\``).join(', ')})`, clock };
	const retry = words?.retry === undefined ? '' : ` (\`${words.retry}\`)`;
	return { mend: `the work itself${retry}, or use ${clock}`, clock };
}

function wordsOf(framework: FrameworkName | undefined): (typeof frameworks)[FrameworkName]['inPlaceOfWaits'] {
	return framework === undefined ? undefined : frameworks[framework].inPlaceOfWaits;
}
