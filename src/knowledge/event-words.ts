/** Methods that set work going which others tell of: what they hand over may be done before they are over. */
export const startingVerbs: readonly string[] = ['add', 'publish', 'push', 'enqueue', 'dispatch', 'schedule', 'insert', 'produce', 'trigger', 'notify', 'retry', 'promote', 'now', 'every'];

/** Verbs whose past is not made with -ed. */
export const irregularPasts: Readonly<Record<string, string>> = {
	send: 'sent',
	begin: 'began',
	run: 'ran',
	write: 'written',
	read: 'read',
	find: 'found',
	make: 'made',
	leave: 'left',
	bind: 'bound',
	unbind: 'unbound',
	shut: 'shut',
	put: 'put',
	set: 'set',
	hide: 'hidden',
	show: 'shown',
	pay: 'paid',
};

/** Events of other names that a method brings about on the same object, some time after the call. */
export const answers: Readonly<Record<string, readonly string[]>> = {
	kill: ['exit', 'close', 'disconnect'],
	terminate: ['exit', 'close', 'end'],
	send: ['message', 'response', 'reply', 'data'],
	post: ['message'],
	write: ['data', 'drain', 'message'],
	end: ['finish', 'close', 'end'],
	destroy: ['close', 'end'],
	disconnect: ['exit', 'close', 'end'],
	stop: ['exit', 'close', 'end'],
	request: ['response'],
};

/** Options that put off what a call sets going, by milliseconds. */
export const postponing: readonly string[] = ['delay', 'backoff', 'every', 'startAfter', 'wait'];

/** Events by which what was begun says, once and by itself, that it is there; when that is depends on nothing that the test does. */
export const beginnings: ReadonlySet<string> = new Set(['ready', 'open', 'connect', 'connected', 'online', 'spawn']);

/** Events by which one end of a connection says that it is over; the other end says so for itself. */
export const endingEvents: ReadonlySet<string> = new Set(['close', 'disconnect']);

/** The events by which a server hands over its end of a new connection (https://nodejs.org/api/net.html#event-connection). */
export const acceptingEvents: ReadonlySet<string> = new Set(['connection', 'secureConnection']);

/** Methods of servers and sockets that call back when what they begin is there (https://nodejs.org/api/net.html). */
export const beginningMethods: ReadonlySet<string> = new Set(['connect', 'listen']);

/**
 * Events that what a package gives tells of in one turn, mostly or where they come together: a child process whose streams are done closes when it exits; a socket
 * whose server greets at once reads what came with the answer that opens it (https://github.com/websockets/ws/blob/master/doc/ws.md#event-open).
 */
export const atOnceAfter: readonly { readonly from: string; readonly by: 'call' | 'construct'; readonly first: string; readonly second: string }[] = [
	...['node:child_process', 'cross-spawn'].map(from => ({ from, by: 'call', first: 'exit', second: 'close' }) as const),
	...['ws', 'isomorphic-ws'].map(from => ({ from, by: 'construct', first: 'open', second: 'message' }) as const),
];

/** What a promise of an event may do beside: give up after some time, and stop listening. */
export const besides: ReadonlySet<string> = new Set(['setTimeout', 'clearTimeout', 'off', 'removeListener', 'removeEventListener', 'setMaxListeners', 'unref']);

/** Methods that begin to listen: Node's EventEmitter, and EventTarget (https://nodejs.org/api/events.html, https://dom.spec.whatwg.org/#interface-eventtarget). */
export const listening: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'addEventListener', 'addOnceListener', 'prependListener', 'prependOnceListener']);

/** Properties that take the handler of an event, by its name: `socket.onmessage` (https://html.spec.whatwg.org/#event-handlers). */
export const handlerProperties = /^on_?([a-z]+)$/i;

/** Methods of other things that are handed a listener: streams of values, and whatever has one method for each event. A name is enough where the listener settles a promise. */
export const otherListening = /^(?:subscribe|listen|on(?:ce)?[A-Z]\w*)$/;

/** Methods that give a promise of the next event, whose name they are handed. */
export const nextEventMethods = /^(?:waitFor|await|next)(?:[A-Z]\w*)?Event$/;

