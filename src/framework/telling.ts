import { clockOverrides } from '../knowledge/frameworks/clock-libraries.ts';
import { allActs } from '../knowledge/frameworks/all-frameworks.ts';
import { allRows } from '../knowledge/all-rows.ts';
import { globalObjects } from '../knowledge/global-objects.ts';
import type { Module, Project, Site } from '../project/model.ts';
import { parsePattern } from '../provenance/pattern.ts';
import type { Call, ModuleFacts, Value } from '../syntax/facts.ts';
import { type Acts, actPackages, mayAct } from './acts.ts';
import { packageNameOf } from './package-names.ts';

const seeded = allRows.flatMap(row =>
	row.effect === 'random' && row.seededBy !== undefined ? [{ from: [row.from].flat(), paths: row.seededBy }] : [],
);
const packages: ReadonlySet<string> = new Set([
	...actPackages,
	...clockOverrides.map(({ from }) => from),
	...seeded.flatMap(({ from }) => from).filter(from => from !== 'global'),
]);
const seedNames: ReadonlySet<string> = new Set(
	seeded
		.flatMap(({ paths }) => paths.flatMap(path => parsePattern(path).findLast(step => step.kind === 'property')?.names ?? []))
		.flatMap(names => (typeof names === 'string' ? [names] : [...names])),
);

/** Whether a call changes what the code under test sees of the world: it freezes, restores, replaces or seeds. */
export function isTelling(site: Site<Call>, acts: Acts): boolean {
	return acts.of(site).length > 0 || maySeed(site.fact, site.module.facts);
}

/** By its name alone: which generator it seeds is asked later. */
function maySeed({ callee }: Call, { bindings }: ModuleFacts): boolean {
	if (callee.kind === 'member') return typeof callee.property === 'string' && seedNames.has(callee.property);
	return (
		callee.kind === 'reference' &&
		bindings[callee.binding]?.definitions.some(({ kind }) => kind === 'import' || kind === 'value') === true &&
		seedNames.has(bindings[callee.binding]?.name ?? '')
	);
}

/** Global objects through which something is replaced: `Date.now = …`, `globalThis.fetch = …`. */
const replaceable: ReadonlySet<string> = new Set([...globalObjects, 'Date', 'Math', 'performance', 'crypto']);
const globalWords: ReadonlySet<string> = new Set(
	allActs.flatMap(({ from, path }) =>
		[from].flat().includes('global')
			? [path.replace(/^\{?([\w$]+).*$/, '$1'), ...(/^\{([\w,]+)\}/.exec(path)?.[1]?.split(',') ?? [])]
			: [],
	),
);

const answers = new WeakMap<ModuleFacts, boolean>();

/** Whether a module itself can hold such a call: it imports what has them, or uses the globals that do. */
function tells(facts: ModuleFacts): boolean {
	const answer =
		answers.get(facts) ??
		(facts.sources.some(source => packages.has(source) || packages.has(`node:${source}`) || packages.has(packageNameOf(source))) ||
			facts.functions.some(
				({ calls, writes }) =>
					calls.some(call => mayAct(call) && isOf(call.callee, globalWords)) ||
					writes.some(({ target }) => isOf(target, replaceable)),
			));
	answers.set(facts, answer);
	return answer;
}

function isOf(value: Value, names: ReadonlySet<string>): boolean {
	let base = value;
	while (base.kind === 'member' || base.kind === 'call') base = base.kind === 'member' ? base.object : base.callee;
	return base.kind === 'global' && names.has(base.name);
}

/** Whether such calls can stand in a module, or in one that it imports directly: deeper ones are not looked for. */
export function mayTell(module: Module, project: Project): boolean {
	if (tells(module.facts)) return true;
	return module.facts.sources.some(source => {
		const resolution = project.resolve(source, module.file);
		const imported = resolution.kind === 'file' ? project.load(resolution.file) : undefined;
		return imported !== undefined && tells(imported.facts);
	});
}
