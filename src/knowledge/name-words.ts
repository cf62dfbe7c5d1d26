/** Words of what holds a name by which one thing is told from another of its kind, on a server or a disk: `bucketName`, `user_email`. */
export const thingNames = /(?:^| )(?:accounts?|addresse?s?|branch|buckets?|channel|collection|contract|database|dataset|db|dir|directory|domain|emails?|folder|groups?|handle|hosts?|ids?|indexe?s?|keys?|login|mail|names?|namespace|org|organi[sz]ation|paths?|prefix|projects?|queues?|repo|repository|rooms?|schemas?|slugs?|space|streams?|subjects?|tables?|tags?|teams?|tenants?|topics?|users?|workspace)(?: |$)/;

/** How a program reads the milliseconds of the clock: `Date.now()`, and of a new `Date` one of these. */
export const readingMethods: ReadonlySet<string> = new Set(['getTime', 'valueOf', 'toISOString', 'toString', 'toFixed']);
