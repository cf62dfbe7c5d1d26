import type { Host } from '../project/host.ts';
import { Answers, type Question } from './evidence.ts';

interface Asked extends Question {
	/** When it was first asked about: the stamp of a file, what a directory answered; undefined for other questions. */
	readonly state: string | undefined;
}

/** A file system that remembers what it was asked, so that what was found with its answers can be kept for as long as they stay the same. */
export class RecordingHost implements Host {
	readonly identity: object;
	readonly #host: Host;
	readonly #asked = new Map<string, Asked>();

	constructor(host: Host) {
		this.identity = host.identity;
		this.#host = host;
	}

	read(file: string): string | undefined {
		this.#note('file', file);
		return this.#host.read(file);
	}

	stamp(file: string): string | undefined {
		return this.#note('file', file).state;
	}

	entries(directory: string, only?: RegExp): readonly string[] {
		this.#note('directory', directory, only?.source);
		return this.#host.entries(directory, only);
	}

	directoryStamp(directory: string, only?: RegExp): string | undefined {
		this.#note('directory', directory, only?.source);
		return this.#host.directoryStamp(directory, only);
	}

	resolve(source: string, from: string): string | undefined {
		this.#note('resolve', from, source);
		return this.#host.resolve(source, from);
	}

	real(file: string): string {
		this.#note('real', file);
		return this.#host.real(file);
	}

	/** All questions so far with their answers; undefined where a file or directory has changed since it was asked about. */
	evidence(directory: string): (Question & { readonly answer: string })[] | undefined {
		const asked = [...this.#asked.values()];
		if (asked.some(({ state, ...question }) => this.#stateOf(question) !== state)) return undefined;
		const answers = Answers.of(this.#host);
		return asked.map(({ about, place, source }) => ({ about, place, source, answer: answers.to({ about, place, source }, directory) }));
	}

	#note(about: Question['about'], place: string, source = ''): Asked {
		const key = `${about}\0${place}\0${source}`;
		const known = this.#asked.get(key) ?? { about, place, source, state: this.#stateOf({ about, place, source }) };
		this.#asked.set(key, known);
		return known;
	}

	#stateOf(question: Question): string | undefined {
		if (question.about === 'file') return this.#host.stamp(question.place);
		return question.about === 'directory' ? Answers.of(this.#host).to(question, question.place) : undefined;
	}
}
