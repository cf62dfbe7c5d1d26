import type { ApiRow } from './knowledge/row.ts';

/** `settings.deflake` of an ESLint configuration. */
export interface Settings {
	/** Rows about APIs of your own, in the same shape as the plugin's. */
	readonly apis: readonly ApiRow[];
	/** Texts by path that stand for the whole file system: for playgrounds and tests. */
	readonly files: Readonly<Record<string, string>> | undefined;
}

/** Reads the settings; what is not of the right shape is left out. */
export function settingsOf(settings: Readonly<Record<string, unknown>>): Settings {
	const { deflake } = settings;
	if (typeof deflake !== 'object' || deflake === null) return { apis: [], files: undefined };
	const apis: unknown = 'apis' in deflake ? deflake.apis : undefined;
	const files: unknown = 'files' in deflake ? deflake.files : undefined;
	return { apis: Array.isArray(apis) ? apis.filter(isRow) : [], files: isFiles(files) ? files : undefined };
}

const effects: ReadonlySet<unknown> = new Set(['sleep', 'timer', 'deadline', 'draw', 'clock', 'random', 'order', 'log', 'shared-write', 'store', 'take', 'flow', 'calls', 'ui-action', 'ui-read', 'ui-wait', 'event-wait', 'alias']);

function isRow(row: unknown): row is ApiRow {
	return typeof row === 'object' && row !== null && 'from' in row && 'path' in row && typeof row.path === 'string' && 'effect' in row && effects.has(row.effect);
}

function isFiles(files: unknown): files is Readonly<Record<string, string>> {
	return typeof files === 'object' && files !== null && Object.values(files).every(text => typeof text === 'string');
}
