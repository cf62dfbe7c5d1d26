/** Columns of text start at the left, all others end at the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const isNumber = (cell: string): boolean => /^-?\d/u.test(cell);
	const columns = head.map((name, at) => {
		const cells = rows.map(row => row[at] ?? '');
		return { width: Math.max(name.length, ...cells.map(cell => cell.length)), right: cells.length > 0 && cells.every(isNumber) };
	});
	const line = (cells: readonly string[]): string =>
		columns
			.map(({ width, right }, at) => (right ? (cells[at] ?? '').padStart(width) : (cells[at] ?? '').padEnd(width)))
			.join('  ')
			.trimEnd();
	return [line(head), columns.map(({ width }) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
