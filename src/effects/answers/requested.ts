import { requestMaker, routeFields } from '../../knowledge/routing.ts';
import type { Site } from '../../project/model.ts';
import { entryAt } from '../../provenance/entry.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';

/** What an app is asked for by a method of its own. */
export interface Requested {
	readonly address: Site<Value>;
	/** In lower case; undefined for one that is not told. */
	readonly method: string | undefined;
	/** What says more about the request. */
	readonly options: Value | undefined;
}

/** `app.inject('/users')`, `app.inject({ method: 'GET', url: '/users' })`, `app.request('/users', { method: 'POST' })`, `app.fetch(new Request('http://localhost/users'))`. */
export function requestedBy({ roots }: Provenance, { fact: { args }, ...place }: Site<Call>): Requested | undefined {
	const [first] = args;
	const made = first?.kind === 'call' && first.form === 'new' && isRequest(first.callee) ? first.args : args;
	const [asked, behind] = made;
	if (asked === undefined) return undefined;
	const request = at(asked, place);
	const url = entryAt(roots, request, [routeFields.url]);
	const options = url === undefined && behind !== undefined ? behind : asked;
	const method = entryAt(roots, at(options, place), [routeFields.method]);
	const verb = method === undefined ? 'GET' : staticValue(roots, at(method.fact.value, method));
	return {
		address: url === undefined ? request : at(url.fact.value, url),
		method: typeof verb === 'string' ? verb.toLowerCase() : undefined,
		options,
	};
}

function isRequest(callee: Value): boolean {
	return callee.kind === 'global' && callee.name === requestMaker;
}
