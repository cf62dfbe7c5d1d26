import type { Comment, ModuleFacts, Span } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';

/** A text and what was read from it. */
export interface Written {
	readonly text: string;
	readonly facts: Pick<ModuleFacts, 'comments' | 'lines'>;
}

/** What a choice is about; to say so again is to give no reason. */
export type Choice = 'tries' | 'serial';

/** Whether a comment on or above one of the places says more than the code there does. */
export function isExplained(written: Written, choice: Choice, places: readonly Span[]): boolean {
	const said = new Set(places.flatMap(place => wordsIn(codeAt(written, place))));
	return places.some(place => commentsAt(written, place).some(({ text }) => saysMore(text, choice, said)));
}

/** Whether a comment gives a reason: a reference, or a word beyond the code's own and those of the choice. */
function saysMore(comment: string, choice: Choice, said: ReadonlySet<string>): boolean {
	const prose = comment
		.split('\n')
		.filter(line => !isDirective(line) && !isCode(line))
		.join(' ');
	return reference.test(prose) || wordsIn(prose).some(word => !said.has(word) && !filler.has(word) && !stock[choice].has(word));
}

/** Where to read on: an address, the number of an issue. */
const reference = /https?:\/\/\S|(?:^|\s|\()#\d|\b[A-Z][A-Z\d]+-\d/;

function isDirective(line: string): boolean {
	return /^[\s*]*(?:eslint|oxlint|biome-ignore|prettier-ignore|istanbul|c8|v8|@ts-|@type\b|@vitest|@jest|tslint|global\b|globals\b|deno-lint|spell|cspell|#(?:end)?region)/.test(
		line,
	);
}

/** Code that was put out of use says nothing. */
function isCode(line: string): boolean {
	const code = line.replace(/^[\s*/]+|\s+$/g, '');
	return (
		/[;{}]$/.test(code) ||
		/^[\w.$]+\(.*\)[,;]?$/.test(code) ||
		/^['"]?[\w$]+['"]?\s*:\s*[\w'"`[{.-]+(?:\([^)]*\))?,?$/.test(code) ||
		/=>/.test(code)
	);
}

/** The comments on the first and last line of a place, and those that stand right above it with nothing else on their lines. */
function commentsAt({ text, facts }: Written, place: Span): readonly Comment[] {
	const [first, last] = [lineAt(facts, place.start), lineAt(facts, place.end)];
	const beside = facts.comments.filter(({ start, end }) => [first, last].includes(lineAt(facts, start)) || lineAt(facts, end) === first);
	const above: Comment[] = [];
	let line = first;
	for (const comment of facts.comments.toReversed()) {
		if (comment.start >= place.start || lineAt(facts, comment.end) !== line - 1 || !isAlone(text, comment)) continue;
		above.push(comment);
		line = lineAt(facts, comment.start);
	}
	return [
		...beside.filter(
			comment =>
				comment.start < place.start || comment.start >= place.end || first === last || lineAt(facts, comment.start) === first,
		),
		...above,
	];
}

function isAlone(text: string, { start }: Comment): boolean {
	return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
}

/** The lines that a place begins and ends on, comments left out. */
function codeAt({ text, facts }: Written, { start, end }: Span): string {
	const lines = [lineAt(facts, start), lineAt(facts, end)];
	return lines
		.map(line => {
			const [from, to] = [facts.lines[line - 1] ?? 0, facts.lines[line] ?? text.length];
			return facts.comments.reduce(
				(code, comment) =>
					comment.start >= from && comment.start < to
						? code.replace(text.slice(comment.start, Math.min(comment.end, to)), ' ')
						: code,
				text.slice(from, to),
			);
		})
		.join(' ');
}

/** Lower-case stems of the words, those inside a name included. */
function wordsIn(text: string): string[] {
	const apart = text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
	return (apart.match(/[\p{L}][\p{L}'’]+/gu) ?? []).map(stem);
}

function stem(word: string): string {
	const plain = word.replace(/['’].*$/, '');
	const cut = plain.replace(/(?:ing|ied|ies|ed|es|s|ly|e|y)$/, '');
	return cut.length >= 3 ? cut : plain;
}

const stems = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stem));

/** Words that are no reason whatever they are about. */
const filler = stems(`
	a an the this that these those it its is are be been was were to of in on at by for with from into as and or so not no do does did don doesn didn can cannot could should would will may might must shall
	have has had let us we you they he she them our your their all each every any some only just also too very more most less least here there now then than when while if once again still even out up off one two
	three four five six seven eight nine ten todo fixme hack xxx note nb temp temporary temporarily please make makes made use uses used using set sets get gets keep keeps need needs want wants allow allows enable enables
	enabled disable disables disabled remove removed later config configuration configure setting settings option options default value number amount count max maximum min minimum limit limits bound mode true false
	test tests testing spec specs suite suites case cases file files run runs ran running runner execute executes executed start starts vitest jest mocha playwright ava cypress karma webdriverio wdio node ci local locally
`);

const stock: Readonly<Record<Choice, ReadonlySet<string>>> = {
	tries: stems(`
		retry retries retried retrying time times try tries tried twice thrice once attempt attempts repeat repeats repeated rerun reruns flaky flake flakes flakiness flakey flaked unstable unreliable
		sometimes occasionally intermittent intermittently random randomly often fail fails failed failing failure failures pass passes passing before giving give
	`),
	serial: stems(`
		serial serially sequential sequentially sequence parallel parallelism parallelize parallelized parallelise concurrent concurrently concurrency simultaneous simultaneously same time single singly thread threads
		threading fork forks process processes worker workers band after another other others order ordered opt instance instances pool browser browsers project projects fully turn
	`),
};
