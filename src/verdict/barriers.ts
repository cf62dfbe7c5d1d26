import { type Promised, promisedBy } from '../effects/promised.ts';
import type { Site } from '../project/model.ts';
import { at } from '../provenance/walker.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';
import type { Models } from './models.ts';

/**
 * Whether waiting for a value may be a wait for work that was started before it. Only what is known to do something else is none: a
 * call of an API, or of a function of the project, that neither asks again and again nor waits for what somebody else does.
 */
export function isBarrier(models: Models, site: Site<Value>): boolean {
	const { fact: value } = site;
	if (value.kind === 'await') return isBarrier(models, at(value.value, site));
	if (value.kind === 'literal' || value.kind === 'template') return false;
	if (value.kind === 'array') return value.elements.some(element => isBarrier(models, at(element, site)));
	if (value.kind !== 'call') return true;
	const promised = promisedBy(models, at(value, site));
	if (promised === undefined) return !isClaim(models, at(value, site));
	if (promised.sleeps || promised.asserts || waits(promised)) return true;
	return models.provenance.roots(at(value.callee, site)).some(root => root.kind === 'function' && asks(root.site));
}

/** `await expect(x).toBe(1)` of a library whose assertions are made at once. */
function isClaim({ provenance }: Models, { fact, module, frame }: Site<Extract<Value, { kind: 'call' }>>): boolean {
	const words = provenance.origins({ module, frame, fact: fact.callee }).flatMap(({ steps }) => steps.flatMap(step => (step.kind === 'property' ? [step.name] : [])));
	return (words[0] === 'expect' || words[0] === 'assert') && !words.includes('poll');
}

/** Words for waiting; they only ever make the answer more careful. */
const waiting = /wait|once|promise|poll|advance|runall|settle|finish|complete|flush|until|eventually|idle|drain|tick|sleep|delay|ready|sync|event|turn|pause|find(All)?By|race|\bact\b|retry|emitted|done/i;

function waits({ witness: { steps, api } }: Promised): boolean {
	return waiting.test(api) || steps.some(({ text }) => waiting.test(text));
}

/** Whether a function loops, or makes a promise of its own. */
function asks({ module, fact }: Site<FunctionFacts>): boolean {
	const inside = module.facts.functions.filter(each => each.start >= fact.start && each.end <= fact.end);
	return inside.some(({ regions, calls }) => regions.some(({ loop }) => loop !== undefined && loop.form !== 'for-of' && loop.form !== 'for-in') || calls.some(({ callee, form }) => form === 'new' && callee.kind === 'global' && callee.name === 'Promise'));
}
