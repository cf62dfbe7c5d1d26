import { rowsOfCall } from '../../effects/knowing.ts';
import { partsOf } from '../../effects/value-parts.ts';
import { requestClients } from '../../knowledge/clients.ts';
import type { Site } from '../../project/model.ts';
import type { Path } from '../../provenance/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { type Batch, answerOf, batchesIn, isInLine } from './side-by-side.ts';

/** An assertion about one of several answers. */
interface Said {
	readonly claim: Claim;
	readonly index: number;
	/** What is asked of the answer, and what it is held against. */
	readonly about: string;
	readonly expects: string;
}

/** Assertions that tell equal calls apart, which run at once over a connection: by which of them comes first. */
export function* racedAnswers(models: Models, scope: Scope): Iterable<{ readonly claim: Claim; readonly name: string }> {
	for (const batch of batchesIn(models, scope)) {
		const [first] = batch.members;
		if (first === undefined || !areEqual(batch) || !batch.members.some(member => isRemote(models, member))) continue;
		const said = models.assertionsIn(scope).flatMap(claim => saidOf(models, batch, claim));
		const apart = said.find(one =>
			said.some(other => other.index !== one.index && other.about === one.about && other.expects !== one.expects),
		);
		if (apart !== undefined) yield { claim: apart.claim, name: nameOf(first) };
	}
}

/** The same calls with the same arguments; of a callback, one that asks nothing of the element it gets. */
function areEqual({ members, callback }: Batch): boolean {
	if (callback !== undefined)
		return callback.fact.parameters.every(
			({ binding }) => binding !== undefined && /^_/.test(callback.module.facts.bindings[binding]?.name ?? ''),
		);
	const [first, ...others] = members;
	return first !== undefined && others.length > 0 && others.every(({ fact }) => isWrittenAlike(first.fact, fact));
}

/** The same code, letter by letter; what it makes on the spot is not the same thing twice. */
function isWrittenAlike(one: Value, other: Value): boolean {
	const [parts, others] = [partsOf(one), partsOf(other)];
	return (
		wordOf(one) === wordOf(other) &&
		parts.length === others.length &&
		parts.every((part, index) => isWrittenAlike(part, others[index] ?? other))
	);
}

/** What a value is but for its parts; like no other where that is not plain to see. */
function wordOf(value: Value): string | symbol {
	switch (value.kind) {
		case 'literal':
			return `literal ${typeof value.value} ${String(value.value)}`;
		case 'reference':
			return `reference ${value.binding}`;
		case 'global':
			return `global ${value.name}`;
		case 'member':
			return typeof value.property === 'string' ? `member ${value.property}` : 'member';
		case 'object':
			return `object ${value.entries.map(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? entry.key : '?')).join()}`;
		case 'template':
			return `template ${value.quasis.join('\0')}`;
		case 'call':
			return `call ${value.form}`;
		case 'this':
		case 'array':
		case 'await':
			return value.kind;
		default:
			return Symbol(value.kind);
	}
}

function isRemote(models: Models, member: Site<Call>, depth = 0): boolean {
	const { provenance, rows } = models;
	if (isInLine(models, member)) return false;
	if (rowsOfCall(models, member).some(({ row }) => row.effect === 'store' || row.effect === 'request')) return true;
	return provenance.roots(at(member.fact.callee, member)).some(root => {
		if (root.kind === 'origin') return requestClients.has(root.origin.from) || rows.packagesOf('store').has(root.origin.from);
		return (
			root.kind === 'function' &&
			root.path.length === 0 &&
			depth === 0 &&
			root.site.fact.calls.some(call => isRemote(models, at(call, root.site), 1))
		);
	});
}

function saidOf({ provenance }: Models, batch: Batch, claim: Claim): readonly Said[] {
	const [root, ...others] = provenance.roots(claim.actual, claim.part);
	const answer = root === undefined || others.length > 0 ? undefined : answerOf(batch, root);
	if (answer === undefined) return [];
	const value = claim.expected === undefined ? '' : staticValue(provenance.roots, claim.expected);
	if (value === undefined) return [];
	const isBoolean = claim.relation === 'truthy' || claim.relation === 'falsy';
	const expects = isBoolean ? String((claim.relation === 'truthy') !== claim.negated) : `${claim.negated} ${String(value)}`;
	return [{ claim, index: answer.index, about: `${isBoolean ? 'truth' : claim.relation} ${namesOf(answer.rest)}`, expects }];
}

function namesOf(path: Path): string {
	return path
		.map(step => (step.kind === 'property' ? `.${step.name}` : step.kind === 'position' ? `[${step.index ?? ''}]` : step.kind))
		.join('');
}

function nameOf({ module, fact: { callee } }: Site<Call>): string {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : 'a call';
	return callee.kind === 'reference'
		? (module.facts.bindings[callee.binding]?.name ?? 'a call')
		: callee.kind === 'global'
			? callee.name
			: 'a call';
}
