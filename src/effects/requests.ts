import { addressHosts, addressTexts } from '../knowledge/address-parsers.ts';
import type { RequestRow } from '../knowledge/row.ts';
import type { Site } from '../project/model.ts';
import { type RowMatch, placeOf } from '../provenance/match.ts';
import { textOf } from '../provenance/text-of.ts';
import { environmentVariable } from '../provenance/environment-variable.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Ask } from '../provenance/static-value.ts';
import type { Origin, Path, Step } from '../provenance/model.ts';
import { at } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { isCertain } from './certainty.ts';
import { type DeedOptions, deedsIn } from './deeds.ts';
import type { Reached, RowOf } from './model.ts';

/** Something that is sent to a host that the code names. */
export interface Request extends Reached {
	readonly row: RowOf<'request'>;
	/** In lower case, without a port. */
	readonly host: string;
	/** The address as far as it is told, with `?` for what is filled in. */
	readonly address: string;
	/** Where it is written, and the environment variables that say another one where somebody has set them: `process.env.API ?? 'https://api.example'`. */
	readonly default?: { readonly written: Site<Value>; readonly unless: readonly string[] };
	readonly api: Origin;
	readonly call: Site<Call>;
	/** The functions of the project that the way goes through, where no frame of the call tells. */
	readonly through?: readonly Site<FunctionFacts>[];
}

/** The requests that running a function sends, in source order. What a function of the project sends only under a condition is left out. */
export function requestsIn(options: DeedOptions, scope: Site<FunctionFacts>): Request[] {
	return deedsIn(options, scope, 'request').flatMap(deed => {
		if (deed.kind !== 'request' || !isCertain(deed.call)) return [];
		const { match, call, site, witness } = deed;
		const told = hostOf(match, options.provenance);
		return told === undefined ? [] : [{ row: match.row, ...told, api: match.origin, call, site, witness }];
	});
}

function hostOf(match: RowMatch<RequestRow>, provenance: Provenance): Pick<Request, 'host' | 'address' | 'default'> | undefined {
	const told = hostAmong(addressesOf(match, provenance.roots));
	if (told !== undefined) return told;
	const defaults = new Map<string, Site<Value>>();
	const ofDefault = hostAmong(addressesOf(match, withoutVariables(provenance, defaults)));
	const [written] = defaults.values();
	if (ofDefault !== undefined && written !== undefined) return { ...ofDefault, default: { written, unless: [...defaults.keys()] } };
	const { host } = match.row;
	return host === undefined ? undefined : { host, address: `https://${host}` };
}

function hostAmong(addresses: ReturnType<typeof addressesOf>): Pick<Request, 'host' | 'address'> | undefined {
	for (const { text, bare } of addresses) {
		const host = hostIn(text, bare);
		if (host !== undefined) return { host, address: text };
	}
	return undefined;
}

/** What values are where no environment variable says anything; notes the variables that were left out, and what stands in for each. */
function withoutVariables(provenance: Provenance, defaults: Map<string, Site<Value>>): Ask {
	return (site, path) => {
		const roots = provenance.roots(site, path);
		const [written, ...others] = roots.filter(root => environmentVariable(root) === undefined);
		if (written?.kind !== 'made' || others.length > 0) return roots;
		for (const name of roots.flatMap(root => environmentVariable(root) ?? [])) defaults.set(name, written.site);
		return [written];
	};
}

/** What a request says itself of where it goes to, in each of the places where that may stand. */
export function* addressesOf({ row, match }: RowMatch<RequestRow>, ask: Ask): Iterable<{ readonly text: string; readonly bare: boolean }> {
	for (const { call: index, bare, command, selector, ...place } of row.to) {
		const call = index === undefined ? match.calls.at(-1)?.site : match.calls[index]?.site;
		const found = call === undefined ? undefined : placeOf(place, call);
		const text = found === undefined ? undefined : addressAt(ask, found.site, found.path);
		if (text !== undefined)
			yield { text: command === true ? fetchedBy(text) : selector === true ? shownBy(text) : text, bare: bare === true };
	}
}

/** The text of an address, with `?` for what is filled in; of `new URL(path, base)` the base's, of `new URL(address).host` the host. */
function addressAt(ask: Ask, site: Site<Value>, path: Path): string | undefined {
	const roots = ask(site, path);
	const [root, ...others] = roots;
	if (root === undefined || others.length > 0) return undefined;
	if (root.kind === 'made') return root.path.length > 0 ? undefined : textOf(ask, root.site);
	const [name, made, part, ...rest] = root.kind === 'origin' && root.origin.from === 'global' ? root.origin.steps : [];
	const isMade = name?.kind === 'property' && (name.name === 'URL' || name.name === 'Request') && made?.kind === 'construct';
	const construction = isMade ? made.site : undefined;
	const argument = construction?.fact.args[name?.kind === 'property' && name.name === 'URL' && construction.fact.args.length > 1 ? 1 : 0];
	if (argument === undefined || construction === undefined || [site, construction].some(isRewrittenIn)) return undefined;
	const address = addressAt(ask, at(argument, construction), []);
	return part === undefined || address === undefined ? address : partOf(address, part, rest);
}

/** Whether code of the same module sets the host of an address that was taken apart: `target.hostname = 'localhost'`. */
function isRewrittenIn({ module: { facts } }: Site<unknown>): boolean {
	const isHost = (target: Value): boolean =>
		target.kind === 'member' &&
		typeof target.property === 'string' &&
		(addressHosts.has(target.property) || addressTexts.has(target.property));
	return facts.functions.some(({ writes }) => writes.some(({ target }) => isHost(target)));
}

/** `new URL(address).href`, `.toString()`, `.hostname` */
function partOf(address: string, part: Step, [called, ...rest]: Path): string | undefined {
	if (part.kind !== 'property' || rest.length > 0) return undefined;
	if (called !== undefined) return called.kind === 'call' && addressTexts.has(part.name) ? address : undefined;
	if (addressHosts.has(part.name)) return hostIn(address, false);
	return addressTexts.has(part.name) ? address : undefined;
}

/** The address that a command line fetches from; an empty text where it fetches from none. */
function fetchedBy(line: string): string {
	const [, fetched = ''] =
		/(?:^|[;&|]\s*)(?:curl|wget|git\s+(?:clone|ls-remote))\s(?:[^;&|]*?\s)?['"]?((?:https?|git|ssh):\/\/[^\s'"]+)/i.exec(line) ?? [];
	return fetched;
}

/** The address that a selector wants a frame to show; an empty text where it names none. */
function shownBy(selector: string): string {
	const [, shown = ''] = /\bi?frame\[src\^?=["']?(https?:\/\/[^"'\]]+)["']?\]/i.exec(selector) ?? [];
	return shown;
}

/** The host that a value tells, as an address or, where `bare`, alone. */
export function hostAt(provenance: Provenance, site: Site<Value>, path: Path = [], bare = false): string | undefined {
	const text = addressAt(provenance.roots, site, path);
	return text === undefined ? undefined : (hostIn(text, bare) ?? (bare ? text.toLowerCase() : undefined));
}

/** The host of an address that is told up to the end of the host. */
function hostIn(text: string, bare: boolean): string | undefined {
	const address =
		/^(?:https?|wss?|mqtts?|git|ssh|ftps?|smtps?):\/\/(?:[^/@?#]*@)?(\[[\da-f:.]+\]|[^/:?#[\]]+)(?::\d+)?(?:[/#]|$)/i.exec(text)?.[1] ??
		(bare ? /^[\w-]+(?:\.[\w-]+)+$/.exec(text)?.[0] : undefined);
	return address?.toLowerCase();
}
