import type { AliasRow, ApiRow, MethodRow } from '../knowledge/row.ts';
import type { Origin, Step } from './model.ts';
import { type Match, type Pattern, type PatternStep, matchPattern, parsePattern } from './pattern.ts';

/** A row with its path read. */
export interface CompiledRow<Row extends ApiRow = ApiRow> {
	readonly row: Row;
	readonly pattern: Pattern;
	/** The names that a path may end with, calls aside, which the pattern takes as a whole; undefined for any. */
	readonly ends: ReadonlySet<string> | undefined;
}

function endsOf(pattern: Pattern): ReadonlySet<string> | undefined {
	const last = pattern.findLast(({ kind }) => kind !== 'call' && kind !== 'construct');
	return last?.kind === 'property' ? last.names : undefined;
}

/** What a path ends with, calls aside, by its name. */
function endOf({ steps }: Origin): string | undefined {
	const last = steps.findLast(({ kind }) => kind !== 'call' && kind !== 'construct' && kind !== 'await');
	return last?.kind === 'property' ? last.name : last?.kind === 'position' ? String(last.index) : undefined;
}

function mayTakeAll({ ends }: CompiledRow, end: string | undefined): boolean {
	return ends === undefined || (end !== undefined && ends.has(end));
}

/** A row whose path fits an origin; its conditions are not looked at yet. */
export interface Fit<Row extends ApiRow = ApiRow> {
	readonly row: Row;
	readonly origin: Origin;
	readonly match: Match;
}

/** What the paths of an effect's rows end with. */
interface LastNames {
	readonly names: ReadonlySet<string>;
	/** One ends with any property. */
	readonly any: boolean;
}

/** The rows of one package by the name that their paths begin with. */
class RowIndex {
	readonly #byName = new Map<string, CompiledRow[]>();
	/** With the open rows behind them, as far as was asked. */
	readonly #named = new Map<string, readonly CompiledRow[]>();
	/** Rows whose paths begin with something else. */
	readonly #open: CompiledRow[] = [];
	readonly #effects = new Set<ApiRow['effect']>();

	add(compiled: CompiledRow): void {
		const [wanted] = compiled.pattern;
		this.#effects.add(compiled.row.effect);
		if (wanted?.kind !== 'property') this.#open.push(compiled);
		for (const name of wanted?.kind === 'property' ? wanted.names : []) {
			const known = this.#byName.get(name);
			if (known === undefined) this.#byName.set(name, [compiled]);
			else known.push(compiled);
		}
	}

	has(effect: ApiRow['effect']): boolean {
		return this.#effects.has(effect);
	}

