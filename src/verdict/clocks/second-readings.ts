import { rowsOfCall } from '../../effects/knowing.ts';
import type { Influence } from '../../effects/model.ts';
import { presentNames } from '../../knowledge/date-words.ts';
import { at } from '../../provenance/walker.ts';
import type { Binding, Call, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { lineAt } from '../../syntax/lower.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models, Scope } from '../models.ts';
import { isRealClock } from './real-clock.ts';

/** A reading of the clock that code is handed beside an earlier one, which the test calls the present. */
export interface SecondReading {
	readonly place: Span;
	readonly read: Influence;
	/** What the earlier one is kept in, and where it was made. */
	readonly name: string;
	readonly line: number;
}

/** `const now = Date.now(); const data = [{ at: now }]; show(Date.now(), data);`: what is shown of the data depends on how long it took to get there. */
export function* secondReadings(models: Models): Iterable<SecondReading> {
	const { module } = models;
	const presents = module.facts.bindings.filter(
		({ word, definitions: [only, ...others] }) =>
			presentNames.test(word) && only?.kind === 'value' && only.path.length === 0 && others.length === 0,
	);
	if (presents.length === 0) return;
	for (const scope of models.scopes) {
		if (scope.body.module !== module || (models.assertionsIn(scope).length === 0 && scope.doneParameter === undefined)) continue;
		for (const call of functionsWithin(module.facts, scope.body.fact).flatMap(({ calls }) => calls)) {
			const read = call.args
				.flatMap(partsHanded)
				.map(part => readingAt(models, scope, part))
				.find(each => each !== undefined);
			const kept =
				read === undefined || !isCodeUnderTest(models, scope, call)
					? undefined
					: presents.find(present => isHandedToo(models, { call, present }));
			if (read !== undefined && kept !== undefined)
				yield { place: read.source.fact, read, name: kept.name, line: lineAt(module.facts, kept.start) };
		}
	}
}

/** What a call is handed, one by one: an argument, or an entry of an object or list that is written there. */
function partsHanded(value: Value): readonly Value[] {
	if (value.kind === 'object') return value.entries.flatMap(entry => partsHanded(entry.value));
	return value.kind === 'array' ? value.elements.flatMap(partsHanded) : [value];
}

/** A reading that is made on the spot, of a clock that nothing controls. */
function readingAt(models: Models, scope: Scope, value: Value): Influence | undefined {
	const { effects, framework, module } = models;
	if (
		value.kind !== 'call' ||
		value.args.length > 0 ||
		!rowsOfCall(models, { module, fact: value }).some(({ row }) => row.effect === 'clock')
	)
		return undefined;
	const clock = framework.clockAt(scope, value.start);
	const read = effects.behind({ module, fact: value }).find(influence => isRealClock(influence, clock));
	return clock.stopped || effects.clockReading({ module, fact: value }).form !== 'read' ? undefined : read;
}

/** Neither an assertion, nor what rows know. */
function isCodeUnderTest(models: Models, scope: Scope, call: Call): boolean {
	if (models.assertionsIn(scope).some(({ place }) => holds(place, call))) return false;
	return rowsOfCall(models, { module: models.module, fact: call }).length === 0 && call.callee.kind !== 'global';
}

interface Handed {
	readonly call: Call;
	readonly present: Binding;
}

/** Whether the earlier reading, as it was made, gets to the call as well. */
function isHandedToo({ effects, module }: Models, { call, present }: Handed): boolean {
	const [given] = present.definitions;
	if (given?.kind !== 'value' || given.value.start > call.start || effects.clockReading(at(given.value, { module })).form !== 'read')
		return false;
	return call.args.some(argument =>
		effects
			.behind({ module, fact: argument }, [{ kind: 'parts' }])
			.some(({ kind, source }) => kind === 'clock' && source.module === module && holds(given.value, source.fact)),
	);
}
