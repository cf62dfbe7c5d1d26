import { timerGlobals } from '../knowledge/schedules.ts';
import type { Origin, Path, Step } from './model.ts';

/** One part of a row's path. `any`: one property; `run`: any number of properties and calls; `one`: one of a list's elements. */
export type PatternStep =
	| { readonly kind: 'property'; readonly names: ReadonlySet<string> }
	| { readonly kind: 'like'; readonly name: RegExp }
	| { readonly kind: 'one' }
	| { readonly kind: 'any' }
	| { readonly kind: 'run' }
	| { readonly kind: 'call' }
	| { readonly kind: 'construct' };

export type Pattern = readonly PatternStep[];

/** Reads a path of the row language (see `ApiRow.path`). */
export function parsePattern(path: string): Pattern {
	const steps: PatternStep[] = [];
	for (const part of splitDots(path)) {
		const [, construct, name = '', calls = ''] = /^(new )?(.*?)((?:\(\))*)$/.exec(part) ?? [];
		if (name === '*') steps.push({ kind: 'any' });
		else if (name === '**') steps.push({ kind: 'run' });
		else if (name === '[]') steps.push({ kind: 'one' });
		else if (name.includes('*')) steps.push({ kind: 'like', name: new RegExp(`^${name.replace('*', '.+')}$`) });
		else if (name !== '')
			steps.push({
				kind: 'property',
				names: new Set(
					name
						.replace(/^\{|\}$/g, '')
						.split(',')
						.map(each => each.trim()),
				),
			});
		if (construct !== undefined) steps.push({ kind: 'construct' });
		for (let count = 0; count < calls.length / 2; count++) steps.push({ kind: 'call' });
	}
	return steps;
}

function splitDots(path: string): string[] {
	return path.match(/(?:\{[^}]*\}|[^.])+/g) ?? [];
}

/** Where a pattern matched: how many of the origin's steps it took, and the calls among them in order. */
export interface Match {
	readonly length: number;
	readonly calls: readonly Extract<Step, { kind: 'call' | 'construct' }>[];
	readonly properties: readonly string[];
}

/** Matches a pattern at the start of an origin's path, or with all of it where `whole` says so; the shortest match, awaits passed over. */
export function matchPattern(pattern: Pattern, { steps }: Origin, whole = false): Match | undefined {
	const start = isDefault(steps[0]) ? 1 : 0;
	const length = matchFrom(pattern, 0, steps, start, whole);
	if (length === undefined) return undefined;
	const taken = steps.slice(0, length);
	return {
		length,
		calls: taken.filter(step => step.kind === 'call' || step.kind === 'construct'),
		properties: taken.flatMap(step => (step.kind === 'property' ? [step.name] : [])),
	};
}

function matchFrom(pattern: Pattern, at: number, steps: Path, from: number, whole: boolean): number | undefined {
	const wanted = pattern[at];
	if (wanted === undefined) return whole && from < steps.length ? undefined : from;
	if (wanted.kind === 'run') return matchRun(pattern, at, steps, from, whole);

	let index = from;
	while (steps[index]?.kind === 'await') index++;
	const step = steps[index];
	if (wanted.kind === 'one' && isPicking(step) && steps[index + 1]?.kind === 'call')
		return matchFrom(pattern, at + 1, steps, index + 2, whole);
	return step !== undefined && matchesStep(wanted, step) ? matchFrom(pattern, at + 1, steps, index + 1, whole) : undefined;
}

/** At the end of a pattern a run takes all it can up to what is awaited, which is no longer what was built; before more it takes as little as it can, what was awaited on the way included. */
function matchRun(pattern: Pattern, at: number, steps: Path, from: number, whole: boolean): number | undefined {
	let begin = from;
	while (at < pattern.length - 1 && steps[begin]?.kind === 'await') begin++;
	const isLast = at === pattern.length - 1;
	let end = begin;
	while (isOfRun(steps[end]) || (!isLast && steps[end]?.kind === 'await')) end++;
	if (isLast) return end;
	for (let index = begin; index <= end; index++) {
		const length = matchFrom(pattern, at + 1, steps, index, whole);
		if (length !== undefined) return length;
	}
	return undefined;
}

function isOfRun(step: Step | undefined): boolean {
	return step?.kind === 'property' || step?.kind === 'call';
}

function matchesStep(wanted: PatternStep, step: Step): boolean {
	switch (wanted.kind) {
		case 'property':
			return (
				(step.kind === 'property' && wanted.names.has(step.name)) ||
				(step.kind === 'position' && wanted.names.has(String(step.index)))
			);
		case 'like':
			return step.kind === 'property' && wanted.name.test(step.name);
		case 'one':
			return step.kind === 'position' || step.kind === 'element';
		case 'any':
			return step.kind === 'property';
		case 'call':
			return step.kind === 'call' || isCalledAll(step);
		case 'construct':
			return step.kind === 'construct' || (step.kind === 'call' && step.site.fact.form === 'new');
		default:
			return false;
	}
}

/** `new setTimeout(resolve, 100)`: with `new` a function that gives an object of its own does what it does without (https://tc39.es/ecma262/#sec-ecmascript-function-objects-construct-argumentslist-newtarget). */
function isCalledAll(step: Step): boolean {
	return step.kind === 'construct' && step.site?.fact.callee.kind === 'global' && timerGlobals.has(step.site.fact.callee.name);
}

function isDefault(step: Step | undefined): boolean {
	return step?.kind === 'property' && step.name === 'default';
}

/** Methods that give one of a list's elements. */
function isPicking(step: Step | undefined): boolean {
	return step?.kind === 'property' && ['find', 'findLast', 'at', 'pop', 'shift'].includes(step.name);
}
