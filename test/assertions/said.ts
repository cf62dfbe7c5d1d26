import { type Assertions, createAssertions, enteredBy } from '../../src/assertions/assertions.ts';
import type { Assertion } from '../../src/assertions/model.ts';
import type { AssertionOptions } from '../../src/assertions/written.ts';
import { testCallbacks } from '../../src/knowledge/frameworks/callbacks.ts';
import { methods } from '../../src/knowledge/methods.ts';
import type { Module, Site } from '../../src/project/model.ts';
import type { Path } from '../../src/provenance/model.ts';
import { type Provenance, createProvenance } from '../../src/provenance/provenance.ts';
import { Rows } from '../../src/provenance/rows.ts';
import type { FunctionFacts, Value } from '../../src/syntax/facts.ts';
import { type Files, openProject, root } from '../support/memory-project.ts';

export interface Heard {
	readonly module: Module;
	readonly assertions: Assertions;
	readonly provenance: Provenance;
	readonly texts: ReadonlyMap<string, string>;
}

export function hear(code: string | Files, options?: AssertionOptions): Heard {
	const files = typeof code === 'string' ? { 'a.test.ts': code } : code;
	const { project, module } = openProject(files);
	const provenance = createProvenance(project, { rows: new Rows(testCallbacks, methods) });
	const texts = new Map(Object.entries(files).map(([name, text]) => [`${root}/${name}`, text]));
	return { module, provenance, texts, assertions: createAssertions(provenance, options) };
}

/** All assertions of the first file, in the order of its text. */
export function assertionsOf({ module, assertions }: Heard, follow = false): readonly Assertion[] {
	const body = bodyOf(module);
	return follow ? assertions.within(body) : assertions.in(body);
}

function bodyOf(module: Module): Site<FunctionFacts> {
	const [fact] = module.facts.functions;
	if (fact === undefined) throw new Error('a module has a body');
	return { module, fact };
}

/** Each assertion in one line, such as `not a.b identical 1`. */
export function said(code: string | Files, options?: AssertionOptions): string[] {
	const heard = hear(code, options);
	return assertionsOf(heard).map(assertion => sentence(assertion, heard));
}

export function saidWithin(code: string | Files, options?: AssertionOptions): string[] {
	const heard = hear(code, options);
	return assertionsOf(heard, true).map(assertion => {
		const calls = enteredBy(assertion, bodyOf(heard.module)).map(call => `${textOf(call, heard)} → `);
		return `${calls.join('')}${sentence(assertion, heard)}`;
	});
}

function sentence(assertion: Assertion, heard: Heard): string {
	const { actual, part, expected, upper, tolerance, relation, negated, retried } = assertion;
	const near = tolerance?.value === undefined ? '' : ` ± ${textOf(tolerance.value, heard)} ${tolerance.unit}`;
	const words = [
		...(retried ? ['retried'] : []),
		...(negated ? ['not'] : []),
		`${textOf(actual, heard)}${part.length === 0 ? '' : ` at ${pathText(part)}`}`,
		relation,
		...(expected === undefined ? [] : [textOf(expected, heard)]),
		...(upper === undefined ? [] : ['to', textOf(upper, heard)]),
	];
	return words.join(' ') + near;
}

/** The text of a value; of a made-up one, what it is. */
export function textOf({ module, fact }: Site<Value>, heard: Heard): string {
	if (fact.kind === 'literal') return typeof fact.value === 'string' ? `'${fact.value}'` : String(fact.value);
	if (fact.kind === 'array') return `[${fact.elements.map(element => textOf({ module, fact: element }, heard)).join(', ')}]`;
	return heard.texts.get(module.file)?.slice(fact.start, fact.end).replaceAll(/\s+/g, ' ') ?? '?';
}

export function pathText(path: Path): string {
	const names = path.map(step => {
		if (step.kind === 'property') return step.name;
		return step.kind === 'position' ? String(step.index ?? '?') : step.kind === 'element' ? '*' : step.kind;
	});
	return names.join('.');
}
