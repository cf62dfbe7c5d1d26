import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import type { Assertion } from './model.ts';

/** Jest's, Vitest's and Jasmine's standard: https://jestjs.io/docs/expect#tobeclosetonumber-numdigits */
const standardDigits = 2;

/**
 * The greatest difference between actual and expected that passes; of `within`, the width of the range. Undefined where there is none, or
 * where it is not written down.
 */
export function toleranceOf({ relation, tolerance, expected, upper }: Assertion, provenance: Provenance): number | undefined {
	if (relation === 'within') {
		const [low, high] = [expected, upper].map(site => (site === undefined ? undefined : staticValue(provenance.roots, site)));
		return typeof low === 'number' && typeof high === 'number' ? high - low : undefined;
	}
	if (tolerance === undefined) return undefined;
	const value = tolerance.value === undefined ? undefined : staticValue(provenance.roots, tolerance.value);
	if (tolerance.unit === 'delta') return typeof value === 'number' ? value : undefined;
	if (tolerance.value !== undefined && typeof value !== 'number') return undefined;
	return 10 ** -(typeof value === 'number' ? value : standardDigits) / 2;
}
