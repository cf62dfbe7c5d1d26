import type { CourseStep } from '../../effects/course.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import { answers, irregularPasts, postponing, startingVerbs } from '../../knowledge/event-words.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/** An event of an emitter. */
export interface EmittedEvent {
	readonly on: Site<Value>;
	readonly name: string;
}

/**
 * Whether a call can bring about an event: it is a method of the same object, or of one that it is a part of, that the event is called
 * after (`open` and `opened`) or that answers it (`kill` and `exit`), or it sets work going, on that object or on one that was made with the same name (a queue and its worker).
 * `none`: the emitter itself comes after, or it is something else of the same object that may be waited for.
 */
export function triggerOf({ call, settled }: CourseStep, event: EmittedEvent, models: Models): 'trigger' | 'none' | undefined {
	const { callee, form } = call.fact;
	if (form === 'new' && isMadeBy(event, call, models)) return 'none';
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || form !== 'call' || mayListen(call.fact)) return undefined;
	const verb = wordsOf(callee.property)[0] ?? '';
	const receiver = at(callee.object, call);
	if (isRelated(receiver, event)) {
		if (isCalledAfter(event.name, callee.property) || startingVerbs.includes(verb)) return 'trigger';
		if (settled) return undefined;
		return answers[verb]?.some(word => wordsOf(event.name).includes(word)) === true ? 'trigger' : 'none';
	}
	if (!startingVerbs.includes(verb) || !isNamesake(receiver, event.on, models)) return undefined;
	return call.fact.args.some(isPutOff) ? 'none' : 'trigger';
}

/** Put off by so many milliseconds, it is not done when the call is over. */
const longEnough = 1_000;

/** Whether what is handed over puts off what it is about by a second or more. */
export function isPutOff(value: Value): boolean {
	if (value.kind === 'array') return value.elements.some(isPutOff);
	if (value.kind !== 'object') return false;
	return value.entries.some(({ value: inner, ...entry }) => {
		const isTime =
			entry.kind === 'property' && typeof entry.key === 'string' && postponing.includes(entry.key) && inner.kind === 'literal';
		return (isTime && typeof inner.value === 'number' && inner.value >= longEnough) || isPutOff(inner);
	});
}

/** The same object, or one a part of the other. */
export function isRelated(receiver: Site<Value>, { on }: EmittedEvent): boolean {
	const [one, other] = [identityOf(receiver, 'names'), identityOf(on, 'names')];
	if (one === undefined || other === undefined) return false;
	return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

function isMadeBy({ on }: EmittedEvent, construction: Site<Call>, models: Models): boolean {
	return constructionsOf(on, models).some(({ fact }) => fact === construction.fact);
}

/** Whether two objects were made with the same first argument, or the one with the name of the other: `new Worker(queue.name, work)`. */
function isNamesake(one: Site<Value>, other: Site<Value>, models: Models): boolean {
	const names = new Set(constructionsOf(one, models).flatMap(nameOfThing));
	return (
		isNamedAfter(one, other, models) ||
		isNamedAfter(other, one, models) ||
		constructionsOf(other, models)
			.flatMap(nameOfThing)
			.some(name => names.has(name))
	);
}

function isNamedAfter(one: Site<Value>, other: Site<Value>, models: Models): boolean {
	const identity = identityOf(one, 'names');
	return identity !== undefined && constructionsOf(other, models).flatMap(nameOfThing).includes(`${identity}.name`);
}

function nameOfThing(construction: Site<Call>): string[] {
	const [name] = construction.fact.args;
	const identity = name === undefined || name.kind === 'object' ? undefined : identityOf(at(name, construction), 'names');
	return identity === undefined ? [] : [identity];
}

function constructionsOf(site: Site<Value>, { provenance }: Models): readonly Site<Call>[] {
	const { fact, module } = site;
	const assigned =
		fact.kind === 'reference'
			? (module.facts.bindings[fact.binding]?.definitions ?? []).flatMap(definition =>
					definition.kind === 'value' && definition.value.kind === 'call' && definition.value.form === 'new'
						? [at(definition.value, site)]
						: [],
				)
			: [];
	return assigned.length > 0
		? assigned
		: provenance.roots(site).flatMap(root => {
				if (root.kind === 'instance' && root.path.length === 0) return root.construction ?? [];
				const last = root.kind === 'origin' ? root.origin.steps.findLast(({ kind }) => kind !== 'await') : undefined;
				return last?.kind === 'construct' ? (last.site ?? []) : [];
			});
}

/** Whether an event bears the name of a method: `close` or `closed` of `close`, `devtools-opened` of `openDevTools`. */
export function isCalledAfter(event: string, method: string): boolean {
	const [verb] = wordsOf(method);
	return verb !== undefined && verb.length > 2 && wordsOf(event).some(word => word === verb || pastsOf(verb).includes(word));
}

function pastsOf(verb: string): readonly string[] {
	const irregular = irregularPasts[verb];
	return [
		`${verb}d`,
		`${verb}ed`,
		`${verb}${verb.at(-1) ?? ''}ed`,
		`${verb.replace(/y$/, 'i')}ed`,
		...(irregular === undefined ? [] : [irregular]),
	];
}

function wordsOf(name: string): readonly string[] {
	return name
		.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/)
		.filter(word => word !== '')
		.map(word => word.toLowerCase());
}
