import type { Module } from '../project/model.ts';
import type { Value } from '../syntax/facts.ts';
import type { RunnerConfig } from './runner-config.ts';
import { settingAt } from './setting.ts';
import type { Surroundings } from './surroundings.ts';

export interface PresetEnvOptions {
	readonly configs: readonly RunnerConfig[];
	readonly surroundings: readonly Surroundings[];
	/** Setup files, and modules that the file imports for what they do. */
	readonly outside: readonly Module[];
}

/** Whether a script, the runner's configuration or a setup file gives an environment variable a value, or that very one, before the tests of a file. */
export function presetsEnv(name: string, { configs, surroundings, outside }: PresetEnvOptions, value?: string): boolean {
	const isIn = (setting: ReturnType<typeof settingAt>): boolean => {
		const given = setting?.kind === 'object' ? setting.entries.get(name) : undefined;
		return given !== undefined && (value === undefined || (given.kind === 'value' && given.value === value));
	};
	return (
		configs.some(({ variants }) => variants.some(variant => isIn(settingAt(variant, 'env')))) ||
		surroundings.some(
			({ manifest }) => manifest !== undefined && scriptsOf(manifest).some(script => script.includes(`${name}=${value ?? ''}`)),
		) ||
		outside.some(module => writesEnv(module, name, value))
	);
}

/** Whether a module gives an environment variable a value, or that very one, wherever that stands in it. */
export function writesEnv({ facts }: Module, name: string, wanted?: string): boolean {
	const isWanted = (value: Value | undefined): boolean =>
		value !== undefined && (wanted === undefined || (value.kind === 'literal' && value.value === wanted));
	return facts.functions.some(({ writes }) => writes.some(({ target, value }) => isWanted(value) && isEnv(target, name)));
}

function scriptsOf(manifest: Parameters<typeof settingAt>[0]): readonly string[] {
	const scripts = settingAt(manifest, 'scripts');
	return scripts?.kind === 'object'
		? [...scripts.entries.values()].flatMap(script =>
				script.kind === 'value' && typeof script.value === 'string' ? [script.value] : [],
			)
		: [];
}

function isEnv(target: Value, name: string): boolean {
	return target.kind === 'member' && target.property === name && target.object.kind === 'member' && target.object.property === 'env';
}
