import type { Taking } from '../../effects/names/takings.ts';
import type { TableUse } from '../../effects/stores/tables.ts';
import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import type { TestCase } from '../../framework/model.ts';
import { localServices, standIns } from '../../knowledge/interception.ts';
import { allRows } from '../../knowledge/all-rows.ts';
import { frameworks } from '../../knowledge/frameworks/all-frameworks.ts';
import { subscribing } from '../../knowledge/store-words.ts';
import { isTestSupport } from '../../project/test-support.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Span, Value } from '../../syntax/facts.ts';
import type { Models, NameElsewhere } from '../models.ts';
import { areAtOnce, rivalElsewhere, usesElsewhere } from './rivals.ts';
import { type ScopeUse, isPerWorker, mayKeepInMemory, tableUses } from './table-uses.ts';
import { allTaken } from './taken-names.ts';
import { writtenTables } from './written-tables.ts';

/** A database that a test shares with what runs beside it, to the harm of one of them. */
export type SharedStore = { readonly place: Span } &
	/** It takes away what another test of the file stores. */
	(
		| { readonly kind: 'beside'; readonly use: TableUse; readonly rival: TestCase; readonly reason: string }
		/** It takes away what another test file stores, or has stored for it and takes away itself. */
		| { readonly kind: 'elsewhere'; readonly use: TableUse; readonly other: NameElsewhere }
		/** Another test file opens what has this name. */
		| { readonly kind: 'named'; readonly taking: Taking; readonly other: NameElsewhere }
		/** The same, where nothing tells whether the files run at once, but the file reads what is left there. */
		| { readonly kind: 'kept'; readonly taking: Taking; readonly other: NameElsewhere }
		/** It is made in an account that all machines share. */
		| { readonly kind: 'remote'; readonly taking: Taking }
		/** A queue, or the like, on a server where nothing else is seen to use the name. */
		| { readonly kind: 'own'; readonly taking: Taking }
	);

/** Each place once, in source order. */
export function sharedStores(models: Models): SharedStore[] {
	const told = new Set<number>();
	const uses = mayMeet(models) ? [...tableUses(models), ...writtenTables(models)] : [];
	const found = [...uses.flatMap(use => emptied(use, uses, models)), ...named(models), ...alone(models)].sort(
		(one, other) => one.place.start - other.place.start || ranks.indexOf(one.kind) - ranks.indexOf(other.kind),
	);
	return found.filter(({ place }) => !told.has(place.start) && told.add(place.start));
}

/** Whether anything runs beside a test of the file, as far as is seen. */
function mayMeet(models: Models): boolean {
	return (models.others !== undefined && areAtOnce(models)) || models.tests.some(({ concurrency }) => concurrency !== 'none');
}

const ranks: readonly SharedStore['kind'][] = ['beside', 'elsewhere', 'named', 'kept', 'remote', 'own'];

function emptied({ use, scope, place }: ScopeUse, uses: readonly ScopeUse[], models: Models): SharedStore[] {
	if (use.act !== 'empty' || use.database === 'own') return [];
	const tests = 'hooks' in scope ? [scope] : models.tests.filter(({ hooks }) => hooks.includes(scope) && scope.phase.endsWith('each'));
	for (const test of tests) {
		const rival = rivalBeside(test, use, uses, models);
		if (rival !== undefined) return [{ kind: 'beside', place, use, rival, reason: test.concurrencyReason ?? 'its tests run at once' }];
	}
	const other = use.database === 'shared' ? usesElsewhere(models, use) : undefined;
	return other === undefined || isPerWorker(models) || mayKeepInMemory(models) ? [] : [{ kind: 'elsewhere', place, use, other }];
}

/** Another test, running at the same time, that stores into the table itself or in a hook around it alone. */
function rivalBeside(test: TestCase, use: TableUse, uses: readonly ScopeUse[], { tests }: Models): TestCase | undefined {
	if (test.concurrency === 'none' || (use.database === 'memory' && test.concurrency === 'machine')) return undefined;
	const stores = (other: TestCase): boolean =>
		uses.some(
			({ use: stored, scope }) =>
				stored.act === 'store' &&
				stored.client === use.client &&
				(use.table === '*' || stored.table === use.table) &&
				(scope === other || (!('hooks' in scope) && scope.phase === 'before-each' && other.hooks.includes(scope))),
		);
	return tests.find(
		other =>
			(other !== test || test.modifiers.has('each')) && other.concurrency !== 'none' && runTogether(test, other) && stores(other),
	);
}

