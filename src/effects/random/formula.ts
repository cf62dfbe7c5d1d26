import { knownCall, memberTaken, methodCall, regionFormula } from './called-formulas.ts';
import type { DrawRow } from '../../knowledge/row.ts';
import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import type { Path } from '../../provenance/model.ts';
import type { RowMatch } from '../../provenance/match.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, frameOf, functionAt, seenThrough } from '../../provenance/walker.ts';
import { mayStop } from '../../syntax/optional-chain.ts';
import { isGiving } from '../../syntax/definitions.ts';
import type {
	Call,
	ChoiceValue,
	Definition,
	FunctionFacts,
	MemberValue,
	ObjectValue,
	OperationValue,
	ReferenceValue,
	Value,
} from '../../syntax/facts.ts';
import { assigned } from './assignments.ts';
import { drawingOf } from './drawing.ts';
import { type Callback, callsBack, functionNamed } from './callbacks.ts';
import { type Piece, accumulated, choiceOf, firstOf, textOf, listOf, ofPlain, recordOf } from './compound.ts';
import { copies, drawnEvenly } from './drawn-lists.ts';
import { fieldValue } from './field-values.ts';
import { type FunctionRoot, heldFormula } from './held-formula.ts';
import { accumulationOf, callbackAt, repeatOf } from './repeats.ts';
import { soleAnswer } from '../sole-answer.ts';
import { computed, constantOf } from './pure-functions.ts';
import { safePattern } from './safe-pattern.ts';
import { isSpreadBefore, takenBy, takenOut } from './taken.ts';
import { unknown } from './samples.ts';
import type { Draw, Formula } from './draw.ts';
import { shufflersOf } from './shuffling.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';

const nothing: Formula = () => unknown;
const maxDepth = 24;
const budget = 400;

/** Works out values of one assertion. Only draws that `isOpen` are left open: all others are unknown. */
export class FormulaReader {
	readonly draws: Draw[] = [];
	/** Numbers and short texts that stand in the code on the way. */
	readonly constants = new Set<string | number>();
	readonly #knowing: Knowing;
	readonly #isOpen: (call: Site<Call>) => boolean;
	/** What stands for the parameters of functions that methods call. */
	readonly #given = new Map<FunctionFacts, readonly Draw[]>();
	#steps = 0;

	constructor(knowing: Knowing, isOpen: (call: Site<Call>) => boolean) {
		this.#knowing = knowing;
		this.#isOpen = isOpen;
	}

	/** What a value is, as it follows from the draws that are left open. */
	read(site: Site<Value>, depth = 0): Formula {
		if (depth > maxDepth || this.#steps++ > budget) return nothing;
		const { fact } = site;
		switch (fact.kind) {
			case 'literal':
				return this.#constant(fact.value);
			case 'regexp':
				return this.#pattern(fact.pattern, fact.flags);
			case 'template':
				return textOf(
					fact.quasis,
					fact.parts.map(part => this.read(at(part, site), depth + 1)),
				);
			case 'operation':
				return this.#operation(at(fact, site), depth + 1);
			case 'choice':
				return this.#choice(at(fact, site), depth + 1);
			case 'array':
				return listOf(this.#pieces(fact.elements, site, depth + 1));
			case 'object':
				return this.#record(at(fact, site), depth + 1);
			case 'await':
				return this.read(at(fact.value, site), depth + 1);
			case 'reference':
				return this.#answered(site, [], depth) ?? this.#variable(at(fact, site), depth + 1);
			case 'member':
				return this.#answered(site, [], depth) ?? this.#member(at(fact, site), depth + 1);
			case 'call':
				return this.#call(at(fact, site), depth + 1);
			default:
				return nothing;
		}
	}

	/** What `path` takes from a value. */
	readPart(site: Site<Value>, path: Path): Formula {
		return (path.length === 0 ? undefined : this.#answered(site, path, 0)) ?? takenBy(this.read(site), path);
	}

	/** What an app answers that the test asks in its own process. */
	#answered(site: Site<Value>, path: Path, depth: number): Formula | undefined {
		const answer = soleAnswer(this.#knowing.provenance, site, path);
		const taken = answer?.path.filter(({ kind }) => kind !== 'await') ?? [];
		return answer === undefined ? undefined : takenBy(this.read(answer.value, depth + 1), taken);
	}

	#constant(value: unknown): Formula {
		if (typeof value === 'number' || (typeof value === 'string' && value.length <= 8)) this.constants.add(value);
		return () => value;
	}

	#pattern(source: string, flags: string): Formula {
		const words = source.replace(/^\^|\$$/g, '');
		if (/^\w{1,8}$/.test(words)) this.constants.add(words);
		const pattern = safePattern(source, flags);
		return pattern === undefined ? nothing : () => pattern;
	}

	#operation({ fact, ...place }: Site<OperationValue>, depth: number): Formula {
		const [left = nothing, right = () => undefined] = fact.operands.map(operand => this.read(at(operand, place), depth));
		return drawn => computed(fact.operator, left(drawn), right(drawn), fact.operands.length === 1);
	}

