import type { ESLint, Linter } from 'eslint';
import { configGlobs, materialGlobs, testGlobs, workflowGlobs } from './test-globs.ts';

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
	/** As a list, `[...strict]`: the config, and the one for workflows where the preset has rules about them. A copy made with `{ ... }` is none. */
	[Symbol.iterator](): Iterator<Linter.Config>;
}

/** The flat config for workflows of CI, which are in a language of their own. */
export interface WorkflowPreset extends Linter.Config {
	readonly name: string;
	files: string[];
	language: string;
	plugins: Record<string, ESLint.Plugin>;
	rules: Linter.RulesRecord;
}

/** Who is used to plugins whose presets are lists may write `[...strict]`, and has the rules about workflows with it. */
class SpreadablePreset implements Preset {
	readonly name: string;
	files = [...testGlobs, ...configGlobs];
	ignores = [...materialGlobs];
	plugins: Record<string, ESLint.Plugin>;
	rules: Linter.RulesRecord;
	readonly #workflows: WorkflowPreset | undefined;

	constructor(name: string, plugins: Record<string, ESLint.Plugin>, rules: Linter.RulesRecord, workflows: WorkflowPreset | undefined) {
		this.name = name;
		this.plugins = plugins;
		this.rules = rules;
		this.#workflows = workflows;
	}

	/** On the prototype, so that a copy made with `{ ... }` does not list the original. */
	*[Symbol.iterator](): Iterator<Linter.Config> {
		yield this;
		if (this.#workflows !== undefined) yield this.#workflows;
	}
}

export const createPreset = (
	name: string,
	plugins: Record<string, ESLint.Plugin>,
	rules: Linter.RulesRecord,
	workflows: WorkflowPreset | undefined,
): Preset => new SpreadablePreset(name, plugins, rules, workflows);

export const createWorkflowPreset = (
	name: string,
	language: string,
	plugins: Record<string, ESLint.Plugin>,
	rules: Linter.RulesRecord,
): WorkflowPreset => ({ name, files: [...workflowGlobs], language, plugins, rules });
