import type { Site } from '../project/model.ts';
import type { Binding, Call, Definition, MemberValue, ModuleFacts, Span, Value } from '../syntax/facts.ts';
import type { Path } from './model.ts';
import { property } from './walker.ts';

/** An assignment that gives a variable what it held, and more behind that. */
export interface Lengthening {
	/** What `push` would be called with: the same one for the same assignment. */
	readonly call: Call;
	/** The function that it stands in. */
	readonly writer: number;
	/** What grows is a text. */
	readonly joined: boolean;
}

type Given = Extract<Definition, { readonly kind: 'value' }>;

const known = new WeakMap<Given, Lengthening | 'none'>();

/** `names = [...names, name]`, `names = names.concat(name)`, `text += name` of a variable that began as a text. */
export function lengtheningOf(definition: Given, binding: Binding, facts: ModuleFacts): Lengthening | undefined {
	if (definition.path.length > 0 || binding.definitions.length < 2) return undefined;
	const found = known.get(definition) ?? readLengthening(definition, binding, facts) ?? 'none';
	known.set(definition, found);
	return found === 'none' ? undefined : found;
}

function readLengthening({ value, function: writer, region }: Given, binding: Binding, { bindings }: ModuleFacts): Lengthening | undefined {
	const isItself = (each: Value): boolean => each.kind === 'reference' && bindings[each.binding] === binding;
	const given = (args: readonly Value[], held: Value | undefined, joined: boolean): Lengthening | undefined =>
		held === undefined || args.length === 0 ? undefined : { call: added(value, held, args, { writer, region }), writer, joined };
	if (value.kind === 'array') {
		const held = value.elements.find(each => each.kind === 'spread' && isItself(each.value));
		return given(
			value.elements.filter(each => each !== held),
			held?.kind === 'spread' ? held.value : undefined,
			false,
		);
	}
	if (value.kind === 'call') {
		const { callee, args } = value;
		const isConcat = callee.kind === 'member' && callee.property === 'concat' && isItself(callee.object);
		return isConcat ? given(args, callee.object, false) : undefined;
	}
	if (value.kind !== 'operation' || value.operator !== '+' || !binding.definitions.some(isText)) return undefined;
	return given(
		value.operands.filter(each => !isItself(each)),
		value.operands.find(isItself),
		true,
	);
}

function isText(definition: Definition): boolean {
	return definition.kind === 'value' && definition.value.kind === 'literal' && typeof definition.value.value === 'string';
}

function added(
	{ start, end }: Span,
	held: Value,
	args: readonly Value[],
	{ writer, region }: { readonly writer: number; readonly region: number | undefined },
): Call {
	const callee: MemberValue = { kind: 'member', object: held, property: 'push', start, end };
	return { kind: 'call', form: 'call', callee, args, usage: 'discarded', outer: undefined, function: writer, region, start, end };
}

/** The steps that make one text of a list. */
export function joining(site: Site<Call>): Path {
	return [property('join'), { kind: 'call', site }];
}
