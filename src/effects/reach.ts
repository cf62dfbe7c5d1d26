import { routing } from '../knowledge/page-words.ts';
import type { ApiRow } from '../knowledge/row.ts';
import type { Module, Site } from '../project/model.ts';
import { constructorOf } from '../provenance/class-members.ts';
import type { Root } from '../provenance/model.ts';
import { takesReceiver } from '../provenance/receivers.ts';
import { at, property } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value, Write } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { commandsRunBy } from './added-commands.ts';
import { calledBodies } from './called-bodies.ts';
import { mayListen } from './waits/listening.ts';
import { isNamedServer } from './named-servers.ts';
import { namedWait } from './named-waits.ts';
import { type Knowing, effectsOfCall, rowsOfCall } from './knowing.ts';

/** What a function may do, itself or through others, whoever calls it. */
export type Doing = 'wait' | 'timer' | 'deadline' | 'store' | 'shared-write' | 'take' | 'empty' | 'request' | 'expensive' | 'event';

/** The effects of rows that are each doing. */
const effectsOf: Readonly<Record<Doing, readonly ApiRow['effect'][]>> = {
	wait: ['sleep', 'timer'],
	timer: ['timer'],
	deadline: ['timer', 'deadline'],
	store: ['store'],
	'shared-write': ['shared-write'],
	take: ['take'],
	empty: ['empty'],
	request: ['request'],
	expensive: ['expensive'],
	event: ['ui-action', 'ui-wait', 'event-wait'],
};

/** What is known of a function that nobody is known to call. */
interface Told {
	readonly does: Set<Doing>;
	/** The names of methods that it calls on what it is handed. */
	readonly methods: Set<string>;
	/** The same of what the functions around it are handed. */
	readonly outer: Set<string>;
	/** Packages whose values it hands to functions of the project. */
	readonly packages: Set<string>;
	/** It calls what it is handed. */
	calls: boolean;
}

/** What a function and those inside it do themselves, and the functions that they call. */
interface Direct {
	readonly told: Told;
	readonly callees: readonly Site<FunctionFacts>[];
}

/** What is asked of something that is handed over. */
interface Asked {
	readonly told: Told;
	readonly doing: Doing;
	/** One of the methods has a name that APIs of the doing have. */
	readonly named: boolean;
}

/** Functions that one answer is looked for in, and how deep. What lies beyond is taken to do nothing. */
const maxFunctions = 120;
const maxDepth = 5;
/** Functions handed to functions that are handed to functions. */
const maxHanded = 3;

/** Methods of one object that call each other. */
const maxOnReceiver = 20;

/** Whether it is worth entering a function to look for waits or deeds. Answers are kept for the linted file. */
export class Reach {
	readonly #knowing: Knowing;
	readonly #answers = new Map<FunctionFacts, Told>();
	readonly #direct = new Map<FunctionFacts, Direct>();

	constructor(knowing: Knowing) {
		this.#knowing = knowing;
	}

