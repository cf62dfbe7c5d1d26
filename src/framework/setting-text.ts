import { type Setting, unknownSetting } from './setting.ts';

/** Reads a configuration file that is no module, by its extension; undefined where it is not valid. */
export function settingFromText(file: string, text: string): Setting | undefined {
	if (/\.ya?ml$|\.taprc$|\.mocharc$/.test(file)) return settingFromYaml(text);
	if (file.endsWith('.toml')) return settingFromToml(text);
	return settingFromJson(text);
}

/** JSON, with comments and commas too many. */
export function settingFromJson(text: string): Setting | undefined {
	try {
		const json: unknown = JSON.parse(text);
		return settingFromData(json);
	} catch {
		const plain = text.replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '$1').replace(/,(?=\s*[}\]])/g, '');
		return plain === text ? undefined : settingFromJson(plain);
	}
}

export function settingFromData(data: unknown): Setting {
	if (Array.isArray(data)) return { kind: 'list', items: data.map(settingFromData) };
	if (typeof data === 'object' && data !== null) {
		return { kind: 'object', entries: new Map(Object.entries(data).map(([key, value]) => [key, settingFromData(value)])), open: false };
	}
	if (data === null || data === undefined || typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean')
		return { kind: 'value', value: data };
	return unknownSetting;
}

/** The simple YAML that runners are configured in: `key: value`, `key: [a, b]`, and lists of `- item` below a key. */
function settingFromYaml(text: string): Setting {
	const entries = new Map<string, Setting>();
	let list: { readonly key: string; readonly items: Setting[] } | undefined;
	for (const line of text.split('\n')) {
		const [, item] = /^\s*-\s+(.*)$/.exec(line) ?? [];
		if (item !== undefined && list !== undefined) {
			list.items.push(scalar(item));
			continue;
		}
		const [, indent, key, value] = /^(\s*)([\w.-]+)\s*:\s*(.*)$/.exec(line) ?? [];
		if (key === undefined || value === undefined) continue;
		if (indent !== '') {
			if (list !== undefined) entries.set(list.key, unknownSetting);
			list = undefined;
			continue;
		}
		const items: Setting[] = [];
		const isEmpty = uncommented(value) === '';
		list = isEmpty ? { key, items } : undefined;
		entries.set(key, isEmpty ? { kind: 'list', items } : scalar(value));
	}
	return { kind: 'object', entries, open: false };
}

/** The simple TOML of bunfig: `[section]` and `key = value` on one line. */
function settingFromToml(text: string): Setting {
	const root = new Map<string, Setting>();
	let current = root;
	for (const line of text.split('\n')) {
		const [, section] = /^\s*\[([\w.-]+)\]\s*(?:#.*)?$/.exec(line) ?? [];
		if (section !== undefined) {
			current = new Map();
			root.set(section, { kind: 'object', entries: current, open: false });
			continue;
		}
		const [, key, value] = /^\s*([\w-]+)\s*=\s*(.*)$/.exec(line) ?? [];
		if (key !== undefined && value !== undefined) current.set(key, scalar(value));
	}
	return { kind: 'object', entries: root, open: false };
}

function uncommented(text: string): string {
	return text.replace(/\s+#.*$|^#.*$/, '').trim();
}

function scalar(text: string): Setting {
	const bare = uncommented(text);
	const [, list] = /^\[(.*)\]$/.exec(bare) ?? [];
	if (list !== undefined)
		return {
			kind: 'list',
			items: list
				.split(',')
				.filter(item => item.trim() !== '')
				.map(scalar),
		};
	const [, , quoted] = /^(['"])(.*)\1$/.exec(bare) ?? [];
	if (quoted !== undefined) return { kind: 'value', value: quoted };
	if (bare === 'true' || bare === 'false') return { kind: 'value', value: bare === 'true' };
	if (/^-?\d+(\.\d+)?$/.test(bare)) return { kind: 'value', value: Number(bare) };
	return /^[\w@./<>:*${}-]+$/.test(bare) ? { kind: 'value', value: bare } : unknownSetting;
}
