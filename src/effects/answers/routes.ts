import { appMakers, globalPrefix, mounting, routeFields, routeMaker, verbs } from '../../knowledge/routing.ts';
import type { Frame, Site } from '../../project/model.ts';
import { type Entry, entryAt } from '../../provenance/entry.ts';
import { entered } from '../../provenance/frames.ts';
import type { Origin, Root } from '../../provenance/model.ts';
import { matchPattern, parsePattern } from '../../provenance/pattern.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, seenThrough } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, MemberValue, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';

/** What an app does with requests for a path. */
export interface Route {
	/** In lower case; `all` for any, `use` for what all paths below come to, `prefix` for the path below which all others are. */
	readonly method: string;
	readonly path: string;
	/** What the app is handed to answer with. */
	readonly handler: Site<Value>;
	/** The status of what is answered, where the route is declared and not handed the request and the response. */
	readonly standard?: number;
}

const makers = appMakers.flatMap(({ from, path }) => [from].flat().map(name => ({ name, pattern: parsePattern(path) })));

/** The call that makes the app, or the part of one, that a value is or belongs to: `app` of `app.callback()`. */
export function makerOf({ from, steps }: Origin): Site<Call> | undefined {
	for (const { name, pattern } of makers) {
		const match = name === from ? matchPattern(pattern, { from, steps }) : undefined;
		const last = match?.calls.at(-1);
		if (last?.site !== undefined) return last.site;
	}
	return undefined;
}

/** How deep parts of an app are looked into. */
const maxDepth = 5;

/** What is looked for: values of a module that are the app, and the call of the function that they stand in, where one is looked at: `createApp(db)`. */
interface Holder {
	readonly module: Site<unknown>['module'];
	readonly frame: Frame | undefined;
	readonly isApp: (value: Value) => boolean;
}

const known = new WeakMap<Provenance, Map<Call, Map<Frame | undefined, readonly Route[]>>>();

/** The routes that the code gives an app, in its order, where the module that makes it does so, or functions that are handed it. */
export function routesOf(provenance: Provenance, maker: Site<Call>): readonly Route[] {
	const byMaker = known.get(provenance) ?? new Map<Call, Map<Frame | undefined, readonly Route[]>>();
	known.set(provenance, byMaker);
	const byFrame = byMaker.get(maker.fact) ?? new Map<Frame | undefined, readonly Route[]>();
	byMaker.set(maker.fact, byFrame);
	const routes = byFrame.get(maker.frame) ?? routesIn(provenance, madeBy(maker), '', 0);
	byFrame.set(maker.frame, routes);
	return routes;
}

function madeBy({ module, fact: maker, frame }: Site<Call>): Holder {
	const bindings = new Set(
		module.facts.bindings.flatMap(({ definitions }, index) =>
			definitions.some(each => each.kind === 'value' && each.path.length === 0 && isMadeBy(each.value, maker)) ? [index] : [],
		),
	);
	const fields = new Set(
		module.facts.classes.flatMap(({ members }) => members.filter(({ value }) => value === maker).map(({ name }) => name)),
	);
	const isApp = (value: Value): boolean =>
		value === maker ||
		(value.kind === 'reference' && bindings.has(value.binding)) ||
		(value.kind === 'member' && value.object.kind === 'this' && typeof value.property === 'string' && fields.has(value.property));
	return { module, frame, isApp };
}

/** What a maker gives, awaited or through calls that give the app back. */
function isMadeBy(value: Value, maker: Call): boolean {
	const given = value.kind === 'await' ? value.value : value;
	return given === maker || (given.kind === 'call' && given.callee.kind === 'member' && chainOf(given.callee).root === maker);
}

function routesIn(provenance: Provenance, { module, frame, isApp }: Holder, prefix: string, depth: number): Route[] {
	if (depth > maxDepth) return [];
	const calls = module.facts.functions.flatMap(each => each.calls);
	return calls.flatMap(call => {
		const site: Site<Call> = { module, fact: call, frame: frame?.module === module && holds(frame.function, call) ? frame : undefined };
		const { callee, args } = call;
		if (callee.kind === 'member' && typeof callee.property === 'string') {
			const chain = chainOf(callee);
			if (isApp(chain.root)) return [...ofMethod(provenance, site, callee.property, prefix, chain.route, depth)];
		}
		const handed = args.findIndex(isApp);
		return handed === -1 ? [] : throughFunction(provenance, site, handed, prefix, depth);
	});
}

/** What a method is called on, through `app.route('/users').get(…)` and calls that give the app back. */
function chainOf({ object }: MemberValue): { readonly root: Value; readonly route: Value | undefined } {
	let [root, route]: [Value, Value | undefined] = [object, undefined];
	while (
		root.kind === 'call' &&
		root.callee.kind === 'member' &&
		typeof root.callee.property === 'string' &&
		(verbs.has(root.callee.property) || mounting.has(root.callee.property))
	) {
		if (root.callee.property === routeMaker && root.args.length === 1) route ??= root.args[0];
		root = root.callee.object;
	}
	return { root, route };
}

