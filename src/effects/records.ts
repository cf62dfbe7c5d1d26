import type { Site } from '../project/model.ts';
import type { Root } from '../provenance/model.ts';
import { at, frameOf, functionAt } from '../provenance/walker.ts';
import type { Call, Definition, ReferenceValue, Value } from '../syntax/facts.ts';
import { calledBy } from './deeds.ts';
import { entered } from '../provenance/frames.ts';
import { type Knowing, rowsOfCall } from './timer-promise.ts';

/** How many steps a list is followed through. */
const maxDepth = 10;

/** The records that a value stands for: itself, or the elements of a list. */
export function recordsOf(knowing: Knowing, site: Site<Value>, depth = 0): Site<Value>[] {
	if (depth > maxDepth) return [];
	const next = (further: Site<Value>): Site<Value>[] => recordsOf(knowing, further, depth + 1);
	const { fact: value } = site;
	switch (value.kind) {
		case 'array':
			return value.elements.flatMap(element => next(at(element.kind === 'spread' ? element.value : element, site)));
		case 'await':
			return next(at(value.value, site));
		case 'reference':
			return ofReference(knowing, at(value, site), next) ?? ofRoots(knowing, site, next);
		case 'call':
			return ofCall(knowing, at(value, site), next);
		default:
			return ofRoots(knowing, site, next);
	}
}

type Next = (site: Site<Value>) => Site<Value>[];

/** A variable that holds a list has what is pushed onto it, too. */
function ofReference({ rows }: Knowing, site: Site<ReferenceValue>, next: Next): Site<Value>[] | undefined {
	const definitions = site.module.facts.bindings[site.fact.binding]?.definitions ?? [];
	const [first, ...others] = definitions.filter(({ kind }) => kind !== 'member' && kind !== 'method');
	if (first?.kind !== 'value' || others.length > 0 || first.path.length > 0) return undefined;
	const own = next(siteIn(first, first.value, site));
	if (!isList(first.value)) return own.length === 1 ? [site] : own;
	return [...own, ...definitions.flatMap(each => (each.kind === 'method' && rows.method(each.method)?.mutates === 'adds' ? each.call.args.flatMap(argument => next(siteIn(each, argument, site))) : []))];
}

function isList(value: Value): boolean {
	return value.kind === 'array';
}

function siteIn({ function: index }: Extract<Definition, { readonly start: number }>, value: Value, site: Site<unknown>): Site<Value> {
	const owner = functionAt(site.module, index);
	return { module: site.module, fact: value.kind === 'spread' ? value.value : value, frame: owner === undefined ? undefined : frameOf(owner, site.frame) };
}

/** What a callback gives for each element, what the elements of an argument are, or what a function of the project returns. */
function ofCall(knowing: Knowing, site: Site<Call>, next: Next): Site<Value>[] {
	const { callee, args, form } = site.fact;
	const method = callee.kind === 'member' && typeof callee.property === 'string' ? knowing.rows.method(callee.property) : undefined;
	const found = rowsOfCall(knowing, site).map(({ row }) => row);
	const calls = found.find(row => row.effect === 'calls' && row.runs === 'now');
	const callback = calls?.effect === 'calls' ? calls.callback : method?.result === 'mapped' ? method.callback?.argument : undefined;
	const element = args[callback === 'last' ? args.length - 1 : (callback ?? args.length)];
	if (element !== undefined) return results(knowing, knowing.provenance.roots(at(element, site)), undefined, next) ?? [];

	const settles = found.some(row => row.effect === 'flow') && args[0]?.kind === 'array';
	if (settles) return args.flatMap(argument => next(at(argument, site)));
	const returned = form === 'new' ? undefined : results(knowing, knowing.provenance.roots(at(callee, site)), site, next);
	return returned?.length === 1 || returned === undefined ? [site] : returned;
}

function results({ provenance: _ }: Knowing, roots: readonly Root[], call: Site<Call> | undefined, next: Next): Site<Value>[] | undefined {
	const bodies = roots.flatMap(root => {
		const body = root.kind === 'function' ? calledBy(root) : undefined;
		const frame = body === undefined || call === undefined || root.kind !== 'function' ? body?.frame : entered(body, call, root.receiver);
		return body === undefined ? [] : [{ ...body, frame }];
	});
	return bodies.length === 0 ? undefined : bodies.flatMap(body => body.fact.returns.flatMap(({ value }) => next({ ...body, fact: value })));
}

function ofRoots(knowing: Knowing, site: Site<Value>, next: Next): Site<Value>[] {
	const lists = knowing.provenance.roots(site).filter(root => root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'array' && root.site !== site);
	return lists.length === 0 ? [site] : lists.flatMap(root => (root.kind === 'made' ? next(root.site) : []));
}
