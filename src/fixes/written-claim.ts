import type { Assertion } from '../assertions/model.ts';
import type { Call, Value } from '../syntax/facts.ts';
import type { Editable } from './import.ts';

/** The outermost call of a claim that the linted file itself makes. */
export function writtenCall({ module }: Editable, { site }: Assertion): Call | undefined {
	return site.module === module && site.frame === undefined && site.fact.kind === 'call' && site.fact.form === 'call'
		? site.fact
		: undefined;
}

/** The argument that is checked, as it is written, awaits included; undefined where the claim was looked through to something inside it, or turned round. */
export function subjectOf(file: Editable, claim: Assertion): Value | undefined {
	const { fact: actual, module } = claim.actual;
	if (
		module !== file.module ||
		claim.part.length > 0 ||
		(claim.expected !== undefined &&
			claim.expected.module === module &&
			claim.expected.frame === claim.actual.frame &&
			isTurned(claim.expected.fact, actual, writtenCall(file, claim)))
	)
		return undefined;
	for (let call = writtenCall(file, claim); call !== undefined; call = callBefore(call.callee)) {
		const subject = call.args.find(argument => argument.start <= actual.start && actual.end <= argument.end);
		if (subject !== undefined) return settled(subject) === actual ? subject : undefined;
	}
	return undefined;
}

/** Whether what is expected stands before what is checked, in the parentheses of one claim. */
function isTurned(expected: Value, actual: Value, call: Call | undefined): boolean {
	return call !== undefined && call.start <= expected.start && expected.end <= actual.start;
}

/** `expect(x)` of `expect(x).to.deep.equal`; what a promise is checked for with `resolves` is not written anywhere. */
function callBefore(callee: Value): Call | undefined {
	if (callee.kind === 'call') return callee;
	return callee.kind === 'member' && callee.property !== 'resolves' && callee.property !== 'rejects'
		? callBefore(callee.object)
		: undefined;
}

function settled(value: Value): Value {
	return value.kind === 'await' ? settled(value.value) : value;
}
