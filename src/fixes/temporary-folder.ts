import type { Site } from '../project/model.ts';
import type { LiteralValue, Value } from '../syntax/facts.ts';
import { type Edit, insert, together } from './edit.ts';
import { type Editable, importedName } from './import.ts';

/** A folder that is made anew in the place of one whose name is put together from the folder for temporary files and a text. */
export function makeFolder(file: Editable, { module, fact }: Site<Value>): Edit | undefined {
	const last = module === file.module ? lastText(fact) : undefined;
	const made = last === undefined ? undefined : importedName(file, 'node:fs', 'mkdtempSync');
	if (last === undefined || made === undefined) return undefined;
	const ended = last.binding === undefined ? together(insert(last.end - 1, '-'), insert(fact.end, ')')) : insert(fact.end, ` + '-')`);
	const edit = together(insert(fact.start, `${made.name}(`), ended);
	return made.edit === undefined ? edit : together(edit, made.edit);
}

/** The text that a name ends with. */
function lastText(value: Value): LiteralValue | undefined {
	const last =
		value.kind === 'call'
			? value.args.at(-1)
			: value.kind === 'operation' && value.operator === '+'
				? value.operands.at(-1)
				: undefined;
	return last?.kind === 'literal' && typeof last.value === 'string' && !last.value.endsWith('/') ? last : undefined;
}
