import type { Module, Site } from '../project/model.ts';
import { soleValue } from '../syntax/definitions.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { callsOfCallback, isInLoop } from './handed-callbacks.ts';
import { type Walker, at, functionAt } from './walker.ts';

/** Whether a function waits for something before it makes a call. */
export function waitsBefore(writer: FunctionFacts, call: Call): boolean {
	return writer.async && writer.awaits.some(({ start }) => start < call.end);
}

/** The name of the method that a callback is handed to first. */
export function methodCalling({ passedTo }: FunctionFacts): string | undefined {
	const callee = passedTo?.argument === 0 ? passedTo.call.callee : undefined;
	return callee?.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}

/** What is written down in a list of several promises that a call waits for together. */
export function waitedTogether({ callee, args: [list] }: Call): readonly Value[] {
	const isTogether = callee.kind === 'member' && (callee.property === 'all' || callee.property === 'allSettled');
	return isTogether && list?.kind === 'array' && list.elements.length > 1 ? list.elements : [];
}

/** Whether callbacks that wait run for several elements of a list at once: `names.map(name => limit(async () => …))`, `pMap(names, async name => …)`. */
export function isLimited(walker: Walker, site: Site<Call>, writer: FunctionFacts): boolean {
	const { passedTo } = writer;
	if (passedTo === undefined || !waitsBefore(writer, site.fact)) return false;
	const lets = walker.letsOthersRun(at(passedTo.call, site));
	if (lets === 'each') return true;
	const around = functionAt(site.module, passedTo.call.function);
	const outer = around === undefined ? undefined : methodCalling(around);
	if (passedTo.argument !== 0 || outer === undefined || !walker.mapsElements(outer)) return false;
	return lets === 'others' || isCalledAtOnce(walker, passedTo, site);
}

/**
 * Whether a callback is handed over for each element of a list, or in a loop, and called once something from outside has answered:
 * `names.forEach(name => readFile(name, (error, text) => …))`.
 */
export function isOvertaken(walker: Walker, site: Site<Call>, { passedTo }: FunctionFacts): boolean {
	if (passedTo === undefined) return false;
	const around = functionAt(site.module, passedTo.call.function);
	const outer = around === undefined ? undefined : methodCalling(around);
	const isForEach = isInLoop(passedTo.call, around) || (outer !== undefined && walker.mapsElements(outer));
	return isForEach && passedTo.argument === passedTo.call.args.length - 1 && walker.overtakes(at(passedTo.call, site));
}

/** Whether a function of the project calls what it is handed whenever it is called, and waits for nothing before. */
function isCalledAtOnce(walker: Walker, passedTo: NonNullable<FunctionFacts['passedTo']>, site: Site<Call>): boolean {
	const calls = callsOfCallback(walker, passedTo, site);
	return (
		calls !== 'anew' &&
		calls.some(
			({ call: { fact }, caller, taker }) =>
				caller === taker &&
				fact.region === undefined &&
				!caller.awaits.some(({ value, start }) => value !== fact && start < fact.start),
		)
	);
}

/** Whether a function that waits is called in a list of promises that are waited for together, beside others that add to the same variable. */
export function isCalledBeside({ module, fact: call }: Site<Call>, writer: FunctionFacts): boolean {
	if (writer.passedTo !== undefined || writer.parent === undefined || !waitsBefore(writer, call)) return false;
	const list = variableOf(call);
	if (list === undefined) return false;
	const adds = (body: FunctionFacts): boolean => body.calls.some(each => variableOf(each) === list && waitsBefore(body, each));
	return module.facts.functions.some(({ calls }) =>
		calls.some(each => {
			const bodies = waitedTogether(each).flatMap(value => (value.kind === 'call' ? (bodyOf(module, value.callee) ?? []) : []));
			return bodies.includes(writer) && bodies.filter(adds).length > 1;
		}),
	);
}

/** The variable to which a call adds something. */
function variableOf({ callee }: Call): number | undefined {
	return callee.kind === 'member' && callee.object.kind === 'reference' ? callee.object.binding : undefined;
}

/** The function of the same file that a callee is: written on the spot, or the one that a name was given. */
function bodyOf(module: Module, callee: Value): FunctionFacts | undefined {
	const body = soleValue(module.facts, callee) ?? callee;
	return body.kind === 'function' ? functionAt(module, body.function) : undefined;
}
