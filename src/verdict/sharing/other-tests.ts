import type { Host } from '../../project/host.ts';
import type { TestFiles } from '../../project/test-files.ts';
import type { Rows } from '../../provenance/rows.ts';
import type { Span } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import type { Models, NameElsewhere, OtherTests } from '../models.ts';
import { isPerWorker, mayKeepInMemory, tableUses } from './table-uses.ts';
import { allTaken } from './taken-names.ts';

interface Entry {
	/** What was read for it, with the stamp that it had. */
	readonly inputs: readonly (readonly [file: string, stamp: string | undefined])[];
	readonly names: readonly NameElsewhere[];
}

export interface Reading {
	readonly host: Host;
	readonly files: TestFiles;
	/** The linted file, which is none of the others. */
	readonly file: string;
	/** The models of another test file; undefined where it has no tests. */
	readonly open: (file: string) => Models | undefined;
	/** What a file says by itself. */
	readonly load: OtherTests['moduleOf'];
	/** The knowledge that it is read with. */
	readonly rows: Rows;
}

const kept = new WeakMap<Rows, WeakMap<object, Map<string, Entry>>>();

/** An entry is computed once for each stamp of what it was read from, whatever file asks for it. */
export function createOtherTests({ host, files, file, open, load, rows }: Reading): OtherTests {
	const entries = entriesOf(rows, host);
	return {
		moduleOf: load,
		mentioning: words => files.mentioning(words).filter(other => other !== file),
		namesIn(other) {
			const known = entries.get(other);
			if (known?.inputs.every(([input, stamp]) => host.stamp(input) === stamp) === true) return known.names;
			const models = open(other);
			const names = models === undefined ? [] : namesOf(models);
			const inputs = (models?.project.inputs ?? [other]).map(input => [input, host.stamp(input)] as const);
			entries.set(other, { inputs, names });
			return names;
		},
	};
}

function entriesOf(rows: Rows, { identity }: Host): Map<string, Entry> {
	const byHost = kept.get(rows) ?? new WeakMap<object, Map<string, Entry>>();
	kept.set(rows, byHost);
	const entries = byHost.get(identity) ?? new Map<string, Entry>();
	byHost.set(identity, entries);
	return entries;
}

function namesOf(models: Models): NameElsewhere[] {
	const { path, facts } = models.module;
	const framework = models.framework.frameworks[0]?.name;
	const elsewhere = ({ start }: Span): Pick<NameElsewhere, 'path' | 'line' | 'framework'> => ({
		path,
		line: lineAt(facts, start),
		framework,
	});
	const taken = allTaken(models).map(({ taking: { what, act, name, server }, place }): NameElsewhere => ({
		what,
		act,
		name,
		server,
		...elsewhere(place),
	}));
	const used = isPerWorker(models) || mayKeepInMemory(models) ? [] : tableUses(models).filter(({ use }) => use.database === 'shared');
	return [
		...taken,
		...used.map(({ use: { act, client, table }, place }): NameElsewhere => ({
			what: 'table',
			act,
			name: `${client} ${table}`,
			...elsewhere(place),
		})),
	];
}
