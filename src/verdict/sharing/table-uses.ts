import type { TableUse } from '../../effects/stores/tables.ts';
import { ofWorker } from '../../knowledge/environment-variables.ts';
import { memoryServers } from '../../knowledge/store-words.ts';
import type { Span } from '../../syntax/facts.ts';
import type { Models, Scope } from '../models.ts';

/** What a test or hook does to a table, and the place to speak of it. */
export interface ScopeUse {
	readonly use: TableUse;
	readonly scope: Scope;
	readonly place: Span;
}

/** What the tests and hooks that run do to tables. */
export function tableUses(models: Models): ScopeUse[] {
	const running = models.scopes.filter(
		scope => !('modifiers' in scope) || (!scope.modifiers.has('skip') && !scope.modifiers.has('todo')),
	);
	return running.flatMap(scope =>
		models.effects.tablesIn(scope.body).map(use => ({ use, scope, place: models.placeIn(scope, use.site) })),
	);
}

/** What a manifest lists is not yet used, and what a runner calls once, before all workers, starts one for all. */
const notPerWorker = /\.json$|(?:^|[\\/])global[-_.]?(?:setup|teardown)\b[^\\/]*$/i;

/** Whether something that the file reaches gives each worker, or each file, a number or a server of its own: of the kind, where that is told. */
export function isPerWorker({ project }: Models, server?: string): boolean {
	const words = [ofWorker, ...memoryServers.flatMap(([kind, pattern]) => (server === undefined || kind === server ? [pattern] : []))];
	return project.inputs.some(file => {
		const text = notPerWorker.test(file) ? '' : (project.text(file) ?? '');
		return words.some(each => each.test(text));
	});
}

/** Whether something that the file reaches may keep its tables in memory. */
export function mayKeepInMemory({ project }: Models): boolean {
	return project.inputs.some(file => (project.text(file) ?? '').includes(':memory:'));
}
