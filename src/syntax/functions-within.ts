import type { FunctionFacts, ModuleFacts, Span } from './facts.ts';

const sorted = new WeakMap<ModuleFacts, readonly FunctionFacts[]>();

/** The functions written inside a span, a function that is the span itself included, in source order. */
export function functionsWithin(facts: ModuleFacts, { start, end }: Span): FunctionFacts[] {
	const functions = inOrder(facts);
	const inside: FunctionFacts[] = [];
	for (let index = firstFrom(functions, start); index < functions.length; index++) {
		const each = functions[index];
		if (each === undefined || each.start > end) break;
		if (each.end <= end) inside.push(each);
	}
	return inside;
}

/** The functions written around a span, the innermost first, a function that is the span itself included. */
export function* functionsAround(facts: ModuleFacts, { start, end }: Span): Iterable<FunctionFacts> {
	const functions = inOrder(facts);
	let each = functions[firstFrom(functions, start + 1) - 1];
	while (each !== undefined) {
		if (each.end >= end) yield each;
		each = each.parent === undefined ? undefined : facts.functions[each.parent];
	}
}

function inOrder(facts: ModuleFacts): readonly FunctionFacts[] {
	const functions = sorted.get(facts) ?? facts.functions.toSorted((one, other) => one.start - other.start || other.end - one.end);
	sorted.set(facts, functions);
	return functions;
}

const children = new WeakMap<ModuleFacts, ReadonlyMap<FunctionFacts, readonly FunctionFacts[]>>();

/** The functions written directly in a function's body, in source order. */
export function functionsDirectlyIn(facts: ModuleFacts, fact: FunctionFacts): readonly FunctionFacts[] {
	const known = children.get(facts) ?? byParent(facts);
	children.set(facts, known);
	return known.get(fact) ?? [];
}

function byParent({ functions }: ModuleFacts): ReadonlyMap<FunctionFacts, readonly FunctionFacts[]> {
	const groups = new Map<FunctionFacts, FunctionFacts[]>();
	for (const each of functions) {
		const parent = each.parent === undefined ? undefined : functions[each.parent];
		if (parent === undefined) continue;
		const group = groups.get(parent);
		if (group === undefined) groups.set(parent, [each]);
		else group.push(each);
	}
	return groups;
}

/** The index of the first function that begins at an offset or behind it. */
function firstFrom(functions: readonly FunctionFacts[], start: number): number {
	let [low, high] = [0, functions.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((functions[middle]?.start ?? start) < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Whether a function, or one inside it, calls a method of one of these names, on whatever. */
export function callsMethod(facts: ModuleFacts, fact: FunctionFacts, names: ReadonlySet<string>): boolean {
	return functionsWithin(facts, fact).some(({ calls }) =>
		calls.some(({ callee }) => callee.kind === 'member' && typeof callee.property === 'string' && names.has(callee.property)),
	);
}
