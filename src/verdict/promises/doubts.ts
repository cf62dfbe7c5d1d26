import type { Unheard } from './unheard-callbacks.ts';
import type { Unawaited } from './unawaited.ts';

/**
 * What speaks for leaving a dropped promise alone:
 * - `void`: it is marked, so that whoever wrote it does not mean to wait
 * - `closing`: a test ends with it what it opened itself
 * - `lazy`: it never begins, in each run, and expects nothing
 * - `beside`: a callback of something else ends the test, which may wait for this all the same
 * - `suite`: nothing but the habit of other test files, or of the file with other methods of the same thing, tells that it is one
 * - `unsure`: what the test goes on to may wait for it
 * - `asserted`: what the assertions behind it ask for may be done before it first waits
 */
export type Doubt = 'asserted' | 'beside' | 'closing' | 'lazy' | 'suite' | 'unsure' | 'void';

/** What speaks for leaving a dropped promise alone. */
export function* doubtsOf({ harm, promised, scope, meant, closing, mayBeAtOnce }: Unawaited): Iterable<Doubt> {
	const isOfTest = 'framework' in scope;
	if (meant) yield 'void';
	if (closing) yield 'closing';
	if (promised.lazy === true && isOfTest && harm !== 'assertion') yield 'lazy';
	if (promised.ofSuite === true) yield 'suite';
	if (harm === 'beside' || harm === 'unsure') yield harm;
	if (mayBeAtOnce && (harm === 'claimed' || (harm === 'left' && !closing && isOfTest))) yield 'asserted';
}

/** What speaks for leaving a callback alone that nobody waits for: nothing is known of what calls it, or another one ends the test. */
export function doubtsOfCallback(kind: Unheard['kind']): readonly ('callbacks' | 'beside')[] {
	if (kind === 'open') return ['callbacks'];
	return kind === 'guessed' || kind === 'passed' || kind === 'unset' ? ['beside'] : [];
}
