import type { Influence } from '../effects/model.ts';
import type { Hook, TestCase } from '../framework/model.ts';
import type { Site } from '../project/model.ts';
import type { Call, Span } from '../syntax/facts.ts';
import { type Edit, insert, replace } from './edit.ts';
import type { Editable } from './import.ts';
import { lineOf } from './placing.ts';

const texts: readonly string[] = ['Robin', 'Kelly', 'Lou'];

/** A field of a record that a call makes, given a text that a search does not find. */
export function fixField({ module, text }: Editable, call: Site<Call>, field: string, term: unknown): Edit | undefined {
	const value = typeof term === 'string' ? texts.find(each => !each.toLowerCase().includes(term.toLowerCase())) : undefined;
	if (value === undefined || call.module !== module || !/^[A-Za-z_$][\w$]*$/.test(field)) return undefined;
	const entry = `${field}: '${value}'`;
	const [argument, ...others] = call.fact.args;
	if (argument === undefined)
		return /\(\s*\)$/.test(text.slice(call.fact.start, call.fact.end)) ? insert(call.fact.end - 1, `{ ${entry} }`) : undefined;
	if (argument.kind !== 'object' || others.length > 0) return undefined;
	return argument.entries.length === 0 ? replace(argument, `{ ${entry} }`) : insert(argument.start + 1, ` ${entry},`);
}

/** A drawn value that stands in the test, before the assertion, replaced by one that it may be. */
export function fixDrawn({ module }: Editable, { source }: Influence, place: Span, value: unknown): Edit | undefined {
	const isBefore = source.module === module && source.frame === undefined && source.fact.end <= place.start;
	if (!isBefore) return undefined;
	if (typeof value === 'number' || typeof value === 'boolean') return replace(source.fact, String(value));
	return typeof value === 'string' ? replace(source.fact, `'${value.replaceAll(/['\\]/g, '\\$&')}'`) : undefined;
}

/** A seed at the start of a test, where the generator is one that the file imports and the test itself draws. */
export function seedGenerator({ module, text }: Editable, { body, call }: TestCase | Hook, { row, source }: Influence): Edit | undefined {
	if (row?.effect !== 'random' || row.seededBy === undefined || body.module !== module) return undefined;
	const packages = [row.from].flat();
	const generator = module.facts.bindings.find(({ definitions }) =>
		definitions.some(each => each.kind === 'import' && packages.includes(each.source) && /^(faker|default$)/.test(each.imported)),
	);
	const outermost = outermostOf(source);
	const line = lineOf(text, call);
	const beginning = /^[^{]*?=>\s*\{|^(?:async\s+)?function[^{]*\{/.exec(text.slice(body.fact.start, body.fact.end));
	if (
		generator === undefined ||
		line === undefined ||
		beginning === null ||
		outermost.start < body.fact.start ||
		outermost.end > body.fact.end
	)
		return undefined;
	return insert(body.fact.start + beginning[0].length, `\n${line.indent}\t${generator.name}.seed(1);`);
}

function outermostOf(source: Influence['source']): Span {
	let site: Site<Span> = source;
	while (site.frame?.call !== undefined) site = site.frame.call;
	return site.fact;
}
