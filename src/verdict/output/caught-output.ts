import { errorOutput } from '../../knowledge/event-words.ts';
import type { Influence } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt, property } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';

/** What a command that failed has written to its standard error, where the claim is about that of the error: `catch (error) { expect(error.stderr).toBe('…') }`. */
export function caughtOutputBehind(models: Models, { actual, site: { fact } }: Claim): Influence | undefined {
	const caught = errorOf(actual.fact);
	const inside = fact.kind === 'call' ? functionAt(actual.module, fact.function) : undefined;
	if (caught?.kind !== 'reference' || fact.kind !== 'call' || inside === undefined) return undefined;
	const failing = failingBehind(actual, caught.binding, inside, fact);
	for (const value of failing) {
		const found = models.effects
			.behind(at(value, actual), [{ kind: 'await' }, property(errorOutput)])
			.find(({ row }) => row?.effect === 'log' && row.stream === errorOutput);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** `error` of `error.stderr` and `error.stderr.trim()`. */
function errorOf(value: Value): Value | undefined {
	if (value.kind === 'call') return value.callee.kind === 'member' ? errorOf(value.callee.object) : undefined;
	return value.kind === 'member' && value.property === errorOutput ? value.object : undefined;
}

/** What may have failed with an error: what is awaited in the `try` in front, or the promise that `.catch(…)` is called on. */
function failingBehind({ module }: Site<Value>, binding: number, inside: FunctionFacts, claim: Call): readonly Value[] {
	const variable = module.facts.bindings[binding];
	if (variable?.kind === 'catch') {
		const handler = regionsOf(inside, claim.region).find(({ kind }) => kind === 'catch');
		const tried =
			handler === undefined
				? undefined
				: inside.regions.findLast(({ kind, parent, end }) => kind === 'try' && parent === handler.parent && end <= handler.start);
		return tried === undefined
			? []
			: inside.awaits.filter(each => tried.start <= each.start && each.end <= tried.end).map(({ value }) => value);
	}
	return (variable?.definitions ?? []).flatMap(each => {
		const call =
			each.kind === 'parameter' && each.index === 0 && each.path.length === 0
				? functionAt(module, each.function)?.passedTo?.call
				: undefined;
		return call?.callee.kind === 'member' && call.callee.property === 'catch' ? [call.callee.object] : [];
	});
}

function regionsOf(inside: FunctionFacts, index: number | undefined): readonly FunctionFacts['regions'][number][] {
	const region = index === undefined ? undefined : inside.regions[index];
	return region === undefined ? [] : [region, ...regionsOf(inside, region.parent)];
}
