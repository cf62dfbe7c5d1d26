import type { Module, Site } from '../project/model.ts';
import { entered } from '../provenance/frames.ts';
import type { RowMatch } from '../provenance/match.ts';
import type { Root } from '../provenance/model.ts';
import { at, functionAt, seenThrough } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Region, Span } from '../syntax/facts.ts';
import { isThen, promiseLinkOf } from '../syntax/promise-link.ts';
import type { Reach } from './reach.ts';
import { standsIn } from './scope.ts';
import { type Knowing, rowsOfCall } from './knowing.ts';
import { regionsAround } from './loops.ts';

/** One call that running a function makes. */
export interface CourseStep {
	readonly call: Site<Call>;
	/** The call in the asked function's own text that leads there: where a report belongs. In a function inside it that is called by its name, that call. */
	readonly via: Span;
	readonly rows: readonly RowMatch[];
	/** What the call calls. */
	readonly roots: readonly Root[];
	/** What it calls is entered: all that it does stands before it. */
	readonly entered: boolean;
	/** The function goes on only when the call is over. */
	readonly settled: boolean;
	/** The call of `Promise.all` or the like that waits for it together with others. */
	readonly group: Call | undefined;
	/** What decides whether it is made, or how often; across the calls that lead to it. */
	readonly regions: readonly Region[];
}

export interface CourseOptions extends Knowing {
	readonly reach: Reach;
	readonly isTestSupport: (module: Module) => boolean;
}

/** Calls that one course may have, and functions that it may enter. */
const maxSteps = 2_000;
const maxEntered = 200;

/** The calls that running a function makes, in order; before a call of a function for tests that waits or acts stand that function's own. */
export function courseOf(options: CourseOptions, scope: Site<FunctionFacts>): readonly CourseStep[] {
	const walk = new CourseWalk(options, scope);
	walk.inFunction(scope, { via: undefined, named: false, settled: true, group: undefined, regions: [] });
	return walk.found;
}

type Way = Pick<CourseStep, 'settled' | 'group' | 'regions'> & { readonly via: Span | undefined; readonly named: boolean };

class CourseWalk {
	readonly found: CourseStep[] = [];
	readonly #options: CourseOptions;
	readonly #scope: Site<FunctionFacts>;
	#entered = 0;

	constructor(options: CourseOptions, scope: Site<FunctionFacts>) {
		this.#options = options;
		this.#scope = scope;
	}

	/** Whether there was room for it. */
	inFunction(site: Site<FunctionFacts>, way: Way): boolean {
		if (this.#entered++ > maxEntered) return false;
		for (const call of site.fact.calls.toSorted((one, other) => one.end - other.end)) this.#call(at(call, site), site.fact, way);
		return true;
	}

	#call(site: Site<Call>, inside: FunctionFacts, way: Way): void {
		const via = !way.named && standsIn(this.#scope, site) ? site.fact : way.via;
		if (via === undefined || this.found.length > maxSteps) return;
		const { settled, group } = isLastRun(site.fact, inside) ? way : settling(site.fact, way);
		const regions = [...way.regions, ...regionsAround(inside, site.fact.region).toReversed()];
		const rows = rowsOfCall(this.#options, site);
		const roots = this.#options.provenance.roots(at(site.fact.callee, site));
		const here: Way = { via, named: way.named || site.fact.callee.kind !== 'function', settled, group, regions };
		const entered = roots.map(root => this.#enter(root, site, here));
		if (rows.some(({ row }) => row.effect === 'calls' && row.runs === 'now') || isOfEach(site.fact) || isChain(site.fact))
			this.#callbacks(site, { ...here, named: way.named });
		this.found.push({ call: site, via, rows, roots, entered: roots.length > 0 && entered.every(Boolean), settled, group, regions });
	}

	/** Whether all that it does is found, what it waits for included. */
	#enter(root: Root, site: Site<Call>, way: Way): boolean {
		if (
			root.kind !== 'function' ||
			root.path.length > 0 ||
			root.site.fact.generator ||
			!this.#isOfTest(root.site) ||
			!(this.#isOwn(root.site) || this.#options.reach.may(root.site, 'event', site, root.receiver))
		)
			return false;
		const frame = entered(root.site, site, root.receiver);
		return (
			frame !== undefined &&
			this.inFunction(seenThrough(root.site, frame), way) &&
			root.site.fact.awaits.every(({ value }) => value.kind === 'call')
		);
	}

	/** A function of the same file that waits is worth a look whatever it does. */
	#isOwn({ module, fact: { awaits } }: Site<FunctionFacts>): boolean {
		return module === this.#scope.module && awaits.length > 0;
	}

	/** How the program does what it does is not the test's course. */
	#isOfTest({ module }: Site<FunctionFacts>): boolean {
		return module === this.#scope.module || this.#options.isTestSupport(module);
	}

	#callbacks(site: Site<Call>, way: Way): void {
		for (const argument of site.fact.args) {
			const facts = argument.kind === 'function' ? functionAt(site.module, argument.function) : undefined;
			if (facts !== undefined) this.inFunction(at(facts, site), way);
		}
	}
}

/** `Promise.all(items.map(item => queue.add(item)))` */
function isOfEach({ callee, outer, usage }: Call): boolean {
	return (
		callee.kind === 'member' &&
		callee.property === 'map' &&
		usage === 'argument' &&
		outer?.callee.kind === 'member' &&
		(outer.callee.property === 'all' || outer.callee.property === 'allSettled')
	);
}

/** `load().then(() => …)` */
function isChain({ callee, args: [callback, ...others] }: Call): boolean {
	return isThen(callee) && callback?.kind === 'function' && others.length === 0;
}

/** `(async () => { … })();` as the last thing that a function does: what it waits for comes one after the other, and nothing beside it. */
function isLastRun({ callee, usage, end }: Call, { calls }: FunctionFacts): boolean {
	return callee.kind === 'function' && usage === 'discarded' && calls.every(({ start }) => start < end);
}

/** Whether the caller waits for the call, itself or together with others. */
function settling(call: Call, way: Way): Pick<CourseStep, 'settled' | 'group'> {
	if (call.usage === 'awaited') return { settled: way.settled, group: way.group };
	if (call.usage === 'returned') return { settled: way.settled, group: way.group };
	const { outer } = call;
	if (outer === undefined || outer.callee.kind !== 'member' || typeof outer.callee.property !== 'string')
		return { settled: false, group: undefined };
	const { property } = outer.callee;
	if (call.usage === 'argument' && (property === 'all' || property === 'allSettled'))
		return { settled: settling(outer, way).settled, group: outer };
	return call.usage === 'receiver' && promiseLinkOf(outer.callee) !== undefined
		? settling(outer, way)
		: { settled: false, group: undefined };
}
