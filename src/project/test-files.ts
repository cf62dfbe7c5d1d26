import path from 'node:path';

import { packageFolders } from '../knowledge/package-folders.ts';
import type { Host } from './host.ts';

/** Test files of one package; what lies beyond is not looked at. */
const maxFiles = 3_000;
const maxDirectories = 3_000;
const maxDepth = 16;
/** Text whose words are kept in memory, in UTF-16 code units. */
const maxText = 32_000_000;

/** Folders that hold no tests of the package's own. */
const skipped: ReadonlySet<string> = new Set([...packageFolders, 'dist', 'build', 'out', 'coverage', 'vendor']);

/** Names that may be those of tests, of folders that hold some, or that tell another package: what else comes or goes changes nothing. */
const tellingNames = new RegExp(`^(?!(?:${[...skipped].join('|')})$)(?:[^.]+|.*\\.[cm]?[jt]sx?|package\\.json)$`);

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
class KeptTestFiles {
	readonly #root: string;
	readonly #isTest: (path: string) => boolean;
	readonly #listings = new Map<string, Listing>();
	readonly #texts = new Map<string, Text>();

	constructor(root: string, isTest: (path: string) => boolean) {
		this.#root = root;
		this.#isTest = isTest;
	}

	mentioning(host: Host, words: readonly string[]): readonly string[] {
		let kept = 0;
		return this.#files(host).filter(file => {
			const text = kept > maxText ? undefined : this.#text(host, file);
			kept += text?.size ?? 0;
			return text !== undefined && words.every(word => text.words.has(word));
		});
	}

	#text(host: Host, file: string): Text {
		const stamp = host.stamp(file);
		const known = this.#texts.get(file);
		if (known !== undefined && known.stamp === stamp) return known;
		const content = stamp === undefined ? '' : (host.read(file) ?? '');
		const text = { stamp, size: content.length, words: new Set(wordsIn(content)) };
		this.#texts.set(file, text);
		return text;
	}

	#files(host: Host): readonly string[] {
		const found: string[] = [];
		let wave = [this.#root];
		let seen = 0;
		for (let depth = 0; depth < maxDepth && wave.length > 0; depth++) {
			const listings = wave.slice(0, Math.max(maxDirectories - seen, 0)).map(directory => this.#listing(host, directory));
			seen += listings.length;
			found.push(...listings.flatMap(({ tests }) => tests));
			wave = listings.flatMap(({ directories }) => directories);
		}
		return found.sort().slice(0, maxFiles);
	}

	#listing(host: Host, directory: string): Listing {
		const stamp = host.directoryStamp(directory, tellingNames);
		const known = this.#listings.get(directory);
		if (known !== undefined && known.stamp === stamp) return known;
		const names = stamp === undefined ? [] : host.entries(directory, tellingNames);
		const isOther = directory !== this.#root && names.includes('package.json');
		const listing = isOther ? { stamp, tests: [], directories: [] } : { stamp, ...this.#sorted(host, directory, names) };
		this.#listings.set(directory, listing);
		return listing;
	}

	#sorted(host: Host, directory: string, names: readonly string[]): Omit<Listing, 'stamp'> {
		const places = names.map(name => path.join(directory, name));
		const tests = places.filter(place => this.#isTest(path.relative(this.#root, place).split(path.sep).join('/')));
		const directories = places.filter(
			place => !path.basename(place).includes('.') && host.directoryStamp(place, tellingNames) !== undefined,
		);
		return { tests, directories };
	}
}

export interface TestFiles {
	/** The files whose text has all of the words, absolute, sorted. */
	mentioning(words: readonly string[]): readonly string[];
}

const kept = new WeakMap<object, Map<string, KeptTestFiles>>();

export function testFilesOf(host: Host, root: string, isTest: (path: string) => boolean): TestFiles {
	const byRoot = kept.get(host.identity) ?? new Map<string, KeptTestFiles>();
	kept.set(host.identity, byRoot);
	const known = byRoot.get(root) ?? new KeptTestFiles(root, isTest);
	byRoot.set(root, known);
	return { mentioning: words => known.mentioning(host, words) };
}
