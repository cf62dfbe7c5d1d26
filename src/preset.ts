import type { ESLint, Linter } from 'eslint';
import { materialGlobs, testGlobs } from './test-globs.ts';

export const presetNames = ['recommended', 'strict', 'all'] as const;
export type PresetName = (typeof presetNames)[number];

/**
 * One flat config. It is taken by name (`extends: ['deflake/recommended']`), listed (`[recommended]`), changed on the way
 * (`{ ...recommended, files: ['e2e/**'] }`), or spread as the lists of other plugins are (`[...recommended]`).
 */
export class Preset implements Linter.Config {
	readonly name: string;
	readonly files: string[] = [...testGlobs];
	readonly ignores: string[] = [...materialGlobs];
	readonly plugins: Record<string, ESLint.Plugin>;
	readonly rules: Linter.RulesRecord;

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
