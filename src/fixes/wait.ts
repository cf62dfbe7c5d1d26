import type { Assertion } from '../assertions/model.ts';
import type { Hook, TestCase } from '../framework/model.ts';
import type { FunctionFacts, Span } from '../syntax/facts.ts';
import { countingWords } from '../knowledge/counting-words.ts';
import { waitingLibraries } from '../knowledge/rendering.ts';
import { callsMethod } from '../syntax/functions-within.ts';
import { type Edit, replace, together } from './edit.ts';
import { type Editable, importedNames } from './import.ts';
import { isWholeStatement, statementEnd } from './statement.ts';

type Scope = TestCase | Hook;
type PlacedClaim = Assertion & { readonly place: Span };

/** The linted file, as far as waits are mended in it. */
export interface WaitFile extends Editable {
	assertionsIn(scope: Scope): readonly PlacedClaim[];
	/** Whether an assertion may be made again and again until it holds. */
	isRepeatable(claim: Assertion): boolean;
	/** Whether `t.waitFor` is there: Node.js 22.14. */
	readonly hasContextWaitFor: boolean;
}

/** A wait, and whether its call does nothing else. */
interface FixedWait {
	readonly site: Span;
	readonly only: boolean;
	readonly absence: boolean;
}

/** The wait taken out: its statement, or its link of a chain (`cy.get('a').wait(500).should('be.visible')`). */
export function withoutWait(file: WaitFile, scope: Scope, wait: FixedWait): Edit | undefined {
	const own = waitIn(file, scope, wait);
	if (own !== undefined) return replace(wholeLines(file.text, own), '');
	const { site, absence } = wait;
	const call = file.module.facts.functions
		.flatMap(({ calls }) => calls)
		.find(({ start, end }) => start === site.start && end === site.end);
	if (call?.callee.kind !== 'member' || call.usage !== 'receiver' || absence || scope.body.module !== file.module) return undefined;
	const { end } = call.callee.object;
	return hasComment(file, { start: end, end: site.end }) ? undefined : replace({ start: end, end: site.end }, '');
}

/** The wait and the assertions behind it as assertions that are tried until they hold, in the framework's own words. */
export function retriedAssertions(file: WaitFile, scope: Scope, wait: FixedWait): Edit | undefined {
	const own = waitIn(file, scope, wait);
	const run = own === undefined ? undefined : assertionsBehind(file, scope, own.end);
	if (own === undefined || run === undefined || !own.inside.async || !('framework' in scope) || countsAssertions(scope)) return undefined;
	const inner = file.text.slice(own.end, run.end).trim();
	if (inner.includes('`') && inner.includes('\n')) return undefined;
	const words = wordsOf(file, scope);
	if (words === undefined || (run.awaits && words.kind !== 'playwright')) return undefined;

	const indent = /[\t ]*$/.exec(file.text.slice(file.text.lastIndexOf('\n', own.start) + 1, own.start))?.[0] ?? '';
	const body = inner
		.split('\n')
		.map(line => (line === '' ? line : `${indent}\t${line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()}`))
		.join('\n');
	const end = inner.endsWith(';') ? ';' : '';
	const isPlain =
		run.count === 1 && words.kind !== 'playwright' && !hasComment(file, { start: own.end, end: run.end }) && !inner.includes('\n');
	const callback = isPlain
		? `() => ${end === '' ? inner : inner.slice(0, -1)}`
		: `${run.awaits ? 'async ' : ''}() => {\n${body}\n${indent}}`;
	return together(
		replace({ start: own.start, end: run.end }, `await ${words.before}${callback}${words.after}${end}`),
		words.edit ?? { replacements: [] },
	);
}

interface Words {
	readonly kind: 'playwright' | 'other';
	readonly before: string;
	readonly after: string;
	readonly edit: Edit | undefined;
}

