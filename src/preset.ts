import type { ESLint, Linter } from 'eslint';
import { configGlobs, materialGlobs, testGlobs } from './test-globs.ts';

export const presetNames = ['recommended', 'strict', 'all'] as const;
export type PresetName = (typeof presetNames)[number];

/**
 * One flat config. It is taken by name (`extends: ['deflake/recommended']`), listed (`[recommended]`), or changed on the way
 * (`{ ...recommended, files: ['e2e/**'] }`).
 */
export interface Preset extends Linter.Config {
	readonly name: string;
	files: string[];
	ignores: string[];
	plugins: Record<string, ESLint.Plugin>;
	rules: Linter.RulesRecord;
}

/**
 * Who is used to plugins whose presets are lists may write `[...recommended]`. It is not typed, for checkers rightly ask what
 * `{ ...recommended }` is to mean for an iterable.
 */
class SpreadablePreset implements Preset {
	readonly name: string;
	files = [...testGlobs, ...configGlobs];
	ignores = [...materialGlobs];
	plugins: Record<string, ESLint.Plugin>;
	rules: Linter.RulesRecord;

	constructor(name: string, plugins: Record<string, ESLint.Plugin>, rules: Linter.RulesRecord) {
		this.name = name;
		this.plugins = plugins;
		this.rules = rules;
	}

	/** On the prototype, so that a copy made with `{ ... }` does not list the original. */
	*[Symbol.iterator](): Iterator<Linter.Config> {
		yield this;
	}
}

export const createPreset = (name: string, plugins: Record<string, ESLint.Plugin>, rules: Linter.RulesRecord): Preset =>
	new SpreadablePreset(name, plugins, rules);
