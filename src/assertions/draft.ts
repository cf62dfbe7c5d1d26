import type { MatcherRow, Relation } from '../knowledge/assertions/row.ts';
import type { Site } from '../project/model.ts';
import type { Path } from '../provenance/model.ts';
import { at } from '../provenance/walker.ts';
import type { LiteralValue, Value } from '../syntax/facts.ts';
import { type Claim, partNamed } from './claim.ts';
import type { Assertion, Tolerance } from './model.ts';

/** The assertion as the library puts it: nothing is looked through yet. Undefined where what it checks is not written there. */
export function draftOf(claim: Claim, site: Site<Value>): Assertion | undefined {
	const { row, args } = claim;
	const actual = claim.subject ?? args[row?.actual ?? 0];
	if (actual === undefined || args.some(argument => argument.fact.kind === 'spread')) return undefined;
	const expected = row === undefined ? undefined : expectedOf(row, args, site);
	return {
		site,
		actual: settledSite(actual),
		part: [...claim.part, ...partOf(row, args)],
		expected,
		upper: row?.upper === undefined ? undefined : args[row.upper],
		tolerance: toleranceOf(row, args),
		text: row?.inline === true ? textOf(args.at(-1)?.fact) : undefined,
		relation: relationOf(claim, expected),
		negated: claim.negated !== (row?.negated === true),
		retried: claim.retried || row?.retried === true,
		promised: claim.promised,
		library: claim.library.name,
		matcher: claim.matcher,
	};
}

function relationOf({ row, rejects, flags }: Claim, expected: Site<Value> | undefined): Relation {
	if (rejects) return 'rejects';
	if (row === undefined) return 'other';
	if (row.bare !== undefined && expected === undefined) return row.bare;
	const flagged = Object.entries(row.flagged ?? {}).find(([flag]) => flags.has(flag));
	return flagged?.[1] ?? row.relation;
}

function expectedOf(row: MatcherRow, args: readonly Site<Value>[], site: Site<Value>): Site<Value> | undefined {
	if (row.is !== undefined) return at(literal(row.is, site), site);
	if (row.rest === undefined) return row.expected === undefined ? undefined : args[row.expected];
	const rest = args.slice(row.rest);
	const [place = site] = rest;
	return at({ kind: 'array', elements: rest.map(({ fact }) => fact), start: place.fact.start, end: site.fact.end }, place);
}

export function literal(value: LiteralValue['value'], { fact: { start, end } }: Site<Value>): LiteralValue {
	return { kind: 'literal', value, start, end };
}

function partOf(row: MatcherRow | undefined, args: readonly Site<Value>[]): Path {
	return row?.part === undefined ? [] : partNamed(args[row.part]);
}

function toleranceOf(row: MatcherRow | undefined, args: readonly Site<Value>[]): Tolerance | undefined {
	return row?.tolerance === undefined ? undefined : { value: args[row.tolerance.argument], unit: row.tolerance.unit };
}

function textOf(value: Value | undefined): string | undefined {
	if (value?.kind === 'template') return value.quasis.join('');
	return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** What a promise is awaited for. */
export function settledSite(site: Site<Value>): Site<Value> {
	return site.fact.kind === 'await' ? settledSite(at(site.fact.value, site)) : site;
}
