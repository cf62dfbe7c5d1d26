import { frameworks as rows } from '../knowledge/frameworks/all-frameworks.ts';
import type { AddingWords } from '../knowledge/frameworks/row.ts';
import type { Module, Site } from '../project/model.ts';
import { dotted } from '../provenance/match.ts';
import type { AddedCommand, Origin } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { Call, Value } from '../syntax/facts.ts';
import type { Framework } from './model.ts';

export interface AddedCommands {
	/** What runs where something is called. */
	as(called: Origin): readonly AddedCommand[];
}

/** What code for tests has added to the commands of the file's framework, by what is called: `cy.signIn` of `Cypress.Commands.add('signIn', name => { … })`. */
export function addedCommands(frameworks: readonly Framework[], provenance: Provenance, modules: readonly Module[]): AddedCommands {
	const words = frameworks.map(({ name }) => rows[name].adding).find(each => each !== undefined);
	if (words === undefined) return { as: () => [] };
	const found = new Map<string, AddedCommand[]>();
	for (const module of modules) {
		for (const fact of module.facts.functions.flatMap(({ calls }) => calls)) {
			for (const { name, command } of addedBy({ module, fact, frame: undefined }, words, provenance))
				found.set(name, [...(found.get(name) ?? []), command]);
		}
	}
	return {
		as({ from, steps: [first, ...others] }) {
			const last = others.at(-1);
			if (from !== 'global' || first?.kind !== 'property' || first.name !== words.on || last?.kind !== 'property') return [];
			return found.get(last.name) ?? [];
		},
	};
}

interface Added {
	readonly name: string;
	readonly command: AddedCommand;
}

/** Several ways of one name count, as those of a variable do. */
function addedBy(site: Site<Call>, { one, several }: AddingWords, provenance: Provenance): readonly Added[] {
	const { callee, args } = site.fact;
	const [title, ...others] = args;
	const last = args.at(-1);
	const called = callee.kind === 'member' && typeof callee.property === 'string' ? `.${callee.property}` : undefined;
	if (title === undefined || last === undefined || called === undefined || !(one.endsWith(called) || several.endsWith(called))) return [];
	const calls = provenance.origins(at(callee, site)).flatMap(origin => (origin.from === 'global' ? [dotted(origin)] : []));
	const bodiesOf = (value: Value, name: string, takesSubject: boolean): readonly Added[] =>
		provenance
			.roots(at(value, site))
			.flatMap(root =>
				root.kind === 'function' && root.path.length === 0 ? [{ name, command: { body: root.site, takesSubject } }] : [],
			);
	if (calls.includes(one)) {
		const name = staticValue(provenance.roots, at(title, site));
		return typeof name === 'string' ? bodiesOf(last, name, others.slice(0, -1).some(asksForSubject)) : [];
	}
	if (!calls.includes(several) || last.kind !== 'object') return [];
	const takesSubject = args.slice(0, -1).some(asksForSubject);
	return last.entries.flatMap(entry =>
		entry.kind === 'property' && typeof entry.key === 'string' ? bodiesOf(entry.value, entry.key, takesSubject) : [],
	);
}

/** `{ prevSubject: true }`, `{ prevSubject: ['element'] }`. */
function asksForSubject(options: Value): boolean {
	return (
		options.kind === 'object' &&
		options.entries.some(
			entry =>
				entry.kind === 'property' &&
				entry.key === 'prevSubject' &&
				!(entry.value.kind === 'literal' && entry.value.value === false),
		)
	);
}
