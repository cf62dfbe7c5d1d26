/** Why a test was flaky, and the rules that name this cause. */
export const rulesByCause = {
	sleep: ['no-sleep'],
	unordered: ['no-unordered-equality'],
	'exact-log': ['no-exact-log-equality'],
	clock: ['no-unfrozen-clock'],
	'global-state': ['no-concurrent-global-mutation', 'no-unrestored-global'],
	'unique-fixture': ['no-unsequenced-fixture', 'no-fixed-path', 'no-concurrent-shared-database'],
	'random-data': ['no-random-assertion'],
	'shared-db': ['no-concurrent-shared-database'],
	'missing-await': ['no-unawaited-effect', 'no-late-listener'],
	'element-race': ['no-element-race'],
	'order-dependence': ['no-order-dependent-test'],
	port: ['no-fixed-port'],
	network: ['no-real-network'],
	'resource-leak': ['no-leaked-resource'],
	'short-timeout': ['no-tight-timeout'],
	environment: ['no-environment-dependence'],
	'concurrent-ui': ['limit-ui-workers'],
	other: 'any',
} as const satisfies Readonly<Record<string, readonly string[] | 'any'>>;

export type Cause = keyof typeof rulesByCause;

export const isCause = (name: unknown): name is Cause => typeof name === 'string' && Object.hasOwn(rulesByCause, name);

/** Whether a report of `rule` tells that a test is flaky because of `cause`. */
export function namesCause(rule: string, cause: Cause): boolean {
	const rules: readonly string[] | 'any' = rulesByCause[cause];
	return rules === 'any' || rules.includes(rule);
}
