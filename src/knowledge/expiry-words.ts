/** Packages that talk to a server which keeps things, and lets them expire by a clock of its own. */
export const keepingServers = /cassandra|consul|couchbase|dynamo|etcd|hazelcast|ioredis|memcache|memjs|mongo|mysql|postgres|redis|valkey|^pg(?:-|$)/i;

/** Options that say how long something lives: `ttl`, `maxAge`, `cacheExpiresIn`, the `timeWindow` of a limit. */
export const lifetimeNames = /^(?:max_?age|expir|expiry|life_?(?:time|span)|time_?to_?live|ttl|(?:time_?window|window_?ms)$)|(?:TTL|Ttl|_ttl|Expiry|Expires|ExpiresIn|Expiration|MaxAge|Lifetime)(?:Ms|_?ms|Millis\w*|Seconds)?$/i;

/** Options that say how often what is expired is swept away, which a timer does. */
export const sweeping = /interval|period|prune|purge|sweep/i;

/** Methods that keep something, and may be handed how long it lives: `cache.set(key, value, 100)`. */
export const storing = /^(?:add|cache|insert|put|remember|save|set|store)(?:Entry|Item|Raw|Value)?$/;

/** Methods that say of what is kept how long it still lives. */
export const expiring = /^(?:p?expire|p?setex|pSetEx|setEx|set(?:Expir\w*|MaxAge|TTL|Ttl))$/;

/** Names of lifetimes that say in which unit they are given, with its milliseconds: `ttlInSeconds`. */
export const lifetimeUnits: readonly (readonly [RegExp, number])[] = [
	[/milli|ms$/i, 1],
	[/sec(?:ond)?s?$/i, 1_000],
	[/minutes?$/i, 60_000],
];

/** Functions that are handed an age, and take away what is older: `removeOlderThan(1000)`, `cleanOldMessages(list, 100)`. */
export const clearingOld = /^(?:clean|clear|collect|delete|discard|drop|evict|prune|purge|remove|sweep|trim)\w*(?:Aged|Expired|Idle|Inactive|Old|Outdated|Stale)/;

/** Answers of a server to whom has asked too often (RFC 6585), and to whom it lets in. */
export const tooMany = 429;
export const letsIn = (status: number): boolean => status >= 200 && status < 300;
