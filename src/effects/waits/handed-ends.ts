import { callsIn } from './test-ends.ts';
import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { at, functionAt, seenThrough } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { standsIn } from '../scope.ts';

/** A function of the test's own file that is handed what ends the test. */
export interface Ender {
	readonly site: Site<FunctionFacts>;
	/** The variable that holds it there. */
	readonly done: number;
	/** The call in the test's text that hands it over. */
	readonly via: Span;
}

/** Functions may hand it on. */
const maxHops = 2;

/** `finish(done)`, `finish(error => { …; done(error); })`: functions beside a test that are handed the callback which ends it, or what calls that. */
export function endersOf(provenance: Provenance, scope: Site<FunctionFacts>, done: number): readonly Ender[] {
	return handedBy(scope, done, undefined, 0);

	function handedBy(from: Site<FunctionFacts>, binding: number, via: Span | undefined, hops: number): readonly Ender[] {
		if (hops >= maxHops) return [];
		return callsIn(from).flatMap(call =>
			positionsOf(call, from, binding).flatMap(index =>
				targetsOf(at(call, from)).flatMap(site => {
					const held = site.fact.parameters[index]?.binding;
					if (held === undefined || standsIn(from, site)) return [];
					const ender: Ender = { site, done: held, via: via ?? call };
					return [ender, ...handedBy(site, held, ender.via, hops + 1)];
				}),
			),
		);
	}

	function targetsOf(call: Site<Call>): readonly Site<FunctionFacts>[] {
		const roots = provenance.roots(at(call.fact.callee, call));
		return roots.flatMap(root => {
			if (root.kind !== 'function' || root.path.length > 0) return [];
			if (root.site.module !== scope.module || standsIn(scope, root.site)) return [];
			const frame = entered(root.site, call, root.receiver);
			return frame === undefined ? [] : [seenThrough(root.site, frame)];
		});
	}
}

/** At which positions a call is handed a callback, or a function that calls it or hands it on. */
function positionsOf(call: Call, { module }: Site<FunctionFacts>, binding: number): readonly number[] {
	const callsIt = (inner: FunctionFacts | undefined): boolean =>
		inner !== undefined &&
		callsIn({ module, fact: inner }).some(({ callee, args }) => [callee, ...args].some(value => isIt(value, binding)));
	return call.args.flatMap((argument, index) => {
		const handsIt = isIt(argument, binding) || (argument.kind === 'function' && callsIt(functionAt(module, argument.function)));
		return handsIt ? [index] : [];
	});
}

function isIt(value: Value, binding: number): boolean {
	return value.kind === 'reference' && value.binding === binding;
}
