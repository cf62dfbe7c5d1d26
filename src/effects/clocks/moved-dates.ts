import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';

/** Whether the variable's date is set to another one in place. */
export function isMoved({ module, fact }: Site<Value>): boolean {
	const definitions = fact.kind === 'reference' ? module.facts.bindings[fact.binding]?.definitions : undefined;
	return definitions?.some(definition => definition.kind === 'method' && /^set(?:UTC)?[A-Z]/.test(definition.method)) === true;
}
