import type { Span } from '../syntax/facts.ts';
import { type ShellCommand, commandsIn } from './commands.ts';
import type { Run } from './model.ts';
import { type Yaml, itemsOf } from './yaml.ts';

/** The commands of a script, each where it stands in the file's text, or at `place` where it stands in another file. */
export function runsOf(
	script: Yaml | undefined,
	source: { readonly text: string; readonly place: Span | undefined },
	scripts: ReadonlyMap<string, string>,
): readonly Run[] {
	return itemsOf(script).flatMap(item => {
		if (item.kind === 'list') return runsOf(item, source, scripts);
		if (item.kind !== 'text') return [];
		let from = item.span.start;
		return commandsIn(item.text).map((command): Run => {
			const at = source.place ?? placeOf(command, source.text, { start: from, end: item.span.end }) ?? item.span;
			if (source.place === undefined && at !== item.span) from = at.end;
			return { command, at, scripts };
		});
	});
}

function placeOf({ text: written }: ShellCommand, text: string, { start, end }: Span): Span | undefined {
	const [line = ''] = written.split('\n');
	const found = text.indexOf(line.trim(), start);
	return line === '' || found === -1 || found >= end ? undefined : { start: found, end: found + line.trim().length };
}
