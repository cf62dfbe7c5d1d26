/** Keys that tell in which order records were made. */
export const generatedKeys: ReadonlySet<string> = new Set(['id', '_id', 'createdAt', 'created_at', 'createdDate', 'creationDate', 'insertedAt', 'inserted_at', 'created', 'rowid']);

/** Options and methods of queries that give an order. */
export const sorting: ReadonlySet<string> = new Set(['order', 'orderBy', 'sort', 'sortBy', 'addOrderBy']);
