import type { Assertion } from '../../assertions/model.ts';
import { shapeOf } from '../../assertions/shape.ts';
import type { Influence } from '../../effects/model.ts';
import type { Witness } from '../../effects/witness.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { addingMethods } from '../../knowledge/event-words.ts';
import type { Module, Site } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import type { FunctionFacts, Region, Value } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import { assignedSpyBehind } from './assigned-spies.ts';
import { caughtOutputBehind } from './caught-output.ts';
import { countedOutputBehind } from './counted-output.ts';
import type { Claim, Models } from '../models.ts';
import { programLoggerBehind } from './program-loggers.ts';

/** The way to the captured output, open to other code, that an assertion is about: with `answers` the standard output of a child process too. */
export function sharedLogBehind(models: Models, claim: Claim, { answers }: { readonly answers: boolean }): Witness | undefined {
	if (allowsMore(models, claim)) return undefined;
	const behind = isAboutAll(claim) ? models.effects.behind(claim.actual, [...claim.part, { kind: 'parts' }]) : models.behindActual(claim);
	return (
		behind.find(influence => isSharedLog(influence, claim, models.module, answers))?.witness ??
		caughtOutputBehind(models, claim)?.witness ??
		programLoggerBehind(models, claim) ??
		countedOutputBehind(models, claim) ??
		assignedSpyBehind(models, claim)
	);
}

/** A list that is written down says how many there are and which comes first, whatever stands for each of them: `toEqual([expect.stringContaining('a line')])`. */
function isAboutAll({ relation, expected }: Claim): boolean {
	return (
		relation === 'length' ||
		(relation === 'deep-equal' &&
			expected?.fact.kind === 'array' &&
			expected.fact.elements.length > 0 &&
			expected.fact.elements.every(({ kind }) => kind !== 'spread'))
	);
}

/** `toEqual(expect.arrayContaining(['a line']))`, `toEqual(expect.stringContaining('a line'))`. */
function allowsMore({ provenance }: Models, { relation, expected }: Claim): boolean {
	if (relation !== 'deep-equal' || expected?.fact.kind !== 'call') return false;
	const { callee } = expected.fact;
	return (
		shapeOf(expected, provenance).kind === 'asymmetric' && !(callee.kind === 'member' && callee.property === 'arrayWithExactContents')
	);
}

/**
 * Whether other code can add to captured output. A child process's standard output is its answer, unless that is asked for; a logger that was made for the test
 * is the test's own; and a claim about one piece, where it is handed over, says nothing of the others.
 */
function isSharedLog({ row, origin, source, call }: Influence, { site }: Assertion, home: Module, answers: boolean): boolean {
	if (row?.effect !== 'log' || (row.stream === 'child-stdout' && !answers) || isPickedOut(source)) return false;
	if (row.stream === 'console' && call === undefined && source.module !== home && !isTestSupport(source.module)) return false;
	if (row.piece === true) return source.module !== site.module || functionAround(source) !== functionAround(site);
	if (row.made !== true) return true;
	const making = origin?.steps.find(step => step.kind === 'call' || step.kind === 'construct')?.site;
	return making !== undefined && making.module !== home && making.frame === undefined;
}

/** Whether only what reads as the test wants is gathered: `page.on('console', message => { if (message.text().includes('warning')) lines.push(message.text()); })`. */
function isPickedOut({ module, fact }: Site<Value>): boolean {
	const around = functionAround({ module, fact });
	const gathering =
		around?.calls.filter(
			({ callee, start }) =>
				start !== fact.start &&
				callee.kind === 'member' &&
				typeof callee.property === 'string' &&
				addingMethods.has(callee.property),
		) ?? [];
	return (
		around !== undefined &&
		gathering.length > 0 &&
		gathering.every(({ region }) =>
			regionsFrom(around, region).some(({ test }) => test !== undefined && valuesInside(test).some(isLookAtText)),
		)
	);
}

function regionsFrom(inside: FunctionFacts, index: number | undefined): readonly Region[] {
	const region = index === undefined ? undefined : inside.regions[index];
	return region === undefined ? [] : [region, ...regionsFrom(inside, region.parent)];
}

/** `text.includes('warning')`, `/warning/.test(text)`. */
function isLookAtText(value: Value): boolean {
	return (
		value.kind === 'call' &&
		value.callee.kind === 'member' &&
		typeof value.callee.property === 'string' &&
		looking.has(value.callee.property)
	);
}

const looking: ReadonlySet<string> = new Set(['includes', 'startsWith', 'endsWith', 'match', 'test', 'indexOf', 'search']);

function functionAround({ module, fact }: Site<Value>): FunctionFacts | undefined {
	const [innermost] = functionsAround(module.facts, fact);
	return innermost;
}
