import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { FunctionFacts, Region } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/** How often a loop runs, where it counts up from nought: `i < 1000`. */
export function roundsOf({ provenance }: Models, { test }: Region, { module }: Site<FunctionFacts>): number | undefined {
	const [, bound] = test?.kind === 'operation' && test.operator === '<' ? test.operands : [];
	const rounds = bound === undefined ? undefined : staticValue(provenance.roots, { module, fact: bound });
	return typeof rounds === 'number' && rounds > 1 ? rounds : undefined;
}
