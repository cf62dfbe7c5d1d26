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
