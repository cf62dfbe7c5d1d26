import path from 'node:path';

import type { Host } from './host.ts';

/** Test files of one package; what lies beyond is not looked at. */
const maxFiles = 3_000;
const maxDirectories = 3_000;
const maxDepth = 16;
/** Text whose words are kept in memory, in UTF-16 code units. */
const maxText = 32_000_000;

/** Folders that hold no tests of the package's own. */
const skipped: ReadonlySet<string> = new Set(['node_modules', 'dist', 'build', 'out', 'coverage', 'vendor']);

/** Names and numbers in a text: what two files must share to speak of the same thing. */
export function wordsIn(text: string): string[] {
	return text.match(/\w{2,}/g) ?? [];
}

interface Listing {
	readonly stamp: string | undefined;
	/** Absolute. */
	readonly tests: readonly string[];
	readonly directories: readonly string[];
}

interface Text {
	readonly stamp: string | undefined;
	readonly size: number;
	readonly words: ReadonlySet<string>;
}

/**
 * The test files of a package and the words in each. A directory is listed and a file is read once for each stamp that it has, so each
 * answer is a function of what is on disk.
 */
export class TestFiles {
	readonly #host: Host;
	readonly #root: string;
	readonly #isTest: (path: string) => boolean;
	readonly #listings = new Map<string, Listing>();
	readonly #texts = new Map<string, Text>();

	constructor(host: Host, root: string, isTest: (path: string) => boolean) {
		this.#host = host;
		this.#root = root;
		this.#isTest = isTest;
	}

	/** The files whose text has all of the words, sorted. */
	mentioning(words: readonly string[]): readonly string[] {
		let kept = 0;
		return this.#files().filter(file => {
			const text = kept > maxText ? undefined : this.#text(file);
			kept += text?.size ?? 0;
			return text !== undefined && words.every(word => text.words.has(word));
		});
	}

	#text(file: string): Text {
		const stamp = this.#host.stamp(file);
		const known = this.#texts.get(file);
		if (known !== undefined && known.stamp === stamp) return known;
		const content = stamp === undefined ? '' : (this.#host.read(file) ?? '');
		const text = { stamp, size: content.length, words: new Set(wordsIn(content)) };
		this.#texts.set(file, text);
		return text;
	}

	#files(): readonly string[] {
		const found: string[] = [];
		let wave = [this.#root];
		let seen = 0;
		for (let depth = 0; depth < maxDepth && wave.length > 0; depth++) {
			const listings = wave.slice(0, Math.max(maxDirectories - seen, 0)).map(directory => this.#listing(directory));
			seen += listings.length;
			found.push(...listings.flatMap(({ tests }) => tests));
			wave = listings.flatMap(({ directories }) => directories);
		}
		return found.sort().slice(0, maxFiles);
	}

	#listing(directory: string): Listing {
		const stamp = this.#host.directoryStamp(directory);
		const known = this.#listings.get(directory);
		if (known !== undefined && known.stamp === stamp) return known;
		const names = stamp === undefined ? [] : this.#host.entries(directory);
		const isOther = directory !== this.#root && names.includes('package.json');
		const listing = isOther ? { stamp, tests: [], directories: [] } : { stamp, ...this.#sorted(directory, names) };
		this.#listings.set(directory, listing);
		return listing;
	}

	#sorted(directory: string, names: readonly string[]): Omit<Listing, 'stamp'> {
		const places = names.map(name => path.join(directory, name));
		const tests = places.filter(place => this.#isTest(path.relative(this.#root, place).split(path.sep).join('/')));
		const directories = places.filter(place => !skipped.has(path.basename(place)) && !path.basename(place).includes('.') && this.#host.directoryStamp(place) !== undefined);
		return { tests, directories };
	}
}

const kept = new WeakMap<Host, Map<string, TestFiles>>();

export function testFilesOf(host: Host, root: string, isTest: (path: string) => boolean): TestFiles {
	const byRoot = kept.get(host) ?? new Map<string, TestFiles>();
	kept.set(host, byRoot);
	const known = byRoot.get(root) ?? new TestFiles(host, root, isTest);
	byRoot.set(root, known);
	return known;
}
