import { describe } from '../src/effects/witness.ts';
import { fixDrawn, fixField, seedGenerator } from '../src/fixes/fixed-value.ts';
import { defineRule } from '../src/rule.ts';
import { chanceBehind, randomInSnapshot } from '../src/verdict/random/chance.ts';
import { collidingDraws } from '../src/verdict/random/colliding-draws.ts';
import { countByChance } from '../src/verdict/random/chance-counts.ts';
import { fillerBehind } from '../src/verdict/random/filler-records.ts';
import { shuffledByHand } from '../src/verdict/random/hand-shuffles.ts';
import { randomStubs } from '../src/verdict/random/random-stubs.ts';
import { seenByChance } from '../src/verdict/random/values-seen.ts';

/** A value that differs from run to run fits an expectation on most days; on the others the test fails, and nobody can tell why. */
export default defineRule({
	description: 'disallow assertions that hold for some random values and fail for others',
	recommended: 'always',
	messages: {
		random: 'This assertion hangs on a random value ({{path}}): it fails when that is {{example}}. Use a fixed value, or seed the generator.',
		count: 'How often something comes up in so many draws ({{path}}) is left to chance: one run in {{runs}} misses this bound. Draw fixed values, or seed the generator.',
		missing: 'Not all of the values need to come up in so many draws ({{path}}): in {{often}} one is missing. Draw fixed values, or seed the generator.',
		same: 'Two of so many random values ({{path}}) may be the same: that is so in {{often}}. Draw from more, count fewer, or seed the generator.',
		pair: 'These two random values ({{path}}) may be the same: that is so in {{often}}. Draw from more, or seed the generator.',
		stubbed: 'This stands in for `Math.random` with a value that is random itself ({{path}}), so what follows from it differs from run to run. Answer with a fixed number.',
		snapshot: 'This snapshot holds a random value ({{path}}). Use a fixed value, seed the generator, or mask it with `expect.any(…)`.',
		filler: 'The record of line {{line}} has a random `{{field}}` ({{path}}), and the search for {{term}} finds it too when that is {{example}}. Give that record a fixed `{{field}}`.',
	},
	suggestions: {
		fixed: 'Use one of the values that it may be.',
		field: 'Give the other record a fixed value.',
		seed: 'Seed the generator at the start of the test.',
	},

	*check(file, { random, count, missing, same, pair, stubbed, snapshot, filler, fixed, field, seed }) {
		for (const scope of file.scopes) {
			for (const { call, read } of randomStubs(file, scope)) yield stubbed(call.fact, { path: describe(read.witness) });
			for (const claim of file.assertionsIn(scope)) {
				if (claim.retried) continue;
				const chance = chanceBehind(file, scope, claim) ?? shuffledByHand(file, scope, claim);
				if (chance !== undefined) {
					const edit = chance.passing.length === 1 ? fixDrawn(file, chance.read, claim.place, chance.passing[0]) : undefined;
					yield random(claim.told, { path: describe(chance.read.witness), example: `${chance.failing.map(shown).join(' and ')}${chance.seen === undefined ? '' : `, of which the code makes ${shown(chance.seen)}`}` }, fixed(edit), seed(seedGenerator(file, scope, chance.read)));
					continue;
				}
				const tossed = countByChance(file, scope, claim);
				const collision = tossed === undefined ? collidingDraws(file, scope, claim) : undefined;
				if (collision !== undefined) yield (claim.negated ? pair : same)(claim.told, { path: describe(collision.read.witness), often: often(collision.missed) }, seed(seedGenerator(file, scope, collision.read)));
				if (tossed !== undefined) yield count(claim.told, { path: describe(tossed.read.witness), runs: Math.round(1 / tossed.missed) }, seed(seedGenerator(file, scope, tossed.read)));
				const seen = tossed === undefined && collision === undefined ? seenByChance(file, scope, claim) : undefined;
				if (seen !== undefined) yield missing(claim.told, { path: describe(seen.read.witness), often: often(seen.missed) }, seed(seedGenerator(file, scope, seen.read)));
				const held = randomInSnapshot(file, scope, claim);
				if (held !== undefined) yield snapshot(claim.told, { path: describe(held.witness) }, seed(seedGenerator(file, scope, held)));
				const found = fillerBehind(file, scope, claim);
				if (found === undefined) continue;
				const data = { line: found.line, field: found.field, path: describe(found.read.witness), term: shown(found.term), example: shown(found.example) };
				yield filler(claim.told, data, field(fixField(file, found.call, found.field, found.term)));
			}
		}
	},
});

/** In how many runs something is so that is this likely. */
function often(likely: number): string {
	if (likely <= 0.5) return `one run of ${Math.round(Number((1 / likely).toPrecision(2)))}`;
	return likely >= 0.95 ? 'nearly every run' : `about ${Math.round(likely * 10)} of 10 runs`;
}

function shown(value: unknown): string {
	return `\`${JSON.stringify(value)}\``;
}
