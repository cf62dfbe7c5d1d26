import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { Frame, Site } from '../project/model.ts';
import { directCall } from '../provenance/direct-calls.ts';
import { entered } from '../provenance/frames.ts';
import type { Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at, seenThrough } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { handsOverFramework, hasTitleAndBody, mentionsTests } from './mentions.ts';

/** The functions of the project that a call runs and that may define tests, entered with its arguments. */
export function definersCalled(provenance: Provenance, site: Site<Call>): readonly Site<FunctionFacts>[] {
	return provenance.roots(at(site.fact.callee, site)).flatMap(root => {
		if (root.kind !== 'function' || !(mentionsTests(root.site.module.facts) || handsOverFramework(site))) return [];
		if (root.path.length === 0)
			return [seenThrough(root.site, entered(root.site, site, root.receiver) ?? largeFrame(root.site, site, root.receiver))];
		if (!isCalledByMethod(root)) return [];
		const direct = directCall(site);
		return [
			direct === undefined
				? root.site
				: seenThrough(
						root.site,
						entered(root.site, direct.call, direct.receiver) ?? largeFrame(root.site, direct.call, direct.receiver),
					),
		];
	});
}

/**
 * The functions that a call is handed by name and that define tests: `bothWays('streams', tests)`, `[empty, full].forEach(testsOf)`. Of other files only those that
 * run for each element: what else such a call does with them is not known.
 */
export function handedDefiners(
	provenance: Provenance,
	site: Site<Call>,
	isDefining: (call: Site<Call>) => boolean,
): readonly Site<FunctionFacts>[] {
	const {
		fact: { args },
		module,
	} = site;
	const named = args.filter(({ kind }) => kind === 'reference' || kind === 'member');
	return named
		.flatMap(argument => provenance.roots(at(argument, site)))
		.flatMap(root => {
			if (root.kind !== 'function' || root.path.length > 0) return [];
			if (root.site.module !== module) return repeats(site.fact) && mentionsTests(root.site.module.facts) ? [root.site] : [];
			return root.site.fact.calls.some(call => hasTitleAndBody(call) && isDefining({ module, fact: call }))
				? [{ module, fact: root.site.fact }]
				: [];
		});
}

/** `define.call(this, utils)`, `define.apply(this, [utils])` */
function isCalledByMethod({ path: [method, ...others] }: Extract<Root, { kind: 'function' }>): boolean {
	return method?.kind === 'property' && (method.name === 'call' || method.name === 'apply') && others.length === 0;
}

/** A function that defines many tests is large, and entered all the same. */
function largeFrame(target: Site<FunctionFacts>, call: Site<Call>, receiver: Site<Value> | undefined): Frame {
	return { function: target.fact, module: target.module, call, receiver, lexical: target.frame, depth: (call.frame?.depth ?? 0) + 1 };
}

/** Inside a test only its context defines anything: `t.test('x', fn)`, `t.teardown(fn)`. */
export function mayDefineInTest({ callee, args }: Call): boolean {
	const isWord =
		callee.kind === 'member' && typeof callee.property === 'string'
			? definingMembers.has(callee.property)
			: callee.kind === 'reference';
	return isWord && args.some(({ kind }) => kind === 'function' || kind === 'reference' || kind === 'call' || kind === 'member');
}

/** Members of the values that tests are handed, and of the functions that define tests. */
const definingMembers: ReadonlySet<string> = new Set(
	Object.values(frameworks)
		.filter(({ subtests }) => subtests === true)
		.flatMap(({ vocabularies }) => vocabularies.flatMap(({ start, then }) => [...Object.keys(start), ...Object.keys(then)]))
		.map(key => key.split('.').at(-1) ?? key),
);

/** Methods that call their callback once for each element. */
const iterations: ReadonlySet<string> = new Set(['forEach', 'map', 'flatMap', 'each', 'filter', 'reduce']);

export function repeats({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && iterations.has(callee.property);
}

export function isInLoop({ regions }: FunctionFacts, call: Call): boolean {
	for (let region = call.region; region !== undefined; region = regions[region]?.parent) {
		if (regions[region]?.kind === 'loop') return true;
	}
	return false;
}

/** The calls among the arguments of one that defines something: what is written in them is its body. */
export function wrappersOf({ args }: Call): readonly Call[] {
	return args.flatMap(argument => (argument.kind === 'call' ? [argument, ...wrappersOf(argument)] : []));
}
