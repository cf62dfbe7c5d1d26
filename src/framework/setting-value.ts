import type { Module, Site } from '../project/model.ts';
import type { Origin, Root, Step } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { ObjectValue, Value } from '../syntax/facts.ts';
import { type Setting, mergedSettings, unknownSetting } from './setting.ts';

/** How deep configuration objects are read. */
const maxDepth = 6;

/** How a value is read: how deep it stands, and which keys count at the top. */
interface Reading {
	readonly provenance: Provenance;
	readonly depth: number;
	/** Others are not looked at: plugins and the like are no settings of tests. */
	readonly keys: ReadonlySet<string> | undefined;
}

/** What a configuration module exports: an object, or a function or a call that gives one. Of its top only `keys` are read, if given. */
export function settingFromModule(provenance: Provenance, module: Module, keys?: ReadonlySet<string>): Setting {
	const reading: Reading = { provenance, depth: 0, keys };
	const exported = ['default', 'export=']
		.flatMap(name => module.facts.exports.filter(each => each.name === name && each.kind === 'value'))
		.at(0);
	if (exported?.kind === 'value') return settingFromValue(reading, { module, fact: exported.value });
	const named = module.facts.exports.flatMap(each =>
		each.kind === 'value' ? [[each.name, settingFromValue(deeper(reading), { module, fact: each.value })] as const] : [],
	);
	return named.length === 0 ? unknownSetting : { kind: 'object', entries: new Map(named), open: false };
}

/** The same object still: what a call is given, what a function gives back, what is spread. */
function beside({ depth, ...rest }: Reading): Reading {
	return { ...rest, depth: depth + 1 };
}

/** What stands at a key. */
function deeper({ depth, provenance }: Reading): Reading {
	return { provenance, depth: depth + 1, keys: undefined };
}

function settingFromValue(reading: Reading, site: Site<Value>): Setting {
	if (reading.depth > maxDepth) return unknownSetting;
	const settings = reading.provenance
		.roots(site)
		.filter(root => !isTypeAlone(root))
		.map(root => settingFromRoot(reading, root));
	const [first, ...others] = settings;
	if (first === undefined) return unknownSetting;
	return others.every(other => isSame(first, other)) ? first : unknownSetting;
}

/** What an annotation says beside the value itself: `const config: Config = {…}`. */
function isTypeAlone(root: Root): boolean {
	return root.kind === 'origin' && root.origin.steps.some(step => step.kind === 'construct' && step.site === undefined);
}

function settingFromRoot(reading: Reading, root: Root): Setting {
	if (root.kind === 'origin') return settingFromPath(reading, root.origin) ?? settingFromCall(reading, root.origin.steps.at(-1));
	if (root.kind === 'function' && root.path.length === 0) return settingFromReturns(reading, root);
	if (root.kind !== 'made' || root.path.length > 0) return unknownSetting;
	const { site } = root;
	const { fact: value } = site;
	if (value.kind === 'object') return settingFromObject(reading, at(value, site));
	if (value.kind === 'array') return settingFromArray(reading, site, value.elements);
	const constant = staticValue(reading.provenance.roots, site);
	if (typeof constant === 'bigint') return unknownSetting;
	return constant === undefined && value.kind !== 'literal' ? unknownSetting : { kind: 'value', value: constant };
}

/** `path.resolve(__dirname, 'a', 'b')`, `fileURLToPath(new URL('./a', import.meta.url))`: a path from the configuration's own directory. */
function settingFromPath(reading: Reading, { from, steps }: Origin): Setting | undefined {
	const [first] = steps;
	const isPath =
		from === 'node:path' ||
		from === 'node:url' ||
		(from === 'global' && first?.kind === 'property' && ['URL', 'require'].includes(first.name));
	const last = steps.findLast(step => step.kind === 'call' || step.kind === 'construct');
	if (!isPath || last?.site === undefined) return undefined;
	const { site } = last;
	const parts = site.fact.args.flatMap(argument => {
		const setting = settingFromValue({ ...deeper(reading), depth: maxDepth }, at(argument, site));
		return setting.kind === 'value' && typeof setting.value === 'string' ? [setting.value] : [];
	});
	return parts.length === 0 ? undefined : { kind: 'value', value: `./${parts.join('/').replace(/^\.\//, '')}` };
}

/** `defineConfig({…})` is its argument; of several arguments (`mergeConfig(a, b)`) the later wins. */
function settingFromCall(reading: Reading, step: Step | undefined): Setting {
	if (step?.kind !== 'call' || step.site.fact.args.length === 0) return unknownSetting;
	const settings = step.site.fact.args.map(argument => settingFromValue(beside(reading), at(argument, step.site)));
	const objects = settings.filter(({ kind }) => kind === 'object');
	return objects.length === 0 ? unknownSetting : settings.reduce(mergedSettings);
}

function settingFromReturns(reading: Reading, { site }: Extract<Root, { kind: 'function' }>): Setting {
	const settings = site.fact.returns.map(({ value }) => settingFromValue(beside(reading), at(value, site)));
	const [first, ...others] = settings;
	return first !== undefined && others.length === 0 ? first : unknownSetting;
}

function settingFromObject(reading: Reading, site: Site<ObjectValue>): Setting {
	let setting: Setting = { kind: 'object', entries: new Map(), open: false };
	for (const entry of site.fact.entries) {
		if (entry.kind === 'spread') setting = mergedSettings(setting, settingFromValue(beside(reading), at(entry.value, site)));
		else if (typeof entry.key !== 'string') setting = mergedSettings(setting, unknownSetting);
		else if (setting.kind === 'object') {
			const value =
				reading.keys?.has(entry.key) === false ? unknownSetting : settingFromValue(deeper(reading), at(entry.value, site));
			setting = { ...setting, entries: new Map([...setting.entries, [entry.key, value]]) };
		}
	}
	return setting;
}

function settingFromArray(reading: Reading, site: Site<Value>, elements: readonly Value[]): Setting {
	return {
		kind: 'list',
		items: elements.flatMap(element => {
			const setting = settingFromValue(deeper(reading), at(element, site));
			return element.kind === 'spread' && setting.kind === 'list' ? setting.items : [setting];
		}),
	};
}

function isSame(one: Setting, other: Setting): boolean {
	return one.kind === 'value' && other.kind === 'value' && one.value === other.value;
}
