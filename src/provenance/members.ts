import type { Frame, Module, Site } from '../project/model.ts';
import type { Call, ClassFacts, ClassMember, FunctionFacts, Span, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { assignedTo } from './assigned-functions.ts';
import { constructorOf, instanceMembers } from './class-members.ts';
import { shownByClass } from './components.ts';
import { handingsOf } from './handed-functions.ts';
import { walkOption } from './handed-options.ts';
import { isMadeFunction } from './made-functions.ts';
import { walkFieldChanges } from './field-changes.ts';
import { walkExtended, walkFixture } from './fixtures.ts';
import { parametersOf, parametersOfAssigned } from './match.ts';
import type { Path, Root, Step } from './model.ts';
import { onReceiver, reached } from './roots.ts';
import type { Rows } from './rows.ts';
import { walkTable } from './tables.ts';
import { entered } from './frames.ts';
import { walkGiven } from './given-members.ts';
import { walkSettled } from './settled-values.ts';
import type { Ask } from './static-value.ts';
import { type Walker, at, functionAt, seenThrough, settled } from './walker.ts';

type Construction = Extract<Step, { kind: 'construct' }>;

/** A class used as a value: constructed, or asked for a static member. */
export function walkClass(walker: Walker, site: Site<number>, path: Path, from: Site<Value>): Root[] {
	const asked = settled(path);
	const [first, ...rest] = asked;
	if (first?.kind === 'construct') return walker.instance(site, rest, first);
	const shown = shownByClass(asked);
	if (shown !== undefined) return walker.instance(site, shown, { kind: 'construct', site: undefined });
	if (first?.kind !== 'property') return [{ kind: 'class', site, path: asked, at: from, conditions: [] }];

	const facts = site.module.facts.classes[site.fact];
	const members = (facts?.members ?? []).filter(member => member.static && member.name === first.name && member.kind !== 'setter');
	const roots = members.flatMap(member => walkMember(walker, at(member, site), facts, rest, undefined));
	if (roots.length > 0) return roots;
	const inherited = facts?.superClass;
	return inherited === undefined
		? [{ kind: 'class', site, path: asked, at: from, conditions: [] }]
		: walker.walk(at(inherited, seenThrough(site, undefined)), asked);
}

export function walkInstance(walker: Walker, site: Site<number>, path: Path, made: Construction): Root[] {
	const facts = site.module.facts.classes[site.fact];
	const asked = settled(path);
	const [first, ...rest] = asked;
	const span: Site<Value> = {
		module: site.module,
		fact: { kind: 'class', class: site.fact, start: facts?.start ?? 0, end: facts?.end ?? 0 },
		frame: site.frame,
	};
	const self: Root = { kind: 'instance', site, construction: made.site, path: asked, at: span, conditions: [] };
	if (facts !== undefined && first?.kind === 'parts') return allFields(walker, site, facts, path, made.site);
	if (facts === undefined || first?.kind !== 'property') return [self];

	const members = instanceMembers(facts, first.name);
	const receiver = made.site;
	const own = members
		.filter(member => member.kind !== 'type')
		.flatMap(member => walkMember(walker, at(member, site), facts, rest, receiver));
	const roots =
		facts.changes.length === 0
			? own
			: sortedBy(walker, site.module, facts, first.name, [...own, ...walkFieldChanges(walker, site, asked, receiver)]);
	const telling = roots.filter(root => root.kind !== 'unknown' && !isBlank(root));
	if (telling.length > 0) return telling;

	const typed = members
		.filter(member => member.kind === 'type')
		.flatMap(member => walker.walk({ module: site.module, fact: member.value }, rest));
	if (typed.length > 0) return typed;
	const given = walkGiven(walker, site, first.name, rest);
	if (given.length > 0) return given;
	if (roots.length > 0) return roots;
	if (facts.superClass === undefined) return [self];
	const inherited = walker.walk({ module: site.module, fact: facts.superClass }, [
		{ kind: 'construct', site: constructionAbove(site, made.site) },
		...asked,
	]);
	return rest.length > 0 ? inherited : inherited.map(root => ofHeir(root, made.site ?? instanceOf(site)));
}

/** All that an instance holds. */
function allFields(walker: Walker, site: Site<number>, facts: ClassFacts, path: Path, receiver: Site<Call> | undefined): Root[] {
	const fields = facts.members.filter(member => !member.static && (member.kind === 'field' || member.kind === 'assigned'));
	return [
		...fields.flatMap(member => walkMember(walker, at(member, site), facts, path, receiver)),
		...walkFieldChanges(walker, site, path, receiver),
	];
}

/** What a method puts in order, in place. */
function sortedBy(walker: Walker, module: Module, { changes }: ClassFacts, name: string, roots: readonly Root[]): Root[] {
	const sorted = changes.flatMap(each =>
		each.kind === 'method' && each.into.length === 1 && each.into[0] === name && walker.mutation(each.method) === 'sorts'
			? [{ module, fact: each.call }]
			: [],
	);
	return sorted.length === 0 ? [...roots] : roots.map(root => reached(root, { sorted: [...(root.sorted ?? []), ...sorted] }));
}

/** What constructs the part of an instance that it inherits: the call of `super` in the constructor of its class, and what constructs the instance where that has no constructor. */
function constructionAbove({ module, fact }: Site<number>, construction: Site<Call> | undefined): Site<Call> | undefined {
	const own = constructorOf(module, module.facts.classes[fact]);
	const call = own?.calls.find(({ callee }) => callee.kind === 'super');
	if (own === undefined || call === undefined || construction === undefined) return construction;
	const frame = entered({ module, fact: own }, construction, construction);
	return frame === undefined ? undefined : { module, fact: call, frame };
}

/** An inherited method is called on what inherits it, whose own methods it may ask for. */
function ofHeir(root: Root, heir: Site<Value>): Root {
	return root.kind === 'function' && root.path.length === 0 && root.receiver === undefined && root.site.frame === undefined
		? onReceiver(root, heir)
		: root;
}

const instances = new WeakMap<ClassFacts, Value>();

/** Some instance of a class, one and the same each time. */
function instanceOf({ module, fact }: Site<number>): Site<Value> {
	const facts = module.facts.classes[fact];
	const span: Span = { start: facts?.start ?? 0, end: facts?.end ?? 0 };
	const known = facts === undefined ? undefined : instances.get(facts);
	const value: Value = known ?? { kind: 'instance', of: { kind: 'class', class: fact, ...span }, ...span };
	if (facts !== undefined) instances.set(facts, value);
	return { module, fact: value };
}

/** `null` and `undefined` stand for a value that comes later. */
function isBlank(root: Root): boolean {
	return (
		root.kind === 'made' &&
		root.path.length > 0 &&
		root.site.fact.kind === 'literal' &&
		(root.site.fact.value === null || root.site.fact.value === undefined)
	);
}

function walkMember(
	walker: Walker,
	site: Site<ClassMember>,
	facts: ClassFacts | undefined,
	path: Path,
	receiver: Site<Call> | undefined,
): Root[] {
	const { fact: member, module } = site;
	if (member.kind !== 'getter')
		return walker.walk({ module, fact: member.value, frame: constructionFrame(module, facts, receiver) }, path);
	const getter = member.value.kind === 'function' ? functionAt(module, member.value.function) : undefined;
	if (getter === undefined) return [];
	// What made the instance stands for the call, which a getter has none of.
	return walker.results(
		{ module, fact: getter, frame: receiver === undefined ? undefined : entered({ module, fact: getter }, receiver, receiver) },
		path,
	);
}

/** Fields and methods are looked at through the construction, so that the constructor's parameters are its arguments. */
function constructionFrame(module: Module, facts: ClassFacts | undefined, construction: Site<Call> | undefined): Frame | undefined {
	const target = construction === undefined ? undefined : constructorOf(module, facts);
	return target === undefined || construction === undefined ? undefined : entered({ module, fact: target }, construction, construction);
}

/**
 * What a parameter is where no call of its function is looked at: what its annotation says, what the function's own place as an
 * argument says (`test(({ page }) => …)`, `users.map(user => …)`), or open.
 */
export function walkOpenParameter(
	walker: Walker,
	rows: Rows,
	site: Site<FunctionFacts>,
	index: number,
	path: Path,
	from: Site<Value>,
): Root[] {
	const parameter = site.fact.parameters[index];
	const handed = walkHandedOver(walker, rows, site, index, path, from);
	if (handed.length > 0) return handed;
	const typed = parameter?.type === undefined ? [] : walker.walk({ module: site.module, fact: parameter.type }, path);
	const standard = parameter?.default === undefined ? [] : walker.walk(at(parameter.default, seenThrough(site, undefined)), path);
	const telling = [...typed, ...standard].filter(root => root.kind !== 'unknown');
	return telling.length > 0 ? telling : [{ kind: 'parameter', site, index, path, at: from, conditions: [] }];
}

function walkHandedOver(walker: Walker, rows: Rows, site: Site<FunctionFacts>, index: number, path: Path, from: Site<Value>): Root[] {
	const { passedTo } = site.fact;
	const assigned = passedTo === undefined || passedTo.argument === 0 ? walkAssigned(walker, rows, site, index, path, from) : [];
	if (assigned.length > 0) return assigned;
	const { module } = site;
	if (passedTo !== undefined)
		return walkPassed(
			walker,
			rows,
			{ module, fact: passedTo.call, frame: site.frame?.function === site.fact ? site.frame.lexical : site.frame },
			{ argument: passedTo.argument, index, path, from },
		);
	const extended = index === 0 ? walkExtended(walker, rows, site, path, from) : [];
	const named = extended.length > 0 ? extended : walkOption(walker, rows, site, { index, path, from });
	return named.length > 0
		? named
		: handingsOf(site).flatMap(({ call, argument }) =>
				walkPassed(walker, rows, { module, fact: call }, { argument, index, path, from }),
			);
}

/** What of which parameter, of a function that stands at which argument of a call, is asked for where. */
interface Asked {
	readonly argument: number;
	readonly index: number;
	readonly path: Path;
	readonly from: Site<Value>;
}

/** What a call hands to a parameter of a function that it is given. */
function walkPassed(walker: Walker, rows: Rows, call: Site<Call>, asked: Asked): Root[] {
	const { argument, index, path, from } = asked;
	const { callee } = call.fact;
	const ask: Ask = (value, further = []) => walker.walk(value, further);
	const callees = walker.walk(at(callee, call), []);
	const fixture = walkFixture(walker, callees, index, path);
	if (fixture.length > 0) return fixture;
	const table = walkTable(walker, call, callees, index, path);
	if (table !== undefined) return table;
	const origins = callees.flatMap(root =>
		root.kind === 'origin' ? parametersOf(rows, ask, root.origin, call, { argument }, index, path) : [],
	);
	if (origins.length > 0) return origins.map((origin): Root => ({ kind: 'origin', origin, at: from, conditions: [] }));

	const known = callees.find(root => root.kind === 'function' && root.path.length === 0);
	if (known?.kind === 'function') return walkPassedOn(walker, rows, known.site, call, asked);

	if (callee.kind !== 'member' || typeof callee.property !== 'string') return [];
	// Promises of libraries hand each element of what they settle to a parameter of its own.
	if (callee.property === 'spread' && argument === 0)
		return walkSettled(walker, at(callee.object, call), [{ kind: 'position', index }, ...path]);
	const role = rows.methodCallback(callee.property, argument, index);
	if (role === undefined) return [];
	if (walker.settles(callee.property)) return walkSettled(walker, at(callee.object, call), path);
	return walker.walk(at(callee.object, call), role === 'element' ? [{ kind: 'element' }, ...path] : path);
}

/** `console.log = line => …`, `console.log = vi.fn(line => …)` */
function walkAssigned(walker: Walker, rows: Rows, site: Site<FunctionFacts>, index: number, path: Path, from: Site<Value>): Root[] {
	const assigned = assignedTo(site);
	if (
		assigned === undefined ||
		(assigned.made !== undefined && !walker.walk({ module: site.module, fact: assigned.made }, []).some(isMadeFunction))
	)
		return [];
	const ask: Ask = (asked, further = []) => walker.walk(asked, further);
	return walker.walk({ module: site.module, fact: assigned.target }, []).flatMap(root => {
		const origins = root.kind === 'origin' ? parametersOfAssigned(rows, ask, root.origin, index, path) : [];
		return origins.map((origin): Root => ({ kind: 'origin', origin, at: from, conditions: [] }));
	});
}

/** The project's function calls the parameter that it got, or hands it on: `withServer(server => …)` is given what `withServer` passes on, `onUnix('…', t => {})` what a runner does. */
function walkPassedOn(
	walker: Walker,
	rows: Rows,
	target: Site<FunctionFacts>,
	call: Site<Call>,
	{ argument, index, path, from }: Asked,
): Root[] {
	const binding = target.fact.parameters[argument]?.binding;
	const frame = entered(target, call, undefined);
	if (binding === undefined || frame === undefined) return [];
	const inner = functionsWithin(target.module.facts, target.fact);
	const isIt = (value: Value): boolean => value.kind === 'reference' && value.binding === binding;
	const calls = inner.flatMap(each => each.calls.filter(({ callee }) => isIt(callee)));
	if (calls.length === 0) {
		const handing = inner.flatMap(each => each.calls).find(({ args }) => args.some(isIt));
		return handing === undefined
			? []
			: walkPassed(
					walker,
					rows,
					{ module: target.module, fact: handing, frame },
					{ argument: handing.args.findIndex(isIt), index, path, from },
				);
	}
	return calls.flatMap(({ args }) => {
		const value = args[index];
		return value === undefined || value.kind === 'spread'
			? []
			: walker.walk({ module: target.module, fact: value, frame }, path).filter(root => root.kind !== 'unknown');
	});
}
