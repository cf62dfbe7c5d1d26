import type { Module, Site } from '../project/model.ts';
import type { FunctionFacts, ModuleFacts, Span, Value, Write } from '../syntax/facts.ts';
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
	const writes = own.length > 0 ? own : importedBy(from.module, walker).flatMap(module => writesOf(module, first.name));
	return writes.length === 0 ? undefined : writes.flatMap(({ module, fact }) => walker.walk({ module, fact }, rest));
}

function writesOf(module: Module, name: string): Site<Value>[] {
	const writes = known.get(module.facts) ?? contextWrites(module.facts);
	known.set(module.facts, writes);
	return (writes.get(name) ?? []).flatMap(({ value }) => (value === undefined ? [] : [{ module, fact: value }]));
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
function isHandedOver({ functions }: ModuleFacts, place: Span): boolean {
	let owner: FunctionFacts | undefined;
	for (const each of functions) if (each.start <= place.start && place.end <= each.end && each.form !== 'arrow' && each.form !== 'module') owner = each;
	return owner?.form === 'function' && owner.passedTo !== undefined;
}

function importedBy({ facts, file }: Module, { project }: Walker): Module[] {
	return facts.sources.filter(source => source.startsWith('.')).flatMap(source => {
		const resolution = project.resolve(source, file);
		return resolution.kind === 'file' ? (project.load(resolution.file) ?? []) : [];
	});
}
