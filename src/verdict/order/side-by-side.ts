import { singleConnections } from '../../knowledge/clients.ts';
import { promisePackages, joining } from '../../knowledge/promise-classes.ts';
import type { Site } from '../../project/model.ts';
import { dotted } from '../../provenance/match.ts';
import type { Path, Root } from '../../provenance/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import type { Models, Scope } from '../models.ts';

/** Calls that run at once, and are waited for together. */
export interface Batch {
	/** What waits for them. */
	readonly call: Site<Call>;
	/** As they are listed; of a callback that is called several times its own calls. */
	readonly members: readonly Site<Call>[];
	/** The callback that makes them, where one does. */
	readonly callback: Site<FunctionFacts> | undefined;
}

/** What the text of a test or hook waits for together. */
export function batchesIn(models: Models, { body }: Scope): readonly Batch[] {
	if (body.module !== models.module) return [];
	const calls = functionsWithin(body.module.facts, body.fact).flatMap(each => each.calls);
	return calls.flatMap(fact => {
		const call: Site<Call> = { module: body.module, fact };
		return isWait(models, call) ? (batchOf(call) ?? []) : [];
	});
}

/** `Promise.all`, of the language or of a library. */
function isWait({ provenance }: Models, call: Site<Call>): boolean {
	const { callee } = call.fact;
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || !joining.has(callee.property)) return false;
	return provenance.origins(at(callee, call)).some(origin => /(?:^|\.)Promise\.\w+$/.test(dotted(origin)) || promisePackages.has(origin.from));
}

function batchOf(call: Site<Call>): Batch | undefined {
	const [first] = call.fact.args;
	if (isJoin(call.fact)) return listed(call, call.fact.args);
	if (first?.kind === 'array') return listed(call, first.elements);
	if (first?.kind !== 'call' || first.callee.kind !== 'member') return undefined;
	const handed = first.callee.property === 'map' ? first.args[0] : first.callee.property === 'from' ? first.args[1] : undefined;
	const fact = handed?.kind === 'function' ? functionAt(call.module, handed.function) : undefined;
	return fact === undefined ? undefined : { call, members: fact.calls.map(each => at(each, call)), callback: { module: call.module, fact } };
}

function isJoin({ callee }: Call): boolean {
	return callee.kind === 'member' && callee.property === 'join';
}

function listed(call: Site<Call>, values: readonly Value[]): Batch | undefined {
	const members = values.flatMap(value => (value.kind === 'call' ? [at(value, call)] : []));
	return members.length < 2 || values.some(({ kind }) => kind === 'spread') ? undefined : { call, members, callback: undefined };
}

/** Which of the answers of a batch a root is taken from, and what is taken from it. */
export function answerOf({ call }: Batch, root: Root): { readonly index: number; readonly rest: Path } | undefined {
	if (root.kind === 'parameter') {
		const { passedTo } = root.site.fact;
		return isJoin(call.fact) && passedTo?.call === call.fact ? { index: root.index, rest: root.path } : undefined;
	}
	if (root.kind !== 'origin') return undefined;
	const steps = root.origin.steps.filter(({ kind }) => kind !== 'await');
	const start = steps.findIndex(step => step.kind === 'call' && step.site.fact === call.fact);
	const picked = start === -1 ? undefined : steps[start + 1];
	return picked?.kind === 'position' && picked.index !== undefined ? { index: picked.index, rest: steps.slice(start + 2) } : undefined;
}

/** Whether a call goes over a connection that the code keeps in its hands. */
export function isInLine({ provenance }: Models, { fact, ...place }: Site<Call>): boolean {
	const roots = provenance.written(at(fact.callee, place));
	return roots.some(root => root.kind === 'origin' && root.origin.steps.some(step => step.kind === 'property' && singleConnections.has(step.name)));
}
