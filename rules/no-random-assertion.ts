import { describe } from '../src/effects/witness.ts';
import { fixDrawn, fixField, seedGenerator } from '../src/fixes/fixed-value.ts';
import { defineRule } from '../src/rule.ts';
import type { Influence } from '../src/effects/model.ts';
import { absentByChance } from '../src/verdict/random/absent-texts.ts';
import { type Chance, chanceBehind, randomInSnapshot } from '../src/verdict/random/chance.ts';
import { collidingDraws } from '../src/verdict/random/colliding-draws.ts';
import { failuresByChance } from '../src/verdict/random/chance-failures.ts';
import { type ChanceCount, countByChance } from '../src/verdict/random/chance-counts.ts';
import { type Filler, fillerBehind } from '../src/verdict/random/filler-records.ts';
import { shuffledByHand } from '../src/verdict/random/hand-shuffles.ts';
import { likeTexts } from '../src/verdict/random/like-texts.ts';
import { randomStubs } from '../src/verdict/random/random-stubs.ts';
import { type Spoiled, spoiledTexts } from '../src/verdict/random/spoiled-texts.ts';
import { seenByChance } from '../src/verdict/random/values-seen.ts';

/** A value that differs from run to run fits an expectation on most days; on the others the test fails, and nobody can tell why. */
export default defineRule({
	description: 'disallow assertions that hold for some random values and fail for others',
	recommended: 'always',
	messages: {
		random: 'This assertion depends on a random value ({{path}}): it fails when that is {{example}}. Use a fixed value{{orSeed}}.',
		made: 'This assertion depends on random values ({{path}}): it fails where the code makes {{example}} of them. Use fixed values{{orSeed}}.',
		count: 'How often something comes up in so many draws ({{path}}) is left to chance: one run in {{runs}} misses this bound. Draw fixed values{{orSeed}}.',
		missing:
			'Not all of the values need to come up in so many draws ({{path}}): in {{often}} one is missing. Draw fixed values{{orSeed}}.',
		same: 'Two of so many random values ({{path}}) may be the same: that is so in {{often}}. Draw from more or count fewer{{orSeed}}.',
		pair: 'These two random values ({{path}}) may be the same: that is so in {{often}}. Draw from more{{orSeed}}.',
		twice: 'The text that is looked for and another one that is shown are random ({{path}}) and may be the same: then two elements are found, in {{often}}. Use fixed texts{{orSeed}}.',
		failure:
			'What this calls fails by chance ({{path}}): in {{often}}, whatever is tested. Stub the generator, or leave the chance out of what tests run.',
		stubbed:
			'This stands in for `Math.random` with a value that is random itself ({{path}}), so what follows from it differs from run to run. Answer with a fixed number.',
		spoiled:
			'This is to change what differs from run to run ({{path}}), but that may have {{by}} there already, in {{often}}: then nothing is changed. Write another value where it is the same, or take a fixed one.',
		unfound:
			'This is to change what differs from run to run ({{path}}), but that need not have {{by}} at all: then nothing is changed. Change what surely stands there, or take a fixed value.',
		snapshot: 'This snapshot holds a random value ({{path}}). Use a fixed value, or mask it with `expect.any(…)`{{orSeed}}.',
		filler: 'The record of line {{line}} has a random `{{field}}` ({{path}}), and the search for {{term}} finds it too when that is {{example}}. Give that record a fixed `{{field}}`.',
	},
	suggestions: {
		fixed: 'Use one of the values that it may be.',
		field: 'Give the other record a fixed value.',
		seed: 'Seed the generator at the start of the test.',
	},

	*check(file, say) {
		for (const scope of file.scopes) {
			const seed = (read: Influence): ReturnType<typeof say.seed> => say.seed(seedGenerator(file, scope, read));
			for (const spoiled of spoiledTexts(file, scope))
				yield (spoiled.isSought ? say.unfound : say.spoiled)(spoiled.place, dataOf(spoiled));
			for (const like of likeTexts(file, scope)) yield say.twice(like.query, howOften(like), seed(like.read));
			for (const failure of failuresByChance(file, scope)) yield say.failure(failure.call, howOften(failure));
			for (const { call, read } of randomStubs(file, scope)) yield say.stubbed(call.fact, { path: describe(read.witness) });
			for (const claim of file.assertionsIn(scope)) {
				if (claim.retried) continue;
				const chance = chanceBehind(file, scope, claim) ?? shuffledByHand(file, scope, claim) ?? absentByChance(file, scope, claim);
				if (chance !== undefined) {
					const edit = chance.passing.length === 1 ? fixDrawn(file, chance.read, claim.place, chance.passing[0]) : undefined;
					const data = { path: describe(chance.read.witness), example: exampleOf(chance), orSeed: orSeed(chance.read) };
					yield chance.isMade
						? say.made(claim.told, data, seed(chance.read))
						: say.random(claim.told, data, say.fixed(edit), seed(chance.read));
					continue;
				}
				const tossed = countByChance(file, scope, claim);
				const collision = tossed === undefined ? collidingDraws(file, scope, claim) : undefined;
				if (collision !== undefined)
					yield (claim.negated ? say.pair : say.same)(claim.told, howOften(collision), seed(collision.read));
				if (tossed !== undefined) yield say.count(claim.told, howOften(tossed), seed(tossed.read));
				const seen = tossed === undefined && collision === undefined ? seenByChance(file, scope, claim) : undefined;
				if (seen !== undefined) yield say.missing(claim.told, howOften(seen), seed(seen.read));
				const held = randomInSnapshot(file, scope, claim);
				if (held !== undefined) yield say.snapshot(claim.told, { path: describe(held.witness), orSeed: orSeed(held) }, seed(held));
				const found = fillerBehind(file, scope, claim);
				if (found !== undefined)
					yield say.filler(claim.told, dataOfFiller(found), say.field(fixField(file, found.call, found.field, found.term)));
			}
		}
	},
});

function howOften({ read, missed }: ChanceCount): Readonly<Record<'path' | 'often' | 'runs' | 'orSeed', string | number>> {
	return { path: describe(read.witness), often: often(missed), runs: Math.round(1 / missed), orSeed: orSeed(read) };
}

/** Only of what can be seeded. */
function orSeed({ row }: Influence): string {
	return row?.effect === 'random' && row.seededBy !== undefined ? ', or seed the generator' : '';
}

function dataOf({ read, by, missed }: Spoiled): { readonly path: string; readonly by: string; readonly often: string } {
	return { path: describe(read.witness), by: shown(by), often: often(missed ?? 1) };
}

function dataOfFiller({ line, field, read, term, example }: Filler): Readonly<Record<string, string | number>> {
	return { line, field, path: describe(read.witness), term: shown(term), example: shown(example) };
}

function exampleOf({ failing, isMade, seen }: Chance): string {
	if (isMade && seen !== undefined) return shown(seen);
	const values = failing.map(shown).join(' and ');
	return seen === undefined ? values : `${values}, of which the code makes ${shown(seen)}`;
}

/** In how many runs something is so that is this likely. */
function often(likely: number): string {
	if (likely <= 0.5) return `one run of ${Math.round(Number((1 / likely).toPrecision(2)))}`;
	return likely >= 0.95 ? 'nearly every run' : `about ${Math.round(likely * 10)} of 10 runs`;
}

function shown(value: unknown): string {
	return `\`${JSON.stringify(value)}\``;
}
