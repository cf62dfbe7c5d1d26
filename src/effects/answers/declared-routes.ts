import { declaredApps, routeDeclarations, statusSetters } from '../../knowledge/routing.ts';
import type { Site } from '../../project/model.ts';
import { isToldOnTheWay } from '../../provenance/containers.ts';
import { entryAt } from '../../provenance/entry.ts';
import type { Origin, Root } from '../../provenance/model.ts';
import { matchPattern, parsePattern } from '../../provenance/pattern.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, ClassMember, Value } from '../../syntax/facts.ts';
import { type Route, joined, routesOf } from './routes.ts';

const apps = declaredApps.flatMap(({ from, path }) => [from].flat().map(name => ({ name, pattern: parsePattern(path) })));
const { parts, verbs } = routeDeclarations;

/** How deep modules are that import one another. */
const maxDepth = 6;

/** The routes of an app that controllers declare; none where something else than their classes may have been put in, undefined for other values. */
export function declaredRoutesOf(provenance: Provenance, origin: Origin): readonly Route[] | undefined {
	for (const { name, pattern } of apps) {
		const match = name === origin.from ? matchPattern(pattern, origin) : undefined;
		const made = match?.calls.at(-1)?.site;
		const root = made?.fact.args[0];
		if (match === undefined || made === undefined || root === undefined) continue;
		if (isToldOnTheWay(origin.steps)) return [];
		const prefix = prefixOf(provenance, origin, match.length) ?? '';
		return provenance
			.roots(at(root, made))
			.flatMap(each => ofModule(provenance, each, 0))
			.map(route => ({ ...route, path: joined(prefix, route.path) }));
	}
	return undefined;
}

/** The path below which an app has its routes: what one of the calls on the way to it gives is told so. */
function prefixOf(provenance: Provenance, { steps }: Origin, from: number): string | undefined {
	return steps
		.slice(from - 1)
		.flatMap(step => (step.kind === 'call' ? routesOf(provenance, step.site) : []))
		.find(({ method }) => method === 'prefix')?.path;
}

/** What a module is made of: a class with a decorator, or an object that says the same. */
function ofModule(provenance: Provenance, root: Root, depth: number): Route[] {
	if (depth > maxDepth) return [];
	if (root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'object') return written(provenance, root.site, depth);
	if (root.kind !== 'class' || root.path.length > 0) return [];
	const decorators = root.site.module.facts.classes[root.site.fact]?.decorators ?? [];
	const declared = decorators.map(each => at(each, root.site)).find(each => nameOf(provenance, each) === routeDeclarations.module);
	const [argument] = declared === undefined ? [] : argumentsOf(declared);
	return argument === undefined ? [] : provenance.roots(argument).flatMap(each => ofModule(provenance, each, depth));
}

function written(provenance: Provenance, module: Site<Value>, depth: number): Route[] {
	const [controllers, imports, itself] = [parts.controllers, parts.imports, parts.module].map(key => {
		const entry = entryAt(provenance.roots, module, [key]);
		return entry === undefined ? [] : provenance.roots(at(entry.fact.value, entry), key === parts.module ? [] : [{ kind: 'element' }]);
	});
	return [
		...(controllers ?? []).flatMap(root =>
			root.kind === 'class' && root.path.length === 0 ? ofController(provenance, root.site) : [],
		),
		...[...(imports ?? []), ...(itself ?? [])].flatMap(root => ofModule(provenance, root, depth + 1)),
	];
}

function ofController(provenance: Provenance, site: Site<number>): Route[] {
	const facts = site.module.facts.classes[site.fact];
	const decorators = namedOf(provenance, site, facts?.decorators ?? []);
	const controller = decorators.get(routeDeclarations.controller);
	if (facts === undefined || controller === undefined || decorators.has(routeDeclarations.changing)) return [];
	const prefixes = pathsOf(provenance, controller);
	return facts.members.flatMap(member =>
		ofMethod(provenance, at(member, site)).flatMap(route => prefixes.map(prefix => ({ ...route, path: joined(prefix, route.path) }))),
	);
}

function ofMethod(provenance: Provenance, { fact: member, ...place }: Site<ClassMember>): Route[] {
	if (member.decorators.length === 0 || member.static || member.kind !== 'method') return [];
	const decorators = namedOf(provenance, place, member.decorators);
	if (decorators.has(routeDeclarations.changing)) return [];
	const [status] = argumentsOf(decorators.get(routeDeclarations.status));
	const told = status === undefined ? undefined : staticValue(provenance.roots, status);
	return [...decorators].flatMap(([name, decorator]) => {
		const method = verbs.get(name);
		if (method === undefined) return [];
		const standard = typeof told === 'number' ? told : (routeDeclarations.standards.get(method) ?? statusSetters.standard);
		return pathsOf(provenance, decorator).map(path => ({ method, path, handler: at(member.value, place), standard }));
	});
}

/** The paths that a decorator says: none is the one of what stands around it. */
function pathsOf(provenance: Provenance, decorator: Site<Value>): readonly string[] {
	const [first] = argumentsOf(decorator);
	if (first === undefined) return [''];
	const option = entryAt(provenance.roots, first, [routeDeclarations.path]);
	const said = option === undefined ? first : at(option.fact.value, option);
	const each = said.fact.kind === 'array' ? said.fact.elements.map(element => at(element, said)) : [said];
	return each.flatMap(site => {
		const text = staticValue(provenance.roots, site);
		return typeof text === 'string' ? [text] : [];
	});
}

function namedOf(
	provenance: Provenance,
	place: Omit<Site<unknown>, 'fact'>,
	decorators: readonly Value[],
): ReadonlyMap<string, Site<Value>> {
	return new Map(
		decorators.flatMap(fact => {
			const site = { ...place, fact };
			const name = nameOf(provenance, site);
			return name === undefined ? [] : [[name, site] as const];
		}),
	);
}

/** The name by which the package of the declarations has a decorator. */
function nameOf(provenance: Provenance, decorator: Site<Value>): string | undefined {
	const call = callOf(decorator);
	return provenance
		.origins(call === undefined ? decorator : at(call.callee, decorator))
		.flatMap(({ from, steps: [step] }) => (from === routeDeclarations.from && step?.kind === 'property' ? [step.name] : []))[0];
}

function argumentsOf(decorator: Site<Value> | undefined): readonly Site<Value>[] {
	const call = decorator === undefined ? undefined : callOf(decorator);
	return decorator === undefined || call === undefined ? [] : call.args.map(value => at(value, decorator));
}

function callOf({ fact }: Site<Value>): Call | undefined {
	return fact.kind === 'call' ? fact : undefined;
}
