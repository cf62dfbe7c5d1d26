/** Code of a page and what is claimed about it. */
export interface Example {
	readonly line: number;
	/** The rule that the page names above it: "**Rule:** `no-sleep`". */
	readonly rule: string | undefined;
	readonly flaky: boolean;
	/** Texts by path; a file that an example under the same heading showed before, and this one does not, is still there. */
	readonly files: Readonly<Record<string, string>>;
}

/** What stands under a line that begins with ❌ or ✅, up to the next such line or heading. */
export function examplesIn(page: string): Example[] {
	const examples: Example[] = [];
	let shown: Record<string, string> = {};
	let current: { line: number; flaky: boolean; rule: string | undefined } | undefined;
	let rule: string | undefined;
	const lines = page.split('\n');
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index] ?? '';
		if (/^#/.test(line)) [shown, current, rule] = [{}, undefined, undefined];
		rule = /^\*\*Rule:\*\* `(.+)`$/.exec(line)?.[1] ?? rule;
		if (/^[❌✅]/u.test(line)) current = { line: index + 1, flaky: line.startsWith('❌'), rule };
		const title = /^```\w+ title="(.+)"$/.exec(line)?.[1];
		if (title === undefined) continue;
		const end = lines.indexOf('```', index);
		shown = { ...shown, [title]: lines.slice(index + 1, end).join('\n') };
		index = end;
		if (current === undefined) continue;
		const last = examples.at(-1);
		if (last?.line === current.line) examples.pop();
		examples.push({ ...current, files: shown });
	}
	return examples;
}
