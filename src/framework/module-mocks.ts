import { allActs } from '../knowledge/frameworks/all-frameworks.ts';
import type { ActPlace, MockRow } from '../knowledge/frameworks/row.ts';
import type { Module, Project, Resolution, Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at, property } from '../provenance/walker.ts';
import type { Call, ModuleFacts, ObjectValue, Value, Write } from '../syntax/facts.ts';
import type { Act, Acts } from './acts.ts';
import { mocksOfLoaders } from './replaced-loaders.ts';

/** A module that tests of a file get a replacement for. */
export interface ModuleMock {
	readonly resolution: Exclude<Resolution, { kind: 'unknown' }>;
	/** Which exports are replaced. */
	readonly names: 'all' | readonly string[];
	/** What replaces it. */
	readonly site: Site<Call | Write>;
}

export interface ModuleMocksOptions {
	readonly acts: Acts;
	readonly provenance: Provenance;
	readonly project: Project;
}

/** The modules that calls anywhere in these modules replace: such calls are hoisted, or stand before the import they are for. */
export function readModuleMocks(modules: readonly Module[], options: ModuleMocksOptions): readonly ModuleMock[] {
	let mocks: ModuleMock[] = [];
	for (const module of modules) {
		for (const fact of module.facts.functions.flatMap(({ calls }) => calls)) {
			if (!mayMock(fact, module.facts)) continue;
			for (const act of options.acts.of({ module, fact })) {
				if (act.row.act !== 'mock') continue;
				const found = mocksOf(act, act.row, options);
				mocks =
					act.row.lifts === true && fact.function === 0
						? mocks.filter(mock => !found.some(each => isSame(each.resolution, mock.resolution)))
						: act.row.lifts === true
							? mocks
							: [...mocks, ...found];
			}
		}
	}
	return [...mocks, ...mocksOfLoaders(modules, options.provenance, options.project)];
}

/** Whether the module, or its export of that name, is replaced. */
export function isMocked(mocks: readonly ModuleMock[], resolution: Resolution, name?: string): boolean {
	return mocks.some(
		mock => isSame(mock.resolution, resolution) && (mock.names === 'all' || (name !== undefined && mock.names.includes(name))),
	);
}

function isSame(one: Resolution, other: Resolution): boolean {
	if (one.kind === 'file') return other.kind === 'file' && one.file === other.file;
	return one.kind === 'package' && other.kind === 'package' && one.name === other.name;
}

/** Cheap: most calls are of other names. */
function mayMock({ args, callee }: Call, { bindings }: ModuleFacts): boolean {
	if (args[0] === undefined || args[0].kind === 'function') return false;
	if (callee.kind === 'member') return typeof callee.property !== 'string' || mockNames.has(callee.property);
	if (callee.kind !== 'reference') return callee.kind === 'call';
	const binding = bindings[callee.binding];
	if (binding === undefined || mockNames.has(binding.name)) return binding !== undefined;
	return binding.definitions.some(definition => {
		if (definition.kind === 'import')
			return (
				mockPackages.has(definition.source) &&
				(definition.imported === 'default' || definition.imported === '*' || mockNames.has(definition.imported))
			);
		return (
			definition.kind === 'value' &&
			(definition.value.kind === 'module'
				? mockPackages.has(definition.value.source)
				: definition.value.kind === 'call' || definition.path.length > 0)
		);
	});
}

const rows = allActs.filter(({ act }) => act === 'mock');
const mockPackages: ReadonlySet<string> = new Set(rows.flatMap(({ from }) => from));
/** The last names of the paths of such calls. */
const mockNames: ReadonlySet<string> = new Set(
	rows.flatMap(
		({ path }) =>
			path
				.replace(/\(\)$/, '')
				.split('.')
				.at(-1)
				?.replace(/^\{|\}$/g, '')
				.split(',') ?? [],
	),
);

