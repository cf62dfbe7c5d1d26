import type { Frame, Site } from '../project/model.ts';
import type { Binding, Definition, FunctionFacts, Value } from '../syntax/facts.ts';
import { walkChange, walkLengthened } from './changes.ts';
import { conditionsAt, isRuledOutAt, under } from './choices.ts';
import { taken, walkDefaults } from './destructuring.ts';
import { lengtheningOf } from './lengthening.ts';
import { withoutMadeUp } from './made-up.ts';
import type { Path, Root } from './model.ts';
import { reached } from './roots.ts';
import { orSaid } from './said-types.ts';
import { walkParameter } from './walk-parameter.ts';
import { type Walker, at, frameOf, functionAt, settled, unknownRoot } from './walker.ts';

/** What a variable stands for: all that it is given, each as seen from where it is given. */
export function walkBinding(walker: Walker, index: number, path: Path, from: Site<Value>): Root[] {
	const binding = from.module.facts.bindings[index];
	if (binding === undefined || (binding.definitions.length === 0 && binding.kind !== 'catch')) return [unknownRoot(from)];
	const owner = functionAt(from.module, binding.function);
	const frame = owner === undefined ? undefined : (frameOf(owner, from.frame) ?? frameAround(at(owner, from)));

	const walk = (definition: Definition): Root[] => {
		const here = definition.kind === 'parameter' || definition.kind === 'import' ? from : writtenAt(definition.function, from, frame);
		return walkDefinition(walker, definition, path, here, from, binding);
	};
	const roots = givenBy(walker, binding, path, walk);
	const sorted = roots.some(mayBeList) ? walker.sortsOf(binding, from.module, path) : undefined;
	return sorted === undefined ? roots : roots.map(root => reached(root, { sorted: [...(root.sorted ?? []), ...sorted] }));
}

function givenBy(walker: Walker, binding: Binding, path: Path, walk: (definition: Definition) => Root[]): Root[] {
	const definitions = walker.definitions.of(binding, path);
	const [only] = definitions;
	if (only !== undefined && definitions.length === 1 && definitions === binding.definitions) return walk(only);
	const said = definitions.filter(each => !isAnnotation(each) && !isFilledLater(each, definitions, path));
	const values = said.length === definitions.length ? definitions : said;
	const given = values.flatMap(walk);
	return values === definitions ? given : orSaid(walker, given, () => definitions.flatMap(walk));
}

function mayBeList({ kind }: Root): boolean {
	return kind !== 'function' && kind !== 'class';
}

/** `let user: User`, `let user: User & Guest`: what it is given later says more than its type. */
function isAnnotation(definition: Definition): boolean {
	return definition.kind === 'value' && isType(definition.value);
}

function isType(value: Value): boolean {
	return value.kind === 'instance' || (value.kind === 'choice' && value.options.length > 0 && value.options.every(isType));
}

/** `let server = null`, `const context = {}`: what is put there later says what it is, or what its property is. */
function isFilledLater(definition: Definition, definitions: readonly Definition[], path: Path): boolean {
	const [first, second] = settled(path);
	if (first?.kind !== 'property') return false;
	const isPut = (each: Definition): boolean =>
		each !== definition && each.kind === 'member' && each.into[0] === first.name && !isNothing(each.value);
	if (definition.kind === 'member') return second !== undefined && isNothing(definition.value) && definitions.some(isPut);
	if (definition.kind !== 'value' || definition.path.length > 0) return false;
	if (isNothing(definition.value))
		return definitions.some(each => each !== definition && each.kind === 'value' && !isNothing(each.value));
	return holdsNothing(definition.value, first.name) && definitions.some(isPut);
}

/** Whether an object that is written there has no such property, or nothing in it. */
function holdsNothing(value: Value, name: string): boolean {
	return (
		value.kind === 'object' &&
		value.entries.every(
			entry => entry.kind === 'property' && typeof entry.key === 'string' && (entry.key !== name || isNothing(entry.value)),
		)
	);
}

function isNothing(value: Value): boolean {
	return value.kind === 'literal' && (value.value === null || value.value === undefined);
}

/** The frame of the function that a function is written in which nobody is seen to call: `define(name)` runs `test(name, () => …)`. */
function frameAround({ module, fact: { start, end }, frame }: Site<FunctionFacts>): Frame | undefined {
	let current = frame;
	while (current !== undefined && !(current.module === module && current.function.start < start && end < current.function.end))
		current = current.lexical;
	return current;
}

/** A definition written in a function that is not on the way is looked at on its own. */
function writtenAt(index: number, from: Site<Value>, owner: Frame | undefined): Site<Value> {
	const writer = functionAt(from.module, index);
	const frame = writer === undefined ? undefined : (frameOf(writer, from.frame) ?? owner);
	return { module: from.module, fact: from.fact, frame };
}

function walkDefinition(
	walker: Walker,
	definition: Definition,
	path: Path,
	here: Site<Value>,
	from: Site<Value>,
	binding: Binding,
): Root[] {
	switch (definition.kind) {
		case 'import':
			return walker.imported(definition.source, definition.imported, path, from);
		case 'value':
			return isRuledOutAt(walker, definition, here)
				? []
				: under(conditionsAt(definition.function, definition.region, here), walkGiven(walker, definition, path, here, binding));
		case 'iteration':
			return definition.of === 'key'
				? [unknownRoot(from)]
				: walker.walk(at(definition.value, here), [{ kind: 'element' }, ...taken(definition.path, path)]);
		case 'parameter':
			return walkParameter(walker, definition, path, from);
		case 'member':
		case 'method':
			return byWriter(
				walkChange(walker, definition, path, here, () =>
					binding.definitions.flatMap(each => (each.kind === 'value' && each.path.length === 0 ? [each.value] : [])),
				),
				definition.function,
				here,
				binding,
			);
	}
}

/** What a function adds that is not on the way: nobody sees there what it is called with. */
function byWriter(roots: Root[], index: number, here: Site<Value>, { function: owner }: Binding): Root[] {
	const writer = functionAt(here.module, index);
	return writer === undefined || index === owner || writer.parameters.length === 0 || frameOf(writer, here.frame)?.call !== undefined
		? roots
		: withoutMadeUp(roots, here.module, writer);
}

function walkGiven(
	walker: Walker,
	definition: Extract<Definition, { kind: 'value' }>,
	path: Path,
	here: Site<Value>,
	binding: Binding,
): Root[] {
	const roots = walkTaken(walker, definition, path, here);
	const lengthening = lengtheningOf(definition, binding, here.module.facts);
	return lengthening === undefined ? roots : walkLengthened(walker, lengthening, path, here, roots);
}

function walkTaken(
	walker: Walker,
	{ value, path: pattern }: Extract<Definition, { kind: 'value' }>,
	path: Path,
	here: Site<Value>,
): Root[] {
	const roots = walker.walk(at(value, here), taken(pattern, path));
	if (pattern.length === 0) return roots;
	return [...roots, ...walkDefaults(walker, pattern, path, here, steps => walker.walk(at(value, here), steps))];
}