/** Tests of different suites run at once only where the framework starts all concurrent tests of a file together. */
function runTogether(one: TestCase, other: TestCase): boolean {
	return one.suite === other.suite || one.concurrency === 'machine' || frameworks[one.framework].concurrency.overlap === 'file';
}

/** Names that are written in the file itself: what a helper opens for all is shared on purpose. */
function named(models: Models): SharedStore[] {
	if (models.others === undefined) return [];
	return allTaken(models).flatMap(({ taking, place }): SharedStore[] => {
		if (taking.act !== 'open' || taking.written.module !== models.module) return [];
		const isOpen = models.framework.fileRun === undefined;
		const other = rivalElsewhere(models, taking, isOpen && queues.has(taking.what) && isHeard(models, taking.name));
		return other === undefined || isPerWorker(models, taking.server) ? [] : [{ kind: isOpen ? 'kept' : 'named', place, taking, other }];
	});
}

/** `consumer.subscribe(['mails'])`: what is in a queue or topic of this name comes to the file. */
function isHeard({ module, provenance }: Models, name: string): boolean {
	const subscribes = module.facts.functions.flatMap(({ calls }) =>
		calls.filter(({ callee }) => callee.kind === 'member' && callee.property === subscribing),
	);
	return subscribes.some(call =>
		call.args.flatMap(valuesInside).some(value => staticValue(provenance.roots, at(value, { module })) === name),
	);
}

/** Names that a run shares with other runs: of what is made in a cloud, and of queues on a server. */
function alone(models: Models): SharedStore[] {
	if (!mayShare(models)) return [];
	const written = allTaken(models).filter(
		({
			taking: {
				act,
				generator,
				written: { module },
			},
		}) => act === 'open' && generator === undefined && (module === models.module || isTestSupport(module)),
	);
	const open = written.filter(({ taking }) => taking.remote || queues.has(taking.what));
	if (
		open.length === 0 ||
		answersItself(models) ||
		models.module.facts.functions.some(({ writes }) => writes.some(({ target }) => isPrototype(target)))
	)
		return [];
	return open.flatMap(({ taking, place }): SharedStore[] =>
		taking.remote ? [{ kind: 'remote', place, taking }] : isPerWorker(models, taking.server) ? [] : [{ kind: 'own', place, taking }],
	);
}

const queues: ReadonlySet<Taking['what']> = new Set(['queue', 'topic', 'consumer group']);
/** Packages whose names runs share. */
const sharing: ReadonlySet<string> = new Set(
	allRows.flatMap(row => (row.effect === 'take' && (row.remote === true || queues.has(row.what)) ? row.from : [])),
);

/** Whether the file, or a module that it imports directly, imports one of them, or is a test of one. */
function mayShare({ module, project }: Models): boolean {
	return module.facts.sources.some(source => {
		if (sharing.has(source)) return true;
		const resolution = project.resolve(source, module.file);
		if (resolution.kind !== 'file') return false;
		return (
			sharing.has(project.packageOf(resolution.file) ?? '') ||
			project.load(resolution.file)?.facts.sources.some(each => sharing.has(each)) === true
		);
	});
}

/** Whether something answers in place of the real service. */
function answersItself({ module, project }: Models): boolean {
	if (module.facts.sources.some(source => standIns.has(source))) return true;
	const near = project.inputs.filter(file => file === module.file || isTestFile(file) || file.endsWith('package.json'));
	return near.some(file => localServices.test(project.text(file) ?? ''));
}

/** `Kafka.prototype.producer = …`: what talks to the server is stood in for in the class itself. */
function isPrototype(target: Value): boolean {
	return target.kind === 'member' && chainOf(target).path.slice(0, -1).includes('prototype');
}

function isTestFile(file: string): boolean {
	return /[\\/](?:test|tests|__tests__|spec|e2e|system-test|support|helpers)[\\/]|[.-](?:test|spec)\./.test(file);
}
