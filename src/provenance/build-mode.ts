import { buildMode } from '../knowledge/environment-variables.ts';
import type { Site } from '../project/model.ts';
import { soleValue } from '../syntax/definitions.ts';
import type { Value } from '../syntax/facts.ts';

/** Whether a test over the mode of the build comes out true while tests run, which do not run as what is shipped; undefined where it is no such test. */
export function truthOfBuildMode({ module, fact }: Site<Value>): boolean | undefined {
	if (fact.kind === 'reference') {
		const value = soleValue(module.facts, fact);
		return value?.kind === 'operation' ? truthOfBuildMode({ module, fact: value }) : undefined;
	}
	if (fact.kind !== 'operation' || !equalities.has(fact.operator)) return undefined;
	const isAsked = fact.operands.some(isMode) && fact.operands.some(each => each.kind === 'literal' && each.value === buildMode.shipped);
	return isAsked ? fact.operator.startsWith('!') : undefined;
}

const equalities: ReadonlySet<string> = new Set(['==', '===', '!=', '!==']);

/** `process.env.NODE_ENV` */
function isMode(value: Value): boolean {
	const [root, holder] = buildMode.of;
	if (
		value.kind !== 'member' ||
		value.property !== buildMode.variable ||
		value.object.kind !== 'member' ||
		value.object.property !== holder
	)
		return false;
	return value.object.object.kind === 'global' && value.object.object.name === root;
}