function mocksOf(act: Act, row: MockRow, options: ModuleMocksOptions): readonly ModuleMock[] {
	const resolution = resolutionAt(act, row.module, options);
	if (row.within !== undefined) return row.within.flatMap(place => mocksWithin(act, place, resolution, options));
	if (resolution.kind === 'unknown') return [];
	return [{ resolution, names: row.factory === undefined ? 'all' : namesMade(act.at(row.factory), options), site: act.site }];
}

function resolutionAt(act: Act, place: ActPlace, { provenance, project }: ModuleMocksOptions): Resolution {
	const site = act.at(place);
	const specifier = site === undefined ? undefined : specifierOf(provenance, site);
	return site === undefined || specifier === undefined ? { kind: 'unknown' } : project.resolve(specifier, site.module.file);
}

/** `'./x'`, `import('./x')`, `require.resolve('./x')`, `new URL('./x', import.meta.url)`. */
function specifierOf(provenance: Provenance, site: Site<Value>): string | undefined {
	const { fact: value } = site;
	if (value.kind === 'module') return value.source;
	if (value.kind === 'await') return specifierOf(provenance, at(value.value, site));
	const known = staticValue(provenance.roots, site);
	if (typeof known === 'string') return known;
	const [first] = value.kind === 'call' ? value.args : value.kind === 'member' && value.object.kind === 'call' ? value.object.args : [];
	return first === undefined ? undefined : specifierOf(provenance, at(first, site));
}

/** `proxyquire('./subject', { './dependency': stub })`: the keys are as the subject writes them. */
function mocksWithin(act: Act, place: ActPlace, subject: Resolution, { provenance, project }: ModuleMocksOptions): readonly ModuleMock[] {
	const stubs = act.at(place);
	if (stubs === undefined || subject.kind !== 'file') return [];
	return provenance.roots(stubs).flatMap(root => {
		if (root.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'object') return [];
		return root.site.fact.entries.flatMap((entry): readonly ModuleMock[] => {
			if (entry.kind !== 'property' || typeof entry.key !== 'string') return [];
			const resolution = project.resolve(entry.key, subject.file);
			if (resolution.kind === 'unknown') return [];
			return [{ resolution, names: namesOf(provenance, at(entry.value, root.site)), site: act.site }];
		});
	});
}

/** A stub object replaces what it names; anything else stands for the whole module. */
function namesOf(provenance: Provenance, site: Site<Value>): 'all' | readonly string[] {
	const [root] = provenance.roots(site);
	if (root?.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'object') return 'all';
	const { entries } = root.site.fact;
	const isWhole = staticValue(provenance.roots, root.site, [property('@noCallThru')]) === true;
	return isWhole ? 'all' : keysOf(entries);
}

function keysOf(entries: ObjectValue['entries']): readonly string[] {
	return entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : []));
}

/** What a factory makes: all of the module, unless it spreads the real one and names what differs. */
function namesMade(factory: Site<Value> | undefined, { provenance }: ModuleMocksOptions): 'all' | readonly string[] {
	if (factory === undefined) return 'all';
	for (const root of provenance.roots(factory)) {
		if (root.kind !== 'function' || root.path.length > 0) continue;
		const made = root.site.fact.returns.flatMap(({ value }) => (value.kind === 'object' ? [value] : []));
		const [object] = made;
		if (object === undefined || made.length > 1) return 'all';
		return object.entries.some(({ kind }) => kind === 'spread') ? keysOf(object.entries) : restOf(object);
	}
	return 'all';
}

/** `{ default: { ...actual, now: fake } }` replaces part of the default export. */
function restOf(object: ObjectValue): 'all' | readonly string[] {
	const inner = object.entries.flatMap(entry =>
		entry.kind === 'property' && entry.key === 'default' && entry.value.kind === 'object' ? [entry.value] : [],
	);
	const isPartial = inner.some(({ entries }) => entries.some(({ kind }) => kind === 'spread'));
	return isPartial
		? [...keysOf(object.entries).filter(key => key !== 'default'), ...inner.flatMap(({ entries }) => keysOf(entries))]
		: 'all';
}
