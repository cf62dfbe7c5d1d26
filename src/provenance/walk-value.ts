import type { Site } from '../project/model.ts';
import type { Call, FunctionFacts, MemberValue, Value } from '../syntax/facts.ts';
import { walkElement, walkInside, walkWrapped } from './components.ts';
import { walkHandedOut } from './containers.ts';
import { entered, isLarge } from './frames.ts';
import { asksHeirs, calledOn, takesReceiver } from './receivers.ts';
import { conditionsOf, under, walkChoice } from './choices.ts';
import { walkGlobal } from './globals.ts';
import { isRuledOut } from './handed.ts';
import { walkHook } from './hooks.ts';
import { knownByUse } from './known-by-use.ts';
import { walkMade } from './made.ts';
import { walkClass } from './members.ts';
import type { Path, Root, Step } from './model.ts';
import { walkObjectFunction } from './object-functions.ts';
import { walkConstructed } from './prototypes.ts';
import { namedEntries } from './named-entries.ts';
import { reached } from './roots.ts';
import { orSaid } from './said-types.ts';
import { walkChained, walkJoined } from './settled-values.ts';
import { anyCall } from './summary.ts';
import { functionOfThis, walkTestContext } from './test-context.ts';
import { walkBinding } from './walk-binding.ts';
import { type Walker, at, frameOf, functionAt, property, seenThrough, settled, unknownRoot } from './walker.ts';

/** One step of the walk from a value towards what it is. */
export function walkValue(walker: Walker, site: Site<Value>, path: Path): Root[] {
	const { fact: value } = site;
	switch (value.kind) {
		case 'reference':
			return knownByUse(walker, walkBinding(walker, value.binding, path, site), { binding: value.binding, path, from: site });
		case 'literal':
			return value.binding === undefined ? walkMade(walker, at(value, site), path) : walkBinding(walker, value.binding, path, site);
		case 'global':
			return walkGlobal(walker, value.name, path, site);
		case 'member':
			return walkMember(walker, at(value, site), path);
		case 'call':
			if (path.some(step => isOf(step, value, site))) return [];
			return walkCall(walker, at(value, site), path);
		case 'await':
			return walker.walk(at(value.value, site), path[0]?.kind === 'await' ? path : [{ kind: 'await' }, ...path]);
		case 'choice':
			return walkChoice(walker, at(value, site), path);
		case 'function':
			return walkFunction(walker, at(value.function, site), path, site);
		case 'class':
			return walkClass(walker, at(value.class, site), path, site);
		case 'instance':
			return walker.walk(at(value.of, site), [{ kind: 'construct', site: undefined }, ...path]);
		case 'this':
			return walkThis(walker, value.class, path, site);
		case 'super':
			return walkSuper(walker, value.class, path, site);
		case 'module':
			return walker.imported(value.source, '*', path, site);
		case 'spread':
			return path[0]?.kind === 'parts' && walker.walk(at(value.value, site), []).some(handsOutItself)
				? [unknownRoot(site)]
				: spread(walker.walk(at(value.value, site), path), path);
		case 'unknown':
			return [unknownRoot(site)];
		default:
			return walkMade(walker, at(value, site), path);
	}
}

function walkMember(walker: Walker, { fact, ...place }: Site<Extract<Value, { kind: 'member' }>>, path: Path): Root[] {
	const object = { fact: fact.object, ...place };
	const named = namedEntries(walker, fact, object);
	const steps = named ?? [memberStep(fact)];
	const roots = under(
		chosenBy(fact, object, named),
		steps.flatMap(step => walker.walk(object, [step, ...path])),
	);
	return path.length === 0 ? roots.map(root => calledOn(root, object)) : roots;
}

function walkCall(walker: Walker, site: Site<Call>, path: Path): Root[] {
	const chained = path[0]?.kind === 'await' ? (walkJoined(walker, site, path) ?? walkChained(walker, site, path)) : undefined;
	return (
		chained ??
		walkElement(walker, site, path) ??
		walkWrapped(walker, site, path) ??
		walkHook(walker, site, path) ??
		walkObjectFunction(walker, site, path) ??
		walkHandedOut(walker, site, path) ?? [
			...walker.walk(at(site.fact.callee, site), [callStep(site), ...path]),
			...walkInside(walker, site, path),
		]
	);
}

/** An object of a class of the project that has none above it: in a loop it gives what its own iterator does, and not what it holds. */
export function handsOutItself(root: Root): boolean {
	return root.kind === 'instance' && root.path.length === 0 && root.site.module.facts.classes[root.site.fact]?.superClass === undefined;
}

function spread(roots: Root[], [first]: Path): Root[] {
	return first?.kind === 'parts' ? roots.map(root => reached(root, { spread: true })) : roots;
}

/** What chooses an element of a list, an entry of an object or a letter of a text that is written down: `days[today.getDay()]`. */
function chosenBy({ object, property: name }: MemberValue, site: Site<Value>, named: readonly Step[] | undefined): Site<Value>[] {
	if (typeof name === 'string' || name.kind === 'literal') return [];
	if (named !== undefined) return named.length > 1 ? [at(name, site)] : [];
	const list = listOf(object, site);
	const isWritten = list?.kind === 'array' || list?.kind === 'object' || (list?.kind === 'literal' && typeof list.value === 'string');
	return isWritten ? [at(name, site)] : [];
}

