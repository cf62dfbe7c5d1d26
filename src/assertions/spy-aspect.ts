import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Value } from '../syntax/facts.ts';
import type { Assertion } from './model.ts';
import { spyUse } from './spy.ts';

/** What of a spy's calls an assertion is about. */
export interface SpyAspect {
	readonly spy: Site<Value>;
	/**
	 * - `count`: how many there were
	 * - `calls`: all of them, one after the other
	 * - `nth`: one, by its place among them
	 * - `some`: that there was one, or one with these arguments
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
			const use = spyUse(actual, provenance);
			if (use === undefined) return undefined;
			const { spy, tells } = use;
			return tells === 'count' || tells === 'calls' || tells === 'nth' ? { spy, aspect: tells } : { spy, aspect: 'some' };
		}
	}
}
