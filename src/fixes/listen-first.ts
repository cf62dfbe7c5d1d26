import type { Span } from '../syntax/facts.ts';
import { type Edit, insert, replace, together } from './edit.ts';
import type { Editable } from './import.ts';

interface Late {
	/** The call that waits. */
	readonly wait: Span;
	/** The call before it that triggers. */
	readonly trigger: Span;
	readonly event: string;
}

/** `const closed = once(server, 'close'); await server.stop(); await closed;` where the two statements stand one after the other. */
export function listenFirst({ module, text }: Editable, { wait, trigger, event }: Late): Edit | undefined {
	const line = text.lastIndexOf('\n', trigger.start) + 1;
	const [, indent, declared = ''] =
		/^([\t ]*)(?:(?:const|let|var)\s+([^=]+?)\s*=\s*)?await\s+$/.exec(text.slice(line, trigger.start)) ?? [];
	if (indent === undefined || wait.start < trigger.end) return undefined;
	const between = text.slice(trigger.end, wait.start);
	const isKept = /^[\t ]*;?\s*const\s+[\w$]+\s*=\s*$/.test(between);
	if (!isKept && !/^[\t ]*;?\s*(?:(?:const|let|var)\s+[^=;]+?\s*=\s*)?await\s+$/.test(between)) return undefined;
	const written = text.slice(wait.start, wait.end);
	const names = declared.match(/[\w$]+/g) ?? [];
	if (names.some(name => new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`).test(written))) return undefined;
	const mark = /^[\t ]*;/.exec(between)?.[0].length ?? 0;
	if (isKept)
		return together(
			insert(line, `${indent}${between.slice(mark).trimStart()}${written}${text[wait.end] === ';' ? ';' : ''}\n`),
			replace({ start: trigger.end + mark, end: wait.end + (text[wait.end] === ';' ? 1 : 0) }, ''),
		);
	const taken = new Set(module.facts.bindings.map(({ name }) => name));
	const name = [nameFor(event), `${nameFor(event)}Promise`].find(each => !taken.has(each));
	if (name === undefined) return undefined;
	const end = text[trigger.end] === ';' ? ';' : '';
	return together(insert(line, `${indent}const ${name} = ${written}${end}\n`), replace(wait, name));
}

/** `devtools-opened` as a variable: `devtoolsOpened`; of `waitForResponse` what comes: `response`. */
function nameFor(event: string): string {
	const words = event
		.replace(/^waitFor(?=[A-Z])/, '')
		.split(/[^A-Za-z0-9]+/)
		.filter(word => word !== '');
	const joined = words
		.map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
		.join('');
	return /^[a-z]\w*$/i.test(joined) && !reserved.has(joined) ? joined : 'happened';
}

const reserved: ReadonlySet<string> = new Set([
	'delete',
	'export',
	'import',
	'return',
	'throw',
	'continue',
	'break',
	'default',
	'new',
	'in',
	'do',
	'if',
	'for',
	'try',
	'case',
	'void',
	'with',
	'class',
	'super',
	'switch',
	'this',
	'typeof',
	'var',
	'while',
	'yield',
	'await',
	'let',
	'static',
	'enum',
	'null',
	'true',
	'false',
	'finally',
	'function',
	'else',
	'catch',
	'const',
	'debugger',
	'instanceof',
]);
