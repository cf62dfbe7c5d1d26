/** Functions of packages that fill values into a text which they are handed first, by the names that lead to them; '' is the package's own. */
export const textFormats: ReadonlyMap<string, readonly string[]> = new Map([
	/** https://github.com/datalanche/node-pg-format#format */
	['pg-format', ['', 'withArray']],
	/** https://github.com/mysqljs/sqlstring#formatting-queries */
	['sqlstring', ['format']],
	/** https://github.com/mysqljs/mysql#preparing-queries */
	['mysql', ['format']],
	['mysql2', ['format']],
	['mysql2/promise', ['format']],
	/** https://vitaly-t.github.io/pg-promise/formatting.html */
	['pg-promise', ['as.format']],
	/** https://nodejs.org/api/util.html#utilformatformat-args */
	['node:util', ['format']],
	/** https://github.com/dmnd/dedent, https://github.com/sindresorhus/strip-indent, https://github.com/sindresorhus/redent */
	['dedent', ['']],
	['strip-indent', ['']],
	['redent', ['']],
]);

/** Where such a text is filled in: `%s`, `%1$I`, `??`. A lone `?` stands for itself. */
export const formatHoles = /%(?:\d+\$)?[sILdijfoO]|\?\?/g;

/** The method that makes a text of a list of words. */
export const joining = 'join';

/** Methods of texts, and of lists of words, behind which the words are the same, in the same order. */
export const wordKeepers: ReadonlySet<string> = new Set(['trim', 'trimStart', 'trimEnd', 'trimLeft', 'trimRight', 'toString', 'filter', joining]);
