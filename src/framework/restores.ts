import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { Site } from '../project/model.ts';
import type { FunctionFacts } from '../syntax/facts.ts';
import type { Acts } from './acts.ts';
import type { History } from './history.ts';
import type { Framework, OuterHook, PutBack, Restore, Restored, TestCase } from './model.ts';
import { type RunnerConfig, holds, isFlaggedEverywhere } from './runner-config.ts';

export interface RestoresOptions {
	readonly acts: Acts;
	readonly history: History;
	readonly outerHooks: readonly OuterHook[];
	readonly configOf: (framework: TestCase['framework']) => RunnerConfig;
	readonly frameworks: readonly Framework[];
}

/** What is put back around a test, and by what. */
export function restoresAround(test: TestCase, options: RestoresOptions): readonly Restore[] {
	return [...byRunner(test, options), ...byConfig(test, options), ...byHooks(test, options)];
}

function byRunner({ framework }: TestCase, { frameworks: used, configOf }: RestoresOptions): readonly Restore[] {
	const version = used.find(({ name }) => name === framework)?.version;
	return frameworks[framework].restores.flatMap(({ since, what, setting }): readonly Restore[] => {
		if (since !== undefined && (version === undefined || version < since)) return [];
		if (setting !== undefined && holds(configOf(framework), { at: setting, is: false, means: what }) !== false) return [];
		return [{ what, when: 'after', by: { kind: 'runner' } }];
	});
}

/** Runners that put things back do so before each test, which also is after the last one but one. */
function byConfig({ framework }: TestCase, { configOf }: RestoresOptions): readonly Restore[] {
	const rows = frameworks[framework].restoreSettings;
	if (rows.length === 0) return [];
	const config = configOf(framework);
	const found = rows.filter(row => holds(config, row) === true || isFlaggedEverywhere(config, row)).map(({ means }) => means);
	return [...new Set<Restored>(found)].map(what => ({ what, when: 'before', by: { kind: 'config' } }));
}

/** The calls with which a function puts things back. */
export function putBackIn(body: Site<FunctionFacts>, { acts, history }: Pick<RestoresOptions, 'acts' | 'history'>): readonly PutBack[] {
	return history.of(body).flatMap((happening): readonly PutBack[] => {
		if (happening.kind !== 'call' || happening.later) return [];
		const what = acts.of(happening.site).flatMap(({ row }) => (row.act === 'restore' ? row.restores : []));
		return what.length === 0 ? [] : [{ what, site: happening.within, certain: happening.certain, call: happening.site }];
	});
}

function byHooks(test: TestCase, { acts, history, outerHooks }: RestoresOptions): readonly Restore[] {
	const hooks = [...outerHooks, ...test.hooks].filter(({ phase }) => phase.endsWith('each'));
	return hooks.flatMap(({ body, phase }) =>
		putBackIn(body, { acts, history }).flatMap(({ what, call, certain }): readonly Restore[] =>
			certain
				? what.map(each => ({ what: each, when: phase === 'before-each' ? 'before' : 'after', by: { kind: 'hook', call } }))
				: [],
		),
	);
}
