import type { Host } from './host.ts';
import { jsonAt } from './json.ts';

/** The file system while one file is linted: it is asked each question once, so that all answers are of one moment. */
export class Snapshot implements Host {
	readonly identity: object;
	readonly read: Host['read'];
	/** The parsed content of a JSON file; undefined where there is none or it is not valid. */
	readonly json: (file: string) => unknown;
	readonly stamp: Host['stamp'];
	readonly entries: Host['entries'];
	readonly directoryStamp: Host['directoryStamp'];
	readonly resolve: Host['resolve'];
	readonly real: Host['real'];

	private constructor(host: Host) {
		this.identity = host.identity;
		this.read = once(file => host.read(file));
		this.json = once(file => jsonAt(this, file));
		this.stamp = once(file => host.stamp(file));
		this.entries = once(directory => host.entries(directory));
		this.directoryStamp = once(directory => host.directoryStamp(directory));
		this.resolve = (source, from) => host.resolve(source, from);
		this.real = once(file => host.real(file));
	}

	static of(host: Host): Snapshot {
		return host instanceof Snapshot ? host : new Snapshot(host);
	}
}

function once<Answer>(ask: (place: string) => Answer): (place: string) => Answer {
	const answers = new Map<string, { readonly answer: Answer }>();
	return place => {
		const known = answers.get(place) ?? { answer: ask(place) };
		answers.set(place, known);
		return known.answer;
	};
}
