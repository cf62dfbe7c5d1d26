import { homeWords } from '../../knowledge/path-functions.ts';
import { home, isBelow, temp } from '../../effects/names/path-name.ts';
import type { Taking } from '../../effects/names/takings.ts';
import { lockFiles } from '../../knowledge/lock-files.ts';
import { virtualFiles } from '../../knowledge/virtual-files.ts';
import { isTestSupport } from '../../project/test-support.ts';
import type { TestCase } from '../../framework/model.ts';
import type { Models, NameElsewhere } from '../models.ts';
import { isToldOutside } from '../told-outside.ts';
import { rivalElsewhere } from './rivals.ts';
import { keepTheirContent } from './same-content.ts';
import { type TakenName, takenNames } from './taken-names.ts';

/** A path that tests write, and that something else can write too. */
export type TakenPath = TakenName & { readonly shown: string } &
	/** In the folder for temporary files, or in that of a person, the same in every run. */
	(
		| { readonly kind: 'temporary' }
		/** Two that are made at the same moment are the same. */
		| { readonly kind: 'timed' }
		/** Another test, or another run of this one, takes it at the same time. */
		| { readonly kind: 'beside'; readonly rival: TestCase; readonly reason: string }
		/** Another test file takes it at the same time. */
		| { readonly kind: 'elsewhere'; readonly other: NameElsewhere }
		/** In the project, where nothing else is seen to take it. */
		| { readonly kind: 'own' }
	);

/** The paths that tests make, write or remove; each place where one is named once, in source order, and of a folder and what a test puts into it the first. */
export function takenPaths(models: Models): TakenPath[] {
	if (models.module.facts.sources.some(source => virtualFiles.has(source))) return [];
	const all = takenNames(models, 'path').filter(({ taking }) => !isToldOutside(models, taking));
	const names = all.filter(
		({ taking }) => taking.act !== 'fill' && (taking.written.module === models.module || isTestSupport(taking.written.module)),
	);
	const told = new Set<number>();
	const isElsewhere = names.some(({ taking }) => taking.relative === true) && movesAbout(models);
	const kept = names.filter(
		({ taking }) => !lockFiles.some(ending => taking.name.endsWith(ending)) && !(isElsewhere && taking.relative === true),
	);
	const found = kept
		.filter(name => isMade(name, all))
		.flatMap(name => judged(name, names, models))
		.filter(path => !(path.kind === 'temporary' && isLeftAsItIs(path, all, models)))
		.sort((one, other) => one.place.start - other.place.start || rank(one) - rank(other));
	const each = found.filter(({ place }) => !told.has(place.start) && told.add(place.start));
	return each.filter((path, index) => !each.slice(0, index).some(earlier => isOfOne(path, earlier)));
}

/** Whether a test is told of a path already, by its name, or by that of a folder that one of them lies in: a folder made anew mends both. */
function isOfOne({ kind, scope, taking }: TakenPath, earlier: TakenPath): boolean {
	return (
		scope !== undefined &&
		scope === earlier.scope &&
		kind === earlier.kind &&
		(kind === 'temporary' || kind === 'own') &&
		(taking.name === earlier.taking.name || isBelow(taking.name, earlier.taking.name) || isBelow(earlier.taking.name, taking.name))
	);
}

/** Whether the tests run in a directory of their own: what a relative path is then, nobody can tell. */
function movesAbout({ framework, scopes, effects }: Models): boolean {
	const outside = framework.outsideModules.flatMap(module => module.facts.functions.slice(0, 1).map(fact => ({ module, fact })));
	const bodies = [...outside, ...[framework.root, ...framework.outerHooks, ...scopes].map(({ body }) => body)];
	return bodies.some(body => effects.sharedWritesIn(body).some(({ row }) => row?.target === 'process.cwd'));
}

/** What the time names exists only where something makes it: a test may remove what nothing wrote. */
function isMade({ taking: { generator } }: TakenName, names: readonly TakenName[]): boolean {
	return (
		generator === undefined ||
		names.some(({ taking }) => taking.act !== 'remove' && taking.generator?.call?.fact === generator.call?.fact)
	);
}

/** Whether the tests themselves write the same text there in each run, and take nothing away. */
function isLeftAsItIs({ taking: { name } }: TakenPath, all: readonly TakenName[], models: Models): boolean {
	const touching = all.filter(
		({ taking }) => taking.name === name || isBelow(taking.name, name) || (taking.act !== 'fill' && isBelow(name, taking.name)),
	);
	return (
		touching.every(({ taking }) => taking.call.module === models.module) &&
		keepTheirContent(
			models,
			touching.map(({ taking }) => taking),
		)
	);
}

