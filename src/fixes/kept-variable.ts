import type { SharedWrite } from '../effects/state/shared-writes.ts';
import type { FrameworkName, Hook, TestCase } from '../framework/model.ts';
import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { Value } from '../syntax/facts.ts';
import { type Edit, insert, together } from './edit.ts';
import { type Editable, importedNames } from './import.ts';
import { lineOf } from './placing.ts';

const hook = 'afterEach';

/** Keeps what a variable of the environment was, in front of the test or hook that changes it, and puts it back after each test. */
export function keepVariable(
	file: Editable,
	scope: TestCase | Hook,
	framework: FrameworkName | undefined,
	{ key }: SharedWrite,
): Edit | undefined {
	const name = /^global:process\.env\.([A-Za-z]\w*)$/.exec(key)?.[1];
	const source = sourceOfHook(file, scope, framework);
	const line =
		scope.definition.module === file.module && scope.definition.fact === scope.call ? lineOf(file.text, scope.call) : undefined;
	if (name === undefined || source === undefined || line === undefined) return undefined;
	const kept = `original${name.toLowerCase().replace(/(?:^|_+)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}`;
	const imported = importedNames(file, source, [hook]);
	if (imported === undefined || file.module.facts.bindings.some(binding => binding.name === kept)) return undefined;
	const variable = `process.env.${name}`;
	const lines = [
		`const ${kept} = ${variable};`,
		`${hook}(() => {`,
		`\tif (${kept} === undefined) delete ${variable};`,
		`\telse ${variable} = ${kept};`,
		'});',
		'',
	];
	const edit = insert(line.start, lines.map(each => (each === '' ? '\n' : `${line.indent}${each}\n`)).join(''));
	return imported === 'global' ? edit : together(edit, imported);
}

/** The package from which the file has the words that a test or hook is defined with, if `afterEach` is one of them; `global` where they need no import. */
function sourceOfHook({ module }: Editable, scope: TestCase | Hook, framework: FrameworkName | undefined): string | undefined {
	if (framework === undefined || ('phase' in scope && scope.phase !== 'before-each')) return undefined;
	const root = firstOf(scope.definition.fact.callee);
	for (const { from, start } of frameworks[framework].vocabularies) {
		if (start[hook]?.is !== 'after-each') continue;
		if (root.kind === 'global' && from.includes('global') && Object.hasOwn(start, root.name)) return 'global';
		const source = root.kind === 'reference' ? from.find(each => module.facts.sources.includes(each)) : undefined;
		if (source !== undefined) return source;
	}
	return undefined;
}

/** `test` of `test.only.each(rows)` */
function firstOf(value: Value): Value {
	return value.kind === 'member' ? firstOf(value.object) : value.kind === 'call' ? firstOf(value.callee) : value;
}
