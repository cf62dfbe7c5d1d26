import { appClients, contents, injecting, servers, statuses, statusSetters, successes, verbs } from '../../knowledge/routing.ts';
import type { Site } from '../../project/model.ts';
import { under } from '../../provenance/choices.ts';
import type { Origin, Path, Root } from '../../provenance/model.ts';
import { matchPattern, parsePattern } from '../../provenance/pattern.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { declaredRoutesOf } from './declared-routes.ts';
import { type Given, contentsGiven, statusesGiven } from './given-back.ts';
import { callOfHandler, payloadOf, sentBy } from './handler-calls.ts';
import { requestedBy } from './requested.ts';
import { type Route, makerOf, routesOf } from './routes.ts';
import { succeeding } from './sent-answers.ts';

/** What an app in the test's own process may answer with, and what is asked of that. */
export interface Answer extends Given {
	readonly path: Path;
}

/** A function that answers, and the call of it that a request comes to. */
export interface HandlerCall {
	readonly handler: Site<FunctionFacts>;
	readonly call: Site<Call>;
}

interface MadeRequest {
	readonly app: Site<Value>;
	readonly call: Site<Call>;
	/** What the request sends, where that is written beside the call. */
	readonly sent: Value | undefined;
	readonly method: string;
	/** Its segments; undefined for one that is filled in. */
	readonly segments: readonly (string | undefined)[];
}

interface Asked extends MadeRequest {
	/** What is asked of the answer: a part of its content, its status, or whether that is one of success. */
	readonly rest: Path;
	readonly asks: 'content' | 'status' | 'success';
}

const clients = appClients.map(({ from, path }) => ({ from, pattern: parsePattern(path) }));
const handing = servers.map(({ from, path }) => ({ from, pattern: parsePattern(path) }));

/** What the handlers give back that the app has for a request: `(await request(app).get('/users')).body`. */
export function answersTo(provenance: Provenance, origin: Origin): readonly Answer[] {
	const asked = askedOf(provenance, origin);
	const route = asked === undefined ? undefined : routesFor(provenance, asked.app, 0)?.find(each => fits(each, asked));
	if (asked === undefined || route === undefined) return [];
	const { standard = statusSetters.standard } = route;
	const call = callOfHandler(asked.call, route.standard === undefined ? asked.sent : undefined);
	return handlersOf(provenance, route.handler).flatMap(handler => {
		const answers = asked.asks === 'content' ? contentsGiven(handler, call) : statusesGiven(handler, call, standard);
		return answers.map(given => ({
			...given,
			path: asked.rest,
			...(asked.asks === 'success' ? { value: succeedingAt(given.value) } : {}),
		}));
	});
}

/** What values are that may be answers of an app. */
export function throughAnswers(provenance: Provenance, roots: readonly Root[]): readonly Root[] {
	return roots.flatMap(root => {
		const answers = root.kind === 'origin' ? answersTo(provenance, root.origin) : [];
		if (answers.length === 0) return [root];
		return answers.flatMap(({ value, path, conditions }) =>
			under([...root.conditions, ...conditions], [...provenance.roots(value, path)]),
		);
	});
}

/** The functions of the project that an app in the test's own process has for the request that a call makes, and the call of them. */
export function handlersAsked(provenance: Provenance, call: Site<Call>): readonly HandlerCall[] {
	const { callee } = call.fact;
	if (callee.kind !== 'member' || typeof callee.property !== 'string') return [];
	if (!verbs.has(callee.property) && !injecting.has(callee.property)) return [];
	return provenance.origins(at(callee, call)).flatMap(({ from, steps }) => {
		const made = requestOf(provenance, { from, steps: [...steps, { kind: 'call', site: call }] }, () => true);
		const route = made?.call.fact === call.fact ? routesFor(provenance, made.app, 0)?.find(each => fits(each, made)) : undefined;
		if (made === undefined || route === undefined) return [];
		const asked = callOfHandler(made.call, route.standard === undefined ? made.sent : undefined);
		return handlersOf(provenance, route.handler).map(handler => ({ handler, call: asked }));
	});
}

function askedOf(provenance: Provenance, origin: Origin): Asked | undefined {
	let part: ReturnType<typeof partAsked>;
	const made = requestOf(provenance, origin, next => (part = partAsked(origin.steps, next)) !== undefined);
	if (made === undefined || part === undefined) return undefined;
	const { between, ...asked } = part;
	return { ...made, ...asked, sent: made.sent ?? sentBy(between, made.call) };
}

