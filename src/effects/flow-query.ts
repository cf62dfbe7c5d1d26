import type { FlowRow } from '../knowledge/row.ts';
import type { Site } from '../project/model.ts';
import type { Gathering, Origin, Path, Root, Step } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { type RowMatch, matchRows } from '../provenance/match.ts';
import { piecesOf } from '../provenance/components.ts';
import type { Rows } from '../provenance/rows.ts';
import { staticValue } from '../provenance/static-value.ts';
import { handsOutItself } from '../provenance/walk-value.ts';
import { at, property, settled as awaited } from '../provenance/walker.ts';
import type { ArrayValue, Call, Value } from '../syntax/facts.ts';
import { areAlike } from './constants.ts';
import { tellsMovedPresent } from './clocks/told-distances.ts';
import { callbackOf, handedApi, handedCall } from './handed-calls.ts';
import { inOrder, influenceOf, isClock, isPicked, madeForElement, overlappingOrder, putLater } from './influences.ts';
import type { Influence } from './model.ts';
import { carriedBy, writtenAs } from './carried.ts';
import { asksForPresence, isPresence, isThere } from './presence.ts';
import { resolvedValues } from './resolved-values.ts';
import { besideOthers } from './clocks/mixed-texts.ts';
import { isSet, madeFrom } from './sets.ts';
import type { Knowing } from './knowing.ts';
import { SeenValues, budget } from './seen-values.ts';
import { toldAnswers } from './told-answers.ts';
import { type Settled, nothingSettled } from './settled.ts';
import { isSource } from './sources.ts';
import {
	anyElement,
	appended,
	contributions,
	inTurn,
	lookedUp,
	partOfElement,
	partsOfPairs,
	pathInArgument,
	survives,
	uncounted,
} from './transfer.ts';
import { computedFrom, isLeftOut } from './value-parts.ts';

/** One question about what values depend on: what it has looked at is not looked at again. */
export class Query {
	readonly #knowing: Knowing;
	readonly #provenance: Provenance;
	readonly #rows: Rows;
	readonly #seen = new SeenValues();
	#settled: Settled;
	/** What is already looked through as the source of a set. */
	readonly #iterating: ReadonlySet<Value>;
	spent = 0;

	constructor(knowing: Knowing, settled: Settled, iterating: ReadonlySet<Value> = new Set()) {
		this.#iterating = iterating;
		this.#knowing = knowing;
		this.#provenance = knowing.provenance;
		this.#rows = knowing.rows;
		this.#settled = settled;
	}

