import { valuesIn } from '../../effects/value-parts.ts';
import { interceptingSource, standIns } from '../../knowledge/interception.ts';
import type { FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/** A port that is written down, and at which a test expects to be refused: nobody may listen on it. */
export interface RefusedPort {
	readonly place: Span;
	readonly port: number;
}

/** Ports below are for privileged programs: that nobody listens on port 1 is safe to say. */
const firstOpen = 1_024;

const refusal = /\bECONNREFUSED\b/;
const refusing: ReadonlySet<string> = new Set([
	'identical',
	'deep-equal',
	'includes-structure',
	'contains',
	'matches',
	'throws',
	'rejects',
]);
const local = /^(?:[a-z][a-z\d+.-]*:\/\/(?:[^@/]*@)?)?(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]):(\d{4,5})(?!\d)/i;

export function* refusedPorts(models: Models & { readonly text: string }): Iterable<RefusedPort> {
	const { module, tests, text } = models;
	if (!refusal.test(text)) return;
	if (module.facts.sources.some(source => standIns.has(source) || interceptingSource.test(source))) return;
	for (const test of tests) {
		if (test.body.module !== module || !expectsRefusal(models, test)) continue;
		const functions = functionsWithin(module.facts, test.body.fact);
		const found = functions.flatMap(each => portsIn(each, models));
		const [first] = found;
		if (first === undefined || found.some(({ port }) => port !== first.port) || isServed(models, first.port)) continue;
		yield first;
	}
}

/** The test asserts the error of a refused connection, and makes none itself. */
function expectsRefusal(models: Models, test: Scope): boolean {
	const { facts } = models.module;
	const mentions = functionsWithin(facts, test.body.fact)
		.flatMap(each => [...valuesIn(each, facts)])
		.filter(isRefusal);
	if (mentions.length === 0) return false;
	const claims = models.assertionsIn(test).filter(({ negated, relation }) => !negated && refusing.has(relation));
	const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
	return mentions.every(value => claims.some(({ place, actual }) => holds(place, value) && !holds(actual.fact, value)));
}

function isRefusal(value: Value): boolean {
	return value.kind === 'regexp'
		? refusal.test(value.pattern)
		: value.kind === 'literal' && typeof value.value === 'string' && refusal.test(value.value);
}

/** Ports of this machine in addresses, in `{ port: 1337 }`, and in `connect(1337)`. */
function portsIn(inside: FunctionFacts, { module }: Models): RefusedPort[] {
	return [...valuesIn(inside, module.facts)].flatMap(value => {
		if (value.kind === 'literal' && typeof value.value === 'string') {
			const port = Number(local.exec(value.value)?.[1] ?? 0);
			return port >= firstOpen ? [{ place: value, port }] : [];
		}
		if (value.kind === 'object') {
			const given = value.entries.find(entry => entry.kind === 'property' && entry.key === 'port')?.value;
			return isRemote(value) ? [] : openPort(given);
		}
		const isConnection =
			value.kind === 'call' &&
			value.callee.kind === 'member' &&
			(value.callee.property === 'connect' || value.callee.property === 'createConnection');
		return isConnection ? openPort(value.args[0]) : [];
	});
}

function openPort(value: Value | undefined): RefusedPort[] {
	return value?.kind === 'literal' && typeof value.value === 'number' && value.value >= firstOpen
		? [{ place: value, port: value.value }]
		: [];
}

/** Another host is given beside the port. */
function isRemote({ entries }: Extract<Value, { readonly kind: 'object' }>): boolean {
	return entries.some(
		entry =>
			entry.kind === 'property' &&
			(entry.key === 'host' || entry.key === 'hostname') &&
			!(
				entry.value.kind === 'literal' &&
				typeof entry.value.value === 'string' &&
				/^(?:localhost|127[.\d]+|0\.0\.0\.0|::1?)$/.test(entry.value.value)
			),
	);
}

/** A server of the file listens on it at some time: what refuses is that it has been closed. */
function isServed({ effects, scopes }: Models, port: number): boolean {
	return scopes.some(({ body }) => effects.takesIn(body).some(({ what, name }) => what === 'port' && name === String(port)));
}