/** What gives a promise of the first value that a stream tells from now on, unless the stream tells again what it told (https://rxjs.dev/api/index/function/firstValueFrom). */
export const firstValues: { readonly from: string; readonly names: ReadonlySet<string> } = { from: 'rxjs', names: new Set(['firstValueFrom']) };
export const replaying = /replay|behaviou?r|state\$/i;

/** Words of what only tells whoever reads along. */
export const telling = /log|debug|console|print|trace|info|warn|report|step|comment|diag/i;

/** What assertions are called, where nothing else is known of them. */
export const claiming: ReadonlySet<string> = new Set(['expect', 'assert', 'should', 't']);

/** Those whose listener is called as often as the event comes. */
export const reheard: ReadonlySet<string> = new Set(['on', 'addListener', 'prependListener']);

/** The method by which an emitter tells of an event (https://nodejs.org/api/events.html#emitteremiteventname-args). */
export const emitting = 'emit';

/** Methods that have told all who listen when they return (https://nodejs.org/api/events.html#emitteremiteventname-args, https://dom.spec.whatwg.org/#dom-eventtarget-dispatchevent). */
export const tellingAtOnce: ReadonlySet<string> = new Set([emitting, 'dispatchEvent']);

/** Methods after which a listener hears nothing more, or little: it is taken away, or the source ends. */
export const deafening: ReadonlySet<string> = new Set(['off', 'removeListener', 'removeAllListeners', 'pause', 'unpipe', 'kill']);

/** The streams of a process that it writes its output to (https://nodejs.org/api/child_process.html#subprocessstdout). */
export const outputNames: ReadonlySet<string> = new Set(['stdout', 'stderr']);

/** The stream for what went wrong, and the property of a failed command's error that has its text. */
export const errorOutput = 'stderr';

/** The event of a stream for each piece of what it reads. */
export const pieceEvent = 'data';

/** Methods that add to a collection, or to a text that is gathered. */
export const addingMethods: ReadonlySet<string> = new Set(['push', 'unshift', 'add', 'set', 'append']);

/** Methods of a stream that hand back what they are called on (https://nodejs.org/api/stream.html). */
export const chainedOnStreams: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'setEncoding']);

/** Methods of a request that send it, and call back when the answer has come (https://github.com/forwardemail/supertest#api). */
export const sendingMethods: ReadonlySet<string> = new Set(['end', 'expect']);

/** Methods of servers and sockets that hand back what they are called on (https://nodejs.org/api/net.html). */
export const chained: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'setMaxListeners', 'listen', 'setTimeout']);

/** Methods that change what they are called on, or tell those who listen to it. */
export const changingMethods: ReadonlySet<string> = new Set(['add', 'append', 'clear', 'delete', 'emit', 'enqueue', 'dequeue', 'insert', 'push', 'pop', 'remove', 'set', 'shift', 'splice', 'unshift']);

/** What the first parameter of a callback is called by which Node.js tells that something is over, and whether it failed (https://nodejs.org/api/errors.html#error-first-callbacks). */
export const failureNames = /^_?(?:e|err|error)$/;

/** Names of what is awaited and brings about no event of its own: what makes ready, makes sure, clears up, or lets time pass. */
export const unheardActs = /^(?:ready|ensure|assert|expect|check|verify|validate|is[A-Z]|sleep|delay|tick|flush|advance|next|nextTick|clear|reset|cleanup|clean|mock|stub|spy|log|debug|mkdir|write|read|set[A-Z]\w*(?:Timeout|Options?|Config))/;

/** Methods of pages that wait for what comes next (https://playwright.dev/docs/events#waiting-for-event). */
export const waitedEvents: ReadonlySet<string> = new Set(['waitForEvent', 'waitForRequest', 'waitForResponse', 'waitForFileChooser']);

/** Methods by which a handler answers whoever has called: what waits for the answer comes behind it. A name is enough where it only quiets. */
export const answering: ReadonlySet<string> = new Set(['ack', 'close', 'destroy', 'emit', 'end', 'json', 'push', 'redirect', 'reply', 'respond', 'send', 'sendFile', 'sendStatus', 'write', 'writeHead']);
