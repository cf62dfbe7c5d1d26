import { payloads, requestFields, sending } from '../../knowledge/routing.ts';
import type { Site } from '../../project/model.ts';
import type { Path } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, ObjectEntry, Span, Value } from '../../syntax/facts.ts';

/** What a request is told to send beside the call that makes it: `request(app).post('/items').send(item)`. */
export function sentBy(steps: Path, request: Site<Call>): Value | undefined {
	const sender = steps.findIndex(step => step.kind === 'property' && sending.has(step.name));
	const call = sender === -1 ? undefined : steps[sender + 1];
	if (call?.kind !== 'call') return undefined;
	const { module, fact, frame } = call.site;
	return module === request.module && frame === request.frame ? fact.args[0] : undefined;
}

/** What a request is told to send in its options: `app.inject({ method: 'POST', url: '/items', payload: item })`. */
export function payloadOf(options: Value): Value | undefined {
	if (options.kind !== 'object') return undefined;
	const payload = options.entries.find(
		entry => entry.kind === 'property' && typeof entry.key === 'string' && payloads.includes(entry.key),
	);
	return payload?.value;
}

const calls = new WeakMap<Value, Call>();
const ofHandlers = new WeakSet<Call>();

/** Whether it is an app that makes a call, to have a handler answer a request. */
export function isOfApp(call: Call): boolean {
	return ofHandlers.has(call);
}

/** A call of the handler by the app, of whose arguments nothing is known but what the request sends: the same one for the same request. */
export function callOfHandler(request: Site<Call>, sent: Value | undefined): Site<Call> {
	const key = sent ?? request.fact;
	const known: Call = calls.get(key) ?? { ...request.fact, args: argumentsFor(request.fact, sent) };
	calls.set(key, known);
	ofHandlers.add(known);
	return at(known, request);
}

function argumentsFor({ start, end }: Span, sent: Value | undefined): readonly Value[] {
	const unknown = { kind: 'spread', value: { kind: 'unknown', parts: [], start, end }, start, end } as const;
	if (sent === undefined) return [unknown];
	const entry = (key: string, value: Value): ObjectEntry => ({ kind: 'property', key, value, start, end });
	const body = entry(requestFields.body, sent);
	const request = entry(requestFields.request, { kind: 'object', entries: [unknown, body], start, end });
	return [{ kind: 'object', entries: [unknown, request, body], start, end }, unknown];
}
