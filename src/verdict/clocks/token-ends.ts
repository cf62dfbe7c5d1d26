import { isTimeBomb } from '../../effects/clocks/fixed-instants.ts';
import { influenceOfCall } from '../../effects/influences.ts';
import type { Influence } from '../../effects/model.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { endChecksOff, signedTokens, tokenEnd } from '../../knowledge/token-ends.ts';
import type { Site } from '../../project/model.ts';
import { entryAt } from '../../provenance/entry.ts';
import type { Origin } from '../../provenance/model.ts';
import { matchPattern, parsePattern } from '../../provenance/pattern.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import type { ClockDependence } from './dependence.ts';

const packages = signedTokens.map(({ from, sign, verify }) => ({ from, sign: parsePattern(sign), verify: parsePattern(verify) }));
const failures: ReadonlySet<Claim['relation']> = new Set(['throws', 'rejects', 'nothing', 'falsy']);
const contents: ReadonlySet<Claim['relation']> = new Set(['identical', 'deep-equal', 'includes-structure', 'includes-subset', 'contains']);

/**
 * A signed token that ends at a fixed time, where an assertion wants its verification to succeed: `verify(sign({ sub: 'a', exp: 1830000000 }, key), key)`
 * throws from then on.
 */
export function endedToken(models: Models, scope: Scope, claim: Claim): ClockDependence | undefined {
	if (!wantsSuccess(models, claim)) return undefined;
	const clock = models.framework.clockAt(scope, claim.place.start);
	if (clock.date || clock.dateNow || clock.stopped) return undefined;
	const found = verifiedFor(models, claim).find(({ call, from }) => !isOff(models, call) && endsAtFixedTime(models, call, from));
	return found === undefined ? undefined : { kind: 'unfrozen', read: readingIn(found.call) };
}

/** Whether an assertion fails where the verification throws, or gives nothing. */
function wantsSuccess({ provenance }: Models, { relation, negated, expected }: Claim): boolean {
	if (relation === 'truthy') return !negated;
	if (failures.has(relation)) return negated;
	if (negated || expected === undefined || !contents.has(relation)) return false;
	return expected.fact.kind !== 'literal' || Boolean(staticValue(provenance.roots, expected));
}

interface Verification {
	readonly from: string;
	readonly call: Site<Call>;
}

/** The verifications that give what is compared, or that what may throw is made of. */
function verifiedFor({ provenance }: Models, { relation, actual, part }: Claim): readonly Verification[] {
	const roots = provenance.roots(actual, part);
	const inside =
		relation !== 'throws' ? [] : roots.flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : []));
	const thrown = inside.flatMap(site => site.fact.calls.flatMap(call => provenance.roots(at<Value>(call, site))));
	return [...roots, ...thrown].flatMap(root => (root.kind === 'origin' ? verificationOf(root.origin) : []));
}

function verificationOf(origin: Origin): readonly Verification[] {
	return packages.flatMap(({ from, verify }) => {
		const call = from === origin.from ? matchPattern(verify, origin)?.calls[0]?.site : undefined;
		return call === undefined ? [] : [{ from, call }];
	});
}

/** Whether a verification may look at no end, or at another present: of options that nobody sees either may be so. */
function isOff({ provenance }: Models, call: Site<Call>): boolean {
	return call.fact.args.slice(2).some(argument => {
		const options = at(argument, call);
		const isSeen = provenance.roots(options).every(root => root.kind === 'made' && root.path.length === 0);
		return !isSeen || endChecksOff.some(name => entryAt(provenance.roots, options, [name]) !== undefined);
	});
}

function endsAtFixedTime({ provenance, effects }: Models, call: Site<Call>, from: string): boolean {
	const [token] = call.fact.args;
	const [origin, ...others] = token === undefined ? [] : provenance.origins(at(token, call));
	const sign = packages.find(each => each.from === from)?.sign;
	const signed =
		origin?.from !== from || others.length > 0 || sign === undefined ? undefined : matchPattern(sign, origin)?.calls[0]?.site;
	const payload = signed?.fact.args[0];
	const entry = signed === undefined || payload === undefined ? undefined : entryAt(provenance.roots, at(payload, signed), [tokenEnd]);
	if (entry === undefined) return false;
	const end = at(entry.fact.value, entry);
	return (
		effects.behind(end, [{ kind: 'parts' }]).length === 0 &&
		valuesInside(end.fact).some(value => isTimeBomb(effects.fixedInstant(at(value, end)) ?? 0))
	);
}

function readingIn(call: Site<Call>): Influence {
	const { callee } = call.fact;
	return influenceOfCall('clock', callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : 'verify', call);
}
