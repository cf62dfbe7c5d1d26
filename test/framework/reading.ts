import { type FrameworkModel, readFramework } from '../../src/framework/framework.ts';
import type { Clock, Hook, Suite, TestCase } from '../../src/framework/model.ts';
import { allRows } from '../../src/knowledge/all-rows.ts';
import { methods } from '../../src/knowledge/methods.ts';
import type { Module, Project } from '../../src/project/model.ts';
import { createProvenance, type Provenance } from '../../src/provenance/provenance.ts';
import { Rows } from '../../src/provenance/rows.ts';
import { type Files, openProject } from '../support/memory-project.ts';

const rows = new Rows(allRows, methods);

export interface Opened {
	readonly model: FrameworkModel;
	readonly module: Module;
	readonly project: Project;
	readonly provenance: Provenance;
	/** A place: the test or hook whose text holds the mark `HERE`, and the offset of the mark; without one, the first test's end. */
	readonly here: { readonly scope: TestCase | Hook; readonly position: number };
}

/** The framework model of the first file, or of `entry`. */
export function open(files: Files | string, entry?: string): Opened {
	const all = typeof files === 'string' ? { 'a.test.ts': files } : files;
	const name = entry ?? Object.keys(all)[0] ?? '';
	const { module, project } = openProject(all, name);
	const provenance = createProvenance(project, { rows });
	const model = readFramework(module, { project, provenance, mayBeScript: true });
	return {
		model,
		module,
		project,
		provenance,
		get here() {
			return placeIn(model, (all[name] ?? '').indexOf('HERE'));
		},
	};
}

function placeIn({ tests, hooks }: FrameworkModel, mark: number): Opened['here'] {
	const scopes = [...tests, ...hooks].filter(({ body }) => body.fact.start <= mark && mark < body.fact.end).sort((one, other) => other.body.fact.start - one.body.fact.start);
	const scope = scopes[0] ?? tests[0];
	if (scope === undefined) throw new Error('there is no test');
	return { scope, position: mark === -1 ? scope.body.fact.end : mark };
}

/** The clock at the mark. */
export function clockIn(files: Files | string, entry?: string): Clock {
	const { model, here } = open(files, entry);
	return model.clockAt(here.scope, here.position);
}

/** Suites, hooks and tests as an indented list, hooks before tests, both before inner suites. */
export function outline(files: Files | string, entry?: string): readonly string[] {
	return linesOf(open(files, entry).model.root, '');
}

function linesOf(suite: Suite, indent: string): readonly string[] {
	return [
		...suite.hooks.map(({ phase, fixture }) => `${indent}${phase}${fixture === undefined ? '' : ` ${fixture}`}`),
		...suite.tests.map(test => `${indent}test ${test.title ?? '?'}${bracketed(test.modifiers)}`),
		...suite.suites.flatMap(inner => [`${indent}suite ${inner.title ?? '?'}${bracketed(inner.modifiers)}`, ...linesOf(inner, `${indent}  `)]),
	];
}

function bracketed(modifiers: ReadonlySet<string>): string {
	return modifiers.size === 0 ? '' : ` [${[...modifiers].sort().join(' ')}]`;
}

/** Each test with what else runs while it does. */
export function concurrencies(files: Files | string, entry?: string): Readonly<Record<string, string>> {
	return Object.fromEntries(open(files, entry).model.tests.map(({ title, concurrency }) => [title ?? '?', concurrency]));
}

export function manifest(content: object): string {
	return JSON.stringify(content);
}
