import type { Site } from '../../project/model.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Binding, Definition, Value, Write } from '../../syntax/facts.ts';
import { regionsAround } from '../loops.ts';

/** Operators that fill what is not there yet. */
const filling: ReadonlySet<string> = new Set(['??=', '||=']);

/**
 * Whether a write leaves a variable as good for everyone as it was: it is filled once (`connection ??= connect()`, `if (!ready) …`), or
 * it only counts on and nobody sets it back (`nextId++`).
 */
export function isHarmless(site: Site<Write>): boolean {
	const { operator } = site.fact;
	const { binding: index, into } = writtenVariable(site.fact.target);
	const binding = index === undefined ? undefined : site.module.facts.bindings[index];
	if (index === undefined || binding === undefined) return false;
	if (filling.has(operator)) return true;
	if (operator === '=') return isFilledOnce(site, index);
	return operator !== 'delete' && !binding.definitions.some(definition => setsBack(definition, binding, into));
}

function writtenVariable(target: Value): { readonly binding: number | undefined; readonly into: string } {
	if (target.kind === 'reference') return { binding: target.binding, into: '' };
	if (target.kind !== 'member') return { binding: undefined, into: '' };
	const { binding, into } = writtenVariable(target.object);
	return { binding, into: `${into}.${typeof target.property === 'string' ? target.property : '*'}` };
}

/** A branch that asks for the variable decides whether it is written. */
function isFilledOnce({ module, fact }: Site<Write>, binding: number): boolean {
	const owner = functionAt(module, fact.function);
	return owner !== undefined && regionsAround(owner, fact.region).some(({ test }) => test !== undefined && mentions(test, binding));
}

function setsBack(definition: Definition, binding: Binding, into: string): boolean {
	if (definition.kind === 'value')
		return definition.function !== binding.function && (definition.value.kind !== 'operation' || into !== '');
	return definition.kind === 'member' && `.${definition.into.join('.')}` === into && definition.value.kind === 'literal';
}

function mentions(value: Value, binding: number): boolean {
	switch (value.kind) {
		case 'reference':
			return value.binding === binding;
		case 'member':
			return mentions(value.object, binding);
		case 'operation':
			return value.operands.some(operand => mentions(operand, binding));
		case 'choice':
			return [value.test, ...value.options].some(option => mentions(option, binding));
		case 'call':
			return [value.callee, ...value.args].some(part => mentions(part, binding));
		case 'await':
			return mentions(value.value, binding);
		default:
			return false;
	}
}
