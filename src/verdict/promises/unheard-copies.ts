import { filePackages } from '../../knowledge/file-reads.ts';
import { readStream, writeStream } from '../../knowledge/file-streams.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { isNewPromise } from '../../effects/promise-classes.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models } from '../models.ts';

/**
 * `fs.createReadStream(from).pipe(fs.createWriteStream(to));`: nobody has either of the streams in hand, so that nobody can hear when the copy is written. Told where the
 * function that begins it prepares something, a hook or a function that the tests call, and ends without waiting for anything.
 */
export function* unheardCopiesIn(models: Models): Iterable<Call> {
	const { facts } = models.module;
	const tests = new Set(models.tests.map(({ body }) => body.fact));
	for (const inside of facts.functions) {
		if (
			inside.parent === undefined ||
			tests.has(inside) ||
			isTold(inside) ||
			(inside.passedTo !== undefined && !models.scopes.some(({ body }) => body.fact === inside))
		)
			continue;
		for (const call of inside.calls) {
			const {
				callee,
				args: [into],
				usage,
			} = call;
			if (usage !== 'discarded' || callee.kind !== 'member' || callee.property !== 'pipe' || into === undefined) continue;
			if (
				isOfFiles(models, callee.object, readStream) &&
				isOfFiles(models, into, writeStream) &&
				!inside.awaits.some(({ start }) => start > call.end)
			)
				yield call;
		}
	}

	/** A function that is handed what it can tell that it is done: only such a one can go on by itself. */
	function isTold(inside: FunctionFacts): boolean {
		const handed = new Set(inside.parameters.flatMap(({ binding }) => binding ?? []));
		const within = functionsWithin(facts, inside);
		return (
			inside.generator ||
			within.some(({ calls }) =>
				calls.some(call => isNewPromise(call) || (call.callee.kind === 'reference' && handed.has(call.callee.binding))),
			)
		);
	}
}

function isOfFiles({ module, provenance }: Models, value: Value, name: string): boolean {
	if (value.kind !== 'call') return false;
	return provenance.origins(at(value.callee, { module })).some(({ from, steps }) => {
		const last = steps.findLast(step => step.kind === 'property');
		return filePackages.has(from) && last?.kind === 'property' && last.name === name;
	});
}
