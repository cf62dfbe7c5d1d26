import type { FlowRow } from '../knowledge/row.ts';
import type { Site } from '../project/model.ts';
import type { Gathering, Origin, Path, Root, Step } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { type RowMatch, dotted, matchRows, matchWhole } from '../provenance/match.ts';
import { piecesOf } from '../provenance/components.ts';
import type { Rows } from '../provenance/rows.ts';
import { staticValue } from '../provenance/static-value.ts';
import { handsOutItself } from '../provenance/walk-value.ts';
import { at, property, settled as awaited } from '../provenance/walker.ts';
import type { ArrayValue, Call, OperationValue, Value } from '../syntax/facts.ts';
import { answersTo } from './answers/answers.ts';
import { areAlike } from './constants.ts';
import { tellsMovedPresent } from './clocks/told-distances.ts';
import { distinct, influenceOf, isClock, isPicked, madeForElement, overlappingOrder } from './influences.ts';
import type { Influence } from './model.ts';
import { asksForPresence, isPresence } from './presence.ts';
import { resolvedValues } from './resolved-values.ts';
import { besideOthers } from './clocks/mixed-texts.ts';
import { isSet, madeFrom } from './sets.ts';
import { isSource } from './sources.ts';
import { anyElement, contributions, lookedUp, partOfElement, partsOfPairs, pathInArgument, survives, uncounted } from './transfer.ts';
import { computedFrom } from './value-parts.ts';

/** What values depend on. */
export interface Flow {
	/** Everything uncontrolled behind a value, or behind what `path` takes from it; with `parts` at its end, behind all inside it. */
	behind(site: Site<Value>, path?: Path): readonly Influence[];
	/** Everything uncontrolled behind one of the things that a value may be. */
	ofRoot(root: Root): readonly Influence[];
	/** What a condition brings into what it decides. */
	deciding(condition: Site<Value>): readonly Influence[];
	/** The same flow, which tells how many steps each question took. */
	counted(tell: (steps: number) => void): Flow;
}

/** Steps that one question may take; what lies beyond is taken for controlled. */
const budget = 3000;

/** What of the clock is settled, whenever it is read. */
export interface Settled {
	operation(site: Site<OperationValue>): boolean;
	/** Whether what a condition decides is the same unless time runs out. */
	condition(site: Site<Value>): boolean;
	/** Whether what a list is searched for stays the same: no time that is yet to pass, no day of the week. */
	search(site: Site<Value>): boolean;
}

const nothingSettled: Settled = { operation: () => false, condition: () => false, search: () => true };

export function createFlow(provenance: Provenance, rows: Rows, settled: Settled = nothingSettled, tell?: (steps: number) => void): Flow {
	const ask = (question: (query: Query) => Influence[]): Influence[] => {
		const query = new Query(provenance, rows, settled);
		const found = question(query);
		tell?.(query.spent);
		return found;
	};
	return {
		behind: (site, path = []) => distinct(ask(query => query.behind(site, path))),
		ofRoot: root => ask(query => query.ofRoot(root)),
		deciding: condition => ask(query => query.deciding(condition)),
		counted: each => createFlow(provenance, rows, settled, each),
	};
}

class Query {
	readonly #provenance: Provenance;
	readonly #rows: Rows;
	readonly #seen = new Map<Value, Set<unknown>>();
	/** Take back what was marked as seen, in the order in which it was. */
	readonly #marks: (() => void)[] = [];
	#settled: Settled;
	/** What is already looked through as the source of a set. */
	readonly #iterating: ReadonlySet<Value>;
	spent = 0;

	constructor(provenance: Provenance, rows: Rows, settled: Settled, iterating: ReadonlySet<Value> = new Set()) {
		this.#iterating = iterating;
		this.#provenance = provenance;
		this.#rows = rows;
		this.#settled = settled;
	}

