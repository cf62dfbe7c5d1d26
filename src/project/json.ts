import type { Host } from './host.ts';

/** The parsed content of a JSON file; undefined where there is none or it is not valid. */
export function readJson(host: Pick<Host, 'read'>, file: string): unknown {
	const text = host.read(file);
	if (text === undefined) return undefined;
	try {
		const json: unknown = JSON.parse(text);
		return json;
	} catch {
		return undefined;
	}
}

/** What stands at a path of keys; undefined where it is not there. */
export function valueAt(json: unknown, ...keys: readonly string[]): unknown {
	let value = json;
	for (const key of keys) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
		value = Object.entries(value).find(([name]) => name === key)?.[1];
	}
	return value;
}

export function stringAt(json: unknown, ...keys: readonly string[]): string | undefined {
	const value = valueAt(json, ...keys);
	return typeof value === 'string' ? value : undefined;
}
