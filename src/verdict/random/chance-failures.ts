import type { Influence } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import { at, seenThrough } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { outcomesOf } from './chance-counts.ts';

/** A call of a test that throws, or whose promise is rejected, where a generator draws so. */
export interface ChanceFailure {
	readonly call: Call;
	readonly read: Influence;
	/** How likely it fails. */
	readonly missed: number;
}

/** More seldom than this nobody will see it. */
const rare = 1e-7;
/** How many calls deep it is looked for what throws. */
const deepest = 3;
/** How many functions are looked at for one call. */
const most = 12;

/** What a test calls though it fails by chance, where nothing takes up the failure. */
export function* failuresByChance(models: Models, scope: Scope): Iterable<ChanceFailure> {
	const { body } = scope;
	if (body.module !== models.module) return;
	const claims = models.assertionsIn(scope);
	for (const call of body.fact.calls) {
		if (isTakenUp(body.fact, call) || isExpected(claims, call)) continue;
		const found = failureOf({ models, scope, place: call, left: most }, at(call, body), 0);
		if (found !== undefined) yield { call, ...found };
	}
}

interface Asking {
	readonly models: Models;
	readonly scope: Scope;
	readonly place: Call;
	left: number;
}

function failureOf(asking: Asking, call: Site<Call>, depth: number): Omit<ChanceFailure, 'call'> | undefined {
	const target = depth < deepest && call.fact.form === 'call' && asking.left-- > 0 ? calledBy(asking.models, call) : undefined;
	if (target === undefined || target.fact.generator) return undefined;
	for (const { region } of target.fact.throws) {
		const decider = region === undefined ? undefined : target.fact.regions[region];
		const test = decider?.kind === 'then' && decider.parent === undefined ? decider.test : undefined;
		const found = test !== undefined && comparesSize(test) ? chanceOf(asking, at(test, target)) : undefined;
		if (found !== undefined) return found;
	}
	for (const inner of target.fact.calls) {
		const isRun = inner.region === undefined && (inner.usage === 'awaited' || inner.usage === 'returned' || !target.fact.async);
		const found = isRun && !isTakenUp(target.fact, inner) ? failureOf(asking, at(inner, target), depth + 1) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

/** `Math.random() < 0.1`: a chance is told by how much is drawn. */
const comparesSize = (test: Value): boolean => test.kind === 'operation' && ['<', '<=', '>', '>='].includes(test.operator);

function calledBy({ provenance }: Models, call: Site<Call>): Site<FunctionFacts> | undefined {
	const [root, ...others] = provenance.roots(at(call.fact.callee, call));
	if (root?.kind !== 'function' || root.path.length > 0 || others.length > 0) return undefined;
	const frame = entered(root.site, call, root.receiver);
	return frame === undefined ? undefined : seenThrough(root.site, frame);
}

/** How likely a condition is met, where a generator decides it and nothing else. */
function chanceOf({ models, scope, place }: Asking, test: Site<Value>): Omit<ChanceFailure, 'call'> | undefined {
	const open = models.effects
		.behind(test, [{ kind: 'parts' }])
		.filter(influence => influence.kind === 'random' && !models.isControlled(influence, scope, place));
	const [read] = open;
	const outcomes = read === undefined ? undefined : outcomesOf(models, test, open);
	if (read === undefined || outcomes === undefined) return undefined;
	const missed = outcomes.filter(Boolean).length / outcomes.length;
	return missed > rare && missed < 1 ? { read, missed } : undefined;
}

/** Whether what a call throws, or its promise is rejected with, is taken up beside it. */
function isTakenUp({ regions }: FunctionFacts, { region, outer, usage }: Call): boolean {
	for (let index = region; index !== undefined; index = regions[index]?.parent) {
		const kind = regions[index]?.kind;
		if (kind === 'try' || kind === 'loop') return true;
	}
	const property = outer?.callee.kind === 'member' ? outer.callee.property : undefined;
	return usage === 'receiver' ? property === 'catch' || property === 'then' || property === 'finally' : property === 'allSettled';
}

const failing: ReadonlySet<Claim['relation']> = new Set(['throws', 'rejects']);

/** Whether an assertion wants it to fail. */
function isExpected(claims: readonly Claim[], { start, end }: Call): boolean {
	return claims.some(({ relation, place }) => failing.has(relation) && place.start <= start && end <= place.end);
}
