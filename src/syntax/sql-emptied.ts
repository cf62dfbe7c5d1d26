const name = '(?:["`\\[]?[\\w?]+["`\\]]?\\.)?["`\\[]?(\\w+)["`\\]]?';
const truncates = new RegExp(`^\\s*truncate\\s+(?:table\\s+)?(?:only\\s+)?${name}`, 'i');
const deletes = new RegExp(`^\\s*delete\\s+from\\s+${name}\\s*$`, 'i');

/** The tables that the statements of a text take all rows from, in lower case. */
export function emptiedTables(sql: string): readonly string[] {
	return sql.split(';').flatMap(statement => {
		const table = (truncates.exec(statement) ?? deletes.exec(statement))?.[1];
		return table === undefined ? [] : [table.toLowerCase()];
	});
}

const quoted = '(?:["`\\[]?[\\w-]+["`\\]]?\\.)?(?:["`\\[]([\\w -]+)["`\\]]|(\\w+))';
const drops = new RegExp(`^\\s*drop\\s+table\\s+(?:if\\s+exists\\s+)?${quoted}\\s*(?:cascade|restrict)?\\s*$`, 'i');
const clears = new RegExp(`^\\s*(?:truncate\\s+(?:table\\s+)?(?:only\\s+)?|delete\\s+from\\s+)${quoted}\\s*$`, 'i');
const creates = new RegExp(`^\\s*create\\s+(?:unlogged\\s+|or\\s+replace\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?${quoted}(?!\\w)`, 'i');
const inserts = new RegExp(`^\\s*(?:insert|replace)\\s+(?:ignore\\s+)?into\\s+${quoted}(?!\\w)`, 'i');

/** The tables that the statements of a text take away, or take all rows from, and those that they make or store into, in lower case. */
export function touchedTables(sql: string): readonly { readonly table: string; readonly act: 'empty' | 'store' }[] {
	return sql.split(';').flatMap(statement => {
		const [emptied, stored] = [[drops, clears], [creates, inserts]].map(patterns => patterns.map(pattern => pattern.exec(statement)).find(match => match !== null));
		const found = emptied ?? stored;
		const table = found?.[1] ?? found?.[2];
		return table === undefined ? [] : [{ table: table.toLowerCase(), act: emptied === undefined ? 'store' : 'empty' }];
	});
}
