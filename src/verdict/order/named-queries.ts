import { rowsOfCall } from '../../effects/knowing.ts';
import { callsBehind } from '../../effects/stores/made-records.ts';
import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import { overOnReturn, recorders } from '../../knowledge/schedules.ts';
import { ordering } from '../../knowledge/store-words.ts';
import type { Site } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import type { Root } from '../../provenance/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { soleGiving } from '../../syntax/definitions.ts';
import type { Call, ModuleFacts, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { bodiesOf } from './side-by-side.ts';
import { isSortedLater, isSorting, lists, listsThing, nameOf } from './named-records.ts';
import { areOfOneKind, saidListed, saidMade, wordsSaid } from './said-names.ts';

/** An assertion that counts on the order in which a method gives what the test has made, as the names of the methods tell. */
export interface NamedQuery {
	readonly claim: Claim;
	readonly maker: string;
	readonly lister: string;
}

/** `await api.insertNotes([a, b]); const found = await api.fetchNotes(); expect(found[0].text)…; expect(found[1].text)…`: of several the first. */
export function* namedQueries(models: Models, scope: Scope): Iterable<NamedQuery> {
	const read = models.assertionsIn(scope).flatMap(claim => readingOf(models, claim) ?? []);
	for (const lister of new Set(read.map(each => each.lister.fact))) {
		const own = read.filter(each => each.lister.fact === lister);
		const [first] = own;
		const maker = first === undefined || !countsOnOrder(own) ? undefined : makerBefore(models, scope, first.lister);
		if (first !== undefined && maker !== undefined) yield { claim: first.claim, maker, lister: saidListed(first.lister) ?? '' };
	}
}

interface Reading {
	readonly claim: Claim;
	readonly lister: Site<Call>;
	/** The element that is looked at, where it is one. */
	readonly position: number | undefined;
}

function readingOf(models: Models, claim: Claim): Reading | undefined {
	const { actual, expected, negated, retried } = claim;
	if (negated || retried || actual.module !== models.module) return undefined;
	const position = positionIn(actual);
	const isList =
		claim.relation === 'deep-equal' && expected?.fact.kind === 'array' && new Set(expected.fact.elements.map(written)).size > 1;
	const calls = callsBehind(actual);
	if (
		(position === undefined && !isList) ||
		calls.some(call => isSorting(call) || call.fact.args.some(argument => namesOrder(argument, call.module.facts))) ||
		isSortedLater(actual)
	)
		return undefined;
	const lister = calls.find(call => isLister(models, call));
	return lister === undefined ? undefined : { claim, lister, position };
}

/** A value without the places where its parts stand: two that are written alike are the same. */
function written(value: Value): string {
	return JSON.stringify(value, (key, part: unknown) => {
		if (['start', 'end', 'outer', 'function', 'region'].includes(key)) return undefined;
		return typeof part === 'bigint' ? `${part}n` : part;
	});
}

/** `new Sort('text')`, `{ order: 'text' }`, wherever an argument or a variable that it names holds it. */
function namesOrder(argument: Value, facts: ModuleFacts, depth = 3): boolean {
	return valuesInside(argument).some(value => {
		if (value.kind === 'object')
			return value.entries.some(
				entry =>
					entry.kind === 'property' &&
					((typeof entry.key === 'string' && ordering.test(entry.key)) || namesOrder(entry.value, facts, depth - 1)),
			);
		if (value.kind === 'call')
			return (
				chainOf(value.callee).path.some(name => ordering.test(name)) ||
				namesOrder(value.callee, facts, depth - 1) ||
				(depth > 0 && value.args.some(each => namesOrder(each, facts, depth - 1)))
			);
		if (value.kind === 'global') return ordering.test(value.name);
		const binding = value.kind === 'reference' ? facts.bindings[value.binding] : undefined;
		if (binding === undefined) return false;
		return (
			ordering.test(binding.name) ||
			(depth > 0 && binding.definitions.some(each => each.kind === 'value' && namesOrder(each.value, facts, depth - 1)))
		);
	});
}

/** Whether a test looks at two places of the list, or compares all of it, and does not say the same of each. */
function countsOnOrder(read: readonly Reading[]): boolean {
	if (read.some(({ position }) => position === undefined)) return true;
	const said = new Set(
		read.map(({ claim: { expected } }) => (expected?.fact.kind === 'literal' ? String(expected.fact.value) : expected)),
	);
	return new Set(read.map(({ position }) => position)).size > 1 && said.size > 1;
}

/** `1` of `found.notes[1].text`, and of a variable that holds that. */
function positionIn({ fact, module }: Site<Value>, depth = 0): number | undefined {
	if (depth > 8) return undefined;
	if (fact.kind === 'reference') {
		const only = soleGiving(module.facts, fact);
		if (only?.kind !== 'value') return undefined;
		const [step] = only.path;
		return step?.kind === 'position' ? step.index : positionIn({ fact: only.value, module, frame: undefined }, depth + 1);
	}
	if (fact.kind !== 'member') return undefined;
	const { property } = fact;
	const index =
		typeof property === 'string'
			? /^\d+$/.test(property)
				? Number(property)
				: undefined
			: property.kind === 'literal' && typeof property.value === 'number'
				? property.value
				: undefined;
	return index ?? positionIn({ fact: fact.object, module, frame: undefined }, depth + 1);
}

/** Whether a call is awaited, asks for all that there are, and nothing more is known of it. */
function isLister(models: Models, call: Site<Call>): boolean {
	const isAwaited =
		call.fact.usage === 'awaited' ||
		(call.fact.usage === 'receiver' && call.fact.outer?.usage === 'awaited' && nameOf(at(call.fact.outer, call)) === 'then');
	if (!isAwaited || call.fact.form !== 'call' || call.fact.callee.kind !== 'member' || saidListed(call) === undefined) return false;
	return isOpen(models, call) && ![...call.fact.args].flatMap(valuesInside).some(value => value.kind === 'function');
}

/** How many functions of the project a call is followed through. */
const maxDepth = 3;

/** Whether nothing is known of what is called, or of what a function of the project hands it on to: no row tells, and nothing of the test's own stands there. */
function isOpen(models: Models, call: Site<Call>, depth = maxDepth): boolean {
	if (rowsOfCall(models, call).length > 0) return false;
	const roots = models.provenance.roots(at(call.fact.callee, call));
	if (roots.every(root => isUnseen(root) || isOfProgram(models, root))) return true;
	if (depth === 0 || !roots.every(root => root.kind === 'function' && root.path.length === 0 && root.site.module !== models.module))
		return false;
	return bodiesOf(models, call).some(body =>
		functionsWithin(body.module.facts, body.fact)
			.flatMap(({ calls }) => calls)
			.some(inner => inner.callee.kind === 'member' && inner.form === 'call' && isOpen(models, at(inner, body), depth - 1)),
	);
}

/** Something of an object or a list that the program makes, as far as nobody can see what. */
function isOfProgram({ module }: Models, root: Root): boolean {
	return (
		root.kind === 'made' &&
		root.path.length > 0 &&
		(root.site.fact.kind === 'object' || root.site.fact.kind === 'array') &&
		root.site.module !== module &&
		!isTestSupport(root.site.module)
	);
}

function isUnseen(root: Root): boolean {
	if (root.kind === 'origin')
		return root.origin.from !== 'global' && !overOnReturn.test(root.origin.from) && !recorders.test(root.origin.from);
	return root.kind === 'unknown' || root.kind === 'parameter' || (root.kind === 'function' && root.path.length > 0);
}

/** What the test, or a hook before it, has made where a method lists: several, or a list of them. */
function makerBefore(models: Models, scope: Scope, lister: Site<Call>): string | undefined {
	const bodies = [
		scope.body,
		...('hooks' in scope ? scope.hooks.filter(({ phase }) => phase.startsWith('before')).map(({ body }) => body) : []),
	].filter(({ module }) => module === models.module);
	const calls = bodies.flatMap(body =>
		functionsWithin(body.module.facts, body.fact).flatMap(each => each.calls.map(call => at(call, body))),
	);
	const listed = saidListed(lister) ?? '';
	const makers = calls.filter(call => {
		const made = call.fact.start < lister.fact.start ? saidMade(call) : undefined;
		return made !== undefined && isOpen(models, call) && isMadeFor(models, { call, made, lister, listed });
	});
	const several =
		makers.find(({ fact: { args } }) => args.some(argument => argument.kind === 'array' && argument.elements.length > 1)) ??
		(makers.length > 1 ? makers[0] : undefined);
	return several === undefined ? undefined : saidMade(several);
}

interface Pair {
	readonly call: Site<Call>;
	/** The name that says what it makes. */
	readonly made: string;
	readonly lister: Site<Call>;
	/** The name that says what that gives. */
	readonly listed: string;
}

/** Whether a call makes what the other gives, as far as names tell. */
function isMadeFor(models: Models, { call, made, lister, listed }: Pair): boolean {
	if (!areOfOneKind(made, listed)) return false;
	return isOfOneThing(models, call, lister) || lists(models, lister, call) || listsThing(wordsSaid(listed), wordsSaid(made));
}

/** `shop.notes.insert(…)` and `shop.query.fetchNotes()`, of one table where both name one. */
function isOfOneThing({ provenance }: Models, one: Site<Call>, other: Site<Call>): boolean {
	const [root, itsRoot] = [one, other].map(({ fact: { callee } }) => chainOf(callee).root);
	if (root?.kind !== 'reference' || itsRoot?.kind !== 'reference' || root.binding !== itsRoot.binding) return false;
	const [table, its] = [one, other].map(call =>
		call.fact.args[0] === undefined ? undefined : staticValue(provenance.roots, at(call.fact.args[0], call)),
	);
	return table === undefined || its === undefined || table === its;
}
