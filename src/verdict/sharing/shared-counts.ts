import type { TestCase } from '../../framework/model.ts';
import { addingMethods } from '../../knowledge/event-words.ts';
import type { Module } from '../../project/model.ts';
import { isGiving } from '../../syntax/definitions.ts';
import type { Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { lineAt } from '../../syntax/lower.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models } from '../models.ts';

/** An assertion on how much something counts, to which another test adds while this one waits. */
export interface SharedCount {
	readonly kind: 'calls' | 'adds';
	readonly scope: TestCase;
	readonly claim: Claim;
	/** As it is written: `send`, `deps.send`. */
	readonly name: string;
	/** Where another test, which runs at the same time, adds to it, or says that it has the spy called. */
	readonly line: number;
}

/**
 * `describe.concurrent` over tests that count the calls of one spy, or the elements of one list, which is made once for all of them: the count holds
 * what the others have added by then. Of each thing and test the first assertion behind a wait.
 */
export function* sharedCounts(models: Models): Iterable<SharedCount> {
	const running = models.tests.filter(test => test.concurrency === 'process' && isRun(test) && !models.framework.isSynchronous(test));
	for (const scope of running) {
		const told = new Set<string>();
		for (const claim of models.assertionsIn(scope)) {
			const kind = countsIn(claim);
			const name = kind === undefined || !isBehindWait(scope, claim) ? undefined : sharedName(models, claim.actual.fact, kind);
			if (kind === undefined || name === undefined || told.has(name) || claim.actual.module !== models.module) continue;
			const [rival] = running
				.filter(other => other !== scope && other.suite === scope.suite)
				.flatMap(other => (kind === 'calls' ? callsBy(models, other, name) : addsBy(models, other, name)));
			if (rival === undefined) continue;
			told.add(name);
			yield { kind, scope, claim, name, line: lineAt(models.module.facts, rival.start) };
		}
	}
}

function isRun({ modifiers }: TestCase): boolean {
	return !modifiers.has('skip') && !modifiers.has('todo');
}

function isBehindWait({ body: { fact } }: TestCase, { place }: Claim): boolean {
	return fact.awaits.some(({ start }) => start < place.start);
}

/** What an assertion counts, where one more fails it. */
function countsIn({ relation, negated, expected }: Claim): SharedCount['kind'] | undefined {
	if (negated) return relation === 'called' ? 'calls' : undefined;
	if (relation === 'called-times' || relation === 'nth-called-with') return 'calls';
	const isExact = relation === 'length' || relation === 'identical' || relation === 'deep-equal';
	return isExact && (expected === undefined || expected.fact.kind === 'literal' || expected.fact.kind === 'array') ? 'adds' : undefined;
}

/** Assertions that hold only when the test has the spy called. */
function callsBy(models: Models, test: TestCase, name: string): readonly Span[] {
	return models
		.assertionsIn(test)
		.filter(claim => calls(claim) && claim.actual.module === models.module && sharedName(models, claim.actual.fact, 'calls') === name)
		.map(({ place }) => place);
}

function calls({ relation, negated, expected }: Claim): boolean {
	const isNever = expected?.fact.kind === 'literal' && expected.fact.value === 0;
	return !negated && (relation === 'called' || (relation === 'called-times' && !isNever) || relation.endsWith('called-with'));
}

/** `seen.push(…)`, `count++`, `total += 2` */
function addsBy(models: Models, { body }: TestCase, name: string): readonly Span[] {
	if (body.module !== models.module) return [];
	return functionsWithin(body.module.facts, body.fact).flatMap(({ calls, writes }) => [
		...writes.filter(
			({ operator, target }) => operator !== '=' && operator !== 'delete' && sharedName(models, target, 'adds') === name,
		),
		...calls.filter(
			({ callee }) =>
				callee.kind === 'member' &&
				typeof callee.property === 'string' &&
				addingMethods.has(callee.property) &&
				sharedName(models, callee.object, 'adds') === name,
		),
	]);
}

/** What something is called that is kept outside of all tests and hooks, in a variable that is given a value once and counted on from there. */
function sharedName({ module, scopes }: Models, value: Value, kind: SharedCount['kind']): string | undefined {
	const { root, path } = partsOf(value);
	const binding = root === undefined ? undefined : module.facts.bindings[root];
	const [made, ...others] = (binding?.definitions ?? []).filter(isGiving);
	if (root === undefined || made?.kind !== 'value') return undefined;
	const isCountedOn = others.every(each => each.kind === 'value' && each.value.kind === 'operation');
	if (kind === 'calls' ? others.length > 0 : !isCountedOn) return undefined;
	if (scopes.some(({ body }) => body.module === module && holds(body.fact, made.value))) return undefined;
	return isSetAnew(module, root) ? undefined : [binding?.name ?? '', ...path.filter(part => part !== 'length')].join('.');
}

/** `deps.mailer.send` */
function partsOf(value: Value): { readonly root: number | undefined; readonly path: readonly string[] } {
	if (value.kind === 'reference') return { root: value.binding, path: [] };
	if (value.kind !== 'member' || typeof value.property !== 'string') return { root: undefined, path: [] };
	const { root, path } = partsOf(value.object);
	return { root, path: [...path, value.property] };
}

/** Whether a part of what a variable holds is set somewhere: `deps.send = vi.fn()`. */
function isSetAnew({ facts }: Module, binding: number): boolean {
	return facts.functions.some(({ writes }) =>
		writes.some(({ target, operator }) => target.kind === 'member' && operator === '=' && partsOf(target).root === binding),
	);
}
