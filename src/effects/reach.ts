import type { Module, Site } from '../project/model.ts';
import type { Root } from '../provenance/model.ts';
import { at, functionAt } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Write } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { mayListen } from './listening.ts';
import { type Knowing, rowsOfCall } from './timer-promise.ts';

/** What a function may do, itself or through others, whoever calls it. `callback`: it calls what it is handed. */
export type Doing = 'wait' | 'timer' | 'deadline' | 'store' | 'shared-write' | 'take' | 'empty' | 'request' | 'expensive' | 'event' | 'callback';

/** Once all is found, nothing is looked for any more. */
const doings = 11;

/** Functions that one answer is looked for in, and how deep. What lies beyond is taken to do nothing. */
const maxFunctions = 120;
const maxDepth = 5;

/** Whether it is worth entering a function to look for waits or deeds. Answers are kept for the linted file. */
export class Reach {
	readonly #knowing: Knowing;
	readonly #answers = new Map<FunctionFacts, ReadonlySet<Doing>>();

	constructor(knowing: Knowing) {
		this.#knowing = knowing;
	}

	may(site: Site<FunctionFacts>, doing: Exclude<Doing, 'callback'>): boolean {
		const known = this.#answers.get(site.fact) ?? this.#look(site);
		this.#answers.set(site.fact, known);
		return known.has(doing) || known.has('callback');
	}

	#look(site: Site<FunctionFacts>): ReadonlySet<Doing> {
		const found = new Set<Doing>();
		const seen = new Set<FunctionFacts>([site.fact]);
		let wave: Site<FunctionFacts>[] = [{ module: site.module, fact: site.fact }];
		for (let depth = 0; depth < maxDepth && wave.length > 0 && found.size < doings; depth++) {
			wave = wave.flatMap(each => this.#callees(each, found)).filter(({ fact }) => {
				if (seen.has(fact) || seen.size >= maxFunctions) return false;
				seen.add(fact);
				return true;
			});
		}
		return found;
	}

	/** Notes what the function and those inside it do, and gives the functions that they call. */
	#callees({ module, fact }: Site<FunctionFacts>, found: Set<Doing>): Site<FunctionFacts>[] {
		const inside = functionsWithin(module.facts, fact);
		if (inside.some(each => each.writes.some(({ target }) => isKept(target, module)))) found.add('shared-write');
		if (inside.some(each => each.regions.some(region => region.loop !== undefined && region.test?.kind === 'operation'))) found.add('wait');
		return inside.flatMap(each => each.calls.flatMap(call => this.#calleesOf({ module, fact: call }, found)));
	}

	#calleesOf(call: Site<Call>, found: Set<Doing>): Site<FunctionFacts>[] {
		if (mayListen(call.fact)) found.add('event');
		for (const { row } of rowsOfCall(this.#knowing, call)) {
			if (row.effect === 'sleep' || row.effect === 'timer') found.add('wait');
			if (row.effect === 'timer' || row.effect === 'deadline') found.add('deadline');
			if (row.effect === 'timer' || row.effect === 'store' || row.effect === 'take' || row.effect === 'empty' || row.effect === 'request' || row.effect === 'expensive' || row.effect === 'shared-write') found.add(row.effect);
			if (row.effect === 'ui-action' || row.effect === 'ui-wait' || row.effect === 'event-wait') found.add('event');
		}
		return this.#knowing.provenance.roots(at(call.fact.callee, call)).flatMap(root => {
			if (root.kind === 'parameter') found.add('callback');
			const body = bodyOf(root);
			return body === undefined ? [] : [body];
		});
	}
}

/** Whether what is written outlives the function: an object's property, a global, a variable of the module. */
function isKept(target: Write['target'], { facts }: Module): boolean {
	return target.kind !== 'reference' || facts.bindings[target.binding]?.function === 0;
}

function bodyOf(root: Root): Site<FunctionFacts> | undefined {
	if (root.kind === 'function') return root.path.length === 0 ? { module: root.site.module, fact: root.site.fact } : undefined;
	if (root.kind !== 'class' || root.path.length > 0) return undefined;
	const { module, fact } = root.site;
	const value = module.facts.classes[fact]?.members.find(member => member.kind === 'constructor')?.value;
	const body = value?.kind === 'function' ? functionAt(module, value.function) : undefined;
	return body === undefined ? undefined : { module, fact: body };
}
