import { createHash } from 'node:crypto';
import path from 'node:path';

import type { Host } from '../project/host.ts';

/** What was asked of the file system: the content of a file, names in a directory, where a link leads, or where a specifier leads from a file. */
export interface Question {
	readonly about: 'file' | 'directory' | 'real' | 'resolve';
	/** Absolute. */
	readonly place: string;
	/** The specifier, or the source of the pattern that names have to match; empty where the question is about neither. */
	readonly source: string;
}

export function digest(text: string): string {
	return createHash('sha256').update(text).digest('base64url');
}

/** Of names in a directory; undefined where all count, or where the text is no pattern. */
function patternOf(source: string): RegExp | undefined {
	try {
		return source === '' ? undefined : new RegExp(source);
	} catch {
		return undefined;
	}
}

/** The answers as short texts that are the same on every machine where the project is the same, whenever its files were written. */
export class Answers {
	readonly #host: Host;
	readonly #digests = new Map<string, { readonly stamp: string; readonly digest: string }>();
	readonly #resolved = new Map<string, string>();

	private constructor(host: Host) {
		this.#host = host;
	}

	/** Nothing that stays the same is looked at twice, whatever number of files asks. */
	static of(host: Host): Answers {
		const known = answers.get(host.identity) ?? new Answers(host);
		answers.set(host.identity, known);
		return known;
	}

	/** Empty where there is nothing at the place; files are told relative to `directory`. */
	to({ about, place, source }: Question, directory: string): string {
		switch (about) {
			case 'file':
				return this.#digest(place, this.#host.stamp(place), () => this.#host.read(place));
			case 'directory':
				return this.#digest(`${place}\0${source}`, this.#host.directoryStamp(place), () =>
					this.#host.entries(place, patternOf(source)).join('\n'),
				);
			case 'real':
				return path.relative(directory, this.#host.real(place));
			case 'resolve': {
				const found = this.#resolve(source, place);
				return found === '' ? '' : path.relative(directory, found);
			}
		}
	}

	#digest(key: string, stamp: string | undefined, content: () => string | undefined): string {
		if (stamp === undefined) return '';
		const known = this.#digests.get(key);
		if (known?.stamp === stamp) return known.digest;
		const text = content();
		const fresh = { stamp, digest: text === undefined ? 'unreadable' : digest(text) };
		this.#digests.set(key, fresh);
		return fresh.digest;
	}

	/** Files of one directory agree, and the resolver keeps its answers as well. */
	#resolve(source: string, from: string): string {
		const key = `${path.dirname(from)}\0${source}`;
		const known = this.#resolved.get(key) ?? this.#host.resolve(source, from) ?? '';
		this.#resolved.set(key, known);
		return known;
	}
}

const answers = new WeakMap<object, Answers>();
