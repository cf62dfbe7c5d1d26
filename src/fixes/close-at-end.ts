import type { Opening } from '../effects/openings.ts';
import type { Hook, TestCase } from '../framework/model.ts';
import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import { type Edit, insert, together } from './edit.ts';
import { type Editable, importedNames } from './import.ts';
import { lineOf } from './placing.ts';
import { isWholeStatement, statementEnd } from './statement.ts';

/** Registers the closing of what a test opens in the statement after it, where the framework has a word for that. */
export function closeAtEnd(file: Editable, scope: TestCase | Hook, { call, holders, row }: Opening): Edit | undefined {
	if ('phase' in scope) return undefined;
	const { module, text } = file;
	const [holder] = holders;
	const name = holder === undefined ? undefined : module.facts.bindings[holder]?.name;
	const closing =
		name === undefined
			? undefined
			: row.closers?.[0] === undefined
				? `${name}.${row.closedBy[0] ?? ''}()`
				: `${row.closers[0]}(${name})`;
	const word = registering(file, scope);
	const owner = module.facts.functions[call.function];
	const statement = declared(text, call);
	const line = lineOf(text, statement);
	if (
		closing === undefined ||
		word === undefined ||
		owner !== scope.body.fact ||
		line === undefined ||
		!isWholeStatement(text, statement, owner)
	)
		return undefined;
	const registered = insert(statementEnd(text, statement.end), `\n${line.indent}${word.text}(() => ${closing});`);
	return word.edit === undefined ? registered : together(registered, word.edit);
}

/** From the declaration, or the `await`, that the call is all of. */
function declared(text: string, { start, end }: Opening['call']): { readonly start: number; readonly end: number } {
	const begin = text.lastIndexOf('\n', start) + 1;
	const lead =
		/^[ \t]*((?:(?:const|let|var)\s+[\w$]+(?:\s*:[^=\n]+)?\s*=\s*|[\w$]+\s*=\s*)?(?:await\s+)?)$/.exec(text.slice(begin, start))?.[1] ??
		'';
	return { start: start - lead.length, end };
}

/** `t.after`, `t.teardown`, `onTestFinished`. */
function registering(
	file: Editable,
	{ framework, body }: TestCase,
): { readonly text: string; readonly edit: Edit | undefined } | undefined {
	const end = frameworks[framework].atTestEnd;
	if (end === undefined) return undefined;
	if ('imported' in end) {
		const imported = importedNames(file, framework, [end.imported]);
		return imported === undefined
			? undefined
			: { text: end.imported, edit: imported === 'global' || imported.replacements.length === 0 ? undefined : imported };
	}
	const context = body.fact.parameters[0]?.binding;
	const name = context === undefined ? undefined : file.module.facts.bindings[context]?.name;
	return name === undefined ? undefined : { text: `${name}.${end.context}`, edit: undefined };
}