	/** The paths of rows of an effect. */
	patterns(effect: ApiRow['effect']): readonly Pattern[] {
		const compiled = new Set([...this.#byName.values(), this.#open].flat());
		return [...compiled].flatMap(({ row, pattern }) => (row.effect === effect ? [pattern] : []));
	}

	candidates({ steps }: Origin): readonly CompiledRow[] {
		const first = steps.find(step => step.kind === 'property' && step.name !== 'default') ?? steps[0];
		const own = first?.kind === 'property' ? this.#byName.get(first.name) : undefined;
		if (own === undefined || first?.kind !== 'property') return this.#open;
		const named = this.#named.get(first.name) ?? [...own, ...this.#open];
		this.#named.set(first.name, named);
		return named;
	}
}

/** The knowledge, ready to be asked. Immutable once made. */
export class Rows {
	readonly #facts = new Map<string, RowIndex>();
	readonly #aliases = new Map<string, RowIndex>();
	readonly #packages = new Map<ApiRow['effect'], ReadonlySet<string>>();
	readonly #last = new Map<ApiRow['effect'], LastNames>();
	readonly #methods: ReadonlyMap<string, MethodRow>;
	readonly #all: readonly ApiRow[];

	constructor(rows: readonly ApiRow[], methods: readonly MethodRow[]) {
		this.#all = rows;
		for (const row of rows) {
			const pattern = parsePattern(row.path);
			const compiled = { row, pattern, ends: endsOf(pattern) };
			for (const name of typeof row.from === 'string' ? [row.from] : row.from) {
				const index = row.effect === 'alias' ? this.#aliases : this.#facts;
				const known = index.get(name) ?? new RowIndex();
				index.set(name, known);
				known.add(compiled);
			}
		}
		this.#methods = new Map(methods.map(method => [method.method, method]));
	}

	/** The rows that fit, and others beside them. */
	changed(fits: (row: ApiRow) => boolean, others: readonly ApiRow[]): Rows {
		return new Rows([...this.#all.filter(fits), ...others], [...this.#methods.values()]);
	}

	/** Rows whose path leads to the origin or to something before it on its way, longest first. What is opened is asked of the path as it is written. */
	fits(origin: Origin, isWanted: (compiled: CompiledRow, end: string | undefined) => boolean = () => true, whole = false): Fit[] {
		const canonical = this.canonical(origin);
		const fits: Fit[] = [];
		const note = (from: Origin, mayFit: (row: ApiRow) => boolean): void => {
			const end = endOf(from);
			for (const compiled of this.#candidates(from)) {
				const match = isWanted(compiled, end) && mayFit(compiled.row) ? matchPattern(compiled.pattern, from, whole) : undefined;
				if (match !== undefined) fits.push({ row: compiled.row, origin: from, match });
			}
		};
		note(canonical, ({ effect }) => effect !== 'open' || canonical === origin);
		if (canonical !== origin) note(origin, ({ effect }) => effect === 'open');
		return fits.length < 2 ? fits : fits.sort((one, other) => other.match.length - one.match.length);
	}

	/** Those whose path leads to the origin, though it may lead to something before it as well: `request(app).get('/').expect(200).expect(check)`. */
	wholeFits(origin: Origin): Fit[] {
		return this.fits(origin, mayTakeAll, true);
	}

	#candidates(origin: Origin): readonly CompiledRow[] {
		return this.#facts.get(origin.from)?.candidates(origin) ?? [];
	}

	/** The packages that have a row of the effect. */
	packagesOf(effect: ApiRow['effect']): ReadonlySet<string> {
		const known = this.#packages.get(effect) ?? new Set([...this.#facts].flatMap(([name, index]) => (index.has(effect) ? [name] : [])));
		this.#packages.set(effect, known);
		return known;
	}

	/** Whether a path that a row of the effect is about may end with the property: what no row ends with needs no further look. */
	mayEnd(effect: ApiRow['effect'], name: string): boolean {
		const known = this.#last.get(effect) ?? this.#lastNames(effect);
		this.#last.set(effect, known);
		return known.any || known.names.has(name);
	}

	#lastNames(effect: ApiRow['effect']): LastNames {
		const lastOf = (indexes: ReadonlyMap<string, RowIndex>, each: ApiRow['effect']): readonly (PatternStep | undefined)[] =>
			[...this.packagesOf(effect)]
				.flatMap(name => indexes.get(name)?.patterns(each) ?? [])
				.flatMap(pattern =>
					pattern.length === 0 ? [] : [pattern.findLast(({ kind }) => kind === 'property' || kind === 'any' || kind === 'run')],
				);
		const [own, aliases] = [lastOf(this.#facts, effect), lastOf(this.#aliases, 'alias')];
		return {
			names: new Set([...own, ...aliases].flatMap(step => (step?.kind === 'property' ? [...step.names] : []))),
			any: own.some(step => step !== undefined && step.kind !== 'property'),
		};
	}

	method(name: string): MethodRow | undefined {
		return this.#methods.get(name);
	}

	/** What a method of the language hands to a parameter of its callback. */
	methodCallback(name: string, argument: number, parameter: number): 'element' | 'receiver' | undefined {
		const callback = this.#methods.get(name)?.callback;
		if (callback?.argument !== argument) return undefined;
		return callback.element === parameter ? 'element' : callback.receiver === parameter ? 'receiver' : undefined;
	}

	/** Whether any row is about the package. */
	knows(from: string): boolean {
		return this.#facts.has(from) || this.#aliases.has(from);
	}

	hasAliases(from: string): boolean {
		return this.#aliases.has(from);
	}

	/** The origin under the name that rows use for it: aliases replaced. */
	canonical(origin: Origin): Origin {
		let current = origin;
		for (let hop = 0; hop < 8; hop++) {
			const next = this.#renamed(current);
			if (next === undefined) return current;
			current = next;
		}
		return current;
	}

	#renamed(origin: Origin): Origin | undefined {
		for (const { row, pattern } of this.#aliases.get(origin.from)?.candidates(origin) ?? []) {
			if (row.effect !== 'alias') continue;
			const match = matchPattern(pattern, origin);
			if (match !== undefined && (row.handed === undefined || isHanded(row.handed, origin, match)))
				return renamed(row, origin, match);
		}
		return undefined;
	}
}

/** What the new name constructs is what the last call of the old one made. */
/** Whether the call is handed one of the texts, and something is taken from its answer: the call by itself is what it is. */
function isHanded(texts: readonly string[], { steps }: Origin, { calls, length }: Match): boolean {
	const [first] = calls.at(-1)?.site?.fact.args ?? [];
	return (
		first?.kind === 'literal' &&
		typeof first.value === 'string' &&
		texts.includes(first.value) &&
		steps.slice(length).some(({ kind }) => kind !== 'await')
	);
}

function renamed(row: AliasRow, origin: Origin, match: Match): Origin {
	const site = match.calls.at(-1)?.site;
	const steps = pathSteps(row.to).map((step): Step => (step.kind === 'construct' ? { kind: 'construct', site } : step));
	return { from: row.in ?? origin.from, steps: [...steps, ...origin.steps.slice(match.length)] };
}

/** The steps that a plain path of the row language stands for. */
export function pathSteps(path: string): Step[] {
	return parsePattern(path).flatMap((step): Step[] => {
		if (step.kind === 'property') return [...step.names].map((name): Step => ({ kind: 'property', name }));
		return step.kind === 'construct' ? [{ kind: 'construct', site: undefined }] : [];
	});
}
