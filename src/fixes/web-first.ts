import type { Assertion } from '../assertions/model.ts';
import type { Influence, RowOf } from '../effects/model.ts';
import { playwright } from '../knowledge/browser-packages.ts';
import { unwrapping } from '../knowledge/schedules.ts';
import type { Site } from '../project/model.ts';
import type { Origin } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { soleValue } from '../syntax/definitions.ts';
import type { Call, Value } from '../syntax/facts.ts';
import { type Edit, insert, replace, together } from './edit.ts';
import type { Editable } from './import.ts';
import { writtenCall } from './written-claim.ts';

interface WebFile extends Editable {
	readonly provenance: Provenance;
}

/** The matcher that waits for what an assertion asks of a reading, and the assertion with it, where that can be written. */
export interface WebFirst {
	readonly matcher: string;
	readonly edit: Edit | undefined;
}

/** What waits in the words of the assertions that the file uses; undefined where they have no such matcher. */
export function webFirst(file: WebFile, claim: Assertion, read: Influence, row: RowOf<'ui-read'>): WebFirst | undefined {
	const expecting = expectOf(file, claim);
	if (expecting === undefined || !isWaiting(file, expecting, read)) return undefined;
	const said = matcherFor(file, claim, row, read);
	if (said === undefined || isOfExpect(file, claim, expecting)) return polled(file, claim, expecting, read);
	return { matcher: said.replace(/\(.*$/s, ''), edit: edited(file, claim, { expecting, read, row, said }) };
}

/** Whether what is expected is a pattern of the assertions' own, `expect.arrayContaining([…])`: matchers that wait take none. */
function isOfExpect({ text }: WebFile, { expected }: Assertion, { callee }: Call): boolean {
	return expected?.fact.kind === 'call' && chainStart(text, expected.fact.callee) === chainStart(text, callee);
}

function chainStart(text: string, value: Value): string {
	return value.kind === 'member' ? chainStart(text, value.object) : textAt(text, value);
}

/** `await expect.poll(() => …)`, which asks what was asked, again and again: for what no matcher of elements says. Only Playwright's assertions have it. */
function polled(file: WebFile, claim: Assertion, expecting: Call, { call, origin }: Influence): WebFirst | undefined {
	const { callee, args } = expecting;
	const isOfPlaywright = origin !== undefined && isOfPages(origin);
	if (!isOfPlaywright || claim.relation === 'snapshot' || !['reference', 'member'].includes(callee.kind)) return undefined;
	if (callee.kind === 'member' && callee.property !== 'expect') return undefined;
	const [subject] = args;
	if (subject === undefined || call === undefined || !isRewritable(file, claim, subject, call) || isUnwrapped(file, claim))
		return { matcher: 'expect.poll', edit: undefined };
	const asked = textAt(file.text, call.fact);
	const isWaiting = /\bawait\b/.test(asked);
	const edit = together(
		awaited(file, claim),
		insert(callee.end, '.poll'),
		replace(subject, `${isWaiting ? 'async ' : ''}() => ${asked}`),
		withoutConstant(file, subject),
	);
	return { matcher: 'expect.poll', edit };
}

/** `expect(…).resolves.toBe(…)` */
function isUnwrapped(file: WebFile, claim: Assertion): boolean {
	let callee = writtenCall(file, claim)?.callee;
	while (callee?.kind === 'member') {
		if (typeof callee.property === 'string' && unwrapping.has(callee.property)) return true;
		callee = callee.object;
	}
	return false;
}

/** Whether the linted file writes an assertion on a reading, and the reading, where an `await` may stand. */
function isRewritable(file: WebFile, claim: Assertion, subject: Value, call: Site<Call>): boolean {
	const whole = writtenCall(file, claim);
	const isAsync = whole !== undefined && file.module.facts.functions[whole.function]?.async === true;
	return isAsync && call.module === file.module && call.frame === undefined && isReading(file, subject, call);
}

/** Puts an `await` in front of an assertion that has none. */
function awaited(file: WebFile, claim: Assertion): Edit | undefined {
	const whole = writtenCall(file, claim);
	if (whole === undefined) return undefined;
	return /\bawait\s+$/.test(file.text.slice(0, whole.start)) ? { replacements: [] } : insert(whole.start, 'await ');
}

/** Whether an assertion is made in words that know matchers which wait. */
export function mayWait({ provenance }: Pick<WebFile, 'provenance'>, { site: { fact, module } }: Assertion, read: Influence): boolean {
	const expecting = fact.kind === 'call' ? innermost(fact) : undefined;
	return expecting !== undefined && isWaiting({ provenance, module }, expecting, read);
}

/** The call `expect(…)` that an assertion begins with. */
function expectOf(file: WebFile, claim: Assertion): Call | undefined {
	const call = writtenCall(file, claim);
	return call === undefined ? undefined : innermost(call);
}

function innermost(outer: Call): Call | undefined {
	let call = before(outer.callee);
	for (let inner = call; inner !== undefined; inner = before(inner.callee)) call = inner;
	return call;
}

function before(callee: Value): Call | undefined {
	if (callee.kind === 'call') return callee;
	return callee.kind === 'member' ? before(callee.object) : undefined;
}

/** Whether the assertions know matchers that wait: those of Playwright Test, and of WebdriverIO. */
function isWaiting({ provenance, module }: Pick<WebFile, 'provenance' | 'module'>, { callee }: Call, { origin }: Influence): boolean {
	const packages = provenance.origins({ module, fact: callee }).map(({ from }) => from);
	if (origin !== undefined && isOfPages(origin)) return packages.some(from => playwright.some(each => each === from));
	return packages.some(from => ['@wdio/globals', 'expect-webdriverio', 'webdriverio', 'global'].includes(from));
}

function isOfPages({ steps }: Origin): boolean {
	return steps.some(step => step.kind === 'property' && step.name === 'page');
}

/** The words after `expect(…).`. */
function matcherFor({ text }: WebFile, claim: Assertion, row: RowOf<'ui-read'>, { call }: Influence): string | undefined {
	const { relation, negated, expected } = claim;
	if (row.matcher === undefined) return undefined;
	const not = negated ? 'not.' : '';
	const wanted = truthOf(claim);
	const name = call?.fact.args[typeof row.of === 'object' ? row.of.argument + 1 : 0];
	const first = row.tells !== 'attribute' || name === undefined || call === undefined ? '' : textAt(text, name);
	const literal = expected?.fact.kind === 'literal' ? expected.fact.value : undefined;
	const asked =
		expected === undefined || expected.fact.start <= claim.site.fact.start || expected.fact.end > claim.site.fact.end
			? undefined
			: textAt(text, expected.fact);

	const isNothing =
		relation === 'nothing' ||
		((relation === 'identical' || relation === 'deep-equal') &&
			expected?.fact.kind === 'literal' &&
			(literal === null || literal === undefined));

	if (row.tells === 'picture')
		return relation === 'snapshot' && call?.fact.args.length === 0 ? `${row.matcher}(${asked ?? ''})` : undefined;
	if (row.tells === 'state' || row.tells === 'element') {
		const isThere = row.tells === 'element' && isNothing ? negated : wanted;
		return isThere === undefined ? undefined : `${isThere ? '' : 'not.'}${row.matcher}()`;
	}
	if (row.tells === 'count' || relation === 'length') {
		if (relation === 'greater' && literal === 0) return 'not.toHaveCount(0)';
		return (relation === 'identical' || relation === 'deep-equal' || relation === 'length') && asked !== undefined
			? `${not}toHaveCount(${asked})`
			: undefined;
	}
	if (row.tells === 'attribute' && (wanted === true || (isNothing && negated))) return `${row.matcher}(${first})`;
	if (row.tells === 'attribute' && isNothing) return `not.${row.matcher}(${first})`;
	if (asked === undefined || isNothing) return undefined;
	if (relation === 'contains') return row.contains === undefined ? undefined : `${not}${row.contains}(${asked})`;
	if (relation !== 'identical' && relation !== 'deep-equal' && relation !== 'matches') return undefined;
	return `${not}${row.matcher}(${first === '' ? '' : `${first}, `}${asked})`;
}

function truthOf({ relation, expected, negated }: Assertion): boolean | undefined {
	if (relation === 'truthy' || relation === 'falsy') return relation === 'truthy';
	const value = expected?.fact.kind === 'literal' ? expected.fact.value : undefined;
	return (relation === 'identical' || relation === 'deep-equal') && typeof value === 'boolean' ? value !== negated : undefined;
}

interface Writing {
	readonly expecting: Call;
	readonly read: Influence;
	readonly row: RowOf<'ui-read'>;
	readonly said: string;
}

function edited(file: WebFile, claim: Assertion, { expecting, read: { call }, row, said }: Writing): Edit | undefined {
	const whole = writtenCall(file, claim);
	const [subject] = expecting.args;
	if (whole === undefined || subject === undefined || call === undefined || !isRewritable(file, claim, subject, call)) return undefined;
	const element = elementText(file, call, row);
	if (element === undefined) return undefined;
	const matcher = replace({ start: expecting.end, end: whole.end }, `.${said}`);
	return together(awaited(file, claim), replace(subject, element), matcher, withoutConstant(file, subject));
}

/** Takes away the line of a constant that nothing else asks for: the element stands in its place. */
function withoutConstant({ module, text }: WebFile, subject: Value): Edit {
	const none: Edit = { replacements: [] };
	const binding = subject.kind === 'reference' ? module.facts.bindings[subject.binding] : undefined;
	const [definition] = binding?.definitions ?? [];
	if (binding === undefined || definition?.kind !== 'value') return none;
	const around = module.facts.functions[binding.function] ?? { start: 0, end: text.length };
	if (mentions(text.slice(around.start, around.end), binding.name) !== mentionsOfOne) return none;
	const start = text.lastIndexOf('\n', binding.start) + 1;
	const rest = /^;?[ \t]*\r?\n/.exec(text.slice(definition.value.end));
	return rest === null || !/^[ \t]*(?:const|let)\s+$/.test(text.slice(start, binding.start))
		? none
		: { replacements: [{ start, end: definition.value.end + rest[0].length, text: '' }] };
}

/** A variable that is written and asked for once. */
const mentionsOfOne = 2;

/** Comments and texts, in which no variable is mentioned. */
const silent = /(?<!:)\/\/.*|\/\*[^]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;

/** How often code mentions a name, those of properties left out. */
function mentions(code: string, name: string): number {
	const mention = new RegExp(`(?<![\\w$]|(?<!\\.)\\.)${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
	return [...code.replace(silent, "''").matchAll(mention)].length;
}

/** Whether an expression is the reading itself, or the one variable that was given it. */
function isReading(file: WebFile, value: Value, call: Site<Call>): boolean {
	if (value.kind === 'await') return isReading(file, value.value, call);
	if (value.kind === 'call') return value === call.fact;
	const held = soleValue(file.module.facts, value);
	return held !== undefined && isReading(file, held, call);
}

/** What the page or the element is called; undefined where finding it is itself a reading. */
function elementText({ text }: WebFile, { fact: { callee, args } }: Site<Call>, { of }: RowOf<'ui-read'>): string | undefined {
	if (callee.kind !== 'member') return undefined;
	const receiver = textAt(text, callee.object);
	if (/\bawait\b|\.\$/.test(receiver)) return undefined;
	if (of === 'receiver' || of === 'page') return receiver;
	const selector = args[of.argument];
	return selector === undefined ? undefined : `${receiver}.locator(${textAt(text, selector)})`;
}

function textAt(text: string, { start, end }: Value): string {
	return text.slice(start, end);
}
