import type { Site } from '../project/model.ts';
import type { Call, Definition, FunctionFacts, Value } from '../syntax/facts.ts';
import { taken, walkDefaults } from './destructuring.ts';
import type { Path, Root, Step } from './model.ts';
import { orSaid } from './said-types.ts';
import { type Walker, at, frameOf, functionAt, seenThrough, unknownRoot } from './walker.ts';

/** What a parameter is: the argument of the call that is looked at, its default where nothing is handed over, or open where nobody is known to call. */
export function walkParameter(
	walker: Walker,
	definition: Extract<Definition, { kind: 'parameter' }>,
	path: Path,
	from: Site<Value>,
): Root[] {
	const target = functionAt(from.module, definition.function);
	if (target === undefined) return [unknownRoot(from)];
	const asked = taken(definition.path, path);
	const frame = frameOf(target, from.frame);
	const call = frame?.call;
	const here: Site<FunctionFacts> = { module: from.module, fact: target, frame: frame ?? from.frame };
	const walk = (steps: Path): Root[] =>
		call === undefined ? walker.open(here, definition.index, steps, from) : walkArgument(walker, call, definition, here, steps, from);
	const defaults = walkDefaults(walker, definition.path, path, seenThrough(from, frame), walk);
	return defaults.length === 0 ? walk(asked) : [...walk(asked).filter(root => !isLeftOut(root)), ...defaults];
}

function walkArgument(
	walker: Walker,
	call: Site<Call>,
	{ index, rest }: { readonly index: number; readonly rest: boolean },
	target: Site<FunctionFacts>,
	asked: Path,
	from: Site<Value>,
): Root[] {
	const { args } = call.fact;
	if (args.slice(0, index + 1).some(argument => argument.kind === 'spread')) return [unknownRoot(from)];
	if (rest) {
		const [first, ...further] = asked;
		const picked =
			first?.kind === 'position' && first.index !== undefined
				? args.slice(index + first.index, index + first.index + 1)
				: args.slice(index);
		return picked.flatMap(argument =>
			walker.walk(at(argument, call), first?.kind === 'position' || first?.kind === 'element' ? further : asked),
		);
	}

	const parameter = target.fact.parameters[index];
	const argument = args[index];
	if (argument === undefined || (argument.kind === 'literal' && argument.value === undefined)) {
		// What is left out is nothing, whatever its annotation says.
		return parameter?.default === undefined ? [] : walker.walk(at(parameter.default, target), asked);
	}
	const roots = walker.walk(at(argument, call), asked);
	const type = parameter?.type;
	if (type === undefined || roots.length === 0) return roots;
	return orSaid(walker, roots, () => (isWithout(argument, asked[0]) ? [] : walker.walk(at(type, seenThrough(target, undefined)), asked)));
}

/** Whether an object that is written there has no such property. */
function isWithout(value: Value, step: Step | undefined): boolean {
	return (
		value.kind === 'object' &&
		step?.kind === 'property' &&
		value.entries.every(entry => entry.kind === 'property' && typeof entry.key === 'string' && entry.key !== step.name)
	);
}

/** A property that the object at hand does not have, so that its default counts: `{ port = 80 } = {}`. */
function isLeftOut(root: Root): boolean {
	return root.kind === 'made' && isWithout(root.site.fact, root.path[0]);
}
