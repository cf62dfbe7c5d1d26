import type { Site } from '../project/model.ts';
import type { ChoiceValue, FunctionFacts, Value } from '../syntax/facts.ts';
import { truthOfBuildMode } from './build-mode.ts';
import { isPassed, isRuledOut, isTaken, truthOf } from './handed.ts';
import type { Path, Root } from './model.ts';
import { reached } from './roots.ts';
import { type Walker, at, functionAt } from './walker.ts';

/** The options that the call which is looked at may take. */
export function walkChoice(walker: Walker, site: Site<ChoiceValue>, path: Path): Root[] {
	const { operator, test, options } = site.fact;
	const walk = (values: readonly Value[]): Root[] => values.flatMap(option => walker.walk(at(option, site), path));
	const shipped = operator === '?:' ? truthOfBuildMode(at(test, site)) : undefined;
	if (shipped !== undefined) return walk(shipped ? options.slice(0, 1) : options.slice(1));
	if (site.frame === undefined) return under(options.includes(test) ? [] : [at(test, site)], walk(options));
	if (operator === '??' || operator === '||') {
		if (isTaken(walker, at(test, site), operator)) return walk([test]);
		return walk(isPassed(walker, at(test, site), operator) ? options.filter(option => option !== test) : options);
	}
	if (operator === '&&') return walk(options);
	const truth = truthOf(walker, at(test, site));
	return truth === undefined ? under([at(test, site)], walk(options)) : walk(truth ? options.slice(0, 1) : options.slice(1));
}

/** The tests that decide whether a region of a function runs. */
export function conditionsOf(site: Site<FunctionFacts>, region: number | undefined): Site<Value>[] {
	const conditions: Site<Value>[] = [];
	for (let index = region; index !== undefined; index = site.fact.regions[index]?.parent) {
		const { test } = site.fact.regions[index] ?? {};
		if (test !== undefined) conditions.push(at(test, site));
	}
	return conditions;
}

export function conditionsAt(index: number, region: number | undefined, here: Site<Value>): Site<Value>[] {
	const facts = functionAt(here.module, index);
	return facts === undefined || region === undefined ? [] : conditionsOf(at(facts, here), region);
}

export function under(conditions: readonly Site<Value>[], roots: Root[]): Root[] {
	return conditions.length === 0 ? roots : roots.map(root => reached(root, { conditions: [...root.conditions, ...conditions] }));
}

/** Whether what is written in a part of a function is not run in the call that is looked at. */
export function isRuledOutAt(
	walker: Walker,
	{ function: index, region }: { readonly function: number; readonly region: number | undefined },
	here: Site<Value>,
): boolean {
	const facts = region === undefined || here.frame === undefined ? undefined : functionAt(here.module, index);
	return facts !== undefined && isRuledOut(walker, at(facts, here), region);
}
