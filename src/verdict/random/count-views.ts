import { globalName } from '../../syntax/global-name.ts';
import { distance } from '../../knowledge/counting-words.ts';
import type { Site } from '../../project/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Value } from '../../syntax/facts.ts';

/** What is told of a counter: so many times what it counts, and something added to that. */
export interface CountView {
	readonly counter: Site<Value>;
	/** Greater than nought. */
	readonly factor: number;
	readonly added: number;
	/** How far that lies from nought. */
	readonly isDistance: boolean;
}

/** How far one value is followed to another. */
const maxHops = 6;

/** `hits`, `hits / 1000`, `Math.abs(hits / 1000 - 0.5)`; undefined for anything else. */
export function viewOf(
	provenance: Provenance,
	site: Site<Value>,
	isCounter: (site: Site<Value>) => boolean,
	hops = 0,
): CountView | undefined {
	const { fact } = site;
	if (hops > maxHops) return undefined;
	if (isCounter(site)) return { counter: site, factor: 1, added: 0, isDistance: false };
	const inner = (value: Value | undefined): CountView | undefined =>
		value === undefined ? undefined : viewOf(provenance, at(value, site), isCounter, hops + 1);
	if (fact.kind === 'operation') return computedOf(provenance, inner(fact.operands[0]), fact.operator, fact.operands[1], site);
	if (fact.kind === 'call') {
		const view = globalName(fact.callee) === distance ? inner(fact.args[0]) : undefined;
		return view === undefined || view.isDistance ? undefined : { ...view, isDistance: true };
	}
	return inner(soleValue(site.module.facts, fact));
}

function computedOf(
	provenance: Provenance,
	view: CountView | undefined,
	operator: string,
	right: Value | undefined,
	place: Site<Value>,
): CountView | undefined {
	const by = right === undefined ? undefined : staticValue(provenance.roots, at(right, place));
	if (view === undefined || view.isDistance || typeof by !== 'number') return undefined;
	if (operator === '+' || operator === '-') return { ...view, added: operator === '+' ? view.added + by : view.added - by };
	if ((operator !== '*' && operator !== '/') || by <= 0) return undefined;
	const scaled = (value: number): number => (operator === '*' ? value * by : value / by);
	return { ...view, factor: scaled(view.factor), added: scaled(view.added) };
}