function rank({ kind }: TakenPath): number {
	return ['beside', 'elsewhere', 'temporary', 'timed', 'own'].indexOf(kind);
}

function judged(name: TakenName, names: readonly TakenName[], models: Models): TakenPath[] {
	const { root } = models.project;
	const path = name.taking.name;
	if (isBelow(path, home) && saysHome(models)) return [];
	const told = { ...name, shown: isBelow(path, root) ? path.slice(root.length + 1) : path };
	if (name.taking.generator !== undefined)
		return isRepeated(name, names, models) || isTimedAlike(name, models) ? [{ ...told, kind: 'timed' }] : [];
	const rival = rivalOf(name, names);
	if (rival !== undefined) return [{ ...told, kind: 'beside', rival, reason: rival.concurrencyReason ?? 'its tests run at once' }];
	const other = rivalElsewhere(models, name.taking);
	if (other !== undefined) return [{ ...told, kind: 'elsewhere', other }];
	if (isBelow(path, temp) || isBelow(path, home)) return [{ ...told, kind: 'temporary' }];
	return name.taking.handsOn ? [] : [{ ...told, kind: 'own' }];
}

/** Whether the file, or what runs before it, may say which folder is a person's own. */
function saysHome({ module, framework, project }: Models): boolean {
	return [module, ...framework.outsideModules].some(({ file }) => homeWords.test(project.text(file) ?? ''));
}

/** Whether a path is a folder directly in that for temporary files, and nothing minds that it is there already. */
export function isFolder(models: Models, { taking: { name } }: TakenPath): boolean {
	const acts = takenNames(models, 'path')
		.filter(each => each.taking.name === name)
		.map(({ taking }) => taking.act);
	return name.split('/').length === 2 && acts.includes('fill') && acts.every(act => act === 'fill' || act === 'remove');
}

/** A test that runs beside the one that takes the path, and takes it too. */
function rivalOf({ taking, scope }: TakenName, names: readonly TakenName[]): TestCase | undefined {
	if (scope === undefined || !('concurrency' in scope) || scope.concurrency === 'none') return undefined;
	if (scope.modifiers.has('each')) return scope;
	for (const other of names) {
		const test = other.scope;
		if (test !== undefined && test !== scope && 'concurrency' in test && test.concurrency !== 'none' && areSame(taking, other.taking))
			return test;
	}
	return undefined;
}

/** The same path, or one that is removed with what is in it. */
function areSame(one: Taking, other: Taking): boolean {
	return (
		one.name === other.name ||
		(one.act === 'remove' && isBelow(other.name, one.name)) ||
		(other.act === 'remove' && isBelow(one.name, other.name))
	);
}

/** Whether another file, which starts at the same time, makes such a path when it starts. */
function isTimedAlike({ scope, taking }: TakenName, models: Models): boolean {
	return (scope === undefined || ('phase' in scope && scope.phase === 'before-all')) && rivalElsewhere(models, taking) !== undefined;
}

/** Whether the code that reads the clock runs several times, with hardly a millisecond in between: in a hook around each test, or in a function that several tests call. */
function isRepeated({ taking }: TakenName, names: readonly TakenName[], models: Models): boolean {
	const { framework, tests } = models;
	const call = taking.generator?.call;
	const reader = call?.module.facts.functions[call.fact.function];
	if (call === undefined || reader === undefined) return false;
	const loading = [framework.root, ...framework.suites].map(({ body }) => body.fact);
	const hook = framework.hooks.find(({ body }) => body.fact === reader);
	if (reader.form === 'module' || loading.includes(reader)) return false;
	if (hook !== undefined)
		return (
			hook.phase.endsWith('each') &&
			areQuick(
				tests.filter(({ hooks }) => hooks.includes(hook)),
				models,
			)
		);
	const scopes = new Set(
		names.flatMap(({ scope, taking: other }) => (other.generator?.call?.fact === call.fact && scope !== undefined ? [scope] : [])),
	);
	const calling = [...scopes].filter(scope => 'modifiers' in scope);
	return (
		areQuick(calling, models) ||
		calling.some(test => test.modifiers.has('each') && isQuick(test, models)) ||
		[...scopes].some(scope => 'phase' in scope && scope.phase.endsWith('each') && areQuick(tests, models))
	);
}

/** Whether one of several tests is over at once when another one begins, or still runs. */
function areQuick(tests: readonly TestCase[], models: Models): boolean {
	return tests.length > 1 && tests.slice(0, -1).some(test => isQuick(test, models));
}

/** A test that waits for something takes a millisecond and more. */
function isQuick(test: TestCase, { framework }: Models): boolean {
	return test.concurrency !== 'none' || framework.isSynchronous(test);
}
