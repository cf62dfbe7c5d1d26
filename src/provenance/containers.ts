import { injection } from '../knowledge/frameworks/injection.ts';
import type { Module, Site } from '../project/model.ts';
import type { Call, ModuleFacts, Value } from '../syntax/facts.ts';
import type { Path, Root } from './model.ts';
import { type Walker, at, property, settled } from './walker.ts';

const keys: ReadonlySet<string> = new Set(injection.keys);
const methods: ReadonlySet<string> = new Set(injection.methods);

const told = new WeakMap<ModuleFacts, boolean>();

/** Whether a module tells a container what to hand out: what an annotation names may then be something else. */
export function tellsContainer({ facts }: Module): boolean {
	const known = told.get(facts) ?? facts.functions.some(({ calls }) => calls.some(call => isTold(call) || call.args.some(holdsProvider)));
	told.set(facts, known);
	return known;
}

function isTold({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && methods.has(callee.property);
}

function holdsProvider(value: Value): boolean {
	if (value.kind === 'array') return value.elements.some(holdsProvider);
	if (value.kind !== 'object') return false;
	return value.entries.some(
		entry => (entry.kind === 'property' && typeof entry.key === 'string' && keys.has(entry.key)) || holdsProvider(entry.value),
	);
}

const givers: ReadonlySet<string> = new Set(injection.givers);
const packages: ReadonlySet<string> = new Set(injection.packages);
const tokenNames: ReadonlySet<string> = new Set(injection.tokens.map(({ name }) => name));

/** What a container hands out for a class, where nothing else was put in for anything: `moduleRef.get(UsersService)` is an instance of it. */
export function walkHandedOut(walker: Walker, site: Site<Call>, path: Path): Root[] | undefined {
	const {
		callee,
		args: [token],
	} = site.fact;
	if (
		path.length === 0 ||
		callee.kind !== 'member' ||
		typeof callee.property !== 'string' ||
		!givers.has(callee.property) ||
		token === undefined ||
		!mayBeToken(token, site.module)
	)
		return undefined;
	if (tellsContainer(site.module) || !walker.walk(at(callee, site), []).some(isContainer)) return undefined;
	const instance: Path = [{ kind: 'construct', site: undefined }, ...settled(path)];
	for (const root of walker.walk(at(token, site), [])) {
		if (root.kind === 'class' && root.path.length === 0) return walker.walk(at(token, site), instance);
		if (root.kind !== 'origin') continue;
		const [named, called] = root.origin.steps;
		const standard =
			called?.kind === 'call'
				? injection.tokens.find(each => each.from === root.origin.from && named?.kind === 'property' && each.name === named.name)
				: undefined;
		if (standard !== undefined)
			return [
				{
					kind: 'origin',
					origin: { from: standard.gives.from, steps: [property(standard.gives.name), ...instance] },
					at: site,
					conditions: [],
				},
			];
		if (named?.kind === 'property' && called === undefined) return walker.walk(at(token, site), instance);
	}
	return undefined;
}

/** By its name a class, or what makes the name of one. */
function mayBeToken(value: Value, { facts }: Module): boolean {
	const name = (each: Value): string => (each.kind === 'reference' ? (facts.bindings[each.binding]?.word ?? '') : '');
	return value.kind === 'call' ? tokenNames.has(name(value.callee)) : /^[A-Z]/.test(name(value));
}

/** A container of a package, into which the modules that made it put nothing of their own. */
function isContainer(root: Root): boolean {
	return root.kind === 'origin' && packages.has(root.origin.from) && !isToldOnTheWay(root.origin.steps);
}

/** Whether one of the modules in which calls on a way stand tells a container what to hand out. */
export function isToldOnTheWay(steps: Path): boolean {
	return steps.some(
		step => (step.kind === 'call' || step.kind === 'construct') && step.site !== undefined && tellsContainer(step.site.module),
	);
}
