import { writtenAs } from '../../effects/carried.ts';
import type { Influence } from '../../effects/model.ts';
import type { Draw } from '../../effects/random/draw.ts';
import { lists } from '../../effects/random/drawn-lists.ts';
import { FormulaReader } from '../../effects/random/formula.ts';
import { samplesOf } from '../../effects/random/samples.ts';
import { computedFrom, valuesIn } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Path } from '../../provenance/model.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import type { Chance } from './chance.ts';

/** Longer texts hardly ever come up by chance. */
const longest = 4;

/**
 * A short text that is not to stand in a longer one, of which a random piece may hold it, whatever the rest is: `expect(JSON.stringify(entry)).not.toContain('abc')`
 * of an entry with an id.
 */
export function absentByChance(models: Models, scope: Scope, claim: Claim): Chance | undefined {
	const absent = absentText(models, claim);
	if (absent === undefined) return undefined;
	const whole = writtenWhole(models, claim);
	const open = models.effects
		.behind(whole.site, [...whole.part, { kind: 'parts' }])
		.filter(
			influence => influence.kind === 'random' && influence.measured !== true && !models.isControlled(influence, scope, claim.place),
		);
	if (open.length === 0) return undefined;
	const held = new Set(callsHeld(models, whole.site, [...whole.part, { kind: 'parts' }], 0));
	for (const read of open) {
		const isHeld = read.call !== undefined && held.has(read.call.fact);
		const found = isHeld ? textWith(models, read, absent) : undefined;
		if (found !== undefined) return { read, passing: [], failing: [found], isMade: false, seen: undefined };
	}
	return undefined;
}

/** How deep texts are put together of others. */
const deepest = 4;

/** The calls whose results stand in a value, or in a text that is put together of them. */
function callsHeld({ provenance }: Pick<Models, 'provenance'>, site: Site<Value>, path: Path, depth: number): readonly Call[] {
	if (depth > deepest) return [];
	return provenance.roots(site, path).flatMap(root => {
		if (root.kind === 'origin')
			return root.origin.steps.flatMap(step => ('site' in step && step.site !== undefined ? [step.site.fact] : []));
		const isText = root.kind === 'made' && root.path.every(({ kind }) => kind === 'parts') && isPutTogether(root.site.fact);
		return isText ? computedFrom(root.site.fact).flatMap(piece => callsHeld({ provenance }, at(piece, root.site), [], depth + 1)) : [];
	});
}

const isPutTogether = (value: Value): boolean => value.kind === 'template' || (value.kind === 'operation' && value.operator === '+');

/** The text that an assertion wants nowhere. */
function absentText({ provenance }: Models, { relation, negated, expected }: Claim): string | undefined {
	if (!negated || expected === undefined || (relation !== 'contains' && relation !== 'matches')) return undefined;
	const { fact } = expected;
	const text = fact.kind === 'regexp' ? (fact.flags === '' ? fact.pattern : undefined) : staticValue(provenance.roots, expected);
	return typeof text === 'string' && /^\w+$/.test(text) && text.length <= longest ? text : undefined;
}

/** What is written in a text: the value that becomes JSON, or the text itself. */
function writtenWhole({ provenance }: Models, { actual, part }: Claim): { readonly site: Site<Value>; readonly part: Claim['part'] } {
	const value = part.length === 0 ? writtenAs(provenance, actual) : undefined;
	return value === undefined ? { site: actual, part } : { site: value, part: [] };
}

/** What a generator may draw, as far as the code makes a text of it at once, that has a text in it; undefined where it has always or never. */
function textWith(models: Models, { source, call }: Influence, absent: string): string | undefined {
	const reader = new FormulaReader(models, each => each.fact === source.fact);
	const formula = reader.read(chainOn(source));
	const [draw, ...others] = reader.draws;
	const samples = draw?.drawing === undefined ? undefined : samplesOf(draw.drawing, [...reader.constants, absent], lists);
	if (call === undefined || draw === undefined || samples === undefined || others.length > 0) return undefined;
	const texts = samples.values.map(value => formula(new Map<Draw, unknown>([[draw, value]])));
	if (!texts.every(text => typeof text === 'string') || texts.every(text => text.includes(absent))) return undefined;
	return texts.find(text => text.includes(absent));
}

/** The methods that are called on a value where it stands, one on the other: `Math.random().toString(36).slice(2)`. */
function chainOn(site: Site<Value>): Site<Value> {
	const owner = site.fact.kind === 'call' ? functionAt(site.module, site.fact.function) : undefined;
	const next =
		owner === undefined
			? undefined
			: [...valuesIn(owner, site.module.facts)].find(
					value => value.kind === 'call' && value.callee.kind === 'member' && value.callee.object === site.fact,
				);
	return next === undefined ? site : chainOn(at(next, site));
}
