import type { Span } from '../../syntax/facts.ts';
import type { Claim } from '../models.ts';

/** That a spy was called, or that a call throws, is so at once or never: nothing runs between the call and the assertion. */
export function isSoAtOnce({ relation, negated }: Claim): boolean {
	return !negated && ['called', 'called-times', 'called-with', 'nth-called-with', 'throws'].includes(relation);
}

/** `assert.throws(load, error => { assert.match(error.message, /no/); … })` */
export function isAboutError({ relation, place }: Claim, { start, end }: Span): boolean {
	return relation === 'throws' && place.start < start && end <= place.end;
}
