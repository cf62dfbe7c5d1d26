import { staticValue } from '../../provenance/static-value.ts';
import type { Claim, Models } from '../models.ts';

/** How long a piece of work took, as programs print it: `(12ms)`, `built in 1.2s`, `Time: 3 s`; how long they are told to take is something else. */
const durations: readonly RegExp[] = [
	/\((?:\d+(?:\.\d+)?) ?m?s\)/,
	/\b(?:took|finished|done|built|build|completed?|compiled|ran|ready|bundled|generated|passed|loaded|started|installed|processed|transformed|linted|checked|formatted)\b[^\n]{0,60}?\b(?:in )?\d+(?:\.\d+)? ?(?:ms|s|sec|seconds)\b/i,
	/\b(?:time|duration|elapsed):? +\d+(?:\.\d+)? ?(?:ms|s|sec|seconds)\b/i,
];

/** A limit, or a pause, is a number that somebody chose. */
const chosen = /time-?out|timed out|limit|interval|delay|retry|wait|every|after|expire|ttl/i;

/** In a regular expression: one digit, or a fixed number of them, in front of the unit. */
const narrow = /(?<![\d\]})*+?.]|\\d)\\d(?:\{\d(?:,\d)?\})?(?:\\s[*+?]?| )?m?s(?![a-z])/;

/** The duration that an assertion expects captured output to show. */
export function shownDuration(models: Models, claim: Claim): string | undefined {
	const shown = durationIn(models, claim);
	return shown !== undefined && models.behindActual(claim).some(({ kind }) => kind === 'log') ? shown : undefined;
}

function durationIn({ provenance }: Models, { expected, text, relation }: Claim): string | undefined {
	if (relation === 'snapshot') return text === undefined ? undefined : writtenIn(text);
	if (expected === undefined) return undefined;
	if (relation === 'matches') {
		const [root] = provenance.roots(expected);
		return root?.kind === 'made' && root.site.fact.kind === 'regexp' ? narrow.exec(root.site.fact.pattern)?.[0] : undefined;
	}
	if (relation !== 'contains' && relation !== 'identical' && relation !== 'deep-equal') return undefined;
	const value = staticValue(provenance.roots, expected);
	return typeof value === 'string' ? writtenIn(value) : undefined;
}

function writtenIn(text: string): string | undefined {
	for (const line of text.split('\n')) {
		const found = chosen.test(line) ? undefined : durations.map(each => each.exec(line)?.[0]).find(each => each !== undefined);
		if (found !== undefined) return found;
	}
	return undefined;
}
