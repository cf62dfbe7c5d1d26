import { wholeSettings } from '../../knowledge/date-words.ts';
import type { Site } from '../../project/model.ts';
import type { Binding, ModuleFacts, Value } from '../../syntax/facts.ts';
import type { Influence } from '../model.ts';
import { valuesInside } from '../value-parts.ts';

/**
 * Whether nothing of the present moment is left in a date that is first made of it, where it is made or in a function that gets it from another: all its
 * parts are set, or what is asked of it is something that it was given (`date.getTimezoneOffset = () => 60`).
 */
export function isRemade({ source }: Influence): boolean {
	for (let site: Site<Value> | undefined = source; site !== undefined; site = site.frame?.call) {
		const { facts } = site.module;
		const holder = holderOf(facts, site.fact);
		if (holder !== undefined && (hasMethodOfItsOwn(holder) || isWhollySet(facts, holder))) return true;
	}
	return false;
}

function hasMethodOfItsOwn({ definitions }: Binding): boolean {
	return definitions.some(each => each.kind === 'member' && each.into.length === 1 && each.value.kind === 'function');
}

/**
 * `date.setFullYear(2020, 0, 31); date.setHours(12, 0, 0, 0);`, each whenever the date is made, and to nothing that the date itself tells. A month by itself
 * may be moved on by the day that was there.
 */
function isWhollySet({ bindings }: ModuleFacts, holder: Binding): boolean {
	const { definitions } = holder;
	const [made] = definitions;
	const isIt = (value: Value): boolean => value.kind === 'reference' && bindings[value.binding] === holder;
	const isSet = ({ method, handed }: (typeof wholeSettings)[number][number]): boolean =>
		definitions.some(
			each =>
				each.kind === 'method' &&
				each.into.length === 0 &&
				made?.kind === 'value' &&
				each.function === made.function &&
				each.region === made.region &&
				each.method === method &&
				each.call.args.length === handed &&
				!each.call.args.flatMap(valuesInside).some(value => value.kind === 'spread' || isIt(value)),
		);
	return wholeSettings.some(methods => methods.every(isSet));
}

/** The variable that a value is first given to. */
export function holderOf({ bindings }: ModuleFacts, value: Value): Binding | undefined {
	return bindings.find(({ definitions: [first] }) => first?.kind === 'value' && first.path.length === 0 && first.value === value);
}
