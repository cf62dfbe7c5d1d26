import type { ESLint, Linter, Rule } from 'eslint';
import packageJson from '../package.json' with { type: 'json' };
import { createPreset, type Preset, type PresetName } from './preset.ts';

export type { Preset, PresetName } from './preset.ts';

export interface Deflake {
	readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
	readonly rules: Record<string, Rule.RuleModule>;
	readonly configs: Record<PresetName, Preset>;
}

const rules: Record<string, Rule.RuleModule> = {};

const namespace = 'deflake';
const meta = { name: packageJson.name, version: packageJson.version, namespace };
const plugin: ESLint.Plugin = { meta, rules };

/** Always `error`: a warning does not stop a flaky test from landing, and ESLint's bulk suppressions keep only errors. */
function preset(name: PresetName, has: (recommended: unknown) => boolean): Preset {
	const chosen: Linter.RulesRecord = {};
	for (const [rule, { meta }] of Object.entries(rules))
		if (has(meta?.docs?.recommended)) chosen[`${namespace}/${rule}`] = 'error';
	return createPreset(`${namespace}/${name}`, { [namespace]: plugin }, chosen);
}

const configs: Deflake['configs'] = {
	recommended: preset('recommended', recommended => recommended === 'always'),
	strict: preset('strict', recommended => recommended === 'always' || recommended === 'strict'),
	all: preset('all', () => true),
};

/** The presets hold the plugin and the plugin holds the presets, hence one object, completed. */
const deflake: Deflake = Object.assign(plugin, { meta, rules, configs });
export default deflake;
