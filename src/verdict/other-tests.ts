import type { Site } from '../project/model.ts';
import type { Span } from '../syntax/facts.ts';
import { holds } from '../syntax/spans.ts';
import type { Models, Scope } from './models.ts';

/** Whether something stands in another test of the file than the one that is looked at: of what both change, a test finds what it has put there itself. */
export function isInOtherTest({ framework }: Models, { body }: Scope, { module, fact }: Site<Span>): boolean {
	return (
		module === body.module &&
		!holds(body.fact, fact) &&
		framework.tests.some(test => test.body.module === module && holds(test.body.fact, fact) && !holds(test.body.fact, body.fact))
	);
}
