import type { Influence } from '../../effects/model.ts';
import { instantNames, millisecondParts } from '../../knowledge/date-words.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import { wordsOf } from '../../syntax/words.ts';
import type { Models } from '../models.ts';
import { namesGiven } from '../names-given.ts';
import { isRealClock } from './real-clock.ts';

/** The milliseconds of the present second, taken for the time. */
export interface MillisecondPart {
	readonly place: Span;
	readonly read: Influence;
}

/**
 * `const lastModified = new Date().getMilliseconds()`: 0 to 999, the same again in one of a thousand runs, and smaller than an earlier one whenever a second
 * has begun in between. Only where it is put under the name of an instant; what is written into a text, or tells a part of a date, is meant so.
 */
export function* millisecondPartsIn(models: Models): Iterable<MillisecondPart> {
	const { module } = models;
	for (const call of module.facts.functions.flatMap(({ calls }) => calls)) {
		const read = partRead(models, call);
		if (read === undefined || !namesGiven(models, call).some(name => instantNames.test(wordsOf(name)))) continue;
		if (isReal(models, call, read)) yield { place: call, read };
	}
}

function partRead({ module, effects }: Models, { callee, args, form, usage }: Call): Influence | undefined {
	if (
		form !== 'call' ||
		args.length > 0 ||
		(usage !== 'kept' && usage !== 'argument') ||
		callee.kind !== 'member' ||
		typeof callee.property !== 'string' ||
		!millisecondParts.has(callee.property)
	)
		return undefined;
	const date = at(callee.object, { module });
	const [read, ...others] = effects.behind(date, [{ kind: 'parts' }]).filter(({ kind }) => kind === 'clock');
	return others.length === 0 && effects.clockReading(date).form === 'read' ? read : undefined;
}

/** Code that no test or hook holds may run in each of them. */
function isReal({ framework, scopes, module }: Models, call: Call, read: Influence): boolean {
	const around = scopes.filter(({ body }) => body.module === module && holds(body.fact, call));
	return (around.length > 0 ? around : scopes).every(scope => {
		const clock = framework.clockAt(scope, around.length > 0 ? call.start : scope.body.fact.end);
		return isRealClock(read, clock) && !clock.stopped;
	});
}
