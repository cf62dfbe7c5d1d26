/** What a JSON text says; undefined where there is none or it is not valid. */
export function parseJson(text: string | undefined): unknown {
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