	/** Whether a function may do something through one call of it: itself, or with what the call hands over or is made on. */
	may(site: Site<FunctionFacts>, doing: Doing, call: Site<Call>, receiver: Site<Value> | undefined): boolean {
		const told = this.#toldOf(site);
		if (told.does.has(doing)) return true;
		if (this.#isNamed(told.outer, doing)) return true;
		if (receiver !== undefined && this.#onReceiver(site, receiver).some(each => this.#toldOf(each).does.has(doing))) return true;
		if (!told.calls && told.methods.size === 0) return false;
		const named = this.#isNamed(told.methods, doing);
		if (named && [...told.packages].some(name => this.#isOf(name, doing))) return true;
		return call.fact.args.some(argument => this.#mayHand(at(argument, call), { told, doing, named }, 0));
	}

	/** Whether one of the methods is called as an API of the doing is. */
	#isNamed(methods: ReadonlySet<string>, doing: Doing): boolean {
		for (const effect of effectsOf[doing]) for (const name of methods) if (this.#knowing.rows.mayEnd(effect, name)) return true;
		return false;
	}

	/** Whether a package has an API of the doing. */
	#isOf(name: string, doing: Doing): boolean {
		return effectsOf[doing].some(effect => this.#knowing.rows.packagesOf(effect).has(name));
	}

	/** Whether what is handed over may do it when it is called, or when one of the methods is called on it. */
	#mayHand(site: Site<Value>, asked: Asked, depth: number): boolean {
		const { told, doing, named } = asked;
		if (!canHold(site.fact) || depth > maxHanded) return false;
		return this.#knowing.provenance.roots(site).some(root => {
			switch (root.kind) {
				case 'function': {
					const own = this.#toldOf(root.site);
					return own.does.has(doing) || this.#isNamed(own.methods, doing) || this.#isNamed(own.outer, doing);
				}
				case 'class':
				case 'instance':
					return hasMember(root.site, told.methods);
				case 'made':
					return this.#mayHold(root.site, asked, depth + 1);
				case 'origin':
					return told.calls || (named && this.#isOf(root.origin.from, doing));
				default:
					return false;
			}
		});
	}

	#mayHold(site: Site<Value>, asked: Asked, depth: number): boolean {
		const { fact: value } = site;
		if (value.kind === 'array') return value.elements.some(element => this.#mayHand(at(element, site), asked, depth));
		return value.kind === 'object' && value.entries.some(entry => this.#mayHand(at(entry.value, site), asked, depth));
	}

	#toldOf(site: Site<FunctionFacts>): Told {
		const known = this.#answers.get(site.fact) ?? this.#look(site);
		this.#answers.set(site.fact, known);
		return known;
	}

	#look(site: Site<FunctionFacts>): Told {
		const told = nothing();
		const seen = new Set<FunctionFacts>([site.fact]);
		let wave: readonly Site<FunctionFacts>[] = [{ module: site.module, fact: site.fact }];
		for (let depth = 0; depth < maxDepth && wave.length > 0; depth++) {
			wave = wave
				.flatMap(each => this.#callees(each, told))
				.filter(({ fact }) => {
					if (seen.has(fact) || seen.size >= maxFunctions) return false;
					seen.add(fact);
					return true;
				});
		}
		return told;
	}

	/** Notes what the function and those inside it do, and gives the functions that they call. */
	#callees(site: Site<FunctionFacts>, told: Told): readonly Site<FunctionFacts>[] {
		const direct = this.#direct.get(site.fact) ?? this.#read(site);
		this.#direct.set(site.fact, direct);
		for (const doing of direct.told.does) told.does.add(doing);
		for (const part of ['methods', 'outer', 'packages'] as const) for (const name of direct.told[part]) told[part].add(name);
		told.calls ||= direct.told.calls;
		return direct.callees;
	}

	#read({ module, fact }: Site<FunctionFacts>): Direct {
		const told = nothing();
		const inside = functionsWithin(module.facts, fact);
		if (inside.some(each => each.writes.some(({ target }) => isKept(target, module)))) told.does.add('shared-write');
		if (inside.some(each => each.regions.some(region => region.loop !== undefined && region.test?.kind === 'operation')))
			told.does.add('wait');
		return { told, callees: inside.flatMap(each => each.calls.flatMap(call => this.#calleesOf({ module, fact: call }, inside, told))) };
	}

	#calleesOf(call: Site<Call>, inside: readonly FunctionFacts[], told: Told): Site<FunctionFacts>[] {
		if (mayListen(call.fact) || isRouting(call.fact)) told.does.add('event');
		const rows = rowsOfCall(this.#knowing, call);
		if (rows.length === 0 && namedWait(this.#knowing.provenance, call) !== undefined) told.does.add('wait');
		if (rows.length === 0 && isNamedServer(call.fact)) told.does.add('take');
		for (const effect of [...rows.map(({ row }) => row.effect), ...effectsOfCall(this.#knowing, call)]) {
			for (const doing of doings) if (effectsOf[doing].includes(effect)) told.does.add(doing);
		}
		const roots = this.#knowing.provenance.roots(at(call.fact.callee, call));
		for (const root of roots) noteHanded(root, inside, told);
		const added = commandsRunBy(this.#knowing, call).map(({ module, fact }) => ({ module, fact }));
		const called = calledBodies(this.#knowing.provenance, call, roots).flatMap(({ target: { module, fact }, receiver }) => [
			{ module, fact },
			...(receiver === undefined || call.fact.form === 'new' ? [] : this.#onReceiver({ module, fact }, receiver)),
		]);
		return called.length === 0 ? added : [...called, ...this.#handedOn(call, told)];
	}

	/** The functions that a method calls on its `this`, and those that they call on it. */
	#onReceiver(method: Site<FunctionFacts>, receiver: Site<Value>): readonly Site<FunctionFacts>[] {
		const found: Site<FunctionFacts>[] = [];
		const names = new Set(namesOnThis(method));
		for (const name of names) {
			if (found.length > maxOnReceiver) break;
			const bodies = this.#knowing.provenance.roots(receiver, [property(name)]).flatMap(bodyOf);
			found.push(...bodies);
			for (const inner of bodies.flatMap(namesOnThis)) names.add(inner);
		}
		return found;
	}

	/** Functions that are handed over by name to one of the project; notes the packages of what else is. */
	#handedOn(call: Site<Call>, told: Told): Site<FunctionFacts>[] {
		return call.fact.args.flatMap(argument => {
			if (argument.kind !== 'reference' && argument.kind !== 'member' && argument.kind !== 'call') return [];
			const roots = this.#knowing.provenance.roots(at(argument, call));
			for (const root of roots) if (root.kind === 'origin') told.packages.add(root.origin.from);
			return roots.flatMap(root => (root.kind === 'function' ? bodyOf(root) : []));
		});
	}
}

const doings: readonly Doing[] = ['wait', 'timer', 'deadline', 'store', 'shared-write', 'take', 'empty', 'request', 'expensive', 'event'];

const onThis = new WeakMap<FunctionFacts, readonly string[]>();

/** The methods that a function calls on its own `this`, where that is what it is called on. */
function namesOnThis({ module, fact }: Site<FunctionFacts>): readonly string[] {
	if (fact.class === undefined && !takesReceiver(fact)) return [];
	const known =
		onThis.get(fact) ??
		functionsWithin(module.facts, fact).flatMap(({ calls }) =>
			calls.flatMap(({ callee }) =>
				callee.kind === 'member' && callee.object.kind === 'this' && typeof callee.property === 'string' ? [callee.property] : [],
			),
		);
	onThis.set(fact, known);
	return known;
}

function nothing(): Told {
	return { does: new Set(), methods: new Set(), outer: new Set(), packages: new Set(), calls: false };
}

function noteHanded(root: Root, inside: readonly FunctionFacts[], told: Told): void {
	if (root.kind !== 'parameter') return;
	const last = root.path.findLast(step => step.kind === 'property');
	if (last?.kind === 'property') (inside.includes(root.site.fact) ? told.methods : told.outer).add(last.name);
	else told.calls = true;
}

/** Whether a value can be, or hold, something that can be called. */
function canHold({ kind }: Value): boolean {
	return kind !== 'literal' && kind !== 'template' && kind !== 'operation';
}

/** Whether a class of the project has one of the methods, as far as its own text tells. */
function hasMember({ module, fact }: Site<number>, methods: ReadonlySet<string>): boolean {
	const facts = module.facts.classes[fact];
	return facts === undefined || facts.superClass !== undefined || facts.members.some(({ name }) => methods.has(name));
}

/** Whether what is written outlives the function: an object's property, a global, a variable of the module. */
function isKept(target: Write['target'], { facts }: Module): boolean {
	return target.kind !== 'reference' || facts.bindings[target.binding]?.function === 0;
}

function bodyOf(root: Root): Site<FunctionFacts>[] {
	if (root.kind === 'function') return root.path.length === 0 ? [{ module: root.site.module, fact: root.site.fact }] : [];
	if (root.kind !== 'class' || root.path.length > 0) return [];
	const { module, fact } = root.site;
	const body = constructorOf(module, module.facts.classes[fact]);
	return body === undefined ? [] : [{ module, fact: body }];
}

/** Whether a call may tell a page how requests are answered. */
function isRouting({ callee }: Call): boolean {
	return callee.kind === 'member' && callee.property === routing;
}
