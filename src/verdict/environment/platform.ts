import { deepest } from '../../assertions/shape.ts';
import { valuesIn } from '../../effects/value-parts.ts';
import { type Witness, witnessOf } from '../../effects/witness.ts';
import { type PlatformValue, platformMarks, platformValues, platformWords } from '../../knowledge/platform-values.ts';
import type { Module, Site } from '../../project/model.ts';
import { textOf } from '../../provenance/text-of.ts';
import type { Origin, Path, Root } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** What of the platform decides an assertion: how paths are parted, how lines end, or what the machine has. */
export interface PlatformDependence {
	readonly of: PlatformValue['of'];
	readonly witness: Witness;
}

const equalities: ReadonlySet<Claim['relation']> = new Set([
	'identical',
	'deep-equal',
	'includes-structure',
	'includes-subset',
	'contains',
	'same-members',
]);
/** Relations that tell of numbers. */
const counts: ReadonlySet<Claim['relation']> = new Set(['length', 'less', 'less-or-equal', 'greater', 'greater-or-equal']);
/** Parts of an expected value that are looked at. */
const maxLeaves = 40;

/** How the platform decides an assertion: only values that nothing is done with on the way are known to carry it, and nothing stands in for them. */
export function platformDependence(models: Models, scope: Scope, claim: Claim): PlatformDependence | undefined {
	const { actual, expected, part, relation, negated } = claim;
	if (negated || expected === undefined || (!equalities.has(relation) && !counts.has(relation))) return undefined;
	const isReplaced = (origin: Origin): boolean => models.framework.isStubbed(origin, scope, claim.place.start);
	for (const leaf of leavesOf(models, expected, [])) {
		const roots = models.provenance.roots(actual, [...part, ...leaf.path]);
		const found = roots.map(root => dependenceOf(models, root, leaf.text, isReplaced));
		const [first] = found;
		if (first === undefined || !found.every(each => each?.of === first.of)) continue;
		if ((counts.has(relation) && first.of !== 'machine') || minds(models.module)) continue;
		return first;
	}
	return undefined;
}

interface Leaf {
	readonly path: Path;
	/** What is written down there; `?` for what is filled in. */
	readonly text: string;
}

/** The texts and numbers of an expected value, each with the way to it. */
function leavesOf({ provenance }: Models, expected: Site<Value>, start: Path): readonly Leaf[] {
	const found: Leaf[] = [];
	visit(expected, start);
	return found;

	function visit(site: Site<Value>, path: Path): void {
		const [root, ...others] = provenance.roots(site);
		if (root?.kind !== 'made' || root.path.length > 0 || others.length > 0 || found.length >= maxLeaves || path.length > deepest)
			return;
		const { fact } = root.site;
		if (fact.kind === 'literal') found.push({ path, text: String(fact.value) });
		if (fact.kind === 'template' || fact.kind === 'operation') found.push({ path, text: textOf(provenance.roots, root.site) ?? '' });
		if (fact.kind === 'array' && !fact.elements.some(({ kind }) => kind === 'spread'))
			for (const [index, element] of fact.elements.entries()) visit(at(element, root.site), [...path, { kind: 'position', index }]);
		if (fact.kind !== 'object') return;
		for (const entry of fact.entries)
			if (entry.kind === 'property' && typeof entry.key === 'string')
				visit(at(entry.value, root.site), [...path, { kind: 'property', name: entry.key }]);
	}
}

function dependenceOf(
	{ provenance }: Models,
	root: Root,
	text: string,
	isReplaced: (origin: Origin) => boolean,
): PlatformDependence | undefined {
	if (root.kind === 'origin') return isReplaced(root.origin) ? undefined : ofOrigin(root.origin, text, root.at);
	if (root.kind !== 'made') return undefined;
	for (const part of partsOf(root)) {
		for (const origin of provenance.origins(part)) {
			const found = isReplaced(origin) ? undefined : ofOrigin(origin, text, part);
			if (found !== undefined) return found;
		}
	}
	return undefined;
}

/** What a text or a difference is made of; of `lines.join(EOL)`, what is put between the lines. */
function partsOf({ site, path }: Extract<Root, { kind: 'made' }>): readonly Site<Value>[] {
	const { fact } = site;
	const [method, call, ...rest] = path;
	if (method?.kind === 'property' && method.name === 'join' && call?.kind === 'call' && rest.length === 0)
		return call.site.fact.args.map(value => at(value, call.site));
	if (path.length > 0) return [];
	if (fact.kind === 'template') return fact.parts.map(value => at(value, site));
	return fact.kind === 'operation' && (fact.operator === '+' || fact.operator === '-') ? fact.operands.map(value => at(value, site)) : [];
}

function ofOrigin(origin: Origin, text: string, place: Site<Value>): PlatformDependence | undefined {
	const steps = origin.steps.filter(step => step.kind !== 'await' && !(step.kind === 'property' && transparent.has(step.name)));
	const [name, ...rest] = steps;
	const row =
		name?.kind === 'property'
			? platformValues.find(({ from, names }) => from.includes(origin.from) && names.includes(name.name))
			: undefined;
	if (row === undefined || name?.kind !== 'property' || !text.includes(platformMarks[row.of]) || text.includes('://')) return undefined;
	if (!row.called) return rest.length > 0 ? undefined : { of: row.of, witness: witnessOf(name.name, place) };
	const [call, ...taken] = rest;
	if (call?.kind !== 'call' || taken.some(({ kind }) => kind !== 'property') || (row.of !== 'machine' && taken.length > 0))
		return undefined;
	return row.of === 'separator' && !mayPart(call.site.fact.args) ? undefined : { of: row.of, witness: witnessOf(name.name, call.site) };
}

/** Names that lead to the same functions. */
const transparent: ReadonlySet<string> = new Set(['default', 'process']);

/** Whether a path of these parts has more than one name in it. */
function mayPart(args: readonly Value[]): boolean {
	return args.length > 1 || args.some(each => each.kind !== 'literal' || (typeof each.value === 'string' && each.value.includes('/')));
}

/** Whether the test file minds the platform itself. */
function minds({ facts }: Module): boolean {
	return facts.functions.some(each => [...valuesIn(each, facts)].some(value => isWord(value, facts)));
}

function isWord(value: Value, { bindings }: Module['facts']): boolean {
	switch (value.kind) {
		case 'member':
			return typeof value.property === 'string' && platformWords.has(value.property);
		case 'literal':
			return typeof value.value === 'string' && platformWords.has(value.value);
		case 'reference':
			return platformWords.has(bindings[value.binding]?.word ?? '');
		default:
			return false;
	}
}
