/** Keys that tell in which order records were made. */
export const generatedKeys: ReadonlySet<string> = new Set(['id', '_id', 'createdAt', 'created_at', 'createdDate', 'creationDate', 'insertedAt', 'inserted_at', 'created', 'rowid']);

/** Options and methods of queries that give an order. */
export const sorting: ReadonlySet<string> = new Set(['order', 'orderBy', 'sort', 'sortBy', 'addOrderBy']);

/** What records are called to keep the time in, at which they were stored or changed. */
export const storedTimes = /^(?:created|inserted|updated|modified|changed|last_?(?:updated|modified|changed|saved))(?:_?(?:at|on|date|time|timestamp))?$|^last_?(?:seen|used|run|sync(?:ed)?|success|failure|attempt|access(?:ed)?|login|activity|update|change)_?(?:at|on|date|time|timestamp)$/i;

/** Those of them that are set anew with each change. */
export const changedTimes = /^(?:updated|modified|changed|last_?(?:updated|modified|changed|saved))(?:_?(?:at|on|date|time|timestamp))?$|^last_?(?:seen|used|run|sync(?:ed)?|success|failure|attempt|access(?:ed)?|login|activity|update|change)_?(?:at|on|date|time|timestamp)$/i;

/** What a program sets when it goes on with a record that is there already. */
export const goneOnTimes = /^(?:sent|begun|(?:start|complet|finish|end|process|publish|deliver|clos|resolv|cancell?|archiv|delet|restor|activat|deactivat|confirm|verifi|accept|approv|reject|revok)ed)_?(?:at|on|date|time|timestamp)$/i;

/** Those that stay as they were when the record was stored. */
export const creationTimes = /^(?:created|inserted)(?:_?(?:at|on|date|time|timestamp))?$/i;

/** Words of queries that say in which direction, or in which form, and name no field. */
export const directions = /^(?:asc|desc|asc nulls (?:first|last)|desc nulls (?:first|last)|ascending|descending|rowsOnly)$/i;

/** Keys by which records are told apart, whatever the schema says. */
export const primaryKeys: ReadonlySet<string> = new Set(['id', '_id']);

/** Properties that tell how many there are, and so say nothing about their order. */
export const counts: ReadonlySet<string> = new Set(['length', 'size', 'rowCount', 'count', 'affectedRows', 'byteLength']);

/** Keys that databases and query languages give to records, by whatever class. */
export const databaseKeys = /^_(?:id|_?[a-z]*name|count|type|links|embedded|meta|rev|source|ref|key|sum|avg|min|max|doc|score|index|version|v)$|^__/;

/** Methods that take records away. */
export const removing = /^(?:clear|delete|del$|destroy|drop|empty|flush|prune|purge|remove|soft(?:Delete|Remove)|truncate)/;

/** Functions that put what others have into their first argument (ECMAScript 20.1.2.1). */
export const overwriting: ReadonlySet<string> = new Set(['Object.assign']);
