import { internRemote, onlyOfNightwatch } from '../knowledge/browser-packages.ts';
import { nodeunitEnd, nodeunitMethods } from '../knowledge/frameworks/nodeunit.ts';
import type { ModuleFacts, Value } from './facts.ts';

/** What tests are handed first, as it is used: nothing else says what the functions of an object that a file exports are handed. */
interface Contexts {
	readonly nodeunit: ReadonlySet<number>;
	readonly nightwatch: ReadonlySet<number>;
	/** `this` has what Intern gives to tests. */
	readonly intern: boolean;
}

const known = new WeakMap<ModuleFacts, Contexts>();

function contexts(facts: ModuleFacts): Contexts {
	const found = known.get(facts) ?? contextsIn(facts);
	known.set(facts, found);
	return found;
}

/** Variables that functions are handed first, make assertions with and end: `exports.saves = function (test) { test.ok(true); test.done() }`. */
export const nodeunitContexts = (facts: ModuleFacts): ReadonlySet<number> => contexts(facts).nodeunit;

/** Variables that functions are handed first, and call what only Nightwatch has: `browser.url('/').waitForElementVisible('body')`; those of the same name elsewhere in the file. */
export const nightwatchContexts = (facts: ModuleFacts): ReadonlySet<number> => contexts(facts).nightwatch;

/** Whether a file is written for Intern: it loads a module of it, or calls its global. */
export const isForIntern = (facts: ModuleFacts): boolean => contexts(facts).intern;

function contextsIn({ functions, bindings, sources }: ModuleFacts): Contexts {
	const called = functions.flatMap(({ calls }) =>
		calls.flatMap(({ callee }) => {
			const base = callee.kind === 'member' && typeof callee.property === 'string' ? baseOf(callee.object) : undefined;
			return base?.kind !== 'reference' || callee.kind !== 'member'
				? []
				: [{ binding: base.binding, method: callee.property, isDirect: callee.object.kind === 'reference' }];
		}),
	);
	const using = (isOne: (method: string) => boolean, isChained: boolean): ReadonlySet<number> =>
		new Set(
			called.flatMap(({ binding, method, isDirect }) =>
				typeof method === 'string' && (isDirect || isChained) && isOne(method) ? [binding] : [],
			),
		);
	const isFirst = (binding: number): boolean =>
		bindings[binding]?.definitions.some(each => each.kind === 'parameter' && each.index === 0 && each.path.length === 0) === true;
	const browsers = [...using(method => onlyOfNightwatch.has(method), true)].filter(isFirst).map(binding => bindings[binding]?.name);
	const [ended, asserting] = [using(method => method === nodeunitEnd, false), using(method => nodeunitMethods.has(method), false)];
	return {
		nodeunit: new Set([...ended].filter(binding => asserting.has(binding) && isFirst(binding))),
		nightwatch: new Set(
			browsers.length === 0
				? []
				: bindings.flatMap(({ name }, binding) => (browsers.includes(name) && isFirst(binding) ? [binding] : [])),
		),
		intern:
			sources.some(source => internRemote.modules.test(source)) ||
			functions.some(({ calls }) => calls.some(({ callee }) => isInternGlobal(baseOf(callee)))),
	};
}

function isInternGlobal(value: Value): boolean {
	return value.kind === 'global' && value.name === internRemote.global;
}

/** The root of a chain. */
function baseOf(value: Value): Value {
	let base = value;
	while (base.kind === 'member' || base.kind === 'call') base = base.kind === 'member' ? base.object : base.callee;
	return base;
}
