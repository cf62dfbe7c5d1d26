import { describe, expect, it } from 'vitest';
import { assertionLibraries } from '../../src/knowledge/assertions/libraries.ts';
import { asymmetricRows } from '../../src/knowledge/assertions/asymmetric.ts';
import { expectationRows } from '../../src/knowledge/assertions/expectations.ts';
import { predicateRows } from '../../src/knowledge/assertions/predicates.ts';
import { lazyCalls, retriedCalls, retryRows } from '../../src/knowledge/assertions/retry.ts';
import type { AssertionLibrary, Entry, MatcherRow } from '../../src/knowledge/assertions/row.ts';
import { spyRows } from '../../src/knowledge/assertions/spies.ts';
import { folded } from '../../src/assertions/comparison.ts';
import { assertionsOf, hear } from './said.ts';

const listed = (names: string | readonly string[]): readonly string[] => (typeof names === 'string' ? [names] : names);

/** How a package's test begins, where its context is called `t`. */
const tests: Readonly<Record<string, string>> = {
	'node:test': 'm.test',
	'vitest': 'm.test',
	'qunit': 'm.test',
	'ember-qunit': 'm.test',
	'qunitjs': 'm.test',
	'tap': 'm.test',
	'@tapjs/core': 'm.test',
	'@tapjs/test': 'm.test',
	'libtap': 'm.test',
	'tapes': 'm.default()',
	'tape-promise': 'm.default()',
	'tape-cluster': 'm.default()',
	'red-tape': 'm.default()',
	'@japa/runner': 'm.test',
	'meteor/tinytest': 'm.Tinytest.add',
	'global QUnitAssert': 'QUnit.test',
	'global TinytestContext': 'Tinytest.add',
};

/** The code around an expression that reaches a path of a package, with these arguments in its last call. */
function reach(from: string, path: string, args: string): (more: string) => string {
	const [head = '', ...rest] = path.replaceAll(/\{([^,}]*)[^}]*\}/g, '$1').split('.');
	const imported = from === 'global' ? '' : `import * as m from '${from}'; `;
	const inContext = /^(?:TestContext|QUnitAssert|TinytestContext)$/.test(head);
	const module = from === 'global' ? head : head === '' || head.startsWith('(') ? `m.default${head}` : `m.${head}`;
	const expression = [inContext ? 't' : module, ...rest].join('.').replace(/\(\)$/, `(${args})`);
	if (!inContext) return more => `${imported}${expression}${more}`;
	const test = tests[from] ?? tests[`${from} ${head}`] ?? 'm.default';
	const parameters = from === 'tape-cluster' ? '(cluster, t)' : 't';
	return more => `${imported}${test}('x', ${parameters} => { ${expression}${more}${from === 'nodeunit' ? '; t.done()' : ''} })`;
}

function codeOf(entry: Entry, from: string, name: string): string {
	switch (entry.kind) {
		case 'subject':
			return reach(from, entry.path, entry.calls === true ? '() => a0' : 'a0')(`.${name}(a1, a2, a3)`);
		case 'members':
			return from === 'global' && entry.path === '' ? `${name}(a0, a1, a2, a3)` : reach(from, entry.path, '')(`.${name}(a0, a1, a2, a3)`);
		case 'property':
			return `import '${from}'; a0.${entry.property}.${name}(a1, a2, a3)`;
		case 'command':
			return `${entry.path}.get('x').should('${name}', a1, a2, a3)`;
		case 'answer':
			return reach(from, entry.path, 'app')(`.get('/').${entry.method}(200, { a: 1 })`);
		case 'sentence':
			return reach(from, entry.path, `a0, '${name}', a1, a2, a3`)('');
	}
}

function casesOf(library: AssertionLibrary): [code: string, name: string, row: MatcherRow][] {
	return library.entries.flatMap(entry =>
		listed(entry.from).flatMap(from => library.matchers.flatMap(row => listed(row.matcher).map((name): [string, string, MatcherRow] => [codeOf(entry, from, name), name, row]))),
	);
}

describe.each(assertionLibraries.map(library => [library.name, library] as const))('rows of %s', (_, library) => {
	it('name each matcher once', () => {
		const names = library.matchers.flatMap(({ matcher }) => listed(matcher));
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	});

	it('are heard as they say, wherever the library begins', () => {
		const wrong = casesOf(library).flatMap(([code, name, row]) => {
			const { relation, negated } = folded(row.relation, row.negated === true);
			const [assertion, ...others] = assertionsOf(hear(code));
			const right = assertion?.matcher === name && assertion.relation === relation && assertion.negated === negated && others.length === 0;
			return right ? [] : [`${code} → ${assertion === undefined ? 'nothing' : `${assertion.library} ${assertion.relation}`}`];
		});
		expect(wrong).toEqual([]);
	});
});

describe('other rows', () => {
	it('say where the library says so', () => {
		const pages = [...assertionLibraries, ...retryRows, ...retriedCalls, ...lazyCalls, ...expectationRows, ...asymmetricRows, ...predicateRows, ...spyRows].map(({ see }) => see);
		expect(pages.filter(see => !URL.canParse(see))).toEqual([]);
	});

	it.each(retryRows.flatMap(row => listed(row.from).map(from => [from, row.path, row] as const)))('%s %s retries', (from, path, { argument, call }) => {
		const callback = `${'0, '.repeat(argument)}() => { claim(x).toBe(1) }`;
		const spread = path.replace('**', 'get().find');
		const filled = call === 0 ? spread.replace('()', `(${callback})`) : spread;
		const code = reach(from, filled, call === 0 ? '' : callback)('');
		const heard = hear(`import { expect as claim } from 'vitest'; ${code}`);
		expect(assertionsOf(heard).map(({ matcher, retried }) => [matcher, retried])).toEqual([['toBe', true]]);
	});
});
