import { repeating } from '../knowledge/schedules.ts';
import type { Site } from '../project/model.ts';
import { frameOf, functionAt } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { regionsAround } from './loops.ts';
import type { Knowing } from './knowing.ts';

/** Whether a call is made several times while the function runs: in a loop, or in a callback for each element. */
export function isRepeated(knowing: Knowing, scope: FunctionFacts, call: Site<Call>): boolean {
	for (let current: Site<Call> | undefined = call; current !== undefined;) {
		const facts = functionAt(current.module, current.fact.function);
		if (facts === undefined || facts.form === 'module') return false;
		if (isInLoop(facts, current.fact)) return true;
		if (facts === scope) return false;
		const frame = frameOf(facts, current.frame);
		const handing = facts.passedTo?.call;
		if (handing !== undefined && repeats(knowing, handing)) return true;
		current = frame?.call ?? (handing === undefined ? undefined : { module: current.module, fact: handing, frame: current.frame });
	}
	return false;
}

function isInLoop(facts: FunctionFacts, { region }: Call): boolean {
	return regionsAround(facts, region).some(({ loop }) => loop !== undefined);
}

function repeats({ rows }: Knowing, { callee }: Call): boolean {
	const name = nameOf(callee);
	return name !== undefined && (repeating.has(name) || rows.method(name)?.callback?.element !== undefined);
}

function nameOf(callee: Value): string | undefined {
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}
