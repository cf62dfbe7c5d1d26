import { everywhere, serverOptions, serverKinds } from '../../knowledge/store-words.ts';
import type { Site } from '../../project/model.ts';
import { entryAt } from '../../provenance/entry.ts';
import { dotted } from '../../provenance/match.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Flow } from '../flow.ts';
import { generatorOf } from '../random/generator.ts';
import { type Field, fieldsOf } from '../record.ts';
import type { TakenName } from './taken-name.ts';
import type { Knowing } from '../knowing.ts';

/** The name of a database, a queue or a bucket, where the code says it and where it says which server it means. */
export function storeName(knowing: Knowing, flow: Flow, { site, path }: Field, opening: Opening | undefined): TakenName | undefined {
	const value = staticValue(knowing.provenance.roots, site, path);
	const [root, ...others] = knowing.provenance.roots(site, path);
	const written = root?.kind === 'made' ? root.site : site;
	const timed = value === undefined && others.length === 0 ? timedText(knowing, flow, written) : undefined;
	const name = typeof value === 'string' ? nameIn(value) : timed?.name;
	if (opening === undefined || (name !== undefined && everywhere.has(name)) || !isPlaced(knowing, opening.call)) return undefined;
	if (name === undefined) return opening.remote ? lastOfAddress(knowing, written) : undefined;
	return { name, written, generator: timed?.generator, server: serverOf(knowing, opening) };
}

/** The call that opens a store, and the package that it is of. */
export interface Opening {
	readonly call: Site<Call>;
	readonly from: string;
	readonly remote: boolean;
}

/** `projects/${project}/topics/mails` names `mails`. */
function lastOfAddress({ provenance }: Knowing, written: Site<Value>): TakenName | undefined {
	const { fact } = written;
	if (fact.kind !== 'template') return undefined;
	const [before = '', after = ''] = fact.quasis.slice(-2);
	const last = fact.parts.at(-1);
	if (/\/[\w.-]{2,}$/.test(after)) return { name: after.slice(after.lastIndexOf('/') + 1), written, generator: undefined };
	const value =
		last === undefined || after !== '' || !before.endsWith('/') ? undefined : staticValue(provenance.roots, at(last, written));
	const [root] = typeof value !== 'string' || last === undefined ? [] : provenance.roots(at(last, written));
	return typeof value !== 'string' || root?.kind !== 'made' ? undefined : { name: value, written: root.site, generator: undefined };
}

function serverOf({ provenance }: Knowing, { call, from }: Opening): string | undefined {
	const options = call.fact.args.flatMap(argument =>
		['type', 'driver', 'dialect', 'client', 'clientUrl', 'url'].map(key => entryAt(provenance.roots, at(argument, call), [key])),
	);
	const told = options.flatMap(entry => (entry === undefined ? [] : provenance.roots(at(entry.fact.value, entry))));
	const words = told.flatMap(root =>
		root.kind === 'origin'
			? [`${root.origin.from} ${dotted(root.origin)}`]
			: root.kind === 'made' && root.site.fact.kind === 'literal'
				? [String(root.site.fact.value)]
				: [],
	);
	return serverKinds.find(([, pattern]) => [...words, ...(words.length === 0 ? [from] : [])].some(each => pattern.test(each)))?.[0];
}

/** `app_${Date.now()}` is `app_*`: a text that only the time tells from another. */
function timedText(knowing: Knowing, flow: Flow, written: Site<Value>): Pick<TakenName, 'name' | 'generator'> | undefined {
	const { fact } = written;
	const pieces =
		fact.kind === 'template'
			? fact.quasis.flatMap((text, index): (string | Value)[] => [text, ...fact.parts.slice(index, index + 1)])
			: fact.kind === 'operation' && fact.operator === '+'
				? fact.operands
				: [];
	const name = pieces
		.map(piece => (typeof piece === 'string' ? piece : String(staticValue(knowing.provenance.roots, at(piece, written)) ?? '*')))
		.join('');
	const generator =
		/^[\w.-]*\*[\w.-]*$/.test(name) && /[a-z]{3}/i.test(name) ? generatorOf(knowing, flow, { site: written, path: [] }) : undefined;
	return generator?.kind === 'clock' ? { name, generator } : undefined;
}

/** `mongodb://localhost:27017/app_test?retryWrites=true` names `app_test`. */
function nameIn(value: string): string | undefined {
	const [, named] = /^[a-z][\w+]*:\/\/[^/]*\/([^/?#]+)/i.exec(value) ?? [];
	const name = value.includes('://') ? named : value;
	return name === undefined || !/^[\w.-]{2,}$/.test(name) || name.includes(':memory:') ? undefined : name;
}

function isPlaced(knowing: Knowing, call: Site<Call>): boolean {
	return call.fact.args.every(argument => {
		if (argument.kind !== 'object') return true;
		const { known } = fieldsOf(knowing, at(argument, call));
		return serverOptions.every(
			key => known.get(key)?.values.every(({ site, path }) => path.length === 0 && isTold(knowing, site)) !== false,
		);
	});
}

/** Written down, or told by the environment: the same for all test files. */
function isTold(knowing: Knowing, site: Site<Value>): boolean {
	return knowing.provenance.roots(site).every(root => {
		if (root.kind === 'made') return root.site.fact.kind !== 'object' || !fieldsOf(knowing, root.site).open;
		return (
			root.kind === 'origin' &&
			root.origin.from === 'global' &&
			root.origin.steps.some(step => step.kind === 'property' && step.name === 'env') &&
			!isWorker(root.origin.steps.at(-1))
		);
	});
}

function isWorker(step: { readonly kind: string; readonly name?: string } | undefined): boolean {
	return step?.name !== undefined && /WORKER|POOL_ID|PARALLEL_INDEX/.test(step.name);
}
