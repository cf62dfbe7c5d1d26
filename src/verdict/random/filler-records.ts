import { type MadeRecord, callsBehind, callsWithin, recordsMadeBy } from '../../effects/stores/made-records.ts';
import type { Draw } from '../../effects/random/draw.ts';
import type { Influence } from '../../effects/model.ts';
import { samplesOf } from '../../effects/random/samples.ts';
import type { Site } from '../../project/model.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** A record that a test makes beside those it looks for, and that its search may find too. */
export interface Filler {
	/** The call in the linted file that makes it. */
	readonly call: Site<Call>;
	readonly line: number;
	readonly field: string;
	readonly read: Influence;
	/** What is searched for, and a value of the field that it finds. */
	readonly term: string | number | boolean;
	readonly example: unknown;
}

const counted: ReadonlySet<Claim['relation']> = new Set(['length', 'identical', 'deep-equal', 'same-members']);

/** The filler that an assertion on what a search finds forgets. */
export function fillerBehind(models: Models, scope: Scope, claim: Claim): Filler | undefined {
	if (!counted.has(claim.relation) || claim.negated || scope.body.module !== models.module) return undefined;
	const searches = callsBehind(claim.actual);
	const terms = searches.flatMap(search => termsOf(search));
	if (terms.length === 0) return undefined;
	const records = recordsBefore(models, scope, claim).filter(({ call }) => !searches.some(search => search.fact === call.fact));
	for (const record of records) {
		for (const [field, value] of record.fields) {
			if (typeof value !== 'object') continue;
			const found = terms.flatMap(term => (isSought(term, field, record, records) ? (matching(value, term.value) ?? []) : []))[0];
			const read = found === undefined ? undefined : openDraw(models, scope, claim, record, value);
			if (found !== undefined && read !== undefined)
				return {
					call: record.call,
					line: lineAt(models.module.facts, record.call.fact.start),
					field,
					read,
					term: found.term,
					example: found.example,
				};
		}
	}
	return undefined;
}

interface Term {
	/** The key that it stands at; undefined where it is an argument of its own, or a part of a text. */
	readonly key: string | undefined;
	readonly value: string | number | boolean;
}

function termsOf({ fact }: Site<Call>): readonly Term[] {
	return fact.args.flatMap(argument => termsIn(argument, undefined, 0));
}

function termsIn(value: Value, key: string | undefined, depth: number): readonly Term[] {
	if (depth > 4) return [];
	if (value.kind === 'object')
		return value.entries.flatMap(entry =>
			entry.kind === 'property' && typeof entry.key === 'string' ? termsIn(entry.value, entry.key, depth + 1) : [],
		);
	if (value.kind !== 'literal') return [];
	if (typeof value.value === 'string') return [{ key, value: /[?&][^=&]+=([^=&]+)$/.exec(value.value)?.[1] ?? value.value }];
	return key !== undefined && (typeof value.value === 'number' || typeof value.value === 'boolean') ? [{ key, value: value.value }] : [];
}

/** Records of the test and of the hooks before it. */
function recordsBefore(models: Models, scope: Scope, claim: Claim): readonly MadeRecord[] {
	const hooks =
		'hooks' in scope ? scope.hooks.filter(({ phase, body }) => phase.startsWith('before') && body.module === models.module) : [];
	return [...hooks, scope]
		.flatMap(each => recordsIn(models, each))
		.filter(
			({ call }) =>
				call.fact.end <= claim.place.start || call.fact.end < scope.body.fact.start || call.fact.start > scope.body.fact.end,
		);
}

const known = new WeakMap<Scope, readonly MadeRecord[]>();

function recordsIn(models: Models, scope: Scope): readonly MadeRecord[] {
	const records = known.get(scope) ?? callsWithin(scope.body).flatMap(call => recordsMadeBy(models, call));
	known.set(scope, records);
	return records;
}

/** The same factory made a record whose field is given what is searched for. */
function isSought({ key, value }: Term, field: string, record: MadeRecord, records: readonly MadeRecord[]): boolean {
	return records.some(
		other =>
			other.factory === record.factory &&
			other.call.fact !== record.call.fact &&
			finds(value, other.fields.get(field), key === field),
	);
}

function finds(term: Term['value'], held: unknown, isKeyed = true): boolean {
	if (typeof term === 'string' && typeof held === 'string') return term !== '' && held.toLowerCase().includes(term.toLowerCase());
	return isKeyed && term === held;
}

function matching({ drawing }: Draw, term: Term['value']): { readonly term: Term['value']; readonly example: unknown } | undefined {
	const samples = drawing === undefined ? undefined : samplesOf(drawing, typeof term === 'boolean' ? [] : [term]);
	const example = samples?.values.find(value => finds(term, value));
	return example === undefined || samples?.values.every(value => finds(term, value)) === true ? undefined : { term, example };
}

function openDraw(models: Models, scope: Scope, { place }: Claim, { call }: MadeRecord, { call: drawn }: Draw): Influence | undefined {
	const influences = models.effects.behind({ module: drawn.module, fact: drawn.fact, frame: drawn.frame }, []);
	return influences.find(
		influence =>
			influence.kind === 'random' &&
			influence.measured !== true &&
			!models.isControlled(influence, scope, call.fact.end <= place.start ? call.fact : place),
	);
}
