import type { Value } from '../../syntax/facts.ts';
import type { Influence } from '../model.ts';

/**
 * The readings behind the parts that a value is made of. Where something else stands beside them that could be told from them, they are `mixed`: in a list or
 * an object until that is made a text, in a text at once. What only parts them, as in `10:30`, is nothing else.
 */
export function besideOthers(value: Value, parts: readonly (readonly Influence[])[]): Influence[] {
	const mixed = mixedIn(
		value,
		parts.map(part => part.some(({ kind }) => kind === 'clock')),
	);
	return mixed === undefined
		? parts.flat()
		: parts.flat().map(influence => (influence.kind === 'clock' ? { ...influence, mixed } : influence));
}

function mixedIn(value: Value, read: readonly boolean[]): Influence['mixed'] {
	if (!read.includes(true)) return undefined;
	switch (value.kind) {
		case 'template':
			return read.includes(false) || value.quasis.some(says) ? 'within' : undefined;
		case 'operation':
			return value.operator === '+' &&
				value.operands.some(isText) &&
				value.operands.some((operand, index) => read[index] === false && !isMark(operand))
				? 'within'
				: undefined;
		case 'array':
		case 'object':
			return read.includes(false) ? 'beside' : undefined;
		default:
			return undefined;
	}
}

/** What makes a sum a text. */
function isText(value: Value): boolean {
	return (
		value.kind === 'template' ||
		(value.kind === 'literal' && typeof value.value === 'string') ||
		(value.kind === 'operation' && value.operator === '+' && value.operands.some(isText))
	);
}

function isMark(value: Value): boolean {
	return value.kind === 'literal' && typeof value.value === 'string' && !says(value.value);
}

function says(text: string): boolean {
	return /\w/.test(text);
}
