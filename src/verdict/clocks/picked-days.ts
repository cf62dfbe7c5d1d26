import type { Influence } from '../../effects/model.ts';
import { valuesIn } from '../../effects/value-parts.ts';
import type { Path } from '../../provenance/model.ts';
import { definitionsOf } from '../../syntax/definitions.ts';
import type { Call, ModuleFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { renderedFor } from '../rendered-elements.ts';
import { nameSought, namesSought } from '../sought-texts.ts';
import { hasYear, hasYearInside } from './year-texts.ts';

const parts: Path = [{ kind: 'parts' }];

/** A day of a month, as a calendar shows it. */
const day = /^\^?(?:0?[1-9]|[12]\d|3[01])\$?$/;

/**
 * A year that is written down in an assertion, where the test has picked a day in a calendar that opens on the present month:
 * `click(screen.getByText('15')); expect(input).toHaveValue('06/15/2026')`. Silent where any other text of the file has a year in it: the test may
 * have chosen the month.
 */
export function pickedYear(models: Models, scope: Scope, claim: Claim): Influence | undefined {
	const { module } = models;
	if (
		claim.site.module !== module ||
		scope.body.module !== module ||
		![claim.expected?.fact, ...namesSought(claim.actual.fact)].some(hasYear)
	)
		return undefined;
	const own = functionsWithin(module.facts, scope.body.fact);
	const claims = models.assertionsIn(scope).map(({ place }) => place);
	if (!own.some(({ calls }) => calls.some(call => isPick(call, claims, module.facts))) || saysYearElsewhere(models)) return undefined;
	return renderedFor(models, scope)
		.flatMap(element => models.effects.behind(element, parts))
		.find(({ kind }) => kind === 'clock');
}

/** A call that is no assertion and is handed an element which is found by a day: `fireEvent.click(screen.getByText('15'))`. */
function isPick({ args, usage, start }: Call, claims: readonly Span[], { bindings }: ModuleFacts): boolean {
	if ((usage !== 'discarded' && usage !== 'awaited') || claims.some(place => start >= place.start && start < place.end)) return false;
	const held = args
		.flatMap(argument => definitionsOf({ bindings }, argument))
		.flatMap(each => (each.kind === 'value' ? [each.value] : []));
	return [...args, ...held].some(value => namesSought(value).some(isDay));
}

function isDay(value: Value): boolean {
	if (hasYear(value)) return true;
	return value.kind === 'regexp'
		? day.test(value.pattern)
		: value.kind === 'literal' && typeof value.value === 'string' && day.test(value.value);
}

/** Whether a year stands in the file where nothing is asserted and no element is looked for. */
function saysYearElsewhere({ module, assertions }: Models): boolean {
	const { facts } = module;
	const [whole] = facts.functions;
	const claims = whole === undefined ? [] : assertions.in({ module, fact: whole }).map(({ site }) => site.fact);
	const asked = facts.functions.flatMap(({ calls }) => calls.filter(call => nameSought(call) !== undefined));
	const isElsewhere = (value: Value): boolean => hasYearInside(value) && ![...claims, ...asked].some(each => holds(each, value));
	return facts.functions.some(fact => [...valuesIn(fact, facts)].some(isElsewhere));
}
