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

/** Whether a script, the runner's configuration or a setup file gives an environment variable a value before the tests of a file. */
export function presetsEnv(name: string, { configs, surroundings, outside }: PresetEnvOptions): boolean {
	const isIn = (setting: ReturnType<typeof settingAt>): boolean => setting?.kind === 'object' && setting.entries.has(name);
	return (
		configs.some(({ variants }) => variants.some(variant => isIn(settingAt(variant, 'env')))) ||
		surroundings.some(({ manifest }) => manifest !== undefined && scriptsOf(manifest).some(script => script.includes(`${name}=`))) ||
		outside.some(module => writesEnv(module, name))
	);
}

/** Whether a module gives an environment variable a value, wherever that stands in it. */
export function writesEnv({ facts }: Module, name: string): boolean {
	return facts.functions.some(({ writes }) => writes.some(({ target, value }) => value !== undefined && isEnv(target, name)));
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