	#choice({ fact, ...place }: Site<ChoiceValue>, depth: number): Formula {
		const parts = [fact.test, ...fact.options].map(value => this.read(at(value, place), depth));
		const [test = nothing, first = nothing, second = nothing] = parts;
		return choiceOf(fact.operator, test, first, second);
	}

	#pieces(values: readonly Value[], place: Omit<Site<unknown>, 'fact'>, depth: number): readonly Piece[] {
		return values.map(each => ({
			isSpread: each.kind === 'spread',
			value: each.kind === 'function' ? nothing : this.read(at(each.kind === 'spread' ? each.value : each, place), depth),
		}));
	}

	#record({ fact, ...place }: Site<ObjectValue>, depth: number): Formula {
		return recordOf(fact.entries.map(entry => ({ entry, value: this.read(at(entry.value, place), depth) })));
	}

	/** A variable that is given one value, or that a loop adds to. */
	#variable(site: Site<ReferenceValue>, depth: number): Formula {
		const definitions = (site.module.facts.bindings[site.fact.binding]?.definitions ?? []).filter(
			each => each.kind !== 'value' || each.value.kind !== 'instance',
		);
		const changes = definitions.filter(each => each.kind !== 'method' || this.#mutates(each.method));
		const added = accumulationOf(site, changes, each => this.#number(each, depth));
		if (added !== undefined) {
			const elements = this.#repeated(added.times, depth, inner => inner.read(added.value, depth));
			return elements === undefined ? nothing : accumulated(added.how, this.read(added.start, depth), elements);
		}
		const given = definitions.filter(isGiving);
		const give = (each: Definition): Formula => this.#definition(each, site, depth);
		const formula = assigned(site, given, give, test => this.read(test, depth));
		const isChanged = definitions.some(each => each.kind === 'member' || (each.kind === 'method' && this.#mutates(each.method)));
		return isChanged ? drawn => ofPlain(formula(drawn)) : formula;
	}

	#number(site: Site<Value>, depth: number): number | undefined {
		const value = this.read(site, depth)(new Map());
		return typeof value === 'number' ? value : undefined;
	}

	/** A list whose elements are made the same way, each from draws of its own; undefined where nobody can tell which values come up how often. */
	#repeated(times: number, depth: number, elementOf: (inner: FormulaReader) => Formula): Formula | undefined {
		const inner = new FormulaReader(this.#knowing, this.#isOpen);
		const element = elementOf(inner);
		const [draw] = inner.draws;
		if (draw === undefined) return () => copies(element(new Map()), times);
		for (const each of inner.constants) this.constants.add(each);
		const known = this.draws.find(
			({ call, drawing }) => call.fact === draw.call.fact && call.frame === draw.call.frame && drawing?.draws.of === 'list',
		);
		const sources = inner.draws.flatMap(each => [each.call, ...each.sources]);
		const list = drawnEvenly(inner.draws, element);
		if (list === undefined) return undefined;
		return this.#left(known ?? { call: draw.call, sources, drawing: { draws: { of: 'list' }, min: 0, max: 0, length: times, list } });
	}

	/** What a function gives each time that a call for so many places makes of it. */
	#each(site: Site<Call>, depth: number): Formula | undefined {
		const repeat = repeatOf(site, this.#knowing.provenance, each => this.#number(each, depth));
		if (repeat === undefined) return undefined;
		const { called, times } = repeat;
		return this.#repeated(times, depth, inner =>
			called.kind === 'function' ? inner.#returned(called.site, depth) : inner.read(called.site, depth),
		);
	}

	#mutates(method: string): boolean {
		const row = this.#knowing.rows.method(method);
		return row === undefined || row.mutates !== undefined;
	}

	#definition(definition: Definition, site: Site<Value>, depth: number): Formula {
		if (definition.kind === 'import') return this.#constant(staticValue(this.#knowing.provenance.roots, site) ?? unknown);
		if (definition.kind !== 'value' && definition.kind !== 'parameter') return nothing;
		const owner = functionAt(site.module, definition.function);
		const frame = owner === undefined ? undefined : frameOf(owner, site.frame);
		if (definition.kind === 'value')
			return takenOut(this.read({ module: site.module, fact: definition.value, frame }, depth), definition.path);
		const call = frame?.call;
		const given = owner === undefined || call !== undefined ? undefined : this.#given.get(owner)?.[definition.index];
		if (given !== undefined) return takenOut(drawn => (drawn.has(given) ? drawn.get(given) : unknown), definition.path);
		if (call === undefined || definition.rest || isSpreadBefore(call.fact, definition.index)) return nothing;
		const argument = call.fact.args[definition.index];
		const standard = owner?.parameters[definition.index]?.default;
		if (argument !== undefined) return takenOut(this.read(at(argument, call), depth), definition.path);
		const missing = standard === undefined ? () => undefined : this.read({ module: site.module, fact: standard, frame }, depth);
		return takenOut(missing, definition.path);
	}

	#member({ fact, ...place }: Site<MemberValue>, depth: number): Formula {
		const { object, property } = fact;
		const field = fieldValue(this.#knowing.provenance, { fact, ...place });
		if (field !== undefined) return this.read(field, depth);
		if (object.kind === 'global' && typeof property === 'string') return this.#constant(constantOf(object.name, property));
		const holder = this.read(at(object, place), depth);
		const key = typeof property === 'string' ? () => property : this.read(at(property, place), depth);
		return memberTaken(holder, key, mayStop(fact));
	}

	#call(site: Site<Call>, depth: number): Formula {
		const matches = rowsOfCall(this.#knowing, site);
		const draw = matches.find((match): match is RowMatch<DrawRow> => match.row.effect === 'draw');
		if (draw !== undefined) return this.#draw(site, draw, depth);
		const made = this.#shuffled(site, depth) ?? this.#held(site, depth);
		if (made !== undefined) return made;
		if (matches.some(({ row }) => row.effect === 'random' || row.effect === 'clock')) return nothing;
		const [callee, ...others] = this.#knowing.provenance.roots(at(site.fact.callee, site));
		if (callee?.kind === 'function' && others.length === 0) return this.#result(callee, site, depth);
		const repeated = this.#each(site, depth);
		if (repeated !== undefined) return repeated;
		const args = this.#pieces(site.fact.args, site, depth);
		const known = callee?.kind === 'origin' && others.length === 0 ? knownCall(callee, site, args) : undefined;
		if (known !== undefined) return known;
		const { callee: called } = site.fact;
		if (site.fact.form !== 'call' || called.kind !== 'member' || typeof called.property !== 'string') return nothing;
		const receiver = this.read(at(called.object, site), depth);
		const callback = callsBack(called.property) ? this.#callback(site, depth) : undefined;
		return methodCall(receiver, called.property, args, { callback, isOptional: mayStop(called) });
	}

	#held(site: Site<Call>, depth: number): Formula | undefined {
		const result = (root: FunctionRoot, call: Site<Call>): Formula => this.#result(root, call, depth);
		return heldFormula(this.#knowing.provenance, site, value => this.read(value, depth), result);
	}

	/** The function that a method is handed first, of the project or of the language. */
	#callback({ fact, ...place }: Site<Call>, depth: number): Callback | undefined {
		const [first] = fact.args;
		if (first?.kind === 'global') return functionNamed(first.name);
		const site = first === undefined ? undefined : callbackAt(this.#knowing.provenance, at(first, place));
		if (site === undefined || site.fact.returns.length === 0) return undefined;
		const target = site.fact;
		const given =
			this.#given.get(target) ?? target.parameters.map((): Draw => ({ call: { ...place, fact }, sources: [], drawing: undefined }));
		this.#given.set(target, given);
		const result = this.#returned(site, depth);
		return (drawn, values) =>
			result(new Map([...drawn, ...given.map((each, index): readonly [Draw, unknown] => [each, values[index]])]));
	}

	#result({ site: target, receiver, path }: FunctionRoot, call: Site<Call>, depth: number): Formula {
		const frame =
			path.length === 0 && !target.fact.generator && call.fact.form === 'call' ? entered(target, call, receiver) : undefined;
		if (frame === undefined || target.fact.returns.length === 0) return nothing;
		return this.#returned(seenThrough(target, frame), depth);
	}

	#returned(target: Site<FunctionFacts>, depth: number): Formula {
		const results = target.fact.returns.map(({ value, region }) => ({
			when: regionFormula(target, region, test => this.read(test, depth)),
			value: this.read(at(value, target), depth),
		}));
		return firstOf(results);
	}

	#draw(call: Site<Call>, { row, match }: RowMatch<DrawRow>, depth: number): Formula {
		const sources = match.calls.flatMap(({ site }) => site ?? []);
		if (![call, ...sources].some(each => this.#isOpen(each))) return nothing;
		const known = this.draws.find(each => each.call.fact === call.fact && each.call.frame === call.frame);
		return this.#left(known ?? { call, sources, drawing: drawingOf(row, sources, value => this.read(value, depth)(new Map())) });
	}

	/** A list that a random comparison sorts. */
	#shuffled(call: Site<Call>, depth: number): Formula | undefined {
		const sources = shufflersOf(call, this.#knowing).filter(each => this.#isOpen(each));
		if (sources.length === 0 || call.fact.callee.kind !== 'member') return undefined;
		const list = this.read(at(call.fact.callee.object, call), depth)(new Map());
		const known = this.draws.find(each => each.call.fact === call.fact);
		return this.#left(known ?? { call, sources, drawing: { draws: { of: 'order', argument: 0 }, min: 0, max: 0, length: 0, list } });
	}

	#left(draw: Draw): Formula {
		if (!this.draws.includes(draw)) this.draws.push(draw);
		return drawn => (drawn.has(draw) ? drawn.get(draw) : unknown);
	}
}
