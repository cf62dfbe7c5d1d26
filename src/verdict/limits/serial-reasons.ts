import type { SerialChoice } from '../../framework/serial-choices.ts';
import type { ConfigObjects } from '../../framework/config-objects.ts';
import type { ConfigFileRow } from '../../knowledge/config-files.ts';
import type { Module, Project } from '../../project/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Span } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';
import { isExplained } from './reasons.ts';

/** Tests and suites of a file that are made serial, and nobody says why. */
export function* unexplainedSerial(file: Models & { readonly text: string }): Iterable<Span> {
	let last: { readonly choice: SerialChoice; readonly explained: boolean } | undefined;
	const seen = new Set<number>();
	for (const choice of file.framework.serialChoices) {
		const follows =
			last?.explained === true &&
			choice.suite !== undefined &&
			last.choice.suite === choice.suite &&
			isNext(file, last.choice, choice);
		const explained = follows || hasReason(file, choice);
		last = { choice, explained };
		if (!explained && !seen.has(choice.at.start)) yield choice.at;
		seen.add(choice.at.start);
	}
}

/** Whether one test comes right after another: the reason of the first holds for a row of them. */
function isNext({ tests }: Models, one: SerialChoice, other: SerialChoice): boolean {
	const row = tests.filter(({ suite }) => suite === one.suite).map(({ call }) => call);
	return row.indexOf(other.call) === row.indexOf(one.call) + 1;
}

function hasReason({ module, text, project }: Written, { at: place, call, said }: Pick<SerialChoice, 'at' | 'call' | 'said'>): boolean {
	if (isExplained({ text, facts: module.facts }, 'serial', [place, { start: call.start, end: call.callee.end }])) return true;
	return said.module !== module && isExplainedElsewhere(project, said.module, said.fact);
}

function isExplainedElsewhere(project: Project, module: Module, place: Span): boolean {
	const text = project.text(module.file);
	return text !== undefined && isExplained({ text, facts: module.facts }, 'serial', [place]);
}

interface Written {
	readonly module: Module;
	readonly text: string;
	readonly project: Project;
}

/** A runner's configuration, as far as its settings are asked for. */
export interface ConfiguredRunner extends Written {
	readonly row: ConfigFileRow;
	readonly provenance: Provenance;
	readonly settings: ConfigObjects;
}

/** Settings of a configuration that make its tests run one after another, and nobody says why. */
export function* unexplainedSettings({ row, settings, provenance, ...written }: ConfiguredRunner): Iterable<Span> {
	const { module, text, project } = written;
	const seen = new Set<number>();
	for (const { at: path, is } of row.serial) {
		for (const { site, place } of settings.find(path).entries) {
			const isSet = staticValue(provenance.roots, at(site.fact.value, site)) === is;
			const explained =
				isExplained({ text, facts: module.facts }, 'serial', [place]) ||
				(site.module !== module && isExplainedElsewhere(project, site.module, site.fact));
			if (isSet && !explained && !seen.has(place.start)) yield place;
			if (isSet) seen.add(place.start);
		}
	}
}
