import type { Module, Site } from '../project/model.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import type { Path, Root, Step } from './model.ts';

/** Steps that looking at a function on its own may take; one that takes more is unknown to all its callers. */
const maxCost = 250;

const noModule: Module = {
	file: '',
	path: '',
	facts: { functions: [], bindings: [], classes: [], exports: [], starExports: [], sources: [], lines: [], comments: [] },
};

/** Stands for any call: what its arguments are is open. */
export const anyCall: Site<Call> = {
	module: noModule,
	fact: {
		kind: 'call',
		form: 'call',
		callee: { kind: 'unknown', parts: [], start: 0, end: 0 },
		args: [],
		usage: 'kept',
		outer: undefined,
		function: 0,
		region: undefined,
		start: 0,
		end: 0,
	},
};

/** What a function gives for a path whatever it is called with: the same for all its callers, so it is found out once. */
export class Summaries {
	readonly #worth = new Map<FunctionFacts, Map<string, boolean>>();

	/** Whether it is worth looking at the function through one call: it gives something, at a bearable cost. */
	isWorthEntering(
		{ fact }: Site<FunctionFacts>,
		path: Path,
		look: (path: Path) => { readonly roots: readonly Root[]; readonly cost: number },
	): boolean {
		const byPath = this.#worth.get(fact) ?? new Map<string, boolean>();
		this.#worth.set(fact, byPath);
		const key = path.map(keyOf).join('.');
		const known = byPath.get(key);
		if (known !== undefined) return known;

		byPath.set(key, true);
		const { roots, cost } = look(path.map(anonymous));
		const worth =
			cost <= maxCost && roots.some(root => root.kind !== 'unknown' || root.gathered !== undefined || isElement(root.at.fact));
		byPath.set(key, worth);
		return worth;
	}
}

/** A piece of a page, of which more can be asked. */
export function isElement(value: Value): value is Call {
	return value.kind === 'call' && value.form === 'jsx';
}

function anonymous(step: Step): Step {
	if (step.kind === 'call') return { kind: 'call', site: anyCall };
	return step.kind === 'construct' ? { kind: 'construct', site: undefined } : step;
}

function keyOf(step: Step): string {
	if (step.kind === 'property') return step.name;
	return step.kind === 'position' ? `[${step.index ?? '?'}]` : step.kind;
}