/** A list, where it is written down: in a variable, or as an argument of the call that is looked at. */
function listOf(value: Value, { module, frame }: Site<Value>): Value | undefined {
	if (value.kind !== 'reference') return value;
	const [only, ...others] = module.facts.bindings[value.binding]?.definitions ?? [];
	// Whatever is called on a text leaves it as it is.
	const isText = only?.kind === 'value' && only.value.kind === 'literal' && only.value.value !== null;
	if (only === undefined || others.some(({ kind }) => !isText || kind !== 'method')) return undefined;
	if (only.kind === 'value') return only.path.length === 0 ? only.value : undefined;
	const owner = only.kind === 'parameter' && only.path.length === 0 && !only.rest ? functionAt(module, only.function) : undefined;
	const call = owner === undefined ? undefined : frameOf(owner, frame)?.call;
	const argument = only.kind === 'parameter' ? call?.fact.args[only.index] : undefined;
	return call === undefined || argument === undefined ? undefined : listOf(argument, at(argument, call));
}

function memberStep({ property: name }: MemberValue): Step {
	if (typeof name === 'string') return property(name);
	return name.kind === 'literal' && typeof name.value === 'number'
		? { kind: 'position', index: name.value }
		: { kind: 'position', index: undefined };
}

/** Whether a step is a call that is come to again: `rest = rest.slice(1)` gives no more than it was given before. */
function isOf(step: Step, call: Call, { frame }: Site<Value>): boolean {
	return (step.kind === 'call' || step.kind === 'construct') && step.site?.fact === call && step.site.frame === frame;
}

/** The step that a call adds to the path of its callee. */
export function callStep(site: Site<Call>): Step {
	return site.fact.form === 'new' ? { kind: 'construct', site } : { kind: 'call', site };
}

function walkFunction(walker: Walker, site: Site<number>, path: Path, from: Site<Value>): Root[] {
	const facts = functionAt(site.module, site.fact);
	if (facts === undefined) return [unknownRoot(from)];
	const asked = settled(path);
	const [first, second, ...rest] = asked;
	const target: Site<FunctionFacts> = { module: site.module, fact: facts, frame: site.frame };
	if (first?.kind === 'call') {
		const further = asked.slice(1);
		if (first.site === anyCall) return walker.results(seenThrough(target, undefined), further);
		const { callee } = first.site.fact;
		const receiver =
			callee.kind === 'member' && (takesReceiver(facts) || asksHeirs(target)) ? at(callee.object, first.site) : undefined;
		const roots =
			receiver !== undefined || walker.isWorthEntering(target, further)
				? enter(walker, target, first.site, receiver, further, from)
				: [unknownRoot(from)];
		const type = facts.declared?.type;
		return type === undefined || roots.length === 0
			? roots
			: orSaid(walker, roots, () => walker.walk(at(type, seenThrough(target, undefined)), further));
	}
	if (first?.kind === 'property' && first.name === 'bind' && second?.kind === 'call') return walkFunction(walker, site, rest, from);
	const member = first?.kind === 'construct' ? walkConstructed(walker, target, first, asked.slice(1)) : undefined;
	return member ?? [{ kind: 'function', site: target, receiver: undefined, path: asked, at: from, conditions: [] }];
}

/** Looks at a function's result through one call of it; at that of a large one on its own, whatever it is called with. */
function enter(
	walker: Walker,
	target: Site<FunctionFacts>,
	call: Site<Call>,
	receiver: Site<Value> | undefined,
	path: Path,
	from: Site<Value>,
): Root[] {
	if (isLarge(target))
		return walker.isWorthEntering(target, path) ? walker.results(seenThrough(target, undefined), path) : [unknownRoot(from)];
	const frame = entered(target, call, receiver);
	return frame === undefined ? [unknownRoot(from)] : walker.results(seenThrough(target, frame), path);
}

export function walkResults(walker: Walker, site: Site<FunctionFacts>, path: Path): Root[] {
	const { returns, generator } = site.fact;
	if (generator) return [];
	const [only] = returns;
	if (only !== undefined && returns.length === 1) return under(conditionsOf(site, only.region), walker.walk(at(only.value, site), path));
	return returns.flatMap(({ value, region }) =>
		isRuledOut(walker, site, region) ? [] : under(conditionsOf(site, region), walker.walk(at(value, site), path)),
	);
}

function walkThis(walker: Walker, index: number | undefined, path: Path, from: Site<Value>): Root[] {
	let frame = from.frame;
	while (frame !== undefined && frame.receiver === undefined) frame = frame.lexical;
	if (frame?.receiver !== undefined) return walker.walk(frame.receiver, path);
	if (index === undefined) return walkTestContext(walker, path, from) ?? walkDeclaredThis(walker, path, from);
	return walker.instance(at(index, seenThrough(from, undefined)), path, { kind: 'construct', site: undefined });
}

/** What the function around says that its `this` is: `async function (this: World) {}`. */
function walkDeclaredThis(walker: Walker, path: Path, from: Site<Value>): Root[] {
	const self = functionOfThis(from.module.facts, from.fact)?.self;
	return self === undefined ? [unknownRoot(from)] : walker.walk(at(self, seenThrough(from, undefined)), path);
}

function walkSuper(walker: Walker, index: number | undefined, path: Path, from: Site<Value>): Root[] {
	const superClass = index === undefined ? undefined : from.module.facts.classes[index]?.superClass;
	if (superClass === undefined) return [unknownRoot(from)];
	const [first, ...rest] = path;
	// `super(…)` makes the same instance, with arguments of its own.
	if (first?.kind === 'call')
		return walker.walk({ module: from.module, fact: superClass }, [
			{ kind: 'construct', site: first.site === anyCall ? undefined : first.site },
			...rest,
		]);
	return walker.walk({ module: from.module, fact: superClass }, [{ kind: 'construct', site: undefined }, ...path]);
}
