import type { Site } from '../../project/model.ts';
import { textOf } from '../../provenance/text-of.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value, Write } from '../../syntax/facts.ts';
import { type DeedOptions, deedsIn } from '../deeds.ts';
import { isHarmless } from './harmless-writes.ts';
import type { RowOf } from '../model.ts';
import { type SharedState, stateOfObject, stateOfWrite } from './shared-state.ts';
import type { Knowing } from '../knowing.ts';
import type { Witness } from '../witness.ts';

/** A write to state that other code of the process, or other processes, can see. */
export interface SharedWrite {
	readonly site: Span;
	readonly witness: Witness;
	/** As a reader would write it: `process.env.TZ`. */
	readonly name: string;
	/** The same for every way to write the same state. */
	readonly key: string;
	readonly owner: SharedState['owner'];
	/** `restore` puts back what was there before. */
	readonly act: 'set' | 'restore';
	readonly reach: 'process' | 'machine';
	/** The assignment or the call itself, wherever it stands. */
	readonly origin: Site<Write | Call>;
	/** What is written, where it is an assignment. */
	readonly value: Site<Value> | undefined;
	readonly binding: number | undefined;
	/** Undefined for an assignment. */
	readonly row: RowOf<'shared-write'> | undefined;
}

/** The shared state that running a function changes, in source order. */
export function sharedWritesIn(knowing: DeedOptions, scope: Site<FunctionFacts>): SharedWrite[] {
	return deedsIn(knowing, scope, 'shared-write').flatMap((deed): SharedWrite[] => {
		const { site, witness } = deed;
		if (deed.kind === 'write') {
			const state = stateOfWrite(knowing.provenance, scope, deed.write);
			const value = deed.write.fact.value === undefined ? undefined : at(deed.write.fact.value, deed.write);
			if (state === undefined || (state.owner !== 'global' && isHarmless(deed.write))) return [];
			return [{ site, witness, ...state, act: 'set', reach: 'process', origin: deed.write, value, row: undefined }];
		}
		return deed.kind === 'shared-write' ? byCall(knowing, scope, deed.row, deed.call, { site, witness }) : [];
	});
}

function byCall(
	knowing: Knowing,
	scope: Site<FunctionFacts>,
	row: RowOf<'shared-write'>,
	call: Site<Call>,
	reached: { readonly site: Span; readonly witness: Witness },
): SharedWrite[] {
	const { act, reach, ifShared } = row;
	const shared = ifShared === undefined ? undefined : stateOfArgument(knowing, scope, call, ifShared);
	if (ifShared !== undefined && shared === undefined) return [];
	const written = row.target.replace(/\{(\d)\}/g, (_, index: string) => argumentName(knowing, scope, call, Number(index)));
	const isGlobalObject = shared?.name === '';
	const name = isGlobalObject ? written.replace(/^\./, '') || 'globalThis' : written;
	const key =
		shared === undefined ? `row:${name}` : isGlobalObject ? `${shared.key}${name}` : `${shared.key}${name.slice(shared.name.length)}`;
	return [
		{
			...reached,
			name,
			key,
			owner: shared?.owner ?? 'package',
			act,
			reach,
			origin: call,
			value: undefined,
			binding: shared?.binding,
			row,
		},
	];
}

function stateOfArgument({ provenance }: Knowing, scope: Site<FunctionFacts>, call: Site<Call>, index: number): SharedState | undefined {
	const argument = call.fact.args[index];
	return argument === undefined ? undefined : stateOfObject(provenance, scope, at(argument, call));
}

/** An argument as part of a name: its static value, the path it names, or `*`. */
function argumentName(knowing: Knowing, scope: Site<FunctionFacts>, call: Site<Call>, index: number): string {
	const argument = call.fact.args[index];
	if (argument === undefined) return '*';
	const site = at(argument, call);
	const value = staticValue(knowing.provenance.roots, site);
	if (value !== undefined && value !== null) return String(value);
	return stateOfObject(knowing.provenance, scope, site)?.name ?? textOf(knowing.provenance.roots, site) ?? '*';
}
