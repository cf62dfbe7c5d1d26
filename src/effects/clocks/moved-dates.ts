import { settingMethods } from '../../knowledge/date-words.ts';
import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';

/** Whether the variable's date, or the one that is made there for a variable, is set to another one in place. */
export function isMoved({
	module: {
		facts: { bindings },
	},
	fact,
}: Site<Value>): boolean {
	const holder =
		fact.kind === 'reference'
			? bindings[fact.binding]
			: fact.kind === 'call' && fact.form === 'new'
				? bindings.find(({ definitions: [first] }) => first?.kind === 'value' && first.path.length === 0 && first.value === fact)
				: undefined;
	return holder?.definitions.some(definition => definition.kind === 'method' && settingMethods.test(definition.method)) === true;
}