	behind(site: Site<Value>, path: Path): Influence[] {
		if (this.spent > budget || this.#seen.isSeen(site, path)) return [];
		const roots = this.#provenance.roots(site, path);
		this.spent += this.#provenance.cost + 1;
		if (areAlike(this.#provenance, roots)) return [];
		return [
			...roots.flatMap(root => this.ofRoot(root)),
			...piecesOf(this.#provenance.roots, site, path, roots).flatMap(piece => this.behind(piece, path)),
		];
	}

	ofRoot(root: Root): Influence[] {
		const conditions = root.conditions.flatMap(condition => this.deciding(condition));
		const decided = root.kind === 'made' ? conditions : conditions.filter(({ kind }) => kind !== 'ui-read');
		const own = [...this.#ownInfluences(root), ...(root.gathered === undefined ? [] : this.#gathered(root.gathered))];
		return putLater(root, [...decided, ...inOrder(root, own, this.#seen.first)]);
	}

	/** The order in which elements came into a list. */
	#gathered({ call, over, taken }: Gathering): Influence[] {
		const orders =
			over === undefined
				? [overlappingOrder(call)]
				: this.behind(over, [{ kind: 'parts' }]).filter(({ kind, picked }) => kind === 'order' && !picked);
		return orders.flatMap(order => survives(order, taken, this.#rows));
	}

	#ownInfluences(root: Root): Influence[] {
		switch (root.kind) {
			case 'origin':
				return [...this.#ofOrigin(root.origin, root), ...(root.spread === true ? this.#handedOut(root.origin) : [])];
			case 'made':
				if (isLeftOut(root)) return this.#through([], root.path, root.at);
				return root.site.fact.kind === 'array'
					? this.#ofList(at(root.site.fact, root.site), root.path)
					: this.#through(this.#ofMade(root.site), root.path, root.site);
			case 'unknown':
				return [];
			default:
				// What callbacks bring in that are handed to methods of which nothing is known: `model.load().then(() => Date.now())`.
				return this.#through([], root.path, root.at);
		}
	}

	/** What is taken from a list that is written down: of an element the part that is asked, but the order of what is spread into it. */
	#ofList(site: Site<ArrayValue>, path: Path): Influence[] {
		const part = partOfElement(awaited(path), this.#rows);
		const inside =
			part === undefined
				? []
				: site.fact.elements
						.flatMap(each => this.behind(at(each, site), each.kind === 'spread' ? [anyElement, ...part] : part))
						.filter(({ kind }) => kind !== 'order');
		const whole = this.#ofMade(site).filter(({ kind }) => part === undefined || kind === 'order');
		return [...inside, ...this.#through(whole, path, site), ...this.#lookedUp(path)];
	}

	#ofOrigin(origin: Origin, { at: place }: Root): Influence[] {
		const matches = matchRows(this.#rows, this.#provenance.roots, origin);
		const found = matches.find(match => isSource(match) || match.row.effect === 'flow');
		if (found === undefined) return this.#resolved(origin) ?? this.#answered(origin) ?? this.#through([], origin.steps, place);

		const rest = found.origin.steps.slice(found.match.length);
		if (isSource(found))
			return tellsMovedPresent(found, matches, time => this.behind(time, [{ kind: 'parts' }]).some(isClock))
				? []
				: this.#through([influenceOf(found, place)], rest, place);
		if (found.row.effect !== 'flow') return [];
		return (
			this.#given(found, found.row, rest) ?? [
				...this.#through(this.#carried(found, found.row, rest), rest, place),
				...(isSet(origin) ? this.#lookedUp(rest) : []),
			]
		);
	}

	/** The time of which a list is asked whether it has it. */
	#lookedUp(path: Path): Influence[] {
		const value = lookedUp(path.filter(({ kind }) => kind !== 'parts'));
		return value === undefined ? [] : this.behind(value, [{ kind: 'parts' }]).filter(isClock);
	}

	/** What is behind a promise that the project makes by hand; its own methods are left out, and clocks, which are mostly deadlines. */
	#resolved(origin: Origin): Influence[] | undefined {
		const rest = origin.steps.slice(2);
		const values = rest[0]?.kind === 'property' ? undefined : resolvedValues(origin, this.#provenance);
		return values?.flatMap(value => this.behind(value, rest)).filter(({ kind }) => kind === 'log' || kind === 'order');
	}

	/** What is behind the answer of an app that the test asks in its own process. */
	#answered(origin: Origin): Influence[] | undefined {
		const answers = toldAnswers(this.#provenance, origin);
		if (answers.length === 0) return undefined;
		return answers.flatMap(({ value, path, conditions }) => [
			...conditions.flatMap(condition => this.deciding(condition)),
			...this.behind(value, path),
		]);
	}

	/** What is taken from a result that is the argument itself, or is made of its parts. */
	#given({ call }: RowMatch, { gives, as }: FlowRow, rest: Path): Influence[] | undefined {
		const argument = gives === undefined ? undefined : call?.fact.args[gives];
		if (call === undefined || argument === undefined || rest.every(({ kind }) => kind === 'await' || kind === 'parts'))
			return undefined;
		const site = as === 'parsed' ? writtenAs(this.#provenance, at(argument, call)) : at(argument, call);
		const path = as === undefined || as === 'parsed' ? rest : pathInArgument(as, awaited(rest), this.#rows);
		return site === undefined || path === undefined ? undefined : this.behind(site, path);
	}

	/** What the arguments of a pure function bring into its result. */
	#carried(match: RowMatch, row: FlowRow, rest: Path): Influence[] {
		const { call } = match;
		if (call === undefined) return [];
		const from = this.#seen.mark;
		const { member, iterates, as, drops = [] } = row;
		const inside: Path = as === 'record' ? partsOfPairs(awaited(rest), this.#rows) : [{ kind: 'parts' }];
		const isList = iterates === true || as === 'record';
		const values = carriedBy(match, row).filter(value => !isList || !this.#provenance.roots(value).some(handsOutItself));
		const influences = values.flatMap(value => [
			...(iterates === true ? this.#provenance.origins(value).flatMap(origin => this.#handedOut(origin)) : []),
			...this.behind(value, inside),
		]);
		const made = iterates === true ? this.#ofCallback(call) : [];
		const found = [...influences, ...made, ...(member === undefined ? [] : this.#ofMember(call, member))];
		const kept = found.filter(({ kind }) => !drops.some(each => each === kind));
		return kept.some(isClock) && this.#settled.rounding(call) ? this.#withoutClocks(kept, from) : kept;
	}

	/** What a function gives for each place of a list that is made with it, written on the spot or by its name. */
	#ofCallback(call: Site<Call>): Influence[] {
		const value = callbackOf(this.#knowing, call);
		return value?.fact.kind === 'function' ? this.#results(value, false) : this.#called(value && handedCall(value, call));
	}

	#called(handed: Site<Call> | undefined): Influence[] {
		return handed === undefined ? [] : this.behind(handed, [{ kind: 'parts' }]);
	}

	/** The order in which a set or map hands out what was put in: a question of its own, for the set itself drops it. */
	#handedOut(origin: Origin): Influence[] {
		const source = madeFrom(origin);
		if (source === undefined || this.#iterating.has(source.fact)) return [];
		const query = new Query(this.#knowing, this.#settled, new Set([...this.#iterating, source.fact]));
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
		const from = this.#seen.mark;
		const found = this.behind(condition, [{ kind: 'parts' }]);
		const influences =
			found.some(isPicked) && asksForPresence(this.#knowing, condition) ? found.filter(influence => !isPicked(influence)) : found;
		if (!influences.some(isClock) || !this.#settled.condition(condition)) return influences;
		return this.#withoutClocks(influences, from);
	}

	/** Clocks on which a comparison does not hang; the value may still hold them: `hours > 0 ? `${hours} h` : 'soon'`. */
	#withoutClocks(influences: readonly Influence[], from: number): Influence[] {
		this.#seen.forget(from);
		return influences.filter(influence => !isClock(influence));
	}

	/** What decides whether there is a value: not what it holds, where it is made on the spot or is a reading itself. */
	#presence(site: Site<Value>): Influence[] {
		return this.#provenance
			.roots(site)
			.flatMap(root =>
				isThere(root, this.#knowing) ? root.conditions.flatMap(condition => this.deciding(condition)) : this.ofRoot(root),
			);
	}

	#ofMade(site: Site<Value>): Influence[] {
		const { fact } = site;
		if (fact.kind === 'operation' && isPresence(fact)) return fact.operands.flatMap(operand => this.#presence(at(operand, site)));
		const from = this.#seen.mark;
		const parts = computedFrom(fact).map(part =>
			fact.kind === 'operation' ? this.#ofOperand(at(part, site)) : this.behind(at(part, site), [{ kind: 'parts' }]),
		);
		const influences = besideOthers(fact, parts);
		return fact.kind === 'operation' && influences.some(isClock) && this.#settled.operation(at(fact, site))
			? this.#withoutClocks(influences, from)
			: influences;
	}

	/** What an operand brings in. An object that is written down is compared as itself, and is no number: what it holds does not matter. */
	#ofOperand(site: Site<Value>): Influence[] {
		const from = this.#seen.mark;
		const found = this.behind(site, [{ kind: 'parts' }]);
		if (found.length === 0) return found;
		const roots = this.#provenance.roots(site);
		if (roots.length === 0 || !roots.every(root => root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'object'))
			return found;
		this.#seen.forget(from);
		return roots.flatMap(root => root.conditions.flatMap(condition => this.deciding(condition)));
	}

	/** What is left of the influences after the steps that are still asked, and what callbacks on the way add. */
	#through(influences: readonly Influence[], steps: readonly Step[], place: Site<Value>): Influence[] {
		const left = [...influences.flatMap(influence => survives(influence, steps, this.#rows)), ...this.#appended(steps)];
		const added = inTurn(contributions(steps, this.#rows)).flatMap(({ value, call, rest, drops, picks, part, element }) => {
			const drawn = this.#called(handedApi(this.#knowing, at(value, call), call)).filter(({ kind }) => kind === 'random');
			const own = this.#results(at(value, call), picks, part, element);
			const results = [...own, ...drawn].filter(({ kind }) => !drops.includes(kind));
			if (part !== undefined) return results;
			const asked = picks ? uncounted(rest, this.#rows) : rest;
			return results.flatMap(influence => survives(influence, asked, this.#rows));
		});
		return place.fact.kind === 'unknown' ? left : [...left, ...added];
	}

	/** The order of lists that methods on the way put behind what they are called on. */
	#appended(steps: readonly Step[]): Influence[] {
		return appended(steps, this.#rows).flatMap(({ value, rest }) =>
			this.behind(value, [{ kind: 'parts' }]).flatMap(each => (each.kind === 'order' ? survives(each, rest, this.#rows) : [])),
		);
	}

	/** What a callback's result depends on; of what a list is searched for, only what changes with the calendar. */
	#results(callback: Site<Value>, picks: boolean, path: Path = [{ kind: 'parts' }], element?: number): Influence[] {
		return this.#provenance.roots(callback).flatMap(root => {
			if (root.kind !== 'function' || root.path.length > 0) return [];
			const results = root.site.fact.returns
				.map(({ value }) => at(value, root.site))
				.filter(result => !picks || !this.#settled.search(result));
			const settled = this.#settled;
			// Of the times in a list, one that will pass is enough.
			if (picks) this.#settled = nothingSettled;
			const found = results.flatMap(result => this.behind(result, path));
			this.#settled = settled;
			return found.map(influence => madeForElement(influence, root.site, element));
		});
	}
}
