import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';
import { namedValue } from './constant.ts';
import type { Assertion } from './model.ts';
import { isPosition, spyUse } from './spy.ts';

/** What of a spy's calls an assertion is about. */
export interface SpyAspect {
	readonly spy: Site<Value>;
	/**
	 * - `count`: how many there were
	 * - `calls`: all of them, one after the other
	 * - `nth`: one, by its place among them
	 * - `some`: that there was one, or one with these arguments, or something else that they are asked
	 */
	readonly aspect: 'count' | 'calls' | 'nth' | 'some';
}

/** Undefined where the assertion is not about a spy. */
export function spyAspect({ relation, actual }: Assertion, provenance: Provenance): SpyAspect | undefined {
	switch (relation) {
		case 'called-times':
			return { spy: actual, aspect: 'count' };
		case 'nth-called-with':
			return { spy: actual, aspect: 'nth' };
		case 'called':
		case 'called-with':
			return { spy: actual, aspect: 'some' };
		default: {
			const found = aspectOf(actual, provenance);
			return found?.aspect === 'calls' && relation === 'length' ? { ...found, aspect: 'count' } : found;
		}
	}
}

/** What is made of each call is as much about all of them, `spy.mock.calls.map(([line]) => line)`, and a part of one is about that one. */
function aspectOf(site: Site<Value>, provenance: Provenance): SpyAspect | undefined {
	const use = spyUse(site, provenance);
	if (use !== undefined)
		return { spy: use.spy, aspect: use.tells === 'count' || use.tells === 'calls' || use.tells === 'nth' ? use.tells : 'some' };
	const named = namedValue(site);
	const taken = named.fact.kind === 'call' ? named.fact.callee : named.fact;
	if (taken.kind !== 'member') return undefined;
	const whole = aspectOf(at(taken.object, named), provenance);
	if (whole?.aspect !== 'calls') return whole;
	if (named.fact.kind === 'call') return taken.property === 'map' ? whole : { ...whole, aspect: 'some' };
	return { ...whole, aspect: isPosition(taken.property) ? 'nth' : 'some' };
}
