import type { Influence } from '../../effects/model.ts';
import { witnessOf } from '../../effects/witness.ts';
import { sameInstant } from '../../knowledge/date-words.ts';
import { filePackages, fileStats, fileTimes, timeSetters } from '../../knowledge/file-reads.ts';
import type { Site } from '../../project/model.ts';
import type { Origin, Step } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** When a file was last changed, as a call in the test asked. */
interface Asked {
	readonly time: string;
	readonly call: Site<Call>;
}

/**
 * The times of two looks at files that an assertion wants to differ, though what the test does in between is over at once: file systems count in
 * milliseconds, or in steps of several. Undefined for everything else.
 */
export function comparedFileTimes(models: Models, scope: Scope, claim: Claim): Influence | undefined {
	const { actual, expected, relation, negated } = claim;
	const isUnequal = negated && (relation === 'identical' || relation === 'deep-equal');
	if (
		expected === undefined ||
		scope.body.module !== models.module ||
		!(isUnequal || (!negated && (relation === 'greater' || relation === 'less')))
	)
		return undefined;
	const [one, other] = [askedFor(models, scope, actual), askedFor(models, scope, expected)];
	if (one === undefined || other === undefined || one.time !== other.time || one.call.fact === other.call.fact) return undefined;
	const [first, second] =
		one.call.fact.start < other.call.fact.start ? [one.call.fact, other.call.fact] : [other.call.fact, one.call.fact];
	const calls = functionsWithin(scope.body.module.facts, scope.body.fact).flatMap(inside => inside.calls);
	const between = calls.filter(({ start, end }) => start >= first.end && end <= second.start);
	const claims = models.assertionsIn(scope).map(({ place }) => place);
	const done = between.filter(call => !claims.some(place => holds(place, call)));
	if (
		done.length === 0 ||
		done.some(call => !isQuick(models, at(call, scope.body))) ||
		calls.some(call => setsTime(models, at(call, scope.body)))
	)
		return undefined;
	return {
		kind: 'clock',
		row: undefined,
		api: one.time,
		origin: undefined,
		source: actual,
		call: undefined,
		witness: witnessOf(one.time, actual),
		picked: false,
		joined: false,
		narrowed: false,
	};
}

/** `fs.statSync(file).mtimeMs`, where the call stands in the test itself. */
function askedFor({ provenance }: Models, { body }: Scope, site: Site<Value>): Asked | undefined {
	const [only, ...others] = provenance.origins(site);
	if (only === undefined || others.length > 0 || !filePackages.has(only.from)) return undefined;
	const steps = only.steps.filter(({ kind }) => kind !== 'await');
	const index = steps.findIndex((step, position) => step.kind === 'call' && isStat(steps[position - 1]));
	const call = steps[index];
	if (call?.kind !== 'call' || call.site.module !== body.module || !holds(body.fact, call.site.fact)) return undefined;
	const [time, ...further] = steps.slice(index + 1).flatMap(step => (step.kind === 'property' ? [step.name] : []));
	return time !== undefined && fileTimes.has(time) && further.every(name => sameInstant.has(name))
		? { time, call: call.site }
		: undefined;
}

function isStat(step: Step | undefined): boolean {
	return step?.kind === 'property' && fileStats.has(step.name);
}

/** Whether a call is one of the file system, or of the project's own code and nobody waits for it. */
function isQuick(models: Models, site: Site<Call>): boolean {
	if (originsOf(models, site).some(({ from }) => quickPackages.has(from))) return true;
	const { usage, callee } = site.fact;
	if (usage === 'awaited' || usage === 'returned') return false;
	return models.provenance
		.roots(at(callee, site))
		.some(root => root.kind === 'class' || (root.kind === 'function' && (usage === 'discarded' || !root.site.fact.async)));
}

const quickPackages: ReadonlySet<string> = new Set([...filePackages, 'node:path']);

function setsTime(models: Models, site: Site<Call>): boolean {
	return originsOf(models, site).some(
		({ from, steps }) => filePackages.has(from) && steps.some(step => step.kind === 'property' && timeSetters.has(step.name)),
	);
}

function originsOf({ provenance }: Models, site: Site<Call>): readonly Origin[] {
	return provenance.origins(at(site.fact.callee, site));
}
