/** Words of SQL (ISO 9075-2), and of the dialects of PostgreSQL, MySQL, SQLite, SQL Server and Oracle; lower case. */

/** Functions that make one value of many rows. */
export const aggregateNames: ReadonlySet<string> = new Set(['count', 'sum', 'avg', 'min', 'max', 'total', 'group_concat', 'string_agg', 'listagg', 'array_agg', 'json_agg', 'jsonb_agg', 'json_object_agg', 'jsonb_object_agg', 'json_arrayagg', 'json_objectagg', 'json_group_array', 'json_group_object', 'bool_and', 'bool_or', 'bit_and', 'bit_or', 'every', 'any_value', 'count_big', 'stddev', 'stddev_pop', 'stddev_samp', 'variance', 'var_pop', 'var_samp', 'percentile_cont', 'percentile_disc', 'mode', 'median', 'approx_count_distinct']);

/** Words that join operands, or stand in front of one. */
export const operatorWords: ReadonlySet<string> = new Set(['and', 'or', 'xor', 'not', 'in', 'is', 'like', 'ilike', 'rlike', 'regexp', 'glob', 'match', 'similar', 'to', 'between', 'symmetric', 'escape', 'collate', 'distinct', 'from', 'any', 'some', 'all', 'exists', 'case', 'when', 'then', 'else', 'end', 'isnull', 'notnull', 'interval', 'array', 'binary', 'over', 'filter', 'at', 'time', 'zone', 'by']);

/** Functions with which the database itself waits. */
export const sleepFunctions: ReadonlySet<string> = new Set(['pg_sleep', 'pg_sleep_for', 'pg_sleep_until', 'sleep']);

/** What stands in front of a table's name, so that what follows in parentheses are columns. */
export const beforeTable: ReadonlySet<string> = new Set(['into', 'table', 'from', 'join', 'update', 'exists', 'view', 'on', 'references']);

/** What stands between two queries. */
export const setOperators: ReadonlySet<string> = new Set(['union', 'intersect', 'except', 'minus']);

/** What may follow such an operator. */
export const setQuantifiers: ReadonlySet<string> = new Set(['all', 'distinct']);

/** What may follow FOR. */
export const locks: ReadonlySet<string> = new Set(['update', 'share', 'no', 'key']);

/** What stands between two tables. */
export const joinWords: ReadonlySet<string> = new Set(['natural', 'inner', 'left', 'right', 'full', 'cross', 'outer', 'join']);

/** What begins the condition of a join. */
export const conditionWords: ReadonlySet<string> = new Set(['on', 'using']);

/** What joins conditions. */
export const connectives: ReadonlySet<string> = new Set(['and', 'or', 'xor', 'not']);

/** Clauses that decide how many rows there are. */
export const narrowing: ReadonlySet<string> = new Set(['where', 'having', 'limit', 'offset', 'fetch', 'top', 'join']);
