import { acting, derived, looking, ofPage } from '../knowledge/document-words.ts';
import type { Site } from '../project/model.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';

/** Whether a callback only looks at what the browser shows: by the names of what it calls, and it gives nothing that the browser itself keeps up to date. */
export function onlyLooks({ module, fact }: Site<FunctionFacts>): boolean {
	const inner = functionsWithin(module.facts, fact);
	return (
		!inner.some(({ returns }) => returns.some(({ value }) => isDerived(value))) &&
		inner.every(
			each =>
				!each.async &&
				each.writes.length === 0 &&
				each.calls.every(({ callee }) => {
					const name = callee.kind === 'member' ? callee.property : callee.kind === 'global' ? callee.name : undefined;
					return typeof name === 'string' && looking.has(name);
				}),
		)
	);
}

/** Whether a callback does something to what the browser shows, and gives nothing to wait for. */
export function onlyActs({ async: isAsync, calls, returns }: FunctionFacts): boolean {
	const isPromised = returns.some(({ value }) => value.kind === 'call' && value.form === 'new');
	return (
		!isAsync &&
		!isPromised &&
		calls.some(({ callee }) => callee.kind === 'member' && typeof callee.property === 'string' && acting.has(callee.property))
	);
}

/** Whether a script that is handed over as text only looks at a page, and not at what the program keeps: `return document.title`. */
export function textLooks(script: string): boolean {
	const words = script.match(/[\w$]+/g) ?? [];
	const isOfPage = words.some(word => ofPage.has(word)) && !words.some(word => derived.has(word));
	return isOfPage && !changes.test(script) && calledIn(script).every(name => looking.has(name));
}

/** Whether one does something to what the browser shows: `arguments[0].click()`. */
export function textActs(script: string): boolean {
	return !changes.test(script) && calledIn(script).some(name => acting.has(name));
}

/** What changes something, waits, or makes functions and objects of its own. */
const changes = /(?<![=!<>])=(?![=>])|\+\+|--|=>|\b(?:await|async|delete|function|new)\b/;

function calledIn(script: string): readonly string[] {
	return [...script.matchAll(/([\w$]+)\s*\(/g)].map(([, name = '']) => name);
}

/** Whether a value is a part of what the browser itself keeps up to date. */
function isDerived(value: Value): boolean {
	if (value.kind === 'operation') return value.operands.some(isDerived);
	if (value.kind === 'choice') return [value.test, ...value.options].some(isDerived);
	return value.kind === 'member' && ((typeof value.property === 'string' && derived.has(value.property)) || isDerived(value.object));
}