function wordsOf(file: WaitFile, scope: TestCase): Words | undefined {
	const { bindings } = file.module.facts;
	const imported = (name: string, from: RegExp): string | undefined =>
		bindings.find(({ definitions }) =>
			definitions.some(each => each.kind === 'import' && each.imported === name && from.test(each.source)),
		)?.name;
	const waitFor = imported('waitFor', /^@testing-library\//);
	if (waitFor !== undefined) return { kind: 'other', before: `${waitFor}(`, after: ')', edit: undefined };
	const library = file.module.facts.sources.find(source => waitingLibraries.test(source));
	if (library !== undefined) return inLibrary(file, library);
	switch (scope.framework) {
		case 'vitest': {
			const edit = importedNames(file, 'vitest', ['vi']);
			return edit === undefined
				? undefined
				: { kind: 'other', before: 'vi.waitFor(', after: ')', edit: edit === 'global' ? undefined : edit };
		}
		case 'playwright': {
			const expect = imported('expect', /./);
			return expect === undefined ? undefined : { kind: 'playwright', before: `${expect}(`, after: ').toPass()', edit: undefined };
		}
		case 'node:test': {
			const binding = scope.body.fact.parameters[0]?.binding;
			const context = binding === undefined || !file.hasContextWaitFor ? undefined : bindings[binding]?.name;
			return context === undefined ? undefined : { kind: 'other', before: `${context}.waitFor(`, after: ')', edit: undefined };
		}
		default:
			return undefined;
	}
}

/** `waitFor` of the library that the file looks at its elements with: it lets React do its work in between, and the framework's own does not. */
function inLibrary(file: WaitFile, library: string): Words | undefined {
	const edit = importedNames(file, library, ['waitFor']);
	return edit === undefined || edit === 'global' ? undefined : { kind: 'other', before: 'waitFor(', after: ')', edit };
}

interface OwnWait extends Span {
	readonly inside: FunctionFacts;
}

/** The statement that waits and does nothing else, in the linted file. */
function waitIn(file: WaitFile, scope: Scope, { site, only, absence }: FixedWait): OwnWait | undefined {
	const { module, text } = file;
	if (!only || absence || scope.body.module !== module || hasComment(file, site)) return undefined;
	for (const inside of module.facts.functions) {
		if (inside.start > site.start || inside.end < site.end) continue;
		const awaited = inside.awaits.find(({ value }) => value.start === site.start && value.end === site.end);
		const called = inside.calls.find(({ start, end, usage }) => start === site.start && end === site.end && usage === 'discarded');
		const expression: Span | undefined = awaited ?? called;
		if (expression === undefined) continue;
		const start = awaited === undefined ? expression.start : text.lastIndexOf('await', site.start);
		return isWholeStatement(text, { start, end: site.end }, inside) ? { start, end: statementEnd(text, site.end), inside } : undefined;
	}
	return undefined;
}

/** The assertions that follow one another behind a place, with nothing between, where all of them may be repeated. */
function assertionsBehind(
	file: WaitFile,
	scope: Scope,
	from: number,
): { readonly end: number; readonly count: number; readonly awaits: boolean } | undefined {
	const { text, module } = file;
	const claims = file.assertionsIn(scope);
	let [end, count] = [from, 0];
	for (;;) {
		const start = nextStatement(text, end);
		const claim = claims.find(({ place }) => place.start === start);
		if (claim === undefined) break;
		if (
			claim.site.fact.kind !== 'call' ||
			claim.site.fact.usage !== 'discarded' ||
			claim.place.end !== claim.site.fact.end ||
			!file.isRepeatable(claim)
		)
			return undefined;
		end = statementEnd(text, claim.place.end);
		count++;
	}
	const awaits = module.facts.functions.some(each => each.awaits.some(({ value }) => value.start >= from && value.end <= end));
	return count === 0 ? undefined : { end, count, awaits };
}

/** Attempts would be counted too: `expect.assertions(2)`, `t.plan(2)`. */
function countsAssertions({ body: { module, fact } }: TestCase): boolean {
	return callsMethod(module.facts, fact, countingWords);
}

/** Where the next statement begins, an `await` before it passed over. */
function nextStatement(text: string, from: number): number {
	const blank = /(?:\s+|\/\/.*|\/\*[^]*?\*\/)*(?:await\s+)?/y;
	blank.lastIndex = from;
	blank.test(text);
	return blank.lastIndex;
}

function hasComment({ module }: Editable, { start, end }: Span): boolean {
	return module.facts.comments.some(comment => comment.start >= start && comment.end <= end);
}

/** A statement with its line, where nothing else stands there. */
function wholeLines(text: string, { start, end }: Span): Span {
	const line = text.lastIndexOf('\n', start - 1) + 1;
	const [behind = ''] = /^[\t ]*(?:\r?\n)?/.exec(text.slice(end)) ?? [];
	const isAlone = text.slice(line, start).trim() === '' && behind.endsWith('\n');
	return isAlone
		? { start: line, end: end + behind.length }
		: { start, end: end + behind.trimEnd().length + (behind.length - behind.replace(/^[\t ]+/, '').length) };
}
