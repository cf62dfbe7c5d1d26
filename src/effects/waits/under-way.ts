import { isPromptGlobal, otherQueues, turnGlobals } from '../../knowledge/at-once.ts';
import { type ExportedPart, ExportedParts } from './exported-parts.ts';
import { globalObjects } from '../../knowledge/global-objects.ts';
import type { Module, Project, Site } from '../../project/model.ts';
import type { Binding, Call, Definition, FunctionFacts, PathStep, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { callsAnyMember, memberNameOf } from '../member-functions.ts';
import { MentionedNames } from '../mentioned-names.ts';
import { comesBefore, isTimer, lengthOf, setsAnother, standsInForTurn } from './shortest-timers.ts';
import { sourcesWithoutNames } from '../unnamed-sources.ts';
import { chainOf, valuesIn, valuesInside } from '../value-parts.ts';

/** What code may leave under way when it gives control away: nothing but microtasks, a turn of the event loop as well, or anything else. */
export type UnderWay = 'nothing' | 'turn' | 'more';

export interface UnderWayOptions {
	readonly project: Project;
	/** Values whose mention counts for nothing. */
	readonly isLeftOut: (value: Value, module: Module) => boolean;
	/** Milliseconds of the wait that is asked about; what is put off for very much longer is not what it waits for, and a timer that is set before it for less comes first. */
	readonly ms: number | undefined;
	/** Whether something else is loaded in the place of a module, or of its export of that name: what that is, those tell who put it there. */
	readonly isReplaced?: (source: string, from: Module, name?: string) => boolean;
}

/** Functions and modules that one answer may look through. */
const maxFunctions = 600;
const maxModules = 80;
/** How many times as long as the wait a timer takes that is not waited for. */
const far = 10;
/** Members of a variable that are told apart. */
const maxTaken = 3;

/**
 * What functions and calls may leave under way, found by names alone: who calls a function must mention it, or be handed it by who does, so everything counts
 * that the code mentions, and what that mentions in turn. Which of it really runs is not asked; what is not known may do anything.
 */
export function underWayAfter(options: UnderWayOptions, texts: readonly Site<FunctionFacts | Call>[]): UnderWay {
	return new Search(options).through(texts);
}

class Search {
	readonly #options: UnderWayOptions;
	readonly #seen = new Set<object>();
	/** Values that were looked at as a part of others. */
	readonly #handled = new Set<Value>();
	/** What has been taken from each variable. */
	readonly #taken = new Map<Binding, Set<string>>();
	readonly #modules = new Set<Module>();
	readonly #waiting: (() => void)[] = [];
	readonly #names = new MentionedNames(job => {
		this.#waiting.push(job);
	});
	/** The modules that set timers without a length. */
	readonly #shortest = new Set<Module>();
	readonly #exported: ExportedParts;
	/** The one timer that is set and is shorter than the wait. */
	#shorter: Call | undefined;
	#functions = 0;
	#found: UnderWay = 'nothing';

	constructor(options: UnderWayOptions) {
		this.#options = options;
		this.#exported = new ExportedParts(options.project);
	}

	through(texts: readonly Site<FunctionFacts | Call>[]): UnderWay {
		for (const { module, fact } of texts) {
			if ('kind' in fact) this.#text(module, fact);
			else this.#function(module, fact);
			this.#loaded(module);
		}
		for (let next = this.#waiting.shift(); next !== undefined && this.#found !== 'more'; next = this.#waiting.shift()) next();
		return this.#shorter !== undefined && this.#found !== 'nothing' ? 'more' : this.#found;
	}

	#note(found: 'turn' | 'more'): void {
		if (this.#found !== 'more') this.#found = found;
	}

	/** A function and those inside it, but for those that stand in a property whose name nobody has mentioned so far. */
	#function(module: Module, span: Span): void {
		let passed = -1;
		for (const fact of functionsWithin(module.facts, span)) {
			if (fact.end <= passed || this.#seen.has(fact)) continue;
			const name = fact.start === span.start && fact.end === span.end ? undefined : memberNameOf(module.facts, fact);
			if (name !== undefined && !this.#names.has(name)) {
				this.#names.await(name, () => this.#function(module, fact));
				passed = fact.end;
				continue;
			}
			this.#seen.add(fact);
			if (this.#functions++ > maxFunctions) this.#note('more');
			for (const { default: standard } of fact.parameters) if (standard !== undefined) this.#values(module, valuesInside(standard));
			this.#values(module, valuesIn(fact, module.facts));
			for (const { target } of fact.writes) this.#values(module, valuesInside(target));
		}
	}

	#text(module: Module, value: Value): void {
		if (this.#seen.has(value)) return;
		this.#seen.add(value);
		this.#values(module, valuesInside(value));
		this.#function(module, value);
	}

	/** Outer ones come before what stands inside them. */
	#values(module: Module, values: Iterable<Value>): void {
		for (const value of values) {
			if (this.#found === 'more') return;
			if (!this.#handled.has(value) && !this.#options.isLeftOut(value, module)) this.#value(module, value);
		}
	}

	#value(module: Module, value: Value): void {
		switch (value.kind) {
			case 'member': {
				const { root, path } = chainOf(value);
				this.#names.mention(path);
				for (let each: Value = value; each.kind === 'member'; each = each.object) this.#handled.add(each.object);
				this.#named(module, root, path);
				return;
			}
			case 'call':
				if (callsAnyMember(value)) this.#names.mentionAll();
				if (isTimer(value)) this.#timer(module, value);
				return;
			case 'operation':
				if (value.operator === 'typeof') for (const operand of valuesInside(value)) this.#handled.add(operand);
				return;
			case 'instance':
				for (const part of valuesInside(value.of)) this.#handled.add(part);
				return;
			case 'class':
				this.#class(module, value.class);
				return;
			case 'literal':
				if (typeof value.value === 'string') this.#names.mention(value.value.split('.'));
				return;
			default:
				this.#named(module, value, []);
		}
	}

	/**
	 * Without a length, what is put off comes before any timer that is set for later, unless what it does is put off in turn, and so does a timer that is shorter than
	 * the wait, unless it is only set a turn later; with a very long one, it comes after the wait.
	 */
	#timer(module: Module, timer: Call): void {
		const ms = lengthOf(timer, module.facts);
		const wait = this.#options.ms;
		const isFar = ms !== undefined && wait !== undefined && ms >= wait * far;
		const isShorter = wait !== undefined && comesBefore(timer, wait, module.facts);
		if (!isFar && !isShorter && timer.callee.kind === 'global' && timer.callee.name !== 'setTimeout') return;
		this.#handled.add(timer.callee);
		if (isFar) return;
		this.#shortest.add(module);
		const isLast = this.#shortest.size === 1 && !setsAnother(timer, module.facts);
		const isAlone = this.#shorter === undefined || this.#shorter === timer;
		if (isShorter && isLast && isAlone) this.#shorter = timer;
		else this.#note(ms === 0 && (standsInForTurn(module.facts) || isLast) ? 'turn' : 'more');
	}

	#class(module: Module, index: number): void {
		const { superClass, decorators = [], members = [] } = module.facts.classes[index] ?? {};
		for (const each of superClass === undefined ? decorators : [superClass, ...decorators]) this.#text(module, each);
		for (const { kind, value } of members) if (kind === 'field') this.#text(module, value);
	}

	/** A variable, a global or a module, and what is taken from it. */
	#named(module: Module, root: Value, path: readonly string[]): void {
		if (root.kind === 'reference') this.#variable(module, root.binding, path);
		else if (root.kind === 'global') this.#global(module, [root.name, ...path]);
		else if (root.kind === 'module') this.#parts(this.#exported.imported(module, root.source, '*', path));
	}

	#variable(module: Module, index: number, path: readonly string[]): void {
		const binding = module.facts.bindings[index];
		const owner = binding === undefined ? undefined : module.facts.functions[binding.function];
		for (const definition of binding?.definitions ?? []) if ('path' in definition) this.#names.mention(definition.path.map(nameOf));
		if (binding === undefined || owner === undefined || this.#seen.has(owner)) return;
		const taken = path.slice(0, maxTaken);
		const known = this.#taken.get(binding) ?? new Set<string>();
		this.#taken.set(binding, known);
		if (known.has(taken.join('.'))) return;
		known.add(taken.join('.'));
		if (this.#isOnlyDeclared(binding, module)) this.#note('more');
		for (const definition of binding.definitions) this.#waiting.push(() => this.#definition(module, definition, taken));
	}

	/** `declare function save(): void`; a function expression that mentions itself has no definition either. */
	#isOnlyDeclared({ definitions, kind, name }: Binding, { facts }: Module): boolean {
		if (definitions.length > 0 || (kind !== 'function' && kind !== 'const' && kind !== 'class' && kind !== 'import')) return false;
		return !facts.functions.some(each => each.name === name && this.#seen.has(each));
	}

	/** What methods are called on it with, elsewhere, is not what the code does. */
	#definition(module: Module, definition: Definition, path: readonly string[]): void {
		switch (definition.kind) {
			case 'import':
				if (this.#options.isReplaced?.(definition.source, module, definition.imported) === true)
					this.#names.mention([definition.imported, ...path]);
				else this.#parts(this.#exported.imported(module, definition.source, definition.imported, path));
				return;
			case 'parameter': {
				const owner = module.facts.functions[definition.function];
				if (owner === undefined || !this.#seen.has(owner)) this.#note('more');
				return;
			}
			case 'value':
				for (const { default: standard } of definition.path) if (standard !== undefined) this.#text(module, standard);
				this.#part(module, definition.value, [...definition.path.map(nameOf), ...path]);
				return;
			case 'method':
				return;
			default:
				this.#text(module, definition.value);
		}
	}

	/** What is taken from a value: of an object that is written down, the one entry. */
	#part(module: Module, value: Value, path: readonly string[]): void {
		const [first, ...rest] = path;
		if (first === '*' && value.kind === 'object') this.#names.mentionAll();
		const entry =
			value.kind === 'object' && first !== undefined
				? value.entries.find(each => each.kind === 'property' && each.key === first)
				: undefined;
		const { root, path: own } = chainOf(value);
		if (value.kind === 'await') this.#part(module, value.value, path);
		else if (entry !== undefined) this.#part(module, entry.value, rest);
		else if (root.kind === 'reference' || root.kind === 'global' || root.kind === 'module')
			this.#named(module, root, [...own, ...path]);
		else this.#text(module, value);
	}

	#global(module: Module, [name = '', ...path]: readonly string[]): void {
		const [member, ...rest] = path;
		if (globalObjects.has(name)) {
			if (member !== undefined) this.#global(module, path);
		} else if (name === 'exports' || (name === 'module' && member === 'exports')) {
			this.#parts(this.#exported.exported(module, '*', name === 'exports' ? path : rest));
		} else if (turnGlobals.has(name)) {
			this.#note(otherQueues.has(name) && this.#options.ms === 0 ? 'more' : 'turn');
		} else if (!isPromptGlobal(name, member)) {
			this.#note('more');
		}
	}

	#parts(parts: Iterable<ExportedPart>): void {
		for (const each of parts) {
			if (each.kind === 'module') this.#enter(each.module);
			else if (each.kind === 'part') this.#part(each.module, each.value, each.path);
			else this.#note('more');
		}
	}

	/** What a module brings in only for what it does. */
	#loaded(from: Module): void {
		for (const source of sourcesWithoutNames(from.facts)) {
			const module = this.#exported.moduleOf(source, from);
			if (module !== undefined) this.#enter(module);
		}
	}

	/** What a module does when it is loaded. */
	#enter(module: Module): void {
		if (this.#modules.has(module)) return;
		this.#modules.add(module);
		if (this.#modules.size > maxModules || /\.d\.[cm]?ts$/.test(module.file)) this.#note('more');
		for (const call of module.facts.functions[0]?.calls ?? []) if (call.usage === 'discarded') this.#text(module, call);
	}
}

function nameOf(step: PathStep): string {
	return step.kind === 'property' ? step.name : step.kind === 'position' ? String(step.index) : '*';
}
