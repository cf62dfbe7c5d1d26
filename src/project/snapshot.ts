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
		this.entries = oncePerPattern((directory, only) => host.entries(directory, only));
		this.directoryStamp = oncePerPattern((directory, only) => host.directoryStamp(directory, only));
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

function oncePerPattern<Answer>(ask: (place: string, only?: RegExp) => Answer): (place: string, only?: RegExp) => Answer {
	const whole = once(place => ask(place));
	const byPattern = new Map<string, (place: string) => Answer>();
	return (place, only) => {
		if (only === undefined) return whole(place);
		const known = byPattern.get(only.source) ?? once(each => ask(each, only));
		byPattern.set(only.source, known);
		return known(place);
	};
}
