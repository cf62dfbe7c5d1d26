import type { Assertion } from '../../assertions/model.ts';
import { regionsAround } from '../../effects/loops.ts';
import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import type { Path } from '../../provenance/model.ts';
import { at, functionAt, settled } from '../../provenance/walker.ts';
import type { Binding, Call, Definition, FunctionFacts, Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/** What stands at the place that is looked at, and what is still asked of it. */
export interface OwnWrite {
	readonly value: Site<Value>;
	readonly path: Path;
}

type Written = Extract<Definition, { kind: 'member' }>;
type Given = Extract<Definition, { kind: 'value' }>;

/**
 * What the test itself has put into the place that an assertion looks at, whatever stood there: `note.at = 5; expect(note.at)`. Undefined where it
 * has not, or where other code gets hold of the object in between and may write to it again.
 */
export function ownWrite(models: Models, { actual, site }: Assertion, path: Path): OwnWrite | undefined {
	const { root, path: names } = chainOf(actual.fact);
	const binding = root.kind === 'reference' ? actual.module.facts.bindings[root.binding] : undefined;
	const claim = site.fact.kind === 'call' && site.module === actual.module ? site.fact : undefined;
	const owner = claim === undefined ? undefined : functionAt(actual.module, claim.function);
	if (binding === undefined || root.kind !== 'reference' || claim === undefined || owner === undefined) return undefined;
	const asked = [...names, ...namesOf(settled(path))];
	const last = binding.definitions
		.filter((each): each is Written => each.kind === 'member' && meets(each, asked))
		.findLast(each => isBefore(each, { claim, owner, binding, module: actual.module }));
	if (
		last === undefined ||
		last.into.length > asked.length ||
		isHandedOver(models, { last, claim, binding: root.binding, module: actual.module })
	)
		return undefined;
	return { value: at(last.value, actual), path: settled(path).slice(Math.max(0, last.into.length - names.length)) };
}

/** The names that a path begins with. */
function namesOf(path: Path): string[] {
	const end = path.findIndex(({ kind }) => kind !== 'property' && kind !== 'position');
	return path
		.slice(0, end === -1 ? path.length : end)
		.map(step => (step.kind === 'property' ? step.name : step.kind === 'position' ? String(step.index ?? '*') : '*'));
}

function meets({ into }: Written, asked: readonly string[]): boolean {
	return into.length > 0 && into.every((name, index) => index >= asked.length || name === asked[index]);
}

interface Around {
	readonly claim: Call;
	readonly owner: FunctionFacts;
	readonly binding: Binding;
	readonly module: Assertion['actual']['module'];
}

/** Whether a write is always made between the last time that the variable got its value and the assertion. */
function isBefore(write: Written, { claim, owner, binding, module }: Around): boolean {
	const given = binding.definitions.filter(
		(each): each is Given =>
			each.kind === 'value' && each.value.kind !== 'instance' && !(each.value.kind === 'literal' && each.value.value === undefined),
	);
	if (binding.definitions.some(({ kind }) => kind === 'parameter' || kind === 'iteration')) return false;
	const isHere = functionAt(module, write.function) === owner;
	if (!isHere)
		return (
			given.length > 0 &&
			given.every(each => each.function === write.function && each.region === write.region && each.start < write.start)
		);
	const around = regionsAround(owner, claim.region);
	const isAlways = write.region === undefined || around.some(region => region === owner.regions[write.region ?? -1]);
	return isAlways && write.start < claim.start && !given.some(each => each.function === write.function && each.start > write.start);
}

interface Between {
	readonly last: Written;
	readonly claim: Call;
	readonly binding: number;
	readonly module: Assertion['actual']['module'];
}

/** Whether the object is handed to a call, or asked to do something, between a write and an assertion. */
function isHandedOver(models: Models, { last, claim, binding, module }: Between): boolean {
	const [from, to] = last.function === claim.function ? [last.start, claim.start] : [0, Number.POSITIVE_INFINITY];
	const facts = [...new Set([last.function, claim.function])].flatMap(index => functionAt(module, index) ?? []);
	const claims = facts.flatMap(fact => models.assertions.in({ module, fact })).map(each => each.site.fact);
	return facts.some(({ calls }) =>
		calls.some(
			call =>
				call.start > from &&
				call.start < to &&
				getsHold(call, binding) &&
				!claims.some(each => each.start <= call.start && call.end <= each.end),
		),
	);
}

function getsHold({ callee, args }: Call, binding: number): boolean {
	const isIt = (value: Value): boolean => value.kind === 'reference' && value.binding === binding;
	const receiver = callee.kind === 'member' ? chainOf(callee.object).root : undefined;
	return (
		(receiver !== undefined && isIt(receiver)) ||
		args.some(
			argument => isIt(argument) || (argument.kind !== 'member' && argument.kind !== 'call' && valuesInside(argument).some(isIt)),
		)
	);
}
