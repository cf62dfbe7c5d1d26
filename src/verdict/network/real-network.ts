import { isOfApp } from '../../effects/answers/handler-calls.ts';
import type { Request } from '../../effects/requests.ts';
import { proxyVariables } from '../../knowledge/environment-variables.ts';
import {
	browserInterceptingNames,
	clientsAlone,
	globalClients,
	interceptingNames,
	interceptingSource,
	interceptors,
	mockService,
	ofStandIns,
	takingForStandIn,
} from '../../knowledge/interception.ts';
import type { Module } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { isExports } from '../../syntax/module-exports.ts';
import type { Models, Scope } from '../models.ts';
import { nearModules } from '../near-modules.ts';
import { isLocalHost } from './local-hosts.ts';
import { mayAnswer } from './intercepted-paths.ts';
import { type PassingServer, passingServer } from './passed-requests.ts';
import { isUnsent } from './unsent-requests.ts';
import { isToldOutside } from '../told-outside.ts';
import { expectsFailureAt, isReplaced, isRun } from '../what-runs.ts';

/** A request of a test or hook to a host that is not this machine, which nothing answers in its place. */
export interface RealRequest {
	readonly scope: Scope;
	readonly request: Request;
}

/** Projects that say by their name that they are about the real thing. */
const aboutTheReal =
	/(?:^|[/._-])(?:smoke|live|canary|synthetic|synthetics|system-test|system-tests|external|acceptance|hosted)(?:[/._-])/i;

export function* realRequests(models: Models): Iterable<RealRequest> {
	if (aboutTheReal.test(models.module.path)) return;
	const interception = new Interception(models);
	for (const scope of models.scopes.filter(isRun)) {
		const told = new Set<number>();
		for (const request of models.effects.requestsIn(scope.body)) {
			if (
				isLocalHost(request.host) ||
				told.has(request.site.start) ||
				isReplaced(models, scope, request) ||
				interception.may(request) ||
				expectsFailureAt(models, scope, request.site) ||
				isUnsent(models, request) ||
				(isOfHandler(request) && !expectsSuccess(models, scope)) ||
				(request.default !== undefined && isToldOutside(models, request.default))
			)
				continue;
			told.add(request.site.start);
			yield { scope, request };
		}
	}
}

/** Whether a handler of an app sends it that the test asks in its own process. */
function isOfHandler({ call: { frame: innermost } }: Request): boolean {
	for (let frame = innermost; frame !== undefined; frame = frame.call?.frame)
		if (frame.call !== undefined && isOfApp(frame.call.fact)) return true;
	return false;
}

/** Whether a test claims a status of success, and none of failure: what stands before a handler may refuse the request. */
function expectsSuccess(models: Models, scope: Scope): boolean {
	const numbers = models
		.assertionsIn(scope)
		.flatMap(({ expected }) => (expected === undefined ? [] : [staticValue(models.provenance.roots, expected)]))
		.filter(each => typeof each === 'number');
	return numbers.some(each => each >= 200 && each < 300) && !numbers.some(each => each >= 400 && each < 600);
}

/** Whether the file, its setup files, or what they import has something that can answer requests. Asked only where there is one. */
class Interception {
	readonly #models: Models;
	#modules: readonly Module[] | undefined;
	#passing: PassingServer | undefined;

	constructor(models: Models) {
		this.#models = models;
	}

	may({ row, api, address, host }: Request): boolean {
		if (this.#modules === undefined) {
			this.#modules = nearModules(this.#models);
			const usesService = this.#modules.some(({ facts }) => facts.sources.some(source => mockService.has(source)));
			this.#passing = usesService ? passingServer(this.#models, this.#modules) : undefined;
		}
		const isPassed = row.browser !== true && this.#passing?.passes(host) === true;
		const [client] = api.from === 'global' ? api.steps : [];
		const own = client?.kind === 'property' && clientsAlone.has(client.name) ? client.name : undefined;
		return this.#modules.some(module => intercepts(module, row.browser === true ? address : undefined, own, isPassed));
	}
}

/**
 * `address`: what a browser asks for, where one does; `client`: the one of these last that sends the request, where one does; `isPassed`: a server of MSW lets it
 * pass.
 */
function intercepts({ facts }: Module, address: string | undefined, client: string | undefined, isPassed: boolean): boolean {
	const sources = isPassed ? facts.sources.filter(source => !mockService.has(source)) : facts.sources;
	if (sources.some(source => interceptors.includes(source) || (!source.startsWith('.') && interceptingSource.test(source)))) return true;
	if (facts.bindings.some(({ kind, name }) => kind === 'import' && interceptingNames.includes(name))) return true;
	const names = address === undefined ? interceptingNames : browserInterceptingNames;
	const answers = (call: Call): boolean =>
		call.callee.kind === 'member' &&
		typeof call.callee.property === 'string' &&
		names.includes(call.callee.property) &&
		(address === undefined || mayAnswer(call, address));
	return facts.functions.some(
		({ calls, writes }) =>
			calls.some(call => answers(call) || isOfStandIn(call, client)) || writes.some(write => isForClient(write, client)),
	);
}

/** `vi.mocked(fetch)`, `fetch.mockResolvedValue(…)`: a client that is taken for a stand-in is one, wherever it was put. */
function isOfStandIn({ callee, args: [first] }: Call, client: string | undefined): boolean {
	if (callee.kind !== 'member' || typeof callee.property !== 'string') return false;
	const taken = callee.property === takingForStandIn ? first : ofStandIns.test(callee.property) ? callee.object : undefined;
	return taken !== undefined && isClient(nameOf(taken), client);
}

function nameOf(value: Value): unknown {
	return value.kind === 'global' ? value.name : value.kind === 'member' ? value.property : undefined;
}

function isClient(name: unknown, client: string | undefined): boolean {
	return typeof name === 'string' && (client === undefined ? globalClients.has(name) : name === client);
}

/**
 * `globalThis.fetch = …`, `process.env.HTTP_PROXY = …`, wherever it stands; what a module exports under such a name is a client itself, and an object that
 * keeps one in a property of its own, `this.fetch = fetch`, sends by it.
 */
function isForClient({ target }: Module['facts']['functions'][number]['writes'][number], client: string | undefined): boolean {
	if (
		target.kind === 'member' &&
		typeof target.property === 'string' &&
		target.object.kind === 'member' &&
		target.object.property === 'env'
	)
		return proxyVariables.test(target.property);
	const isOwn = target.kind === 'member' && (isExports(target.object) || target.object.kind === 'this');
	return !isOwn && isClient(nameOf(target), client);
}
