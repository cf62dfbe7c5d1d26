import type { CourseStep } from '../../effects/course.ts';
import { conditionReadings } from '../../knowledge/page-words.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';
import type { Read } from './ui-readings.ts';

/** Whether a step waits for just what is read, of the same element or page, and for nothing that speaks against what is claimed of it: `wait(until.elementTextIs(status, 'Saved'))`. */
export function waitsForReading({ call, rows }: CourseStep, read: Read, claim: Claim, models: Models): boolean {
	if (!rows.some(({ row }) => row.effect === 'ui-wait')) return false;
	const { callee } = read.call.fact;
	if (callee.kind !== 'member' || typeof callee.property !== 'string') return false;
	const { object, property } = callee;
	return conditionsOf(call, models).some(({ name, made }) => {
		if (conditionReadings.get(name) !== property) return false;
		const { args } = made.fact;
		const element = read.row.of === 'page' ? undefined : args[0];
		if (read.row.of !== 'page' && !isOfElement(element, made, at(object, read.call), call, models)) return false;
		return mayBeTheSame(read.row.of === 'page' ? args[0] : args[1], claim);
	});
}

/** The conditions that a wait is handed, be they written there or kept in a variable. */
function conditionsOf(wait: Site<Call>, { provenance }: Models): readonly { readonly name: string; readonly made: Site<Call> }[] {
	const [condition] = wait.fact.args;
	return condition === undefined
		? []
		: provenance.origins(at(condition, wait)).flatMap(({ steps }) => {
				const [last, named] = [steps.at(-1), steps.at(-2)];
				return last?.kind === 'call' && named?.kind === 'property' ? [{ name: named.name, made: last.site }] : [];
			});
}

/** Whether a condition is about the element that is read, or the wait gives it: `const status = await driver.wait(…)`. */
function isOfElement(element: Value | undefined, made: Site<Call>, receiver: Site<Value>, wait: Site<Call>, models: Models): boolean {
	const { roots, origins } = models.provenance;
	const isGiven = origins(receiver).some(({ steps }) => steps.some(step => step.kind === 'call' && step.site.fact === wait.fact));
	if (isGiven || element === undefined) return isGiven;
	const name = identityOf(at(element, made), 'ways', roots);
	return name !== undefined && name === identityOf(receiver, 'ways', roots);
}

/** Whether what is waited for leaves nothing open of what is claimed: where both are texts, one holds the other. */
function mayBeTheSame(awaited: Value | undefined, { expected }: Claim): boolean {
	const [one, other] = [awaited, expected?.fact].map(value =>
		value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined,
	);
	return one === undefined || other === undefined || one.includes(other) || other.includes(one);
}
