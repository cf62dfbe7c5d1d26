import { mockServiceHandlers, mockServiceMethods, mockServiceServers, passingOption, passingWays } from '../../knowledge/interception.ts';
import type { Module, Site } from '../../project/model.ts';
import type { Origin } from '../../provenance/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/** A server of MSW that lets pass what it has no handler for, and the hosts that it has some for. */
export interface PassingServer {
	/** Whether nothing of it answers for a host. */
	passes(host: string): boolean;
}

/** The server of some modules, where it says that it lets the rest pass, and all that it is handed is known; undefined where anything may answer. */
export function passingServer(models: Models, modules: readonly Module[]): PassingServer | undefined {
	const calls = modules.flatMap(module =>
		module.facts.functions.flatMap(fact => fact.calls.map((call): Site<Call> => ({ module, fact: call }))),
	);
	const listening = calls.filter(call => nameOf(call) === mockServiceMethods.starts && isOfServer(models, call));
	if (listening.length === 0 || !listening.every(({ fact }) => letsPass(fact))) return undefined;
	const handing = calls.filter(
		call => isMaking(models, call) || (mockServiceMethods.hands.has(nameOf(call)) && isOfServer(models, call)),
	);
	const handlers = handing.flatMap(call => call.fact.args.map(argument => handlersAt(models, at(argument, call), maxDepth)));
	const hosts = handlers.flatMap(each => each?.map(handler => hostOf(models, handler)) ?? [undefined]);
	return hosts.includes(undefined) ? undefined : { passes: host => !hosts.includes(host) };
}

/** How deep lists of handlers are put together. */
const maxDepth = 16;

function nameOf({ fact: { callee } }: Site<Call>): string {
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : '';
}

function isMaking({ provenance }: Models, call: Site<Call>): boolean {
	const { callee } = call.fact;
	return (
		(callee.kind === 'reference' || callee.kind === 'member') &&
		provenance.origins(at(callee, call)).some(({ from, steps }) => mockServiceServers.has(from) && steps.length === 1)
	);
}

/** Whether a method is called on what `setupServer()` gives. */
function isOfServer({ provenance }: Models, call: Site<Call>): boolean {
	const { callee } = call.fact;
	return callee.kind === 'member' && provenance.origins(at(callee.object, call)).some(({ from }) => mockServiceServers.has(from));
}

function letsPass({ args: [options] }: Call): boolean {
	const entry =
		options?.kind === 'object' ? options.entries.find(each => each.kind === 'property' && each.key === passingOption) : undefined;
	return entry?.value.kind === 'literal' && passingWays.has(String(entry.value.value));
}

/** The calls that make the handlers of a list, or the one; undefined where some of them are not known. */
function handlersAt(models: Models, site: Site<Value>, left: number): readonly Site<Call>[] | undefined {
	if (left === 0) return undefined;
	const { fact: value } = site;
	if (value.kind === 'spread') return handlersAt(models, at(value.value, site), left - 1);
	if (value.kind === 'array') return joined(value.elements.map(element => handlersAt(models, at(element, site), left - 1)));
	const roots = models.provenance.roots(site);
	return roots.length === 0
		? undefined
		: joined(
				roots.map(root => {
					if (root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'array')
						return handlersAt(models, root.site, left - 1);
					return root.kind === 'origin' ? handlerOf(root.origin) : undefined;
				}),
			);
}

function joined(lists: readonly (readonly Site<Call>[] | undefined)[]): readonly Site<Call>[] | undefined {
	return lists.includes(undefined) ? undefined : lists.flatMap(list => list ?? []);
}

/** `http.get('https://…', …)` */
function handlerOf({ from, steps: [kind, method, call, ...others] }: Origin): readonly Site<Call>[] | undefined {
	const isHandler = mockServiceHandlers.some(each => each.from === from && kind?.kind === 'property' && kind.name === each.name);
	return isHandler && method?.kind === 'property' && call?.kind === 'call' && others.length === 0 ? [call.site] : undefined;
}

/** The host that a handler answers for, where it is written down; what has no host at all is that of the page. */
function hostOf({ provenance }: Models, handler: Site<Call>): string | undefined {
	const [address] = handler.fact.args;
	const text = address === undefined ? undefined : staticValue(provenance.roots, at(address, handler));
	if (typeof text !== 'string') return undefined;
	if (/^\/(?!\/)/.test(text)) return '';
	return /^https?:\/\/([\w.-]+)(?::\d+)?(?:[/?#]|$)/.exec(text)?.[1]?.toLowerCase();
}
