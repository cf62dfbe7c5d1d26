import { allActs, frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { ActCondition, ActPlace, ActRow } from '../knowledge/frameworks/row.ts';
import { BySite } from '../project/by-site.ts';
import type { Site } from '../project/model.ts';
import type { Origin } from '../provenance/model.ts';
import { type Match, type Pattern, matchPattern, parsePattern } from '../provenance/pattern.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at, property } from '../provenance/walker.ts';
import type { Call, Value } from '../syntax/facts.ts';
import type { Framework } from './model.ts';
import { packageNameOf } from './package-names.ts';

/** A call that changes what the code under test sees, as a row knows it. */
export interface Act<Row extends ActRow = ActRow> {
	readonly row: Row;
	readonly site: Site<Call>;
	/** What stands at a place of the row; undefined where nothing does. */
	at(place: ActPlace): Site<Value> | undefined;
}

interface Compiled {
	readonly row: ActRow;
	readonly pattern: Pattern;
}

/** The names that the last property of a row's path may have; none for a call of the package itself. */
function lastNames(pattern: Pattern): readonly string[] {
	const last = pattern.findLast(step => step.kind === 'property');
	return last === undefined ? [''] : [...last.names];
}

const keyed = allActs.flatMap(row => {
	const pattern = parsePattern(row.path);
	return [row.from]
		.flat()
		.flatMap(from => lastNames(pattern).map(name => ({ key: `${from} ${name}`, name, compiled: { row, pattern } })));
});
const byKey: ReadonlyMap<string, readonly Compiled[]> = keyed.reduce(
	(groups, { key, compiled }) => groups.set(key, [...(groups.get(key) ?? []), compiled]),
	new Map<string, readonly Compiled[]>(),
);

/** Packages that have something that a row knows, `global` aside. */
export const actPackages: ReadonlySet<string> = new Set(allActs.flatMap(({ from }) => from).filter(from => from !== 'global'));
const actNames: ReadonlySet<string> = new Set(keyed.map(({ name }) => name));

/** Cheap: not a method that no row names. A call of a variable may be anything. */
export function mayAct({ callee }: Call): boolean {
	return callee.kind !== 'member' || typeof callee.property !== 'string' || actNames.has(callee.property);
}

/** Knows the calls that freeze clocks, put things back, and replace functions and modules. */
export class Acts {
	readonly #provenance: Provenance;
	readonly #frameworks: readonly Framework[];
	readonly #known = new BySite<Call, readonly Act[]>();

	constructor(provenance: Provenance, used: readonly Framework[]) {
		this.#provenance = provenance;
		this.#frameworks = used;
	}

	/** How a call acts on the clock: it fakes it, moves a fake one, or puts the real one back. */
	ofClock(site: Site<Call>): ActRow['act'] | undefined {
		const isOfClock = ({ row }: Act): boolean =>
			row.act === 'freeze' || row.act === 'advance' || (row.act === 'restore' && row.restores.includes('clock'));
		return this.of(site).find(isOfClock)?.row.act;
	}

	of(site: Site<Call>): readonly Act[] {
		return mayAct(site.fact) ? this.#known.of(site, () => this.#read(site)) : [];
	}

	#read(site: Site<Call>): readonly Act[] {
		return this.#provenance.origins(at(site.fact.callee, site)).flatMap(({ from, steps }) => {
			const origin: Origin = { from: packageNameOf(from), steps: [...steps, callStep(site)] };
			const last = steps.findLast(step => step.kind === 'property');
			return (byKey.get(`${origin.from} ${last?.kind === 'property' && last.name !== 'default' ? last.name : ''}`) ?? []).flatMap(
				({ row, pattern }) => {
					const match = this.#isForVersion(row) ? matchPattern(pattern, origin) : undefined;
					if (match?.length !== origin.steps.length || !this.#applies(row, match)) return [];
					return [{ row, site, at: (place: ActPlace) => valueAt(match, place) }];
				},
			);
		});
	}

	/** A version that nobody names is the newest. */
	#isForVersion({ since = 0, before = Infinity, from }: ActRow): boolean {
		if (since === 0 && before === Infinity) return true;
		const version =
			this.#frameworks.find(({ name }) => frameworks[name].imports.some(each => [from].flat().includes(each)))?.version ??
			Number.MAX_SAFE_INTEGER;
		return version >= since && version < before;
	}

	#applies({ when = [], unless = [] }: ActRow, match: Match): boolean {
		const holds = (condition: ActCondition): boolean => this.#holds(condition, match);
		return when.every(holds) && !unless.some(holds);
	}

	#holds(condition: ActCondition, match: Match): boolean {
		const value = valueAt(match, condition);
		if ('present' in condition) return (value !== undefined && !isUndefined(value.fact)) === condition.present;
		if (value === undefined) return false;
		if ('callable' in condition)
			return this.#provenance.roots(value).some(root => root.kind === 'function' || root.kind === 'origin') === condition.callable;
		const known = staticValue(this.#provenance.roots, value, condition.key?.split('.').map(property));
		return condition.in.some(each => each === known);
	}
}

function valueAt({ calls }: Match, { call, argument }: { readonly call?: number; readonly argument: number }): Site<Value> | undefined {
	const step = call === undefined ? calls.at(-1) : calls[call];
	const value = step?.site?.fact.args[argument];
	return value === undefined || step?.site === undefined ? undefined : at(value, step.site);
}

function isUndefined(value: Value): boolean {
	return value.kind === 'literal' && value.value === undefined;
}
