import type { Witness } from '../../effects/witness.ts';
import { witnessOf } from '../../effects/witness.ts';
import { apiName } from '../../effects/api-name.ts';
import type { Site } from '../../project/model.ts';
import { matchRows } from '../../provenance/match.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { FunctionFacts } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';

/** Where rows put what a listener of output is handed. */
const output = 'CapturedOutput';

/** The way to the output, where an assertion wants a certain number from a variable that a listener counts the output's lines in. */
export function countedOutputBehind(models: Models, { actual, expected, relation }: Claim): Witness | undefined {
	const { module, provenance } = models;
	if (
		actual.fact.kind !== 'reference' ||
		actual.module !== module ||
		expected === undefined ||
		(relation !== 'identical' && relation !== 'deep-equal')
	)
		return undefined;
	const count = staticValue(provenance.roots, expected);
	if (typeof count !== 'number' || count === 0) return undefined;
	const { binding } = actual.fact;
	for (const fact of module.facts.functions) {
		const counts = fact.writes.some(
			({ target, operator }) => target.kind === 'reference' && target.binding === binding && (operator === '++' || operator === '+='),
		);
		const heard = counts ? heardBy(models, { module, fact }) : undefined;
		if (heard !== undefined) return heard;
	}
	return undefined;
}

/** What calls a function with pieces of output: `console.warn = () => …`, `process.on('warning', () => …)`. */
function heardBy({ provenance, rows }: Models, { module, fact }: Site<FunctionFacts>): Witness | undefined {
	const { passedTo } = fact;
	const parent = functionAt(module, fact.parent ?? 0);
	const write = parent?.writes.find(({ value }) => value?.kind === 'function' && functionAt(module, value.function) === fact);
	const asked = passedTo?.call ?? write?.target;
	if (asked === undefined) return undefined;
	for (const origin of provenance.origins(at(asked, { module }))) {
		const found = matchRows(rows, provenance.roots, origin).find(
			({ row }) => row.effect === 'calls' && row.parameters?.some(name => name.startsWith(output)) === true,
		);
		if (found !== undefined) return witnessOf(apiName(found.origin, found.match), { module, fact: asked });
	}
	return undefined;
}