function ofMethod(
	provenance: Provenance,
	site: Site<Call>,
	method: string,
	prefix: string,
	route: Value | undefined,
	depth: number,
): Route[] {
	const { args } = site.fact;
	const [first, second] = args;
	if (verbs.has(method)) {
		const path = textAt(provenance, route ?? first, site);
		const handler = args.at(-1);
		return path === undefined || handler === undefined || (route === undefined && args.length < 2)
			? []
			: [{ method, path: joined(prefix, path), handler: at(handler, site) }];
	}
	if (first === undefined) return [];
	if (method === globalPrefix) return [{ method: 'prefix', path: textAt(provenance, first, site) ?? '', handler: at(first, site) }];
	if (!mounting.has(method)) return [];
	const options = first.kind === 'array' ? first.elements : [first];
	if (options.every(({ kind }) => kind === 'object')) return options.flatMap(each => written(provenance, at(each, site), prefix));
	const path = textAt(provenance, first, site);
	const listed = path === undefined && second !== undefined && second.kind !== 'function' ? listedPaths(provenance, at(first, site)) : [];
	if (listed.length > 0 && second !== undefined) {
		const parts = provenance.roots(at(second, site));
		return parts.length === listed.length
			? listed.flatMap((each, index) => ofRoot(provenance, parts[index], at(second, site), joined(prefix, each), depth))
			: [];
	}
	const option = second === undefined ? undefined : entryAt(provenance.roots, at(second, site), [routeFields.prefix]);
	const below = joined(prefix, path ?? (option === undefined ? '' : (textAt(provenance, option.fact.value, site) ?? '')));
	const [plugin, ...parts] = path === undefined ? args : args.slice(1);
	return [
		...(plugin === undefined
			? []
			: ofPart(provenance, at(plugin, site), below, depth, path === undefined ? pluginCall(site) : undefined)),
		...parts.flatMap(part => ofPart(provenance, at(part, site), below, depth)),
	];
}

/** How an app calls a part that it is handed with options: `app.register(plugin, options)` calls `plugin(app, options)`. */
function pluginCall({ fact, ...place }: Site<Call>): Site<Call> | undefined {
	const [plugin, ...options] = fact.args;
	if (plugin === undefined || options.length === 0) return undefined;
	const { start, end } = plugin;
	return { fact: { ...fact, args: [{ kind: 'unknown', parts: [], start, end }, ...options] }, ...place };
}

/** `app.route({ method: 'GET', url: '/', handler })`, `server.route({ method: 'GET', path: '/', options: { handler } })` */
function written(provenance: Provenance, options: Site<Value>, prefix: string): Route[] {
	const said = (names: readonly (readonly string[])[]): Site<Entry> | undefined =>
		names.map(keys => entryAt(provenance.roots, options, keys)).find(entry => entry !== undefined);
	const [method, url, handler] = [said([[routeFields.method]]), said(routeFields.paths), said(routeFields.handlers)];
	const [verb, path] = [method, url].map(entry => (entry === undefined ? undefined : textAt(provenance, entry.fact.value, entry)));
	return verb === undefined || path === undefined || handler === undefined
		? []
		: [{ method: verb.toLowerCase(), path: joined(prefix, path), handler: at(handler.fact.value, handler) }];
}

/** A router, a function that adds routes to what it is handed, or a handler for all that comes below a path. */
function ofPart(provenance: Provenance, part: Site<Value>, prefix: string, depth: number, call?: Site<Call>): Route[] {
	const wrapped = part.fact.kind === 'call' ? part.fact.args.filter(({ kind }) => kind === 'function').map(value => at(value, part)) : [];
	return [part, ...wrapped].flatMap(each => provenance.roots(each)).flatMap(root => ofRoot(provenance, root, part, prefix, depth, call));
}

function ofRoot(
	provenance: Provenance,
	root: Root | undefined,
	part: Site<Value>,
	prefix: string,
	depth: number,
	call?: Site<Call>,
): Route[] {
	if (root?.kind === 'function' && root.path.length === 0) {
		const frame = call === undefined ? undefined : entered(root.site, call, root.receiver);
		const plugin = frame === undefined ? root.site : seenThrough(root.site, frame);
		return [...ofFunction(provenance, plugin, 0, prefix, depth), { method: 'use', path: prefix, handler: part }];
	}
	const maker = root?.kind === 'origin' ? makerOf(root.origin) : undefined;
	return maker === undefined ? [] : routesIn(provenance, madeBy(maker), prefix, depth + 1);
}

/** The paths of a list: `routes.forEach(route => app.use(route.path, route.router))`. */
function listedPaths({ roots }: Provenance, site: Site<Value>): readonly string[] {
	const texts = roots(site).map(root =>
		root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'literal' && typeof root.site.fact.value === 'string'
			? root.site.fact.value
			: undefined,
	);
	return texts.length > 1 && texts.every(text => text !== undefined) ? texts : [];
}

/** `addRoutes(app)` */
function throughFunction(provenance: Provenance, call: Site<Call>, index: number, prefix: string, depth: number): Route[] {
	return provenance.roots(at(call.fact.callee, call)).flatMap(root => {
		if (root.kind !== 'function' || root.path.length > 0) return [];
		return ofFunction(
			provenance,
			seenThrough(root.site, entered(root.site, call, root.receiver) ?? root.site.frame),
			index,
			prefix,
			depth,
		);
	});
}

function ofFunction(
	provenance: Provenance,
	{ module, fact, frame }: Site<FunctionFacts>,
	index: number,
	prefix: string,
	depth: number,
): Route[] {
	const binding = fact.parameters[index]?.binding;
	return binding === undefined
		? []
		: routesIn(
				provenance,
				{ module, frame, isApp: value => value.kind === 'reference' && value.binding === binding },
				prefix,
				depth + 1,
			);
}

function textAt({ roots }: Provenance, value: Value | undefined, place: Site<unknown>): string | undefined {
	const text = value === undefined ? undefined : staticValue(roots, at(value, place));
	return typeof text === 'string' ? text : undefined;
}

export function joined(prefix: string, path: string): string {
	return `/${prefix}/${path}`.replaceAll(/\/+/g, '/').replace(/(?<=.)\/$/, '');
}
