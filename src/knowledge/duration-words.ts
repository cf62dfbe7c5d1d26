/** What is called after how long something took, its words apart. */
export const measured = /(?:^| )(?:durations?|latenc(?:y|ies)|ell?apsed(?: time)?|took|rtt|timings?|timers?|(?:round ?trip|response|execution|exec|processing|run|total|waiting|wait|running|idle|render|build|load|loading|request|call|real|wall|cpu|actual|measured|handler|blocked) times?|time (?:spent|taken|ell?apsed))(?: (?:in )?(?:ms|millis|milliseconds|ns|nanos|nanoseconds|us|micros|microseconds|s|secs?|seconds))?$/;

/** What is called after how long something has lasted so far, where the name says the unit as well: `inactiveMs`, `idleForSeconds`. */
export const lastedSoFar = /(?:^| )(?:(?:in)?active|idle|silent|quiet|stalled|blocked|busy|queued|waited|waiting|behind|age|ago|lag|drift|overhead|uptime|since(?: [a-z]+){0,3})(?: for)?(?: in)? (?:ms|millis|milliseconds|ns|nanos|nanoseconds|us|micros|microseconds|secs?|seconds)$/;

/** Those of them that are never the length of something that lasts by itself, such as a film's, nor a setting. */
export const tookTime = /(?:^| )(?:ell?apsed(?: time)?|took|latenc(?:y|ies)|(?:round ?trip|response|execution|exec|processing|wall|cpu|measured|handler) times?|time (?:spent|taken|ell?apsed))(?: (?:in )?(?:ms|millis|milliseconds|ns|nanos|nanoseconds|us|micros|microseconds|s|secs?|seconds))?$/;

/** How many milliseconds one of it is, where its name says so. */
export const namedUnits: readonly (readonly [RegExp, number])[] = [
	[/ (?:ns|nanos|nanoseconds)$/, 1e-6],
	[/ (?:us|micros|microseconds)$/, 1e-3],
	[/ (?:s|secs?|seconds)$/, 1_000],
];

/** What lasts as long as somebody made it: a length of it is no measure of speed. */
export const lasting = /anim|audio|book|call|calendar|clip|course|cue|episode|event|film|flight|frame|gif|interval|lease|lesson|media|meeting|movie|music|note|playlist|route|session|shift|song|sound|speech|subscription|toast|track|transition|trip|tween|video|voice|wave|workout/i;

/** What somebody has chosen. */
export const chosen = /^(?:set|max|min|default|expected|timeout|delay|animation|transition|limit|on|total delay)(?: |$)/;

/** Lists and records of what was measured, by the name of what took the time. */
export const several = /(?:^| )(?:durations|latencies|timings|timers)$/;

/** What gives the same length in another unit, or as a number: `durationToMilliseconds`, `asSeconds`, `parseDuration`. */
export const converting = /^parse(?: |$)|(?:^| )(?:to|as|in) (?:ms|millis|milliseconds|ns|nanos|nanoseconds|us|micros|microseconds|secs?|seconds)$/;
export const numbers: ReadonlySet<string> = new Set(['Number', 'parseFloat', 'parseInt', 'BigInt']);

/** What is called after the instant at which something happened, its words apart, and what gives such an instant as a number. */
export const noted = /(?:^| )(?:(?:start(?:ed)?|end(?:ed)?|finish(?:ed)?|begin|creat(?:ed|ion)|updated?|received|sent|published|processed|completed|issued|expir(?:es|y|ation)) ?(?:time|at|on|date)|time ?stamp)(?: (?:ms|millis))?$/;
export const instantMethods: ReadonlySet<string> = new Set(['getTime', 'valueOf', 'toMillis', 'unix', 'epoch', 'toEpochMilli']);

/** What gives the same instant of a text that says it: `new Date(text)`, `Date.parse(text)`. */
export const instantOfText = { of: 'Date', method: 'parse' } as const;

/** How names begin that tell when something began, and when it ended. */
export const beginning = /^(?:start(?:ed)?|beg[ia]n) ?/;
export const ending = /^(?:end(?:ed)?|finish(?:ed)?|complet(?:ed?|ion)|stop(?:ped)?) ?/;

/** What is no length of time, its words apart: places and sizes on a page, counts, money, and the like. */
export const otherQuantities = /\b(?:widths?|heights?|top|left|right|bottom|[xyz]|client [xy]|page [xy]|offset|scroll|positions?|rect|bounds?|bounding|box|opacity|alpha|scale|zoom|angle|rotation|radius|sizes?|length|counts?|counter|calls?|total|sum|price|amount|balance|cost|fee|percent(?:age)?|ratio|progress|volume|gain|score|level|lat|lng|lon|latitude|longitude|distance|speed|velocity|bytes|memory|heap|pixels?|frames?|attempts|tries|retries|tokens?|rate|quota|remaining|limit|jitter|random)\b/;
