import { constantText } from '../../effects/constants.ts';
import type { Site } from '../../project/model.ts';
import { dotted, matchRows } from '../../provenance/match.ts';
import type { Origin, Root } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/** How deep two values are held against each other. */
const maxDepth = 8;

/**
 * Whether two values differ whatever the clock says: they are made with other constants, of other lists, by calls that are handed something else. False: nothing
 * but readings of the clock is in them that could tell them apart; undefined where nobody can tell.
 */
export function areToldApart(models: Models, one: Site<Value>, other: Site<Value>, depth = 0): boolean | undefined {
	if (depth > maxDepth) return undefined;
	const [left, right] = [soleRoot(models, one), soleRoot(models, other)];
	if (left === undefined || right === undefined) return undefined;
	if (left.kind === 'origin' && right.kind === 'origin') return ofOrigins(models, left.origin, right.origin, depth);
	const made = [madeOf(left), madeOf(right)] as const;
	return made[0] === undefined || made[1] === undefined ? undefined : ofMade(models, made[0], made[1], depth);
}

/** What a value is, where it can be but one thing. */
function soleRoot({ provenance }: Models, site: Site<Value>): Root | undefined {
	const [root, ...others] = provenance.roots(site);
	return others.length === 0 && root?.gathered === undefined ? root : undefined;
}

/** What is written down there, and nothing is put into later. */
function madeOf(root: Root): Site<Value> | undefined {
	if (root.kind !== 'made' || root.path.length > 0) return undefined;
	const { module, fact } = root.site;
	const isChanged = module.facts.bindings.some(
		({ definitions }) => definitions.length > 1 && definitions.some(each => each.kind === 'value' && each.value === fact),
	);
	return isChanged ? undefined : root.site;
}

function ofMade(models: Models, one: Site<Value>, other: Site<Value>, depth: number): boolean | undefined {
	const [text, otherText] = [one, other].map(site => constantText(models.provenance, site));
	if (text !== undefined && otherText !== undefined) return text !== otherText;
	if (one.fact.kind !== other.fact.kind) return undefined;
	const [parts, others] = [namedParts(one.fact), namedParts(other.fact)];
	if (parts === undefined || others === undefined) return undefined;
	const isSameForm = parts.length === others.length && parts.every(({ name }) => others.some(each => each.name === name));
	if (!isSameForm) return true;
	return ofAll(
		parts.map(({ name, value }) => {
			const same = others.find(each => each.name === name);
			return same === undefined ? undefined : areToldApart(models, at(value, one), at(same.value, other), depth + 1);
		}),
	);
}

interface NamedPart {
	readonly name: string;
	readonly value: Value;
}

/** What a value is put together from, each part by its place in it; undefined where not all of it is seen. */
function namedParts(value: Value): readonly NamedPart[] | undefined {
	switch (value.kind) {
		case 'object':
			return namedEntries(value.entries);
		case 'array':
			return value.elements.some(({ kind }) => kind === 'spread') ? undefined : byPlace('', value.elements);
		case 'template':
			return byPlace(value.quasis.join('$'), value.parts);
		case 'operation':
			return byPlace(value.operator, value.operands);
		default:
			return undefined;
	}
}

function namedEntries(entries: Extract<Value, { kind: 'object' }>['entries']): readonly NamedPart[] | undefined {
	const named = entries.flatMap(entry =>
		entry.kind === 'property' && typeof entry.key === 'string' ? [{ name: entry.key, value: entry.value }] : [],
	);
	return named.length === entries.length ? named : undefined;
}

function byPlace(form: string, values: readonly Value[]): readonly NamedPart[] {
	return values.map((value, index) => ({ name: `${form} ${index}`, value }));
}

/** Two things that APIs give: readings of a clock, what is computed from one, or something that only has a name. */
function ofOrigins(models: Models, one: Origin, other: Origin, depth: number): boolean | undefined {
	const [calls, others] = [callsOf(one), callsOf(other)];
	if (dotted(one) !== dotted(other) || one.from !== other.from || calls.length !== others.length) return undefined;
	if (calls.length > 0 && !matchRows(models.rows, models.provenance.roots, one).some(({ row }) => known.has(row.effect)))
		return undefined;
	return ofAll(calls.map((call, index) => ofArguments(models, call, others[index], depth)));
}

const known: ReadonlySet<string> = new Set(['clock', 'flow']);

function callsOf({ steps }: Origin): readonly (Site<Call> | undefined)[] {
	return steps.flatMap(step => (step.kind === 'call' || step.kind === 'construct' ? [step.site] : []));
}

function ofArguments(models: Models, one: Site<Call> | undefined, other: Site<Call> | undefined, depth: number): boolean | undefined {
	if (one === undefined || other === undefined) return undefined;
	const [args, others] = [one.fact.args, other.fact.args];
	if ([...args, ...others].some(({ kind }) => kind === 'spread') || args.length !== others.length) return undefined;
	return ofAll(
		args.map((argument, index) => {
			const same = others[index];
			return same === undefined ? undefined : areToldApart(models, at(argument, one), at(same, other), depth + 1);
		}),
	);
}

/** One part that tells two things apart is enough; they are alike where each part is. */
function ofAll(parts: readonly (boolean | undefined)[]): boolean | undefined {
	if (parts.includes(true)) return true;
	return parts.includes(undefined) ? undefined : false;
}
