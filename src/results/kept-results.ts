import path from 'node:path';

import type { Host } from '../project/host.ts';
import type { Report } from '../report.ts';
import { Answers, digest } from './evidence.ts';
import type { CacheFolder } from './folder.ts';
import { type Evidence, type ResultRecord, parseRecord, plainReport } from './record.ts';
import { RecordingHost } from './recording-host.ts';

/** The linted file, and what else the result depends on besides the files that its imports reach. */
export interface Linted {
	/** Absolute. */
	readonly file: string;
	readonly text: string;
	/** The working directory, which paths in messages are relative to. */
	readonly directory: string;
	/** Settings, language options and the like, as text. */
	readonly conditions: string;
}

/**
 * What was found in a file earlier. It is given back as long as the file's text and each answer that the checks had from the disk are
 * the same; nothing is asked of the modules themselves for that.
 */
export class KeptResults {
	/** What checks must read with, for what they find to be kept. */
	readonly host: RecordingHost;
	readonly #disk: Host;
	readonly #linted: Linted;
	readonly #folder: CacheFolder;
	readonly #found = new Map<string, readonly Report[]>();
	#earlier: ResultRecord | 'unread' | undefined = 'unread';

	constructor(disk: Host, folder: CacheFolder, linted: Linted) {
		this.host = new RecordingHost(disk);
		this.#disk = disk;
		this.#folder = folder;
		this.#linted = linted;
	}

	/** What a check found; it is made where it was not made before or something has changed since. What fails gives undefined, and is not kept. */
	of(check: string, find: () => readonly Report[] | undefined): readonly Report[] | undefined {
		const known = this.#record()?.reports[check];
		if (known !== undefined) return known;
		const found = find();
		if (found !== undefined) this.#found.set(check, found.map(plainReport));
		return found;
	}

	/** Writes down what was found since the last time, beside what still holds. */
	save(): void {
		if (this.#found.size === 0) return;
		const earlier = this.#record();
		const evidence = this.#evidence();
		if (evidence === undefined) return;
		this.#earlier = {
			text: digest(this.#linted.text),
			evidence: merged(earlier?.evidence ?? [], evidence),
			reports: { ...earlier?.reports, ...Object.fromEntries(this.#found) },
		};
		this.#found.clear();
		this.#folder.write(this.#name, JSON.stringify(this.#earlier));
	}

	get #name(): string {
		return `${path.relative(this.#linted.directory, this.#linted.file)}\0${this.#linted.conditions}`;
	}

	#evidence(): Evidence[] | undefined {
		const { directory } = this.#linted;
		return this.host.evidence(directory)?.map(each => ({ ...each, place: path.relative(directory, each.place) }));
	}

	/** The earlier record, if it still holds. */
	#record(): ResultRecord | undefined {
		if (this.#earlier === 'unread') {
			const text = this.#folder.read(this.#name);
			const record = text === undefined ? undefined : parseRecord(text);
			this.#earlier = record !== undefined && this.#holds(record) ? record : undefined;
		}
		return this.#earlier;
	}

	#holds({ text, evidence }: ResultRecord): boolean {
		const { directory } = this.#linted;
		if (text !== digest(this.#linted.text)) return false;
		const answers = Answers.of(this.#disk);
		return evidence.every(
			({ answer, ...question }) => answers.to({ ...question, place: path.resolve(directory, question.place) }, directory) === answer,
		);
	}
}

function merged(earlier: readonly Evidence[], later: readonly Evidence[]): Evidence[] {
	return [...new Map([...earlier, ...later].map(each => [`${each.about}\0${each.place}\0${each.source}`, each])).values()];
}
