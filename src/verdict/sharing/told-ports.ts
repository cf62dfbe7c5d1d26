import { valuesIn } from '../../effects/value-parts.ts';
import { listensInLine, listensInText, localHost, maySayLines, maySayListens } from '../../knowledge/port-words.ts';
import type { Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models, Scope } from '../models.ts';

/** A port that a program listens on which a test writes. */
export interface ToldPort {
	/** Where the test names it again. */
	readonly place: Span;
	readonly port: number;
}

/** Ports below are for privileged programs. */
const firstOpen = 1_024;
const lastOpen = 65_535;

/**
 * The ports in the texts of programs that tests write to files (`server.listen(4444)`), where the test names the port outside as well:
 * somebody is to find the program there.
 */
export function* toldPorts(models: Models & { readonly text: string }): Iterable<ToldPort> {
	const { module, scopes, text } = models;
	if (!maySayListens.test(text) && !maySayLines.test(text)) return;
	const told = new Set<number>();
	for (const scope of scopes) {
		if (scope.body.module !== module) continue;
		const values = valuesOf(scope, models);
		for (const found of inTexts(values)) {
			if (told.has(found.place.start) || isTaken(models, found.port)) continue;
			told.add(found.place.start);
			yield found;
		}
	}
}

function valuesOf({ body }: Scope, { module }: Models): readonly Value[] {
	return functionsWithin(module.facts, body.fact)
		.flatMap(each => [...valuesIn(each, module.facts)])
		.toSorted((one, other) => one.start - other.start);
}

function inTexts(values: readonly Value[]): ToldPort[] {
	return values.flatMap(text => {
		const ports = new Set(
			[listensInText, listensInLine]
				.flatMap(words => [...textOf(text).matchAll(words)].flatMap(([, ...found]) => found))
				.map(Number)
				.filter(isOpen),
		);
		return [...ports].flatMap(port => {
			const [first] = values.filter(value => !holds(text, value) && (isPort(value, port) || isAddress(value, port)));
			return first === undefined ? [] : [{ place: first, port }];
		});
	});
}

function isOpen(port: number): boolean {
	return Number.isInteger(port) && port >= firstOpen && port <= lastOpen;
}

/** What a literal says, or a template with nothing in it where something is filled in. */
function textOf(value: Value): string {
	if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : '';
	return value.kind === 'template' ? value.quasis.join('\0') : '';
}

function isPort(value: Value, port: number): boolean {
	return value.kind === 'literal' && (value.value === port || value.value === String(port));
}

function isAddress(value: Value, port: number): boolean {
	return new RegExp(`${localHost.source}:${String(port)}(?!\\d)`, 'i').test(textOf(value));
}

/** A server of the test itself listens on it, of which is told apart. */
function isTaken({ effects, scopes }: Models, port: number): boolean {
	return scopes.some(({ body }) => effects.takesIn(body).some(({ what, name }) => what === 'port' && name === String(port)));
}
