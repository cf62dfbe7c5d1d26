import { partsOfSettings, settingPart, tellingPart } from '../../knowledge/date-words.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Influence } from '../model.ts';
import { holderOf } from './remade-dates.ts';

/**
 * Whether what is asked of a date is a part of it that the code has set, maybe under a condition, to something that is not read from a clock: `if (time) date.setHours(time.hours)`,
 * `date.getHours()`. Where that is to be one fixed number, the condition holds in each run that passes.
 */
export function asksPartSetThere(asked: Site<Value>, { source }: Influence, isOfClock: (value: Site<Value>) => boolean): boolean {
	const part = partAsked(soleValue(asked.module.facts, asked.fact) ?? asked.fact);
	if (part === undefined) return false;
	for (let site: Site<Value> | undefined = source; site !== undefined; site = site.frame?.call) {
		const { module, fact } = site;
		const place = site;
		const isSetting = (call: Call, method: string): boolean => {
			const value = call.args[argumentFor(method, part)];
			return value !== undefined && value.kind !== 'spread' && !isOfClock(at(value, place));
		};
		const holder = holderOf(module.facts, fact);
		if (
			holder?.definitions.some(each => each.kind === 'method' && each.into.length === 0 && isSetting(each.call, each.method)) === true
		)
			return true;
	}
	return false;
}

/** `Hours` of `date.getHours()`, `UTCHours` of `date.getUTCHours()`. */
export function partAsked(value: Value): string | undefined {
	if (value.kind !== 'call' || value.args.length > 0 || value.callee.kind !== 'member' || typeof value.callee.property !== 'string')
		return undefined;
	return tellingPart.exec(value.callee.property)?.[1];
}

/** Where a method that sets parts of a date takes one of them; -1 for one that does not set it. */
function argumentFor(method: string, part: string): number {
	const [, zone = '', set = ''] = settingPart.exec(method) ?? [];
	return (partsOfSettings.get(set) ?? []).findIndex(each => zone + each === part);
}
