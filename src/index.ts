import type { ESLint, Linter, Rule } from 'eslint';
import limitUiWorkers from '../rules/limit-ui-workers.ts';
import noConcurrentGlobalMutation from '../rules/no-concurrent-global-mutation.ts';
import noConcurrentSharedDatabase from '../rules/no-concurrent-shared-database.ts';
import noElementRace from '../rules/no-element-race.ts';
import noEnvironmentDependence from '../rules/no-environment-dependence.ts';
import noExactLogEquality from '../rules/no-exact-log-equality.ts';
import noExpensiveHash from '../rules/no-expensive-hash.ts';
import noFixedPath from '../rules/no-fixed-path.ts';
import noFixedPort from '../rules/no-fixed-port.ts';
import noInternalState from '../rules/no-internal-state.ts';
import noLateListener from '../rules/no-late-listener.ts';
import noOrderDependentTest from '../rules/no-order-dependent-test.ts';
import noLeakedResource from '../rules/no-leaked-resource.ts';
import noRandomAssertion from '../rules/no-random-assertion.ts';
import noRealNetwork from '../rules/no-real-network.ts';
import noRetryMasking from '../rules/no-retry-masking.ts';
import noSleep from '../rules/no-sleep.ts';
import noTightTimeout from '../rules/no-tight-timeout.ts';
import noUnawaitedEffect from '../rules/no-unawaited-effect.ts';
import noUnfrozenClock from '../rules/no-unfrozen-clock.ts';
import noUnorderedEquality from '../rules/no-unordered-equality.ts';
import noUnrestoredGlobal from '../rules/no-unrestored-global.ts';
import noUnsequencedFixture from '../rules/no-unsequenced-fixture.ts';
import requireCiCache from '../rules/require-ci-cache.ts';
import requireCiShards from '../rules/require-ci-shards.ts';
import requireSerialReason from '../rules/require-serial-reason.ts';
import packageJson from '../package.json' with { type: 'json' };
import type { ApiRow } from './knowledge/row.ts';
import { createPreset, createWorkflowPreset, type Preset, type PresetName, type WorkflowPreset } from './preset.ts';
import type { DeflakeRule } from './rule.ts';
import type { Settings } from './settings.ts';
import { yamlLanguage } from './workflow/language.ts';

export type { Preset, PresetName, WorkflowPreset } from './preset.ts';

type Documentation = 'see' | 'flaky' | 'steady';
type Undocumented<Row> = Row extends ApiRow ? Omit<Row, Documentation> & Partial<Pick<Row, Documentation>> : never;

/** What an API of your own does, in the language of the plugin's own rows; examples are welcome, and not needed. */
export type OwnApiRow = Undocumented<ApiRow>;

/** What `settings.deflake` of a config may hold. */
export interface DeflakeSettings extends Partial<Omit<Settings, 'apis'>> {
	readonly apis?: readonly OwnApiRow[];
}

export interface Deflake {
	readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
	readonly rules: Record<string, Rule.RuleModule>;
	readonly languages: Record<string, typeof yamlLanguage>;
	readonly configs: Record<PresetName, Preset> & { readonly workflows: WorkflowPreset };
}

const rules: Record<string, DeflakeRule> = {
	'limit-ui-workers': limitUiWorkers,
	'no-concurrent-global-mutation': noConcurrentGlobalMutation,
	'no-concurrent-shared-database': noConcurrentSharedDatabase,
	'no-element-race': noElementRace,
	'no-environment-dependence': noEnvironmentDependence,
	'no-exact-log-equality': noExactLogEquality,
	'no-expensive-hash': noExpensiveHash,
	'no-fixed-path': noFixedPath,
	'no-fixed-port': noFixedPort,
	'no-internal-state': noInternalState,
	'no-late-listener': noLateListener,
	'no-order-dependent-test': noOrderDependentTest,
	'no-random-assertion': noRandomAssertion,
	'no-real-network': noRealNetwork,
	'no-retry-masking': noRetryMasking,
	'no-leaked-resource': noLeakedResource,
	'no-sleep': noSleep,
	'no-tight-timeout': noTightTimeout,
	'no-unawaited-effect': noUnawaitedEffect,
	'no-unfrozen-clock': noUnfrozenClock,
	'no-unordered-equality': noUnorderedEquality,
	'no-unrestored-global': noUnrestoredGlobal,
	'no-unsequenced-fixture': noUnsequencedFixture,
	'require-ci-cache': requireCiCache,
	'require-ci-shards': requireCiShards,
	'require-serial-reason': requireSerialReason,
};

const namespace = 'deflake';
const meta = { name: packageJson.name, version: packageJson.version, namespace };
const plugin: ESLint.Plugin = { meta, rules };
const plugins = { [namespace]: plugin };

/** Always `error`: a warning does not stop a flaky test from landing, and ESLint's bulk suppressions keep only errors. */
function chosen(name: PresetName, language: string, has: (recommended: unknown) => boolean): Linter.RulesRecord {
	const found: Linter.RulesRecord = {};
	for (const [rule, { meta, presetOptions }] of Object.entries(rules)) {
		const options = presetOptions[name];
		if (has(meta?.docs?.recommended) && meta?.languages?.includes(language) === true)
			found[`${namespace}/${rule}`] = options === undefined ? 'error' : ['error', options];
	}
	return found;
}

const yaml = `${namespace}/yaml`;

function preset(name: PresetName, has: (recommended: unknown) => boolean): Preset {
	const ofWorkflows = chosen(name, yaml, has);
	const workflows =
		Object.keys(ofWorkflows).length === 0
			? undefined
			: createWorkflowPreset(`${namespace}/${name}/workflows`, yaml, plugins, ofWorkflows);
	return createPreset(`${namespace}/${name}`, plugins, chosen(name, 'js/js', has), workflows);
}

const configs: Deflake['configs'] = {
	recommended: preset('recommended', recommended => recommended === 'always'),
	strict: preset('strict', recommended => recommended === 'always' || recommended === 'strict'),
	all: preset('all', () => true),
	workflows: createWorkflowPreset(
		`${namespace}/workflows`,
		yaml,
		plugins,
		chosen('all', yaml, () => true),
	),
};

/** The presets hold the plugin and the plugin holds the presets, hence one object, completed. */
const deflake: Deflake = Object.assign(plugin, { meta, rules, languages: { yaml: yamlLanguage }, configs });
export default deflake;
