import { toleranceOf } from '../../assertions/tolerance.ts';
import type { Influence } from '../../effects/model.ts';
import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import { witnessOf } from '../../effects/witness.ts';
import { otherQuantities } from '../../knowledge/duration-words.ts';
import type { Site } from '../../project/model.ts';
import type { Root } from '../../provenance/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import { definitionsOf } from '../../syntax/definitions.ts';
import type { Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { wordsOf } from '../../syntax/words.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { boundsOf } from '../bounds.ts';
import { timersIn } from './told-lengths.ts';

/** Shorter waits are written with numbers that stand for anything. */
const shortest = 10;

/** How many milliseconds a tolerance is at least, and which part of the length: less is allowed for the rounding of what is computed. */
const roughly = { least: 1, part: 0.05 } as const;

/** A value that must be near to a number, or between two. */
interface Near {
	readonly value: Site<Value>;
	readonly least: number;
	readonly most: number;
	readonly tolerance: number;
}

/**
 * What must be near to just the number of milliseconds that something in the test waits, and comes from code that nobody sees: it was measured, whatever
 * it is called. `assert.closeTo(told(messages[0]), 100, 10)` behind `sleep(100)`. Undefined for everything else, and where a tolerance is at least as
 * long as `generous`.
 */
export function nearLength(models: Models, scope: Scope, claim: Claim, generous: number): Influence | undefined {
	const near = nearIn(models, claim).filter(
		({ least, tolerance }) =>
			least >= shortest && tolerance < generous && tolerance <= least && tolerance >= Math.max(roughly.least, least * roughly.part),
	);
	if (near.length === 0) return undefined;
	const waits = [...timersIn(models, scope), ...handedWaits(models, scope)];
	const found = near.find(({ value, least, most }) => waits.some(ms => ms >= least && ms <= most) && isUnseen(models, value));
	if (found === undefined) return undefined;
	const name = nameOf(found.value);
	return {
		kind: 'clock',
		row: undefined,
		api: name,
		origin: undefined,
		source: found.value,
		call: undefined,
		witness: witnessOf(name, found.value),
		picked: false,
		joined: false,
		narrowed: false,
	};
}

/** `closeTo(value, 100, 10)`, `within(90, 110)`, `Math.abs(value - 100) < 10`, `value - 100 < 10`. */
function nearIn(models: Models, claim: Claim): readonly Near[] {
	const { relation, negated, actual, expected, upper } = claim;
	if (negated) return [];
	if (expected !== undefined && (relation === 'close-to' || relation === 'within')) {
		const [own, other, tolerance] = [numberAt(models, actual), numberAt(models, expected), toleranceOf(claim, models.provenance)];
		const [value, least] = own === undefined ? [actual, other] : [expected, own];
		const most = relation === 'within' ? numberAt(models, upper) : least;
		return least === undefined || most === undefined || tolerance === undefined ? [] : [{ value, least, most, tolerance }];
	}
	return boundsOf(claim).flatMap(({ value, bound, isUpper }) => {
		const tolerance = isUpper ? numberAt(models, bound) : undefined;
		const apart = tolerance === undefined ? undefined : distanceIn(models, value);
		return apart === undefined || tolerance === undefined
			? []
			: [{ value: apart.value, least: apart.length, most: apart.length, tolerance }];
	});
}

/** What `value - 100` takes a number from. */
function distanceIn(models: Models, { fact, ...place }: Site<Value>): { readonly value: Site<Value>; readonly length: number } | undefined {
	const [one, other] = fact.kind === 'operation' && fact.operator === '-' ? fact.operands : [];
	if (one === undefined || other === undefined) return undefined;
	const [left, right] = [one, other].map(operand => numberAt(models, at(operand, place)));
	if (left === undefined && right !== undefined) return { value: at(one, place), length: right };
	return left !== undefined && right === undefined ? { value: at(other, place), length: left } : undefined;
}

function numberAt({ provenance }: Models, site: Site<Value> | undefined): number | undefined {
	const value = site === undefined ? undefined : staticValue(provenance.roots, site);
	return typeof value === 'number' ? value : undefined;
}

/** The waits of functions of the file that the test hands on by name: `timed(slowly)`. */
function handedWaits({ module, provenance, effects }: Models, { body }: Scope): readonly number[] {
	if (body.module !== module) return [];
	const handed = functionsWithin(module.facts, body.fact)
		.flatMap(({ calls }) => calls.flatMap(({ args }) => args))
		.filter(({ kind }) => kind === 'reference');
	const functions = handed
		.flatMap(argument => provenance.roots(at(argument, body)))
		.flatMap(root => (root.kind === 'function' && root.path.length === 0 && root.site.module === module ? [root.site] : []));
	return functions.flatMap(site => effects.sleepsIn(site)).flatMap(({ ms }) => ms ?? []);
}

/** Whether nobody sees where a value comes from, no part of it is a quantity of another kind, and it is not counted in the file itself. */
function isUnseen(models: Models, site: Site<Value>): boolean {
	const { module, fact } = site;
	const names = valuesInside(fact).flatMap(value =>
		value.kind === 'member' && typeof value.property === 'string'
			? [value.property]
			: value.kind === 'reference'
				? (module.facts.bindings[value.binding]?.word ?? [])
				: [],
	);
	if (names.some(name => otherQuantities.test(wordsOf(name)))) return false;
	return models.provenance.roots(site).some(isOpen) && !isCounted(site);
}

/** What is asked of an object that does not say it was put there by code which is not followed. */
function isOpen(root: Root): boolean {
	if (root.kind === 'made' || root.kind === 'instance') return root.path.length > 0;
	return root.kind === 'origin' || root.kind === 'unknown';
}

/** A variable that begins with a number, and is given others. */
function isCounted({ module: { facts }, fact }: Site<Value>): boolean {
	const given = definitionsOf(facts, fact);
	return (
		given.length > 1 &&
		given.some(each => each.kind === 'value' && each.value.kind === 'literal' && typeof each.value.value === 'number')
	);
}

function nameOf({ module: { facts }, fact }: Site<Value>): string {
	const { root, path } = chainOf(fact.kind === 'await' ? fact.value : fact.kind === 'call' ? fact.callee : fact);
	const holder = root.kind === 'reference' ? facts.bindings[root.binding]?.word : root.kind === 'global' ? root.name : undefined;
	return [holder, ...path].filter(name => name !== undefined).join('.') || 'a number';
}
