import { calendarNames } from '../knowledge/date-words.ts';
import { roleQueries, textQueries } from '../knowledge/page-words.ts';
import { renderingPackages } from '../knowledge/rendering.ts';
import type { Site } from '../project/model.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { Call, LiteralValue, TemplateValue, Value } from '../syntax/facts.ts';
import type { Claim, Models, Scope } from './models.ts';
import { type ShownText, textsShown } from './shown-texts.ts';

/** What is claimed of a text that a component shows, as if that text were asked for itself. */
export interface ShownClaim extends Claim {
	/** What stands in the place of the values is one of those that the code picks from, has a number in it, or names a day or month. */
	readonly isTold: boolean;
}

/**
 * What an assertion about the page says of the values that one of its texts is made of: `expect(screen.getByText('3 days left')).toBeVisible()` says of
 * `<p>{left} days left</p>` that `left` is 3. Only where no other text of the page may be meant.
 */
export function claimOfText(models: Models, scope: Scope, claim: Claim): ShownClaim | undefined {
	const sought = soughtBy(models, claim);
	if (sought === undefined) return undefined;
	const { texts, isWhole } = textsShown(models, scope);
	const fitting = texts.flatMap(text => {
		const pieces = piecesOf(models, text);
		const told = fitOf(pieces, sought);
		return told === undefined ? [] : [{ element: text.element, pieces, told }];
	});
	const [found, ...others] = fitting;
	if (found === undefined || others.length > 0 || found.told.length === 0) return undefined;
	const isWritten = found.pieces.some(({ text = '' }) => text.trim() !== '');
	if (!isWhole && !isWritten) return undefined;
	const isPicked = found.pieces.every(({ text, choices }) => text !== undefined || choices !== undefined);
	const isTold = isPicked || found.told.every(each => /\d/.test(each) || calendarNames.test(each));
	return { ...claim, ...sidesOf(found.element, found.pieces, found.told, sought), part: [], negated: sought.isAbsent, isTold };
}

/** The text that is looked for, and whether it is not to be there. */
interface Sought {
	readonly text: string;
	readonly isAbsent: boolean;
	readonly value: Site<LiteralValue>;
	/** It may stand in a longer one. */
	readonly isPart: boolean;
}

const present: ReadonlySet<Claim['relation']> = new Set(['truthy', 'other']);
const absent: ReadonlySet<Claim['relation']> = new Set(['falsy', 'nothing']);

function soughtBy(models: Models, claim: Claim): Sought | undefined {
	const { actual, expected, relation, negated } = claim;
	if (!models.provenance.origins(actual).some(({ from }) => renderingPackages.has(from))) return undefined;
	const isCompared = relation === 'identical' || relation === 'contains' || relation === 'matches';
	if (isCompared && expected?.fact.kind === 'literal' && !negated)
		return soughtText(at(expected.fact, expected), relation !== 'identical', false);
	const value = present.has(relation) || absent.has(relation) ? queriedText(actual.fact) : undefined;
	return value === undefined ? undefined : soughtText(at(value, actual), false, absent.has(relation) !== negated);
}

function soughtText(value: Site<LiteralValue>, isPart: boolean, isAbsent: boolean): Sought | undefined {
	const { value: text } = value.fact;
	return typeof text !== 'string' || text.trim() === '' ? undefined : { text: text.trim(), isAbsent, value, isPart };
}

/** `screen.getByText('Heads')`, `screen.getByRole('button', { name: 'Heads' })` */
function queriedText(value: Value): LiteralValue | undefined {
	const call = value.kind === 'await' ? value.value : value;
	if (call.kind !== 'call') return undefined;
	const name = queryName(call);
	const [first, options] = call.args;
	if (textQueries.has(name)) return first?.kind === 'literal' && options === undefined ? first : undefined;
	if (!roleQueries.has(name) || options?.kind !== 'object') return undefined;
	const named = options.entries.find(entry => entry.kind === 'property' && entry.key === 'name')?.value;
	return named?.kind === 'literal' ? named : undefined;
}

function queryName({ callee }: Call): string {
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : '';
}

/** A piece of a text, and what the page shows of it where that is written down. */
interface Piece {
	readonly value: Site<Value>;
	readonly text: string | undefined;
	/** The texts that the code picks from, where that is all. */
	readonly choices: readonly string[] | undefined;
}

/** What stands for the values of a text in what is looked for, where that may be the text; none where all of it is written down. */
function fitOf(pieces: readonly Piece[], { text, isPart }: Sought): readonly string[] | undefined {
	const pattern = pieces.map(patternOf).join('').trim();
	const found = new RegExp(isPart ? pattern : `^${pattern}$`).exec(text);
	return found === null ? undefined : found.slice(1);
}

function patternOf({ text, choices }: Piece): string {
	if (text !== undefined) return escaped(text);
	return choices === undefined ? String.raw`(\S(?:.*\S)?)` : `(${choices.map(escaped).join('|')})`;
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

function piecesOf({ provenance }: Models, { pieces }: ShownText): readonly Piece[] {
	return pieces.map(value => {
		const { fact } = value;
		const constant = fact.kind === 'literal' ? fact.value : staticValue(provenance.roots, value);
		if (constant !== undefined || fact.kind === 'literal') return { value, text: shownText(constant), choices: undefined };
		const roots = provenance.roots(value);
		const texts = roots.flatMap(root =>
			root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'literal' ? [shownText(root.site.fact.value)] : [],
		);
		return { value, text: undefined, choices: texts.length > 0 && texts.length === roots.length ? texts : undefined };
	});
}

/** What the page shows of a value that is written down. */
function shownText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
}

/** A number that is told is compared with the value itself, and all else with the whole text. */
function sidesOf(
	element: Site<Call>,
	pieces: readonly Piece[],
	told: readonly string[],
	{ value, isPart }: Sought,
): Pick<Claim, 'actual' | 'expected' | 'relation' | 'matcher'> {
	const [only, ...others] = pieces.filter(({ text }) => text === undefined);
	const [said] = told;
	if (only !== undefined && others.length === 0 && said !== undefined && /^(?:0|[1-9]\d{0,8})$/.test(said))
		return { actual: only.value, expected: at({ ...value.fact, value: Number(said) }, value), relation: 'identical', matcher: 'toBe' };
	const whole =
		pieces.length === 1 && only !== undefined
			? only.value
			: at<Value>({ kind: 'template', ...partsOf(pieces), start: element.fact.start, end: element.fact.end }, element);
	return { actual: whole, expected: value, relation: isPart ? 'contains' : 'identical', matcher: isPart ? 'toContain' : 'toBe' };
}

function partsOf(pieces: readonly Piece[]): Pick<TemplateValue, 'quasis' | 'parts'> {
	const quasis = [''];
	const parts: Value[] = [];
	for (const { value, text } of pieces) {
		if (text !== undefined) quasis.push(`${quasis.pop() ?? ''}${text}`);
		else {
			parts.push(value.fact);
			quasis.push('');
		}
	}
	return { quasis, parts };
}
