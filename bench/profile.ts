import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

interface CallFrame {
	readonly functionName: string;
	readonly url: string;
	/** Both from zero. */
	readonly lineNumber: number;
	readonly columnNumber: number;
}

interface ProfileNode {
	readonly id: number;
	readonly callFrame: CallFrame;
	readonly children?: readonly number[];
}

/** As V8 writes it. */
interface Profile {
	readonly nodes: readonly ProfileNode[];
	readonly samples: readonly number[];
	readonly timeDeltas: readonly number[];
}

export interface Shares {
	/** Seconds of the whole run. */
	readonly total: number;
	/** Seconds by room: all that was running on behalf of a room and of no other that it had called, parsers and built-ins included. */
	readonly rooms: ReadonlyMap<string, number>;
	/** Seconds by function, without what it calls: ours, and those that ran on behalf of one of our rooms. */
	readonly functions: ReadonlyMap<string, number>;
}

function isProfile(value: unknown): value is Profile {
	return typeof value === 'object' && value !== null && 'nodes' in value && 'samples' in value && 'timeDeltas' in value;
}

function isSourceMap(value: unknown): value is SourceMapPayload {
	return typeof value === 'object' && value !== null && 'mappings' in value && 'sources' in value;
}

function readAs<Content>(isContent: (value: unknown) => value is Content, file: string): Content {
	const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
	if (!isContent(content)) throw new TypeError(`${file} does not hold what it should`);
	return content;
}

const others = 'ESLint and its parser';

export function sharesOf(file: string): Shares {
	const lineOf = lineReader();
	const profile = readAs(isProfile, file);
	const seconds = selfSeconds(profile);
	const nodes = new Map(profile.nodes.map(node => [node.id, node]));
	const rooms = new Map<string, number>();
	const functions = new Map<string, number>();

	const open: { readonly id: number; readonly outer: string }[] = profile.nodes.slice(0, 1).map(({ id }) => ({ id, outer: others }));
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const node = nodes.get(next.id);
		if (node === undefined) continue;
		const self = seconds.get(node.id) ?? 0;
		const path = ownPath(node.callFrame.url);
		const room = path === undefined ? (wholeProcess.get(node.callFrame.functionName) ?? next.outer) : roomOf(path);
		add(rooms, room, self);
		const place = path === undefined ? onBehalf(node.callFrame, room) : `${path}:${lineOf(node.callFrame)}`;
		if (place !== undefined) add(functions, `${node.callFrame.functionName || '(anonymous)'} (${place})`, self);
		for (const id of node.children ?? []) open.push({ id, outer: room });
	}
	return { total: [...seconds.values()].reduce((sum, self) => sum + self, 0), rooms, functions };
}

/** V8 does not say on whose behalf these ran. */
const wholeProcess: ReadonlyMap<string, string> = new Map([
	['(garbage collector)', 'garbage collection'],
	['(idle)', 'idle'],
	['(program)', 'Node.js itself'],
]);

function selfSeconds({ samples, timeDeltas }: Profile): Map<number, number> {
	const seconds = new Map<number, number>();
	for (const [index, id] of samples.entries()) add(seconds, id, (timeDeltas[index] ?? 0) / 1e6);
	return seconds;
}

/** The source of a module of the profiled build, which keeps the folders of the repository. */
function ownPath(url: string): string | undefined {
	const path = /\/bench\/dist\/((?:src|rules)\/.*)\.js$/u.exec(url)?.[1];
	return path === undefined ? undefined : `${path}.ts`;
}

/** Where a function of a library or of the language was running for one of our rooms. */
function onBehalf({ functionName, url }: CallFrame, room: string): string | undefined {
	if (room === others || wholeProcess.has(functionName)) return undefined;
	const library = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(url)?.[1] ?? (url.startsWith('node:') ? url : 'built-in');
	return `${library}, for ${room}`;
}

/** Lines as in the sources of our modules, which lie beside their maps; counted from one. */
function lineReader(): (frame: CallFrame) => number {
	const maps = new Map<string, SourceMap>();
	const mapOf = (url: string): SourceMap => {
		const map = maps.get(url) ?? new SourceMap(readAs(isSourceMap, fileURLToPath(`${url}.map`)));
		maps.set(url, map);
		return map;
	};
	return ({ url, lineNumber, columnNumber }) => {
		const entry = mapOf(url).findEntry(lineNumber, columnNumber);
		return ('originalLine' in entry ? entry.originalLine : lineNumber) + 1;
	};
}

/** A folder of `src`, the rules, or a file between the rooms. */
function roomOf(path: string): string {
	const [top = '', room = ''] = path.split('/');
	return top === 'rules' ? top : room;
}

function add<Key>(sums: Map<Key, number>, key: Key, amount: number): void {
	sums.set(key, (sums.get(key) ?? 0) + amount);
}
