import type { Expense } from '../src/effects/expenses.ts';
import { describe } from '../src/effects/witness.ts';
import { lowerCost } from '../src/fixes/cost.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { productionCosts } from '../src/verdict/limits/production-costs.ts';

/** A password is hashed slowly to keep guessers out; in a test nobody guesses, and each one waits for it. */
export default defineRule({
	description: 'disallow password hashing and key derivation at production cost',
	recommended: 'strict',
	messages: {
		hash: 'This runs {{what}} ({{path}}), which is slow on purpose, and as slow in every test. Let the code take its cost from outside, and give it {{enough}} in tests, or keep a hash with the tests.',
		key: 'This makes an RSA key of {{bits}} bits ({{path}}), which takes long, and some time another each run. Keep a key with the tests, or make one for the whole file.',
	},
	suggestions: {
		lower: 'Use a cost that is enough for a test.',
	},
	options: {
		bcryptRounds: option.number(6, 'Rounds of bcrypt up to which it is not reported.'),
		argon2Memory: option.number(8192, 'Memory of argon2 in KiB up to which it is not reported.'),
		argon2Passes: option.number(2, 'Passes of argon2 up to which it is not reported.'),
		scryptN: option.number(4096, 'N of scrypt up to which it is not reported.'),
		pbkdf2Iterations: option.number(10_000, 'Iterations of pbkdf2 up to which they are not reported.'),
		rsaBits: option.number(2048, 'Bits of an RSA key from which making one is reported.'),
	},

	*check(file, { hash, key, lower }, options) {
		const most = {
			bcrypt: options.bcryptRounds,
			'argon2-memory': options.argon2Memory,
			'argon2-passes': options.argon2Passes,
			scrypt: options.scryptN,
			pbkdf2: options.pbkdf2Iterations,
			rsa: options.rsaBits - 1,
		};
		for (const { scope, expense } of productionCosts(file, most)) {
			const place = file.placeIn(scope, expense.site);
			const path = describe(expense.witness);
			if (expense.row.measure === 'rsa') yield key(place, { bits: expense.cost, path });
			else yield hash(place, { ...said(expense), path }, lower(lowerCost(file, expense)));
		}
	},
});

function said({ row, cost, written }: Expense): { readonly what: string; readonly enough: string } {
	const own = written === undefined ? ' by default' : '';
	switch (row.measure) {
		case 'bcrypt':
			return { what: `bcrypt at ${cost} rounds${own}`, enough: '4' };
		case 'argon2-memory':
			return { what: `argon2 over ${Math.round(cost / 102.4) / 10} MiB${own}`, enough: '1 MiB' };
		case 'argon2-passes':
			return { what: `argon2 in ${cost} passes`, enough: '2' };
		case 'scrypt':
			return { what: `scrypt at N = ${cost}${own}`, enough: 'N = 1024' };
		default:
			return { what: `pbkdf2 with ${cost} iterations`, enough: '1000' };
	}
}
