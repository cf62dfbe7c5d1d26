import type { Setup } from './lint-suite.ts';

export const presets = ['recommended', 'strict', 'all'] as const;
/** Whose rules are measured. */
export type Preset = (typeof presets)[number];

export const setupNames = ['parser', 'rules', 'kept', 'jest'] as const;
export type SetupName = (typeof setupNames)[number];

/** A process loads only the plugin that it measures. `cache` is where `kept` finds what the same run found before. */
export const setups: Readonly<Record<SetupName, (preset: Preset, cache: string) => Promise<Setup>>> = {
	parser: () => Promise.resolve({}),
	async rules(preset) {
		const { default: deflake } = await import('eslint-plugin-deflake');
		const { plugins, rules } = deflake.configs[preset];
		return { plugins, rules };
	},
	async kept(preset, cache) {
		return { ...(await setups.rules(preset, cache)), settings: { deflake: { cache } } };
	},
	async jest() {
		const { default: jest } = await import('eslint-plugin-jest');
		const { plugins = {}, rules = {} } = jest.configs['flat/recommended'];
		// The plugin looks for an installed Jest unless it is told the version.
		return { plugins, rules, settings: { jest: { version: 30 } } };
	},
};

export const isPreset = (name: string | undefined): name is Preset => presets.some(known => known === name);
export const isSetupName = (name: string | undefined): name is SetupName => setupNames.some(known => known === name);
