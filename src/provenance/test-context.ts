import type { Module, Site } from '../project/model.ts';
import { isTestSupport } from '../project/test-support.ts';
import type { FunctionFacts, ModuleFacts, Span, Value, Write } from '../syntax/facts.ts';
import { functionsAround } from '../syntax/functions-within.ts';
import type { Path, Root } from './model.ts';
import type { Walker } from './walker.ts';

/** Writes of `this.name` by name, in functions that somebody else calls. */
const known = new WeakMap<ModuleFacts, ReadonlyMap<string, readonly Write[]>>();

/**
 * `this` in a function that is handed to a call is what the caller makes it. Runners make it the same for tests and hooks: what one function
 * puts there, `this.server = …`, another finds. Undefined where nothing says so; what modules that are imported put there counts, for hooks
 * stand in support files too.
 */
export function walkTestContext(walker: Walker, path: Path, from: Site<Value>): Root[] | undefined {
	const [first, ...rest] = path;
	if (first?.kind !== 'property' || !isHandedOver(from.module.facts, from.fact)) return undefined;
	const own = writesOf(from.module, first.name);
	const given = own.some(({ isChained }) => !isChained) ? [] : [...supporting(from.module, walker)].flatMap(module => writesOf(module, first.name));
	const writes = [...own, ...given];
	return writes.length === 0 ? undefined : writes.flatMap(({ site }) => walker.walk(site, rest));
}

/** `isChained`: in a callback of a promise, whose `this` may be something else (`promise.bind({})`). */
interface Given {
	readonly site: Site<Value>;
	readonly isChained: boolean;
}

function writesOf(module: Module, name: string): Given[] {
	const writes = known.get(module.facts) ?? contextWrites(module.facts);
	known.set(module.facts, writes);
	return (writes.get(name) ?? []).flatMap(({ value, target }) => (value === undefined ? [] : [{ site: { module, fact: value }, isChained: ownerOf(module.facts, target)?.passedTo?.call.callee.kind === 'member' }]));
}

function contextWrites(facts: ModuleFacts): ReadonlyMap<string, readonly Write[]> {
	const found = new Map<string, Write[]>();
	for (const write of facts.functions.flatMap(({ writes }) => writes)) {
		const { target, operator } = write;
		if (operator !== '=' || target.kind !== 'member' || target.object.kind !== 'this' || target.object.class !== undefined || typeof target.property !== 'string') continue;
		if (isHandedOver(facts, target)) found.set(target.property, [...(found.get(target.property) ?? []), write]);
	}
	return found;
}

/** Whether the function whose `this` it is was written as an argument: no method, and no constructor of the old style. */
function isHandedOver(facts: ModuleFacts, place: Span): boolean {
	const owner = ownerOf(facts, place);
	return owner?.form === 'function' && owner.passedTo !== undefined;
}

/** The innermost function that has a `this` of its own. */
function ownerOf(facts: ModuleFacts, place: Span): FunctionFacts | undefined {
	for (const each of functionsAround(facts, place)) if (each.form !== 'arrow' && each.form !== 'module') return each;
	return undefined;
}

/** How far support files are followed to those that they import. */
const maxHops = 3;

/** The modules that a test imports, and those that its support files import. */
function supporting(test: Module, walker: Walker): ReadonlySet<Module> {
	const found = new Set<Module>();
	let asked: readonly Module[] = [test];
	for (let hop = 0; hop < maxHops && asked.length > 0; hop++) {
		const next = asked.flatMap(module => importedBy(module, walker)).filter(module => module !== test && !found.has(module));
		for (const module of next) found.add(module);
		asked = next.filter(isTestSupport);
	}
	return found;
}

function importedBy({ facts, file }: Module, { project }: Walker): Module[] {
	return facts.sources.filter(source => source.startsWith('.')).flatMap(source => {
		const resolution = project.resolve(source, file);
		return resolution.kind === 'file' ? (project.load(resolution.file) ?? []) : [];
	});
}
