import type { Host } from './host.ts';

interface Entry {
	readonly stamp: string;
	readonly json: unknown;
}

/** How many files are kept: manifests and settings, which all files of a package ask for. */
const maxKept = 500;

const caches = new WeakMap<object, Map<string, Entry>>();

/** What a JSON file says, read anew only where its stamp is another one; undefined where there is none or it is not valid. */
export function jsonAt(host: Host, file: string): unknown {
	const cache = caches.get(host.identity) ?? new Map<string, Entry>();
	caches.set(host.identity, cache);
	const stamp = host.stamp(file);
	if (stamp === undefined) return undefined;
	const known = cache.get(file);
	if (known?.stamp === stamp) return known.json;
	if (cache.size >= maxKept) cache.clear();
	const json = parseJson(host.read(file));
	cache.set(file, { stamp, json });
	return json;
}

/** What a JSON text says; undefined where there is none or it is not valid. */
function parseJson(text: string | undefined): unknown {
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
		value = Reflect.get(value, key);
	}
	return value;
}

export function stringAt(json: unknown, ...keys: readonly string[]): string | undefined {
	const value = valueAt(json, ...keys);
	return typeof value === 'string' ? value : undefined;
}
