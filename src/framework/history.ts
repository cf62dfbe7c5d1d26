import type { Site } from '../project/model.ts';
import { entered } from '../provenance/frames.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at, functionAt } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Write } from '../syntax/facts.ts';

/** A call or an assignment that running a function makes, those in the project's functions that it calls included. */
export type Happening = Circumstances & ({ readonly kind: 'call'; readonly site: Site<Call> } | { readonly kind: 'write'; readonly site: Site<Write> });

interface Circumstances {
	/** In the function's own text: the call or assignment itself, or the call that led to it. */
	readonly within: Span;
	/** It stands in a function of the project that was called. */
	readonly entered: boolean;
	/** It happens whenever the function runs to its end. */
	readonly certain: boolean;
	/** It stands in a function that is handed over, and may happen later. */
	readonly later: boolean;
}

/** Functions inside one another that are entered. */
const maxDepth = 4;
/** Functions entered for one body. */
const budget = 400;

/** What running functions does, in order. */
export class History {
	readonly #provenance: Provenance;
	readonly #isDefinition: (site: Site<Call>) => boolean;
	readonly #known = new WeakMap<FunctionFacts, readonly Happening[]>();

	/** `isDefinition`: the functions that a call of a suite, test or hook is handed are not part of what runs. */
	constructor(provenance: Provenance, isDefinition: (site: Site<Call>) => boolean) {
		this.#provenance = provenance;
		this.#isDefinition = isDefinition;
	}

	of(body: Site<FunctionFacts>): readonly Happening[] {
		if (body.frame !== undefined) return this.#record(body);
		const known = this.#known.get(body.fact) ?? this.#record(body);
		this.#known.set(body.fact, known);
		return known;
	}

	#record(body: Site<FunctionFacts>): readonly Happening[] {
		const happenings: Happening[] = [];
		let left = budget;
		const inFunction = (site: Site<FunctionFacts>, { within, certain, later }: { within: Span | undefined; certain: boolean; later: boolean }, depth: number): void => {
			if (left-- <= 0) return;
			for (const fact of inOrder(site.fact)) {
				const here = { within: within ?? fact, entered: within !== undefined, certain: certain && isCertain(site.fact, fact.region), later };
				if ('target' in fact) {
					happenings.push({ kind: 'write', site: at(fact, site), ...here });
					continue;
				}
				const call = at(fact, site);
				for (const inner of this.#isDefinition(call) ? [] : handedOver(call)) inFunction(inner, { within, certain: here.certain, later: true }, depth);
				for (const target of depth < maxDepth ? this.#called(call) : []) inFunction(target, { within: here.within, certain: here.certain, later }, depth + 1);
				happenings.push({ kind: 'call', site: call, ...here });
			}
		};
		inFunction(body, { within: undefined, certain: true, later: false }, 0);
		return happenings;
	}

	#called(call: Site<Call>): readonly Site<FunctionFacts>[] {
		return this.#provenance.roots(at(call.fact.callee, call)).flatMap(root => {
			if (root.kind !== 'function' || root.path.length > 0) return [];
			const frame = entered(root.site, call, root.receiver);
			return frame === undefined ? [] : [{ ...root.site, frame }];
		});
	}
}

function inOrder({ calls, writes }: FunctionFacts): readonly (Call | Write)[] {
	return writes.length === 0 ? calls : [...calls, ...writes].sort((one, other) => one.end - other.end);
}

function handedOver(site: Site<Call>): readonly Site<FunctionFacts>[] {
	return site.fact.args.flatMap(argument => {
		const fact = argument.kind === 'function' ? functionAt(site.module, argument.function) : undefined;
		return fact === undefined ? [] : [at(fact, site)];
	});
}

const uncertain: ReadonlySet<string> = new Set(['then', 'else', 'case', 'catch']);

function isCertain({ regions }: FunctionFacts, region: number | undefined): boolean {
	for (let index = region; index !== undefined; index = regions[index]?.parent) {
		const kind = regions[index]?.kind;
		if (kind !== undefined && uncertain.has(kind)) return false;
	}
	return true;
}