	behind(site: Site<Value>, path: Path): Influence[] {
		if (this.spent > budget || this.#isSeen(site, path)) return [];
		const roots = this.#provenance.roots(site, path);
		this.spent += this.#provenance.cost + 1;
		if (areAlike(this.#provenance, roots)) return [];
		return [...roots.flatMap(root => this.ofRoot(root)), ...piecesOf(this.#provenance.roots, site, path, roots).flatMap(piece => this.behind(piece, path))];
	}

	/** A value is looked at once with the same frame and the same further path. */
	#isSeen({ fact, frame }: Site<Value>, path: Path): boolean {
		const seen = this.#seen.get(fact) ?? new Set();
		this.#seen.set(fact, seen);
		const key = path.length === 0 || path[0]?.kind === 'parts' ? frame : path;
		if (seen.has(key)) return true;
		seen.add(key);
		this.#marks.push(() => seen.delete(key));
		return false;
	}

	ofRoot(root: Root): Influence[] {
		const conditions = root.conditions.flatMap(condition => this.deciding(condition));
		const decided = root.kind === 'made' ? conditions : conditions.filter(({ kind }) => kind !== 'ui-read');
		const own = [...this.#ownInfluences(root), ...(root.gathered === undefined ? [] : this.#gathered(root.gathered))];
		return [...decided, ...own.filter(({ kind }) => root.sorted !== true || kind !== 'order')];
	}

	/** The order in which elements came into a list. */
	#gathered({ call, over, taken }: Gathering): Influence[] {
		const orders = over === undefined ? [overlappingOrder(call)] : this.behind(over, [{ kind: 'parts' }]).filter(({ kind, picked }) => kind === 'order' && !picked);
		return orders.flatMap(order => survives(order, taken, this.#rows));
	}

	#ownInfluences(root: Root): Influence[] {
		switch (root.kind) {
			case 'origin':
				return [...this.#ofOrigin(root.origin, root), ...(root.spread === true ? this.#handedOut(root.origin) : [])];
			case 'made':
				if (isLeftOut(root)) return this.#added(root);
				return root.site.fact.kind === 'array' ? this.#ofList(at(root.site.fact, root.site), root.path) : this.#through(this.#ofMade(root.site), root.path, root.site);
			case 'unknown':
				return [];
			default:
				return this.#added(root);
		}
	}

	/** What callbacks bring in that are handed to methods of which nothing is known: `model.load().then(() => Date.now())`. */
	#added({ path, at: place }: Exclude<Root, { kind: 'origin' | 'unknown' }>): Influence[] {
		return this.#through([], path, place);
	}

	/** What is taken from a list that is written down: of an element the part that is asked, but the order of what is spread into it. */
	#ofList(site: Site<ArrayValue>, path: Path): Influence[] {
		const part = partOfElement(awaited(path), this.#rows);
		const inside = part === undefined ? [] : site.fact.elements.flatMap(each => this.behind(at(each, site), each.kind === 'spread' ? [anyElement, ...part] : part)).filter(({ kind }) => kind !== 'order');
		const whole = this.#ofMade(site).filter(({ kind }) => part === undefined || kind === 'order');
		return [...inside, ...this.#through(whole, path, site), ...this.#lookedUp(path)];
	}

	#ofOrigin(origin: Origin, { at: place }: Root): Influence[] {
		const matches = matchRows(this.#rows, this.#provenance.roots, origin);
		const found = matches.find(match => isSource(match) || match.row.effect === 'flow');
		if (found === undefined) return this.#resolved(origin) ?? this.#answered(origin) ?? this.#through([], origin.steps, place);

		const rest = found.origin.steps.slice(found.match.length);
		if (isSource(found)) return tellsMovedPresent(found, matches, time => this.behind(time, [{ kind: 'parts' }]).some(isClock)) ? [] : this.#through([influenceOf(found, place)], rest, place);
		if (found.row.effect !== 'flow') return [];
		return this.#given(found, found.row, rest) ?? [...this.#through(this.#carried(found, found.row, rest), rest, place), ...(isSet(origin) ? this.#lookedUp(rest) : [])];
	}

	/** The time of which a list is asked whether it has it. */
	#lookedUp(path: Path): Influence[] {
		const value = lookedUp(path.filter(({ kind }) => kind !== 'parts'));
		return value === undefined ? [] : this.behind(value, [{ kind: 'parts' }]).filter(isClock);
	}

	/** What is behind a promise that the project makes by hand; its own methods are left out, and clocks, which are mostly deadlines. */
	#resolved(origin: Origin): Influence[] | undefined {
		const rest = origin.steps.slice(2);
		if (rest[0]?.kind === 'property') return undefined;
		return resolvedValues(origin, this.#provenance)?.flatMap(value => this.behind(value, rest).filter(({ kind }) => kind === 'log' || kind === 'order'));
	}

	/** What is behind the answer of an app that the test asks in its own process. */
	#answered(origin: Origin): Influence[] | undefined {
		const answers = answersTo(this.#provenance, origin);
		if (answers.length === 0) return undefined;
		const isDecided = !areAlike(this.#provenance, answers.flatMap(({ value, path }) => this.#provenance.roots(value, path)));
		return answers.flatMap(({ value, path, conditions }) => [...(isDecided ? conditions.flatMap(condition => this.deciding(condition)) : []), ...this.behind(value, path)]);
	}

	/** What is taken from a result that is the argument itself, or is made of its parts. */
	#given({ call }: RowMatch, { gives, as }: FlowRow, rest: Path): Influence[] | undefined {
		const argument = gives === undefined ? undefined : call?.fact.args[gives];
		if (call === undefined || argument === undefined || rest.every(({ kind }) => kind === 'await' || kind === 'parts')) return undefined;
		const site = as === 'parsed' ? this.#written(at(argument, call)) : at(argument, call);
		const path = as === undefined || as === 'parsed' ? rest : pathInArgument(as, awaited(rest), this.#rows);
		return site === undefined || path === undefined ? undefined : this.behind(site, path);
	}

	/** The value whose text something is: `JSON.stringify(value)`. */
	#written(text: Site<Value>): Site<Value> | undefined {
		const [origin, ...others] = this.#provenance.origins(text);
		const last = origin?.steps.at(-1);
		if (origin?.from !== 'global' || others.length > 0 || last?.kind !== 'call' || dotted(origin) !== 'JSON.stringify') return undefined;
		const [value] = last.site.fact.args;
		return value === undefined ? undefined : at(value, last.site);
	}

	/** What the arguments of a pure function bring into its result. */
	#carried({ call }: RowMatch, { carries, member, iterates, as, drops = [] }: FlowRow, rest: Path): Influence[] {
		if (call === undefined) return [];
		const inside: Path = as === 'record' ? partsOfPairs(awaited(rest), this.#rows) : [{ kind: 'parts' }];
		const isList = iterates === true || as === 'record';
		const { callee, args } = call.fact;
		const values = carries.flatMap((each): readonly Value[] => {
			if (each === 'receiver') return callee.kind === 'member' ? [callee.object] : [];
			return each === 'all' ? args : args.slice(each, each + 1);
		}).filter(value => !isList || !this.#provenance.roots(at(value, call)).some(handsOutItself));
		const influences = values.flatMap(value => [...(iterates === true ? this.#provenance.origins(at(value, call)).flatMap(origin => this.#handedOut(origin)) : []), ...this.behind(at(value, call), inside)]);
		const made = values.flatMap(value => (iterates === true && value.kind === 'function' ? this.#results(at(value, call), false) : []));
		const found = [...influences, ...made, ...(member === undefined ? [] : this.#ofMember(call, member))];
		return found.filter(({ kind }) => !drops.some(each => each === kind));
	}

	/** The order in which a set or map hands out what was put in: a question of its own, for the set itself drops it. */
	#handedOut(origin: Origin): Influence[] {
		const source = madeFrom(origin);
		if (source === undefined || this.#iterating.has(source.fact)) return [];
		const query = new Query(this.#provenance, this.#rows, this.#settled, new Set([...this.#iterating, source.fact]));
		return query.behind(source, [{ kind: 'parts' }]).filter(({ kind, picked }) => kind === 'order' && !picked);
	}

	#ofMember(call: Site<Call>, { object, name }: NonNullable<FlowRow['member']>): Influence[] {
		const [holder, named] = [call.fact.args[object], call.fact.args[name]];
		const key = named === undefined ? undefined : staticValue(this.#provenance.roots, at(named, call));
		return holder === undefined || typeof key !== 'string' ? [] : this.behind(at(holder, call), [property(key)]);
	}

	deciding(condition: Site<Value>): Influence[] {
		const { fact } = condition;
		if (fact.kind === 'choice') return fact.options.flatMap(option => this.deciding(at(option, condition)));
		const from = this.#marks.length;
		const found = this.behind(condition, [{ kind: 'parts' }]);
		const influences = found.some(isPicked) && asksForPresence({ provenance: this.#provenance, rows: this.#rows }, condition) ? found.filter(influence => !isPicked(influence)) : found;
		if (!influences.some(isClock) || !this.#settled.condition(condition)) return influences;
		return this.#withoutClocks(influences, from);
	}

	/** Clocks on which a comparison does not hang; the value may still hold them: `hours > 0 ? `${hours} h` : 'soon'`. */
	#withoutClocks(influences: readonly Influence[], from: number): Influence[] {
		for (const forget of this.#marks.splice(from)) forget();
		return influences.filter(influence => !isClock(influence));
	}

	/** What decides whether there is a value: not what it holds, where it is made on the spot or is a reading itself. */
	#presence(site: Site<Value>): Influence[] {
		return this.#provenance.roots(site).flatMap(root => (this.#isThere(root) ? root.conditions.flatMap(condition => this.deciding(condition)) : this.ofRoot(root)));
	}

	#isThere(root: Root): boolean {
		if (root.kind === 'made') return root.path.length === 0 && root.site.fact.kind !== 'literal';
		return root.kind === 'origin' && matchWhole(this.#rows, this.#provenance.roots, root.origin).some(isSource);
	}

	#ofMade(site: Site<Value>): Influence[] {
		const { fact } = site;
		if (fact.kind === 'operation' && isPresence(fact)) return fact.operands.flatMap(operand => this.#presence(at(operand, site)));
		const from = this.#marks.length;
		const parts = computedFrom(fact).map(part => (fact.kind === 'operation' ? this.#ofOperand(at(part, site)) : this.behind(at(part, site), [{ kind: 'parts' }])));
		const influences = besideOthers(fact, parts);
		return fact.kind === 'operation' && influences.some(isClock) && this.#settled.operation(at(fact, site)) ? this.#withoutClocks(influences, from) : influences;
	}

	/** What an operand brings in. An object that is written down is compared as itself, and is no number: what it holds does not matter. */
	#ofOperand(site: Site<Value>): Influence[] {
		const from = this.#marks.length;
		const found = this.behind(site, [{ kind: 'parts' }]);
		if (found.length === 0) return found;
		const roots = this.#provenance.roots(site);
		if (roots.length === 0 || !roots.every(root => root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'object')) return found;
		for (const forget of this.#marks.splice(from)) forget();
		return roots.flatMap(root => root.conditions.flatMap(condition => this.deciding(condition)));
	}

	/** What is left of the influences after the steps that are still asked, and what callbacks on the way add. */
	#through(influences: readonly Influence[], steps: readonly Step[], place: Site<Value>): Influence[] {
		const left = influences.flatMap(influence => survives(influence, steps, this.#rows));
		const made = contributions(steps, this.#rows);
		// What decides how many there are, and then the last one first: what it makes of the others' results would not be looked at again.
		const added = [...made.filter(({ picks }) => picks), ...made.filter(({ picks }) => !picks).toReversed()].flatMap(({ value, call, rest, drops, picks, part, element }) => {
			if (part !== undefined) return this.#results(at(value, call), false, part, element).filter(({ kind }) => !drops.includes(kind));
			const results = this.#results(at(value, call), picks, undefined, element).filter(({ kind }) => !drops.includes(kind));
			return results.flatMap(influence => survives(influence, picks ? uncounted(rest, this.#rows) : rest, this.#rows));
		});
		return place.fact.kind === 'unknown' ? left : [...left, ...added];
	}

	/** What a callback's result depends on; of what a list is searched for, only what changes with the calendar. */
	#results(callback: Site<Value>, picks: boolean, path: Path = [{ kind: 'parts' }], element?: number): Influence[] {
		return this.#provenance.roots(callback).flatMap(root => {
			if (root.kind !== 'function' || root.path.length > 0) return [];
			const results = root.site.fact.returns.map(({ value }) => at(value, root.site)).filter(result => !picks || !this.#settled.search(result));
			const settled = this.#settled;
			// Of the times in a list, one that will pass is enough.
			if (picks) this.#settled = nothingSettled;
			const found = results.flatMap(result => this.behind(result, path));
			this.#settled = settled;
			return found.map(influence => madeForElement(influence, root.site, element));
		});
	}
}

/** A property that an object which is written down does not have: what the others hold says nothing of it. */
function isLeftOut({ site, path: [first] }: Extract<Root, { kind: 'made' }>): boolean {
	return site.fact.kind === 'object' && first?.kind === 'property';
}
