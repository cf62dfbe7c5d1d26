import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { Resolution } from '../project/model.ts';
import { type RunnerConfig, holds } from './runner-config.ts';
import { settingAt, stringsIn } from './setting.ts';

/** Whether the runner's configuration replaces every module of the project (Jest's `automock`). */
export function isAutomocked(config: RunnerConfig, resolution: Resolution): boolean {
	const at = frameworks[config.framework].config?.automock;
	return resolution.kind === 'file' && at !== undefined && holds(config, { at, is: true, means: undefined }) === true;
}

/** Whether the runner's configuration loads a stand-in for a specifier: `moduleNameMapper: { '^db$': '<rootDir>/test/mocks/db.js' }`. */
export function isMappedToStandIn(config: RunnerConfig, source: string): boolean {
	const at = frameworks[config.framework].config?.moduleMap;
	if (at === undefined) return false;
	return config.variants.some(variant => {
		const map = settingAt(variant, at);
		if (map?.kind !== 'object') return false;
		return [...map.entries].some(([pattern, target]) => matches(pattern, source) && stringsIn(target).some(each => standIn.test(each)));
	});
}

/** How projects name what stands in for something. */
const standIn = /(?:^|[/_.-])(?:__mocks__|mocks?|stubs?|fakes?|identity-obj-proxy|jest-transform-stub)(?:$|[/_.-])/i;

function matches(pattern: string, source: string): boolean {
	try {
		return new RegExp(pattern).test(source);
	} catch {
		return pattern === source;
	}
}
