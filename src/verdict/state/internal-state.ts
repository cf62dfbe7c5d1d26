import { chainOf, partsOf } from '../../effects/value-parts.ts';
import { languageObjects } from '../../knowledge/global-objects.ts';
import { databaseKeys } from '../../knowledge/record-words.ts';
import type { Module, Site } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import { matchRows } from '../../provenance/match.ts';
import { at } from '../../provenance/walker.ts';
import type { ClassFacts, MemberValue, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/** State that a class or a component keeps for itself, and that a test looks at. */
export interface InternalState {
	readonly scope: Scope;
	readonly place: Span;
	/** As a reader would write it: `_queue`, `wrapper.state`. */
	readonly name: string;
	/** Whose it is: `Worker (src/worker.ts)`, or the package. */
	readonly owner: string;
	/** `class`: a member that a class of the project keeps private; `component`: what a library hands out of a component. */
	readonly kind: 'class' | 'component';
	/** A loop waits for it. */
	readonly polled: boolean;
}

/** Once for each assertion, and for each loop that waits. `text` is the linted file's. */
export function* internalState(models: Models, text: string): Iterable<InternalState> {
	const { sources } = models.module.facts;
	const packages = models.rows.packagesOf('internal');
	const support = sources.flatMap(source => supportAt(models, source));
	const forced = support.length > 0 || forcing.test(text) || /\.[cm]?jsx?$/.test(models.module.file);
	const looks: Looks = {
		models,
		inside: forced || /\._|\['_|\["_/.test(text),
		forced,
		rendered:
			sources.some(source => packages.has(source)) || support.some(({ facts }) => facts.sources.some(source => packages.has(source))),
	};
	if (!looks.inside && !looks.rendered) return;
	for (const scope of models.scopes) {
		for (const claim of models.assertionsIn(scope)) {
			if (claim.relation.startsWith('called') || claim.relation.startsWith('nth-called')) continue;
			const found = firstRead(looks, claim.actual);
			if (found !== undefined) yield { scope, place: claim.place, polled: false, ...found };
		}
		for (const wait of waitsIn(scope)) {
			const found = firstRead(looks, wait);
			if (found !== undefined) yield { scope, place: wait.fact, polled: true, ...found };
		}
	}
}

/** How TypeScript is told not to mind: a cast, a name in brackets, a comment. */
const forcing = /\bas any\b|\bas unknown\b|<any>|\[\s*['"`]|@ts-(?:ignore|expect-error|nocheck)/;

interface Looks {
	readonly models: Models;
	/** The file may reach into objects. */
	readonly inside: boolean;
	/** Members that only TypeScript hides may be reached. */
	readonly forced: boolean;
	/** Components may be rendered by a library that hands out their state. */
	readonly rendered: boolean;
}

/** The conditions of loops that wait in a test. */
function waitsIn({ body: { module, fact } }: Scope): Site<Value>[] {
	const inside = functionsWithin(module.facts, fact);
	return inside.flatMap(({ regions }) =>
		regions.flatMap(({ loop, test }) =>
			(loop?.form === 'while' || loop?.form === 'do-while') && test !== undefined ? [{ module, fact: test }] : [],
		),
	);
}

/** The first private thing in a value, variables of the test looked through once. */
function firstRead(looks: Looks, site: Site<Value>): Read | undefined {
	for (const value of [...subjectsIn(site.fact)].flatMap(each => [each, ...givenTo(each, site)])) {
		const found = readIn(looks, at(value, site));
		if (found !== undefined) return found;
	}
	return undefined;
}

/** A value and what it is told from; what a function of the project works with is not what it answers: `load(options._path)`. */
function* subjectsIn(value: Value): Iterable<Value> {
	yield value;
	const root = value.kind === 'call' ? chainOf(value.callee).root : undefined;
	const isLanguage = root?.kind === 'global' && languageObjects.has(root.name);
	for (const part of value.kind === 'call' && !isLanguage ? [value.callee] : partsOf(value)) yield* subjectsIn(part);
}

/** What a variable that is given a value once was given. */
function givenTo(value: Value, { module }: Site<Value>): readonly Value[] {
	const binding = value.kind === 'reference' ? module.facts.bindings[value.binding] : undefined;
	const [definition, ...others] = binding?.definitions.filter(({ kind }) => kind === 'value') ?? [];
	return definition?.kind !== 'value' || others.length > 0 || definition.function === 0 ? [] : [...subjectsIn(definition.value)];
}

/** A module of test support that the file imports: it may make assertions for it, and render. */
function supportAt({ project, module }: Models, source: string): readonly Module[] {
	const resolution = project.resolve(source, module.file);
	const target = resolution.kind === 'file' ? project.load(resolution.file) : undefined;
	return target !== undefined && isTestSupport(target) ? [target] : [];
}

type Read = Pick<InternalState, 'name' | 'owner' | 'kind'>;

function readIn(looks: Looks, value: Site<Value>): Read | undefined {
	if (value.fact.kind !== 'member' && value.fact.kind !== 'call') return undefined;
	const ofOwn = value.fact.kind === 'member' && looks.inside ? ofClass(looks, at(value.fact, value)) : undefined;
	return ofOwn ?? (looks.rendered ? ofComponent(looks.models, value) : undefined);
}

/** A member that a class of the project keeps private, by its modifier or its name. */
function ofClass({ models, forced }: Looks, { module, fact, frame }: Site<MemberValue>): Read | undefined {
	const { property } = fact;
	if (typeof property !== 'string' || databaseKeys.test(property)) return undefined;
	const isNamed = property.startsWith('_');
	if (!isNamed && !forced) return undefined;
	for (const root of models.provenance.roots({ module, fact: fact.object, frame })) {
		if ((root.kind !== 'instance' && root.kind !== 'class') || root.path.length > 0) continue;
		const owner = ownerOf(models, { module: root.site.module, fact: root.site.fact }, property);
		if (owner !== undefined) return { name: property, owner, kind: 'class' };
	}
	return undefined;
}

/** How far up ancestors are looked at. */
const maxAncestors = 4;

/** The class, itself or an ancestor, that keeps the member private; what tests make for themselves has nothing private. */
function ownerOf(models: Models, { module, fact }: Site<number>, name: string, depth = 0): string | undefined {
	const facts = module.facts.classes[fact];
	if (facts === undefined || depth > maxAncestors || module === models.module || isTestSupport(module) || isMachine(facts))
		return undefined;
	if (keeps(facts, name)) return `${facts.name ?? 'a class'} (${module.path})`;
	if (facts.superClass === undefined) return undefined;
	for (const root of models.provenance.roots({ module, fact: facts.superClass })) {
		if (root.kind === 'class' && root.path.length === 0)
			return ownerOf(models, { module: root.site.module, fact: root.site.fact }, name, depth + 1);
	}
	return undefined;
}

/** Whether a state machine is what is tested: its state is what it is for. */
function isMachine({ name }: ClassFacts): boolean {
	return name !== undefined && /(?:machine|fsm|automaton)$/i.test(name);
}

/** State, not behaviour: a method that is called is another matter. */
function keeps({ members, hidden }: ClassFacts, name: string): boolean {
	const own = members.filter(member => member.name === name);
	if (
		own.some(
			({ kind, value, decorators }) =>
				decorators.length > 0 || kind === 'method' || kind === 'setter' || (kind === 'field' && value.kind === 'function'),
		)
	)
		return false;
	return hidden.includes(name) || (name.startsWith('_') && own.some(({ kind }) => kind !== 'type'));
}

function ofComponent({ rows, provenance }: Models, value: Site<Value>): Read | undefined {
	const isState = value.fact.kind === 'call' ? value.fact.callee : value.fact;
	for (const origin of provenance.origins(value)) {
		const match = matchRows(rows, provenance.roots, origin).find(({ row }) => row.effect === 'internal');
		if (match !== undefined) return { name: chainOf(isState).path.join('.'), owner: origin.from, kind: 'component' };
	}
	return undefined;
}
