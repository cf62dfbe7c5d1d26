import { handsOverWhole, takesTable } from '../knowledge/frameworks/tables.ts';
import type { Module } from '../project/model.ts';
import { soleValue } from '../syntax/definitions.ts';
import type { Call, ModuleFacts, Value } from '../syntax/facts.ts';
import type { Inside, Taken } from './held-places.ts';
import type { Knowing } from './knowing.ts';

/** A variable that is given a value, or what is taken of it. */
export interface Given {
	readonly binding: number;
	readonly steps: readonly Taken[];
}

/** A call, what of it holds a value, and where in that the value stands. */
interface Handing {
	readonly module: Module;
	readonly call: Call;
	readonly part: Value;
	readonly inside: Inside;
	/** The call of what this one gives. */
	readonly next: Call | undefined;
}

/**
 * The parameters that a call gives a value, where it runs a function that stands in the module: for each element of a list (`rows.forEach(row => …)`), for each row of a
 * table of tests (`test.each(rows)(title, (one, other) => …)`), or by its name. Undefined for any other call.
 */
export function parametersGiven(knowing: Knowing, { module, call, part, inside, next }: Handing): readonly Given[] | undefined {
	const { facts } = module;
	const { callee, args } = call;
	if (callee === part) {
		const isEach = callee.kind === 'member' && typeof callee.property === 'string' && iterates(knowing, callee.property);
		return isEach ? parametersAt(facts, args[0], 0, [{ kind: 'element' }]) : undefined;
	}
	if (callee.kind === 'member' && isTable(knowing, module, callee)) {
		const row = rowOf(callee, inside);
		return parametersAt(
			facts,
			next?.args.find(({ kind }) => kind === 'function'),
			row.index,
			row.steps,
		);
	}
	return parametersAt(facts, soleValue(facts, callee), args.indexOf(part), []);
}

function iterates({ rows }: Knowing, method: string): boolean {
	const row = rows.method(method);
	return row?.callback?.element === 0 && row.result === 'nothing';
}

function isTable({ provenance }: Knowing, module: Module, { object, property }: Extract<Value, { kind: 'member' }>): boolean {
	return typeof property === 'string' && provenance.origins({ module, fact: object }).some(({ from }) => takesTable(from, property));
}

/** A row that is a list is handed over in parts. */
function rowOf(
	{ property }: Extract<Value, { kind: 'member' }>,
	[, column]: Inside,
): { readonly index: number; readonly steps: readonly Taken[] } {
	const index = typeof property === 'string' && !handsOverWhole(property) ? Number(column ?? Number.NaN) : Number.NaN;
	return Number.isNaN(index)
		? { index: 0, steps: [{ kind: 'element' }] }
		: { index, steps: [{ kind: 'element' }, { kind: 'position', index }] };
}

/** Undefined where it is no function that stands there, or more is handed to it than its parameters take. */
function parametersAt(
	{ functions, bindings }: ModuleFacts,
	value: Value | undefined,
	index: number,
	steps: readonly Taken[],
): readonly Given[] | undefined {
	const taken = value?.kind === 'function' ? functions[value.function] : undefined;
	if (value?.kind !== 'function' || taken === undefined || index < 0) return undefined;
	if (taken.parameters.some(({ rest }) => rest)) return undefined;
	return bindings.flatMap(({ definitions }, binding) =>
		definitions.flatMap(each =>
			each.kind === 'parameter' && each.function === value.function && each.index === index
				? [{ binding, steps: [...steps, ...each.path] }]
				: [],
		),
	);
}
