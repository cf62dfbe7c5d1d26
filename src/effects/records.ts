import type { Site } from '../project/model.ts';
import { entered } from '../provenance/frames.ts';
import { at, frameOf, functionAt } from '../provenance/walker.ts';
import { isGiving } from '../syntax/definitions.ts';
import type { Call, Definition, ReferenceValue, Value } from '../syntax/facts.ts';
import { calledBy } from './called-bodies.ts';
import { Steps } from './steps.ts';
import { type Knowing, rowsOfCall } from './knowing.ts';

/** Elements of one list. */
const maxElements = 50;

/** The records that a value stands for: itself, or the elements of a list. A callback that makes many records gives one. */
export function recordsOf(knowing: Knowing, site: Site<Value>): readonly Site<Value>[] {
	return elementsOf(knowing, site, new Steps(10), 0)?.slice(0, maxElements) ?? [site];
}

type Elements = Site<Value>[] | undefined;
type Next = (site: Site<Value>) => Elements;

/** Undefined for what is no list. */
function elementsOf(knowing: Knowing, site: Site<Value>, steps: Steps, depth: number): Elements {
	if (!steps.take(depth)) return undefined;
	const next: Next = further => elementsOf(knowing, further, steps, depth + 1);
	const { fact: value } = site;
	switch (value.kind) {
		case 'array':
			return value.elements.flatMap(element => inList(at(element, site), next));
		case 'await':
			return next(at(value.value, site));
		case 'reference':
			return ofReference(knowing, at(value, site), next);
		case 'call':
			return ofCall(knowing, at(value, site), next);
		default:
			return ofRoots(knowing, site, next);
	}
}

/** An element; what is spread into the list are several. */
function inList(site: Site<Value>, next: Next): Site<Value>[] {
	return site.fact.kind === 'spread' ? (next(at(site.fact.value, site)) ?? []) : (next(site) ?? [site]);
}

/** A variable that holds a list has what is pushed onto it, too. */
function ofReference(knowing: Knowing, site: Site<ReferenceValue>, next: Next): Elements {
	const definitions = site.module.facts.bindings[site.fact.binding]?.definitions ?? [];
	const [first, ...others] = definitions.filter(isGiving);
	if (first?.kind !== 'value' || others.length > 0 || first.path.length > 0) return ofRoots(knowing, site, next);
	const own = next(siteIn(first, first.value, site));
	return own === undefined ? undefined : [...own, ...definitions.flatMap(definition => added(knowing, definition, site, next))];
}

function added({ rows }: Knowing, definition: Definition, site: Site<Value>, next: Next): Site<Value>[] {
	if (definition.kind !== 'method' || definition.into.length > 0 || rows.method(definition.method)?.mutates !== 'adds') return [];
	return definition.call.args.flatMap(argument => inList(siteIn(definition, argument, site), next));
}

function siteIn({ function: index }: { readonly function: number }, fact: Value, site: Site<Value>): Site<Value> {
	const owner = functionAt(site.module, index);
	return { module: site.module, fact, frame: owner === undefined ? undefined : frameOf(owner, site.frame) };
}

/** What a callback gives for each element, what the elements of an argument are, or what a function of the project returns. */
function ofCall(knowing: Knowing, site: Site<Call>, next: Next): Elements {
	const { callee, args, form } = site.fact;
	const found = rowsOfCall(knowing, site).map(({ row }) => row);
	const callback = callbackOf(
		knowing,
		site,
		found.find(row => row.effect === 'calls' && row.runs === 'now'),
	);
	if (callback !== undefined) return resultsOf(knowing, at(callback, site), undefined).flatMap(result => next(result) ?? [result]);

	if (found.some(row => row.effect === 'flow')) return args[0] === undefined ? undefined : next(at(args[0], site));
	if (form === 'new') return undefined;
	const lists = resultsOf(knowing, at(callee, site), site).map(next);
	return lists.length > 0 && lists.every(list => list !== undefined) ? lists.flat() : undefined;
}

function callbackOf(
	{ rows }: Knowing,
	{ fact: { callee, args } }: Site<Call>,
	row: ReturnType<typeof rowsOfCall>[number]['row'] | undefined,
): Value | undefined {
	if (row?.effect === 'calls')
		return row.callback === 'last' ? args.at(-1) : row.callback === 'assigned' ? undefined : args[row.callback];
	const method = callee.kind === 'member' && typeof callee.property === 'string' ? rows.method(callee.property) : undefined;
	return method?.result !== 'mapped' || method.callback === undefined ? undefined : args[method.callback.argument];
}

/** What a function of the project returns, looked at through the call where there is one. */
function resultsOf({ provenance }: Knowing, callee: Site<Value>, call: Site<Call> | undefined): Site<Value>[] {
	return provenance.roots(callee).flatMap(root => {
		const body = root.kind === 'function' ? calledBy(root) : undefined;
		if (root.kind !== 'function' || body === undefined) return [];
		const frame = call === undefined ? body.frame : entered(body, call, root.receiver);
		return body.fact.returns.map(({ value }): Site<Value> => ({ module: body.module, fact: value, frame }));
	});
}

function ofRoots(knowing: Knowing, site: Site<Value>, next: Next): Elements {
	const [root, ...others] = knowing.provenance.roots(site);
	if (root?.kind !== 'made' || others.length > 0 || root.path.length > 0 || root.site.fact === site.fact) return undefined;
	return root.site.fact.kind === 'array' ? next(root.site) : undefined;
}
