import { dateParts, settingToStart } from '../../knowledge/date-words.ts';
import type { Step } from '../../provenance/model.ts';
import type { Value } from '../../syntax/facts.ts';

/** Whether steps ask a date for a part of it that they have set themselves, so that it is the same at any time: `.day('Monday').day()`, `.startOf('day').minute`. */
export function asksSetPart(steps: readonly Step[]): boolean {
	let known = new Set<string>();
	for (let index = 0; index < steps.length; index++) {
		const [step, next] = [steps[index], steps[index + 1]];
		if (step?.kind !== 'property') continue;
		const argument = next?.kind === 'call' ? next.site.fact.args[0] : undefined;
		if (argument === undefined && known.has(singular(step.name))) return true;
		if (next?.kind !== 'call' || step.name === 'clone') continue;
		const set = argument === undefined ? undefined : partsSet(step.name, argument);
		known = set === undefined ? new Set() : new Set([...known, ...set]);
	}
	return false;
}

/** The parts that a method sets; undefined for one that does something else. */
function partsSet(method: string, value: Value): readonly string[] | undefined {
	const part = singular(method);
	if (method === settingToStart)
		return value.kind === 'literal' && typeof value.value === 'string' ? partsBelow(singular(value.value)) : [];
	if (!dateParts.includes(part)) return undefined;
	return part !== 'date' || isInEachMonth(value) ? [part] : [];
}

function isInEachMonth(value: Value): boolean {
	return value.kind === 'literal' && typeof value.value === 'number' && value.value > 0 && value.value <= 28;
}

function partsBelow(unit: string): readonly string[] {
	const at = dateParts.indexOf(unit === 'day' ? 'date' : unit);
	return at === -1 ? [] : dateParts.slice(at + 1);
}

const singular = (name: string): string => name.replace(/s$/, '');
