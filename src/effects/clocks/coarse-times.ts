import { coarseForms } from '../../knowledge/date-words.ts';
import type { Site } from '../../project/model.ts';
import { matchRows } from '../../provenance/match.ts';
import type { Origin, Path, Root } from '../../provenance/model.ts';
import type { Rows } from '../../provenance/rows.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import { throughAnswers } from '../answers/answers.ts';
import type { Flow } from '../flow.ts';
import { isClock } from '../influences.ts';
import type { Knowing } from '../knowing.ts';
import { isSource } from '../sources.ts';
import { contributions } from '../transfer.ts';
import { computedFrom } from '../value-parts.ts';
import { type ClockForm, type ClockReading, isOfCalendar } from './clock-forms.ts';
import { clockWord } from './clock-words.ts';
import { carriedBy } from '../carried.ts';

/** How far a value is followed to what it is computed from. */
const maxDepth = 10;
/** Values that one question may look at; nothing is known of what lies beyond. */
const budget = 300;

/** What is asked of the clock by other questions. */
export interface CoarseTimes {
	readonly knowing: Knowing;
	readonly flow: Flow;
	readonly read: (site: Site<Value>, path: Path) => ClockReading;
}

/**
 * Whether the clock is seen to tell no more to a value, or to what `path` takes from it, than what stays the same for a while: a part of the calendar, a day, a length
 * of time, a yes or no. Of an object, or a text, each part that the clock is behind has to be such.
 * Any other time is another one in the next millisecond, and never what is written down.
 */
export function isCoarse(times: CoarseTimes, site: Site<Value>, path: Path): boolean {
	return new CoarseReader(times).isCoarse(site, path, 0);
}

class CoarseReader {
	readonly #times: CoarseTimes;
	readonly #open = new Set<Value>();
	#spent = 0;

	constructor(times: CoarseTimes) {
		this.#times = times;
	}

	isCoarse(site: Site<Value>, path: Path, depth: number): boolean {
		if (depth > maxDepth || this.#spent++ > budget || this.#open.has(site.fact)) return false;
		if (this.#saysLess(site, path)) return true;
		this.#open.add(site.fact);
		const { provenance } = this.#times.knowing;
		const found = throughAnswers(provenance, provenance.roots(site, path)).some(root => this.#isCoarseRoot(root, depth + 1));
		this.#open.delete(site.fact);
		return found;
	}

	#saysLess(site: Site<Value>, path: Path): boolean {
		const reading = this.#times.read(site, path);
		return lasting.has(reading.form) || isOfCalendar(reading) || reading.unit >= minute;
	}

	#isCoarseRoot(root: Root, depth: number): boolean {
		const {
			flow,
			knowing: { rows },
		} = this.#times;
		if (root.conditions.some(condition => flow.deciding(condition).some(isClock) && this.#saysLess(condition, []))) return true;
		if (!flow.ofRoot(root).some(isClock)) return isSearched(root, rows);
		if (root.kind === 'made')
			return (
				root.path.length === 0 &&
				this.#areCoarse(
					computedFrom(root.site.fact).map(part => at(part, root.site)),
					depth,
				)
			);
		return root.kind === 'origin' && this.#isCoarseOrigin(root.origin, depth);
	}

	#areCoarse(sites: readonly Site<Value>[], depth: number): boolean {
		const clocks = sites.filter(site => this.#times.flow.behind(site, [{ kind: 'parts' }]).some(isClock));
		return clocks.length > 0 && clocks.every(site => this.isCoarse(site, [], depth));
	}

	#isCoarseOrigin(origin: Origin, depth: number): boolean {
		const { rows, provenance } = this.#times.knowing;
		if (origin.steps.some(step => step.kind === 'property' && isCoarseForm(step.name))) return true;
		const found = matchRows(rows, provenance.roots, origin).find(match => isSource(match) || match.row.effect === 'flow');
		return found?.row.effect === 'flow' && this.#areCoarse(carriedBy(found, found.row), depth);
	}
}

const lasting: ReadonlySet<ClockForm> = new Set(['part', 'decision', 'elapsed']);
const minute = 60_000;

/** Whether a list is searched on the way: which elements are left is all that the clock tells then. */
function isSearched(root: Root, rows: Rows): boolean {
	const steps = root.kind === 'made' ? root.path : root.kind === 'origin' ? root.origin.steps : [];
	return contributions(steps, rows).some(({ picks }) => picks);
}

function isCoarseForm(name: string): boolean {
	return coarseForms.test(name) || ['part', 'distance', 'decision'].includes(clockWord(name));
}
