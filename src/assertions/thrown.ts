import { assertingNames } from '../knowledge/asserting-packages.ts';
import { methods } from '../knowledge/methods.ts';
import type { Site } from '../project/model.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import type { Assertion } from './model.ts';

/** `if (x !== y) throw new Error('…')`: asserts that the condition does not hold. Loops that give up after a while assert nothing. */
export function* thrownAssertions({ module, fact, frame }: Site<FunctionFacts>): Iterable<Assertion> {
	for (const { region, value } of fact.throws) {
		const branch = region === undefined ? undefined : fact.regions[region];
		if (branch?.test === undefined || (branch.kind !== 'then' && branch.kind !== 'else') || !startsAt(branch.start, value, fact))
			continue;
		if (isWithin(fact, branch.parent, ['catch', 'finally', 'loop'])) continue;
		const site: Site<Value> = { module, fact: branch.test, frame };
		yield {
			site,
			actual: site,
			part: [],
			expected: undefined,
			upper: undefined,
			tolerance: undefined,
			text: undefined,
			relation: 'truthy',
			negated: branch.kind === 'then',
			retried: false,
			promised: false,
			library: 'throw',
			matcher: branch.test.kind === 'operation' ? branch.test.operator : 'throw',
		};
	}
}

/** Whether a call is of a function that the project asserts something with, by its name and by what it throws: `assertOpen(door)`. */
export function throwsByName({ fact: { callee }, module }: Site<Call>, called: Site<FunctionFacts>): boolean {
	const name =
		callee.kind === 'member' ? callee.property : callee.kind === 'reference' ? module.facts.bindings[callee.binding]?.word : undefined;
	return typeof name === 'string' && assertingNames.test(name) && [...thrownAssertions(called)].length > 0;
}

/** The branch does nothing before it throws that could be what the test is about. */
function startsAt(start: number, value: Value, { calls, throws }: FunctionFacts): boolean {
	const thrown = throws.find(each => each.value === value);
	return thrown !== undefined && !calls.some(call => call.start >= start && call.end <= thrown.start);
}

function isWithin({ regions }: FunctionFacts, region: number | undefined, kinds: readonly string[]): boolean {
	for (let index = region; index !== undefined; index = regions[index]?.parent) {
		const kind = regions[index]?.kind;
		if (kind !== undefined && kinds.includes(kind)) return true;
	}
	return false;
}

/** Which argument of a method is a callback that the language runs. */
const callbacks: ReadonlyMap<string, number> = new Map(
	methods.flatMap(row => ('callback' in row ? [[row.method, row.callback.argument] as const] : [])),
);

/** A callback that the language itself runs (`forEach`, `then`) throws for the test; a stub's throws are what it pretends. */
export function throwsForCaller({ passedTo }: FunctionFacts): boolean {
	const callee = passedTo?.call.callee;
	if (passedTo === undefined || callee?.kind !== 'member') return false;
	return typeof callee.property === 'string' && callbacks.get(callee.property) === passedTo.argument;
}