/** The request that an origin makes of an app, where what comes behind the steps of it is wanted. */
function requestOf(provenance: Provenance, origin: Origin, isWanted: (next: number) => boolean): MadeRequest | undefined {
	const { from, steps } = origin;
	const client = clients
		.filter(each => each.from === from)
		.map(({ pattern }) => matchPattern(pattern, origin))
		.find(match => match !== undefined);
	const start = client?.length ?? steps.findIndex(step => step.kind === 'property' && injecting.has(step.name));
	const [name, made] = start === -1 ? [] : steps.slice(start);
	if (name?.kind !== 'property' || made?.kind !== 'call' || !isWanted(start + 2)) return undefined;
	const [first] = made.site.fact.args;
	if (first === undefined) return undefined;
	if (client !== undefined) {
		const app = client.calls[0]?.site;
		const given = app?.fact.args[0];
		const segments = verbs.has(name.name) ? segmentsOf(provenance, at(first, made.site)) : undefined;
		return app === undefined || given === undefined || segments === undefined
			? undefined
			: { app: at(given, app), call: made.site, sent: undefined, method: name.name, segments };
	}
	const { callee } = made.site.fact;
	const requested = requestedBy(provenance, made.site);
	const segments = requested === undefined ? undefined : segmentsOf(provenance, requested.address);
	if (callee.kind !== 'member' || requested?.method === undefined || segments === undefined) return undefined;
	const sent = requested.options === undefined ? undefined : payloadOf(requested.options);
	return { app: at(callee.object, made.site), call: made.site, sent, method: requested.method, segments };
}

/** What is asked of the answer, behind the steps that say more about the request. */
function partAsked(steps: Path, from: number): (Pick<Asked, 'rest' | 'asks'> & { readonly between: Path }) | undefined {
	const index = steps.findIndex((step, place) => place >= from && step.kind === 'property' && asksOf(step.name) !== undefined);
	const part = steps[index];
	if (part?.kind !== 'property') return undefined;
	const isCalled = steps[index + 1]?.kind === 'call';
	const asks = asksOf(part.name) ?? 'content';
	return { between: steps.slice(from, index), rest: steps.slice(index + (isCalled ? 2 : 1)), asks };
}

function asksOf(name: string): Asked['asks'] | undefined {
	if (statuses.has(name)) return 'status';
	if (successes.has(name)) return 'success';
	return contents.has(name) ? 'content' : undefined;
}

function succeedingAt(status: Site<Value>): Site<Value> {
	return at(succeeding(status.fact), status);
}

/** What stands in front of the path of an address. */
const host = /^https?:\/\/[^/?]*/;

function segmentsOf({ roots }: Provenance, site: Site<Value>): Asked['segments'] | undefined {
	const text = staticValue(roots, site);
	const parts = typeof text === 'string' ? [text] : site.fact.kind === 'template' ? site.fact.quasis : undefined;
	const [path = ''] = parts?.join('\0').replace(host, '').split('?') ?? [];
	return parts === undefined ? undefined : split(path).map(segment => (segment.includes('\0') ? undefined : segment));
}

function split(path: string): readonly string[] {
	return path.split('/').filter(segment => segment !== '');
}

/** The routes of an app, through the server that hands requests on to it. */
function routesFor(provenance: Provenance, site: Site<Value>, depth: number): readonly Route[] | undefined {
	for (const origin of provenance.origins(site)) {
		const server = handing
			.filter(({ from }) => from === origin.from)
			.map(({ pattern }) => matchPattern(pattern, origin)?.calls[0]?.site)
			.find(call => call !== undefined);
		const listener = server?.fact.args.at(-1);
		const maker = makerOf(origin);
		const routes = maker === undefined ? declaredRoutesOf(provenance, origin) : routesOf(provenance, maker);
		const handed =
			server === undefined || listener === undefined || depth > 2
				? undefined
				: routesFor(provenance, at(listener, server), depth + 1);
		if ((routes ?? handed) !== undefined) return routes ?? handed;
	}
	return undefined;
}

function fits({ method, path }: Route, { method: wanted, segments }: MadeRequest): boolean {
	if (method !== wanted && method !== 'all' && method !== 'use') return false;
	const pattern = split(path);
	if (method === 'use' && pattern.length === 0) return false;
	return (
		pattern.length === segments.length &&
		pattern.every((part, index) => part.startsWith(':') || (segments[index] !== undefined && part === segments[index]))
	);
}

/** Functions that answer: the handler, the last of a list, or what a wrapper is handed. */
function handlersOf(provenance: Provenance, site: Site<Value>): readonly Site<FunctionFacts>[] {
	const { fact } = site;
	if (fact.kind === 'array') return fact.elements.slice(-1).flatMap(last => handlersOf(provenance, at(last, site)));
	const values = fact.kind === 'call' ? [...fact.args.map(value => at(value, site)), site] : [site];
	return values
		.flatMap(value => provenance.roots(value))
		.flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : []));
}
