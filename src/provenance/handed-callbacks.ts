import { emitting, reheard } from '../knowledge/event-words.ts';
import type { Site } from '../project/model.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { entered } from './frames.ts';
import { type Walker, at, functionAt, seenThrough } from './walker.ts';

/** A call of a callback, by the function of the project that it was handed to. */
export interface HandedOver {
	readonly call: Site<Call>;
	/** The function in whose body it stands. */
	readonly caller: FunctionFacts;
	/** The function that the callback was handed to. */
	readonly taker: FunctionFacts;
}

/**
 * Who calls a callback: the functions of the project that it is handed to, or the methods of a class of the project that tell of the event which it listens to.
 * `anew`: an emitter of which nothing more is known, which calls it for each event, whatever became of the one before.
 */
export function callsOfCallback(
	walker: Walker,
	{ call: fact, argument }: NonNullable<FunctionFacts['passedTo']>,
	place: Omit<Site<unknown>, 'fact'>,
): 'anew' | readonly HandedOver[] {
	const call = at(fact, place);
	const event = heardEvent(fact, argument);
	if (event !== undefined) {
		const told = tellingCalls(walker, call, event);
		return told.length > 0 ? told : 'anew';
	}
	if (fact.args.slice(0, argument).some(({ kind }) => kind === 'spread')) return [];
	return walker.walk(at(fact.callee, call), []).flatMap(root => {
		const frame = root.kind === 'function' && root.path.length === 0 ? entered(root.site, call, root.receiver) : undefined;
		return frame === undefined || root.kind !== 'function' ? [] : callsOfParameter(seenThrough(root.site, frame), argument);
	});
}

/** Whether a callback is called again before what it gave is over: nobody waits for it, and it is called in a loop, or by a function inside. */
export function isCalledAnew({ call: { module, fact }, caller, taker }: HandedOver): boolean {
	const waited = fact.usage === 'awaited' || fact.usage === 'returned' || fact.usage === 'kept' || fact.usage === 'receiver';
	return !waited && (caller !== taker || isInLoop(fact, functionAt(module, fact.function)));
}

/** Whether a call stands in a loop of the function that makes it. */
export function isInLoop({ region }: Call, writer: FunctionFacts | undefined): boolean {
	for (let index = region; index !== undefined; index = writer?.regions[index]?.parent)
		if (writer?.regions[index]?.kind === 'loop') return true;
	return false;
}

function callsOfParameter(site: Site<FunctionFacts>, index: number): readonly HandedOver[] {
	const { module, fact: taker } = site;
	const parameter = taker.parameters[index];
	if (parameter?.binding === undefined || parameter.rest) return [];
	const isIt = ({ callee }: Call): boolean => callee.kind === 'reference' && callee.binding === parameter.binding;
	return functionsWithin(module.facts, taker).flatMap(caller =>
		caller.calls.filter(isIt).map(call => ({ call: at(call, site), caller, taker })),
	);
}

/** The event that a callback is told of each time, where it is handed over to listen. */
function heardEvent({ callee, args: [named] }: Call, argument: number): string | undefined {
	const isHearing = callee.kind === 'member' && typeof callee.property === 'string' && reheard.has(callee.property);
	return isHearing && argument === 1 && named?.kind === 'literal' && typeof named.value === 'string' ? named.value : undefined;
}

/** Where the methods of what is listened to tell of the event, if it is an instance of a class of the project. */
function tellingCalls(walker: Walker, call: Site<Call>, event: string): readonly HandedOver[] {
	const { callee } = call.fact;
	const emitters = callee.kind === 'member' ? walker.walk(at(callee.object, call), []) : [];
	return emitters.flatMap(root => {
		if (root.kind !== 'instance') return [];
		const { module, frame } = root.site;
		return module.facts.functions.flatMap(caller =>
			caller.calls.filter(each => tells(each, event)).map(each => ({ call: at(each, { module, frame }), caller, taker: caller })),
		);
	});
}

function tells({ callee, args: [named] }: Call, event: string): boolean {
	return callee.kind === 'member' && callee.property === emitting && isText(named, event);
}

function isText(value: Value | undefined, text: string): boolean {
	return value?.kind === 'literal' && value.value === text;
}
