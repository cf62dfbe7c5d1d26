import type { ESLint, Linter, Rule } from 'eslint';
import packageJson from '../package.json' with { type: 'json' };
import { Preset } from './preset.ts';

const namespace = 'deflake';

const rules: Record<string, Rule.RuleModule> = {};

const meta = { name: packageJson.name, version: packageJson.version, namespace };
const plugin: ESLint.Plugin = { meta, rules };

/** Always `error`: a warning does not stop a flaky test from landing, and ESLint's bulk suppressions keep only errors. */
function preset(name: string, has: (recommended: unknown) => boolean): Preset {
	const chosen: Linter.RulesRecord = {};
	for (const [rule, { meta }] of Object.entries(rules))
		if (has(meta?.docs?.recommended)) chosen[`${namespace}/${rule}`] = 'error';
	return new Preset(`${namespace}/${name}`, { [namespace]: plugin }, chosen);
}

const configs = {
	/** The causes that are wrong in every test they are found in. */
	recommended: preset('recommended', recommended => recommended === 'always'),
	/** Also what is right now and then. */
	strict: preset('strict', recommended => recommended === 'always' || recommended === 'strict'),
	all: preset('all', () => true),
};

export default Object.assign(plugin, { meta, rules, configs });
