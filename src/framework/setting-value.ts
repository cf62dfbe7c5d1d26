import type { Module, Site } from '../project/model.ts';
import type { Origin, Root, Step } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { ObjectValue, Value } from '../syntax/facts.ts';
import { type Setting, mergedSettings, unknownSetting } from './setting.ts';

/** How deep configuration objects are read. */
const maxDepth = 6;

/** What a configuration module exports: an object, or a function or a call that gives one. */
export function settingFromModule(provenance: Provenance, module: Module): Setting {
	const exported = ['default', 'export='].flatMap(name => module.facts.exports.filter(each => each.name === name && each.kind === 'value')).at(0);
	if (exported?.kind === 'value') return settingFromValue(provenance, { module, fact: exported.value }, 0);
	const named = module.facts.exports.flatMap(each => (each.kind === 'value' ? [[each.name, settingFromValue(provenance, { module, fact: each.value }, 1)] as const] : []));
	return named.length === 0 ? unknownSetting : { kind: 'object', entries: new Map(named), open: false };
}

function settingFromValue(provenance: Provenance, site: Site<Value>, depth: number): Setting {
	if (depth > maxDepth) return unknownSetting;
	const settings = provenance.roots(site).filter(root => !isTypeAlone(root)).map(root => settingFromRoot(provenance, root, depth));
	const [first, ...others] = settings;
	if (first === undefined) return unknownSetting;
	return others.every(other => isSame(first, other)) ? first : unknownSetting;
}

/** What an annotation says beside the value itself: `const config: Config = {…}`. */
function isTypeAlone(root: Root): boolean {
	return root.kind === 'origin' && root.origin.steps.some(step => step.kind === 'construct' && step.site === undefined);
}

function settingFromRoot(provenance: Provenance, root: Root, depth: number): Setting {
	if (root.kind === 'origin') return settingFromPath(provenance, root.origin) ?? settingFromCall(provenance, root.origin.steps.at(-1), depth);
	if (root.kind === 'function' && root.path.length === 0) return settingFromReturns(provenance, root, depth);
	if (root.kind !== 'made' || root.path.length > 0) return unknownSetting;
	const { site } = root;
	const { fact: value } = site;
	if (value.kind === 'object') return settingFromObject(provenance, at(value, site), depth);
	if (value.kind === 'array') return settingFromArray(provenance, site, value.elements, depth);
	const constant = staticValue(provenance.roots, site);
	if (typeof constant === 'bigint') return unknownSetting;
	return constant === undefined && value.kind !== 'literal' ? unknownSetting : { kind: 'value', value: constant };
}

/** `path.resolve(__dirname, 'a', 'b')`, `fileURLToPath(new URL('./a', import.meta.url))`: a path from the configuration's own directory. */
function settingFromPath(provenance: Provenance, { from, steps }: Origin): Setting | undefined {
	const [first] = steps;
	const isPath = from === 'node:path' || from === 'node:url' || (from === 'global' && first?.kind === 'property' && ['URL', 'require'].includes(first.name));
	const last = steps.findLast(step => step.kind === 'call' || step.kind === 'construct');
	if (!isPath || last?.site === undefined) return undefined;
	const { site } = last;
	const parts = site.fact.args.flatMap(argument => {
		const setting = settingFromValue(provenance, at(argument, site), maxDepth);
		return setting.kind === 'value' && typeof setting.value === 'string' ? [setting.value] : [];
	});
	return parts.length === 0 ? undefined : { kind: 'value', value: `./${parts.join('/').replace(/^\.\//, '')}` };
}

/** `defineConfig({…})` is its argument; of several arguments (`mergeConfig(a, b)`) the later wins. */
function settingFromCall(provenance: Provenance, step: Step | undefined, depth: number): Setting {
	if (step?.kind !== 'call' || step.site.fact.args.length === 0) return unknownSetting;
	const settings = step.site.fact.args.map(argument => settingFromValue(provenance, at(argument, step.site), depth + 1));
	const objects = settings.filter(({ kind }) => kind === 'object');
	return objects.length === 0 ? unknownSetting : settings.reduce(mergedSettings);
}

function settingFromReturns(provenance: Provenance, { site }: Extract<Root, { kind: 'function' }>, depth: number): Setting {
	const settings = site.fact.returns.map(({ value }) => settingFromValue(provenance, at(value, site), depth + 1));
	const [first, ...others] = settings;
	return first !== undefined && others.length === 0 ? first : unknownSetting;
}

function settingFromObject(provenance: Provenance, site: Site<ObjectValue>, depth: number): Setting {
	let setting: Setting = { kind: 'object', entries: new Map(), open: false };
	for (const entry of site.fact.entries) {
		if (entry.kind === 'spread') setting = mergedSettings(setting, settingFromValue(provenance, at(entry.value, site), depth + 1));
		else if (typeof entry.key !== 'string') setting = mergedSettings(setting, unknownSetting);
		else if (setting.kind === 'object') setting = { ...setting, entries: new Map([...setting.entries, [entry.key, settingFromValue(provenance, at(entry.value, site), depth + 1)]]) };
	}
	return setting;
}

function settingFromArray(provenance: Provenance, site: Site<Value>, elements: readonly Value[], depth: number): Setting {
	return {
		kind: 'list',
		items: elements.flatMap(element => {
			const setting = settingFromValue(provenance, at(element, site), depth + 1);
			return element.kind === 'spread' && setting.kind === 'list' ? setting.items : [setting];
		}),
	};
}

function isSame(one: Setting, other: Setting): boolean {
	return one.kind === 'value' && other.kind === 'value' && one.value === other.value;
}
