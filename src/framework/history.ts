import { BySite } from '../project/by-site.ts';
import type { Module, Site } from '../project/model.ts';
import { entered } from '../provenance/frames.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at, functionAt, seenThrough } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value, Write } from '../syntax/facts.ts';
import { branches } from '../syntax/region-kinds.ts';

/** A call or an assignment that running a function makes, those in the project's functions that it calls included. */
export type Happening = Circumstances &
	({ readonly kind: 'call'; readonly site: Site<Call> } | { readonly kind: 'write'; readonly site: Site<Write> });

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

export interface HistoryOptions {
	/** The functions that a call of a suite, test or hook is handed are not part of what runs. */
	readonly isDefinition: (site: Site<Call>) => boolean;
	/** Calls that change what the code under test sees; all others are left out. */
	readonly isTelling: (site: Site<Call>) => boolean;
	/** Whether such calls can stand in a module: the functions of others are not entered. */
	readonly mayTell: (module: Module) => boolean;
}

/** Functions inside one another that are entered. */
const maxDepth = 5;
/** Functions entered for one body. */
const budget = 400;

/** What running functions does that matters, in order. */
export class History {
	readonly #provenance: Provenance;
	readonly #options: HistoryOptions;
	readonly #known = new BySite<FunctionFacts, readonly Happening[]>();

	constructor(provenance: Provenance, options: HistoryOptions) {
		this.#provenance = provenance;
		this.#options = options;
	}

	of(body: Site<FunctionFacts>): readonly Happening[] {
		return this.#known.of(body, site => this.#record(site));
	}

	#record(body: Site<FunctionFacts>): readonly Happening[] {
		const happenings: Happening[] = [];
		let left = budget;
		const inFunction = (
			site: Site<FunctionFacts>,
			{ within, certain, later }: { within: Span | undefined; certain: boolean; later: boolean },
			depth: number,
		): void => {
			if (left-- <= 0) return;
			for (const fact of inOrder(site.fact)) {
				const here = {
					within: within ?? fact,
					entered: within !== undefined,
					certain: certain && isCertain(site.fact, fact.region),
					later,
				};
				if ('target' in fact) {
					if (mayReplace(fact)) happenings.push({ kind: 'write', site: at(fact, site), ...here });
					continue;
				}
				const call = at(fact, site);
				for (const inner of handedOver(call))
					if (!this.#options.isDefinition(call)) inFunction(inner, { within, certain: here.certain, later: true }, depth);
				for (const target of depth < maxDepth ? this.#called(call) : [])
					inFunction(target, { within: here.within, certain: here.certain, later }, depth + 1);
				if (this.#options.isTelling(call)) happenings.push({ kind: 'call', site: call, ...here });
			}
		};
		inFunction(body, { within: undefined, certain: true, later: false }, 0);
		return happenings;
	}

	#called(call: Site<Call>): readonly Site<FunctionFacts>[] {
		if (!isNamed(call.fact.callee, call.module) && !this.#isOfSupport(call)) return [];
		return this.#provenance.roots(at(call.fact.callee, call)).flatMap(root => {
			if (root.kind !== 'function' || root.path.length > 0 || !this.#options.mayTell(root.site.module)) return [];
			const frame = entered(root.site, call, root.receiver);
			return frame === undefined ? [] : [seenThrough(root.site, frame)];
		});
	}

	/** A method of what a function of the project made: `const clock = createClock(); clock.freeze()`. */
	#isOfSupport({ fact: { callee }, module, frame }: Site<Call>): boolean {
		if (callee.kind !== 'member' || callee.object.kind !== 'reference') return false;
		return (
			module.facts.bindings[callee.object.binding]?.definitions.some(definition => {
				if (definition.kind !== 'value' || definition.value.kind !== 'call' || definition.value.callee.kind !== 'reference')
					return false;
				return this.#provenance
					.roots({ module, fact: definition.value.callee, frame })
					.some(root => root.kind === 'function' && this.#options.mayTell(root.site.module));
			}) === true
		);
	}
}

function inOrder({ calls, writes }: FunctionFacts): readonly (Call | Write)[] {
	return writes.length === 0 ? calls : [...calls, ...writes].sort((one, other) => one.end - other.end);
}

/** An assignment that puts a function, or what may be one, into an object. */
function mayReplace({ target, value, operator }: Write): boolean {
	return target.kind !== 'reference' && operator === '=' && value !== undefined && !plainKinds.has(value.kind);
}

const plainKinds: ReadonlySet<Value['kind']> = new Set(['literal', 'regexp', 'template', 'array', 'operation', 'await']);

/**
 * A function by its name, or a member of an import, of an object written down, or of something constructed. What other values
 * hold is not followed: it is the program under test.
 */
function isNamed(callee: Value, module: Module): boolean {
	if (callee.kind === 'reference' || callee.kind === 'function') return true;
	if (callee.kind !== 'member') return false;
	let base: Value = callee;
	while (base.kind === 'member') base = base.object;
	if (base.kind === 'this') return true;
	if (base.kind !== 'reference') return false;
	return (
		module.facts.bindings[base.binding]?.definitions.some(definition => {
			if (definition.kind === 'import') return true;
			return (
				definition.kind === 'value' &&
				(holders.has(definition.value.kind) || (definition.value.kind === 'call' && definition.value.form === 'new'))
			);
		}) === true
	);
}

const holders: ReadonlySet<Value['kind']> = new Set(['object', 'module', 'class']);

function handedOver(site: Site<Call>): readonly Site<FunctionFacts>[] {
	return site.fact.args.flatMap(argument => {
		const fact = argument.kind === 'function' ? functionAt(site.module, argument.function) : undefined;
		return fact === undefined ? [] : [at(fact, site)];
	});
}

function isCertain({ regions }: FunctionFacts, region: number | undefined): boolean {
	for (let index = region; index !== undefined; index = regions[index]?.parent) {
		const kind = regions[index]?.kind;
		if (kind !== undefined && branches.has(kind)) return false;
	}
	return true;
}
