/** A runner's configuration as plain data. What cannot be read is `unknown`: never guessed. */
export type Setting =
	| { readonly kind: 'value'; readonly value: string | number | boolean | null | undefined }
	| { readonly kind: 'list'; readonly items: readonly Setting[] }
	/** `open`: there may be more entries than are known. */
	| { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Setting>; readonly open: boolean }
	| { readonly kind: 'unknown' };

export const unknownSetting: Setting = { kind: 'unknown' };

/** What is set at a dotted path; undefined where nothing is. */
export function settingAt(setting: Setting, path: string): Setting | undefined {
	let current: Setting | undefined = setting;
	for (const key of path === '' ? [] : path.split('.')) {
		if (current === undefined || current.kind === 'unknown') return current;
		if (current.kind !== 'object') return undefined;
		current = current.entries.get(key) ?? (current.open ? unknownSetting : undefined);
	}
	return current?.kind === 'value' && current.value === undefined ? undefined : current;
}

/** The strings of a list, or a single one; what is no string is left out. */
export function stringsIn(setting: Setting | undefined): readonly string[] {
	if (setting?.kind === 'value') return typeof setting.value === 'string' ? [setting.value] : [];
	return setting?.kind === 'list' ? setting.items.flatMap(stringsIn) : [];
}

/** One setting over another: entries of the later one win. */
export function mergedSettings(base: Setting, over: Setting): Setting {
	if (base.kind !== 'object' || over.kind !== 'object')
		return over.kind === 'unknown' && base.kind === 'object' ? { ...base, open: true } : over;
	const entries = new Map(base.entries);
	for (const [key, value] of over.entries) {
		const below = entries.get(key);
		entries.set(
			key,
			below === undefined
				? value
				: value.kind === 'list' && below.kind === 'list'
					? { kind: 'list', items: [...below.items, ...value.items] }
					: mergedSettings(below, value),
		);
	}
	return { kind: 'object', entries, open: base.open || over.open };
}
