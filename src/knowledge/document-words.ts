/** Functions and methods of documents, texts and lists that change nothing (DOM, HTML, ECMAScript). */
export const looking: ReadonlySet<string> = new Set([
	'querySelector', 'querySelectorAll', 'getElementById', 'getElementsByClassName', 'getElementsByTagName', 'getElementsByName', 'elementFromPoint', 'closest', 'matches', 'contains', 'getAttribute', 'hasAttribute',
	'getBoundingClientRect', 'getComputedStyle', 'getPropertyValue', 'getSelection', 'item', 'from', 'map', 'filter', 'find', 'some', 'every', 'includes', 'trim', 'toString', 'slice', 'join', 'split', 'replace', 'startsWith',
]);
