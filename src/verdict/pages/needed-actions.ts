import { openingWait } from '../../knowledge/page-words.ts';
import { chainOf } from '../../effects/value-parts.ts';
import type { Path } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';
import { type Read, saysAbsent } from './ui-readings.ts';

/**
 * What is so before anything happened, or as long as nothing does, is no race. What a script of the page sets may not be there when the page is, and a page that
 * has just opened is empty at first.
 */
export function needsAction(read: Read, claim: Claim, models: Models): boolean {
	const { row, origin } = read;
	const hasMatchers = origin?.from.startsWith('puppeteer') !== true && row.matcher !== undefined;
	return row.of === 'page' ? !isOfSet(read, claim) && !isOfNew(read, models) : !hasMatchers || saysAbsent(row, claim);
}

/** `(await page.waitForEvent('popup')).url()`, and that of a page which is waited for beside what opens it. */
function isOfNew({ call }: Read, { provenance }: Models): boolean {
	const { callee } = call.fact;
	if (callee.kind !== 'member') return false;
	return provenance.origins(at(callee.object, call)).some(({ steps }) =>
		steps.some((step, index) => {
			if (step.kind === 'property') return step.name === openingWait;
			return step.kind === 'call' && opens(step.site.fact, steps.slice(index + 1));
		}),
	);
}

/** Whether what is taken from a list of promises is what the wait for a page gives. */
function opens({ args: [list] }: Call, taken: Path): boolean {
	const position = taken.find(({ kind }) => kind === 'position');
	const promise =
		list?.kind === 'array' && position?.kind === 'position' && position.index !== undefined ? list.elements[position.index] : undefined;
	return promise?.kind === 'call' && promise.callee.kind === 'member' && promise.callee.property === openingWait;
}

/** `expect(await page.evaluate(() => window.results)).toBeDefined()` */
function isOfSet({ row, call: { fact, module } }: Read, { relation, negated }: Claim): boolean {
	const [script] = fact.args;
	const [given, ...others] = script?.kind === 'function' ? (module.facts.functions[script.function]?.returns ?? []) : [];
	const isThere = (relation === 'nothing' && negated) || (relation === 'truthy' && !negated);
	if (!isThere || row.tells !== 'value' || fact.callee.kind !== 'member') return false;
	return others.length === 0 && given !== undefined && isKeptByWindow(given.value);
}

/** `window.results` */
function isKeptByWindow(value: Value): boolean {
	const { root, path } = chainOf(value);
	return value.kind === 'member' && root.kind === 'global' && root.name === 'window' && path.length > 0;
}
