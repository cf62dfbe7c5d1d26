import { clientPrograms } from '../../knowledge/clients.ts';
import type { NamePlace } from '../../knowledge/row.ts';
import type { Site } from '../../project/model.ts';
import { type RowMatch, hasKey, placeOf } from '../../provenance/match.ts';
import { textOf } from '../../provenance/text-of.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { type DeedOptions, deedsIn } from '../deeds.ts';
import type { Flow } from '../flow.ts';
import type { Reached, RowOf } from '../model.ts';
import { type Naming, pathName } from './path-name.ts';
import { portName } from './port-name.ts';
import type { Field } from '../record.ts';
import { storeName } from './store-name.ts';
import type { TakenName } from './taken-name.ts';

/** A name that all processes of the machine share, taken by a call. */
export interface Taking extends Reached, TakenName {
	readonly what: RowOf<'take'>['what'];
	readonly act: RowOf<'take'>['act'];
	readonly call: Site<Call>;
	/** It lives in an account that all machines share. */
	readonly remote: boolean;
	/** It is written for what reads it by that name. */
	readonly handsOn: boolean;
	/** All that a file holds afterwards. */
	readonly content: Field | undefined;
}

/** The shared names that running a function takes, in source order; names that nobody can tell are left out. */
export function takesIn(options: DeedOptions & Naming, flow: Flow, scope: Site<FunctionFacts>): Taking[] {
	return deedsIn(options, scope, 'take').flatMap(deed => {
		if (deed.kind !== 'take') return [];
		const { match, call, site, witness } = deed;
		const { what, act, names, remote = false, handsOn = false, content } = match.row;
		const written = content === undefined || match.call === undefined ? undefined : placeOf(content, match.call);
		return names.flatMap(place => {
			const taken = nameAt(options, flow, match, place);
			return taken === undefined ? [] : [{ what, act, call, remote, handsOn, content: written, site, witness, ...taken }];
		});
	});
}

function nameAt(
	options: Naming,
	flow: Flow,
	{ row, match, origin, call: last }: RowMatch<RowOf<'take'>>,
	{ call: index, flag, ...place }: NamePlace,
): TakenName | undefined {
	const call = index === undefined ? last : match.calls[index]?.site;
	const found = call === undefined ? undefined : placeOf(place, call);
	if (found === undefined) return undefined;
	if (flag !== undefined) return flagged(options, found.site, flag, call);
	const field: Field = { site: found.site, path: found.path };
	if (row.what === 'port') return isCalledOff(options, found.site) ? undefined : portName(options, flow, field);
	if (row.what === 'path') return ofSocket(row, pathName(options, flow, field));
	return storeName(options, flow, field, call === undefined ? undefined : { call, from: origin.from, remote: row.remote === true });
}

/** With a signal, it may be called off before it listens. */
function isCalledOff({ provenance }: Naming, told: Site<Value>): boolean {
	return provenance
		.roots(told)
		.some(
			root =>
				root.kind === 'made' &&
				root.path.length === 0 &&
				root.site.fact.kind === 'object' &&
				hasKey(provenance.roots, root.site, ['signal']),
		);
}

/** What a server listens on is a path only where it looks like one of a socket: else it is a port. */
function ofSocket({ act }: RowOf<'take'>, taken: TakenName | undefined): TakenName | undefined {
	return act === 'listen' && taken !== undefined && !/\.(?:sock|socket|ipc|pipe)$/.test(taken.name) ? undefined : taken;
}

/** What a flag says in a command line, unless the program connects to it. */
function flagged({ provenance }: Naming, written: Site<Value>, flag: string, call: Site<Call> | undefined): TakenName | undefined {
	const textAt = (site: Site<Value>): string => textOf(provenance.roots, site) ?? '';
	const [, name] = new RegExp(`(?:^|\\s)--${flag}[ =](\\d{4,5})(?:\\s|$)`).exec(textAt(written)) ?? [];
	const line = name === undefined || call === undefined ? '' : call.fact.args.map(argument => textAt(at(argument, call))).join(' ');
	return name === undefined || clientPrograms.test(line) ? undefined : { name, written, generator: undefined };
}
