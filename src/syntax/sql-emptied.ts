const name = '(?:["`\\[]?[\\w?-]+["`\\]]?\\.)?(?:["`\\[]([\\w -]+)["`\\]]|(\\w+))';
const emptying = [
	`truncate\\s+(?:table\\s+)?(?:only\\s+)?${name}`,
	`delete\\s+from\\s+${name}\\s*$`,
	`drop\\s+table\\s+(?:if\\s+exists\\s+)?${name}\\s*(?:cascade|restrict)?\\s*$`,
].map(statement);
const storing = [
	`create\\s+(?:unlogged\\s+|or\\s+replace\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?${name}(?!\\w)`,
	`(?:insert|replace)\\s+(?:ignore\\s+)?into\\s+${name}(?!\\w)`,
].map(statement);

function statement(pattern: string): RegExp {
	return new RegExp(`^\\s*${pattern}`, 'i');
}

/** The tables that the statements of a text take away, or take all rows from, and those that they make or store into, in lower case. */
export function touchedTables(sql: string): readonly { readonly table: string; readonly act: 'empty' | 'store' }[] {
	return sql.split(';').flatMap(text => {
		const [emptied, stored] = [emptying, storing].map(patterns =>
			patterns.map(pattern => pattern.exec(text)).find(match => match !== null),
		);
		const [, quoted, plain] = emptied ?? stored ?? [];
		const table = quoted ?? plain;
		return table === undefined ? [] : [{ table: table.toLowerCase(), act: emptied === undefined ? 'store' : 'empty' }];
	});
}

/** The tables that the statements of a text take away, or take all rows from, in lower case. */
export function emptiedTables(sql: string): readonly string[] {
	return touchedTables(sql).flatMap(({ table, act }) => (act === 'empty' ? [table] : []));
}
