import { absentMatchers, presentMatchers } from '../../knowledge/query-words.ts';
import type { Site } from '../../project/model.ts';
import type { FunctionFacts, Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';
import { type Sought, fits } from '../sought-texts.ts';
import { type ComponentState, type Setting, statesOf } from './component-states.ts';
import type { Piece } from './shown-pieces.ts';
import { isMet } from './state-conditions.ts';

/** Whether a claim wants the element to be there; undefined where it may want something else. */
export function wantedBy({ negated, matcher }: Claim, { query }: Sought): 'there' | 'gone' | undefined {
	const name = query.callee.kind === 'member' ? query.callee.property : undefined;
	if (typeof name !== 'string') return undefined;
	if (/^get(?:All)?By/.test(name)) return 'there';
	if (!/^queryBy/.test(name)) return undefined;
	if (absentMatchers.has(matcher)) return negated ? 'there' : 'gone';
	return presentMatchers.has(matcher) ? (negated ? 'gone' : 'there') : undefined;
}

/** `findByText` for `getByText` */
export function waitingQuery({ query }: Sought): string {
	const name = query.callee.kind === 'member' ? query.callee.property : undefined;
	return typeof name === 'string' ? name.replace(/^(?:get|query)/, 'find') : '';
}

/**
 * What brings a piece there, or takes it away, by a state alone: the settings after which it may be so, where it is not so at first; undefined where the state does not decide it.
 */
export function bringing(
	state: ComponentState,
	{ conditions, value, kind }: Piece,
	sought: Sought,
	wanted: 'there' | 'gone',
	{ module }: Site<FunctionFacts>,
): readonly Setting[] | undefined {
	const { binding, initial, settings } = state;
	const isShown = (now: Value | undefined): boolean | undefined => {
		const met = conditions.map(condition => isMet(condition, { binding, value: now }, module));
		if (kind === 'text' && value.kind === 'reference' && value.binding === binding)
			met.push(now?.kind === 'literal' ? isText(now, sought) : undefined);
		return met.includes(false) ? false : met.includes(undefined) ? undefined : true;
	};
	const first = isShown(initial);
	if (wanted === 'there') {
		if (first !== false) return undefined;
		const may = settings.filter(({ to }) => isShown(to) !== false);
		return may.length > 0 ? may : undefined;
	}
	if (first !== true) return undefined;
	const may = settings.filter(({ to }) => isShown(to) !== true);
	return may.length > 0 ? may : undefined;
}

/** Whether a piece is what is asked for: a text that is written down, or a state that is set to one. */
export function mayFit({ kind, value }: Piece, sought: Sought, models: Models, component: Site<FunctionFacts>): boolean {
	if ((kind === 'text') !== (sought.by === 'text')) return false;
	if (value.kind === 'literal') return isText(value, sought);
	return (
		value.kind === 'reference' &&
		statesOf(models, component).some(
			({ binding, settings }) => binding === value.binding && settings.some(({ to }) => to !== undefined && isText(to, sought)),
		)
	);
}

/** Whether a value is a text that is asked for. */
export function isText(value: Value, sought: Sought): boolean {
	return value.kind === 'literal' && typeof value.value === 'string' && fits(sought, value.value);
}
