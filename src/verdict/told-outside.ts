import path from 'node:path';

import { writesEnv } from '../framework/preset-env.ts';
import { alwaysSet, ofManager, settingVariables } from '../knowledge/environment-variables.ts';
import type { Site } from '../project/model.ts';
import { isTestSupport } from '../project/test-support.ts';
import type { Value } from '../syntax/facts.ts';
import type { Models } from './models.ts';

/** What is written down for where environment variables say nothing else. */
export interface WrittenDefault {
	readonly written: Site<Value>;
	readonly unless?: readonly string[];
}

/**
 * Whether what is written down, a port or a host, may not be the one that is taken: the program's own default, which those who run it change, or one of
 * the tests behind an environment variable that something sets for them. What nobody sets in the project is that one in every run.
 */
export function isToldOutside(models: Models, { unless = [], written }: WrittenDefault): boolean {
	if (unless.length === 0) return false;
	const { module, framework } = models;
	const near = [module, written.module, ...framework.outsideModules];
	if (written.module !== module && !isTestSupport(written.module)) return true;
	if (near.some(({ facts }) => facts.sources.some(source => settingVariables.test(source)))) return true;
	return unless.some(
		name =>
			alwaysSet.has(name) ||
			ofManager.test(name) ||
			framework.presetsEnv(name) ||
			near.some(each => writesEnv(each, name)) ||
			isInFiles(models, name),
	);
}

/** `.env`, `.env.test`: some runners read them. */
function isInFiles({ project }: Models, name: string): boolean {
	const files = project.entries(project.root, /^\.env/);
	return files.some(file => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`, 'm').test(project.text(path.join(project.root, file)) ?? ''));
}
