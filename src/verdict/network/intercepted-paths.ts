import type { Call, Value } from '../../syntax/facts.ts';

/** What a browser is told to answer by the address that it asks for: the method of the request may stand in front of that. */
const byAddress: ReadonlySet<string> = new Set(['intercept', 'route']);

/**
 * Whether a call tells a browser to answer what the address of a request may be: `cy.intercept('GET', '/api/*')` says nothing of `https://www.google.com`. What is
 * not written down, and a pattern of which no plain word is left, may be about any.
 */
export function mayAnswer({ callee, args }: Call, address: string): boolean {
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || !byAddress.has(callee.property)) return true;
	const pattern = args
		.slice(0, 2)
		.map(textOf)
		.find(text => text !== undefined && !/^[A-Z]+$/.test(text));
	if (pattern === undefined || args[0] === undefined || args[0].kind === 'object') return true;
	const words = wordsOf(pattern);
	return words.length === 0 || words.every(word => address.toLowerCase().includes(word));
}

/** What is written, up to the first part that is filled in. */
function textOf(value: Value): string | undefined {
	if (value.kind === 'literal' && typeof value.value === 'string') return value.value;
	return value.kind === 'template' ? value.quasis[0] : undefined;
}

/** The segments of a path, and the host of an address, that stand for themselves alone. */
function wordsOf(pattern: string): readonly string[] {
	const [plain = ''] = pattern.replace(/^[a-z]+:\/\//i, '').split('?');
	return plain
		.split('/')
		.filter(segment => /^[\w.-]{2,}$/.test(segment))
		.map(segment => segment.toLowerCase());
}
