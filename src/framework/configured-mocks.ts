import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import { type RunnerConfig, holds } from './runner-config.ts';
import { settingAt, stringsIn } from './setting.ts';

/** What the configurations of the runners replace. */
export interface ConfiguredMocks {
	/** Whether it is every module of the project (Jest's `automock`). */
	readonly all: boolean;
	/** Whether a stand-in is loaded for any specifier. */
	readonly some: boolean;
	/** Whether a stand-in is loaded for a specifier: `moduleNameMapper: { '^db$': '<rootDir>/test/mocks/db.js' }`. */
	standsInFor(source: string): boolean;
}

export function configuredMocks(configs: readonly RunnerConfig[]): ConfiguredMocks {
	const patterns = configs.flatMap(patternsOfStandIns);
	const answers = new Map<string, boolean>();
	return {
		all: configs.some(isAutomocking),
		some: patterns.length > 0,
		standsInFor(source) {
			const answer = answers.get(source) ?? patterns.some(pattern => matches(pattern, source));
			answers.set(source, answer);
			return answer;
		},
	};
}

function isAutomocking(config: RunnerConfig): boolean {
	const at = frameworks[config.framework].config?.automock;
	return at !== undefined && holds(config, { at, is: true, means: undefined }) === true;
}

function patternsOfStandIns({ framework, variants }: RunnerConfig): string[] {
	const at = frameworks[framework].config?.moduleMap;
	if (at === undefined) return [];
	return variants.flatMap(variant => {
		const map = settingAt(variant, at);
		return map?.kind !== 'object'
			? []
			: [...map.entries].flatMap(([pattern, target]) => (stringsIn(target).some(each => standIn.test(each)) ? [pattern] : []));
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
