/** `Math.random` draws multiples of this in V8. */
const grain = 2 ** -52;
/** A value that comes up less often than this does not make a test flaky. */
const rare = 1e-6;
const allDigits = '0123456789abcdefghijklmnopqrstuvwxyz';
/** Bases that texts are made in. */
const bases: readonly number[] = [16, 36];
/** How many digits are in front of what is looked for: `slice(2)`, and as it is cut for an identifier of six letters or so. */
const places: readonly number[] = [0, 2, 5];

/**
 * Fractions whose text in base 16 or 36 says what a test may ask about: a text that is wanted, letters alone, digits alone, or fewer digits than there mostly are.
 */
export function writtenFractions(wanted: readonly (string | number)[]): readonly number[] {
	return bases.flatMap(base => {
		const [digits, letters] = [allDigits.slice(0, 10), allDigits.slice(10, base)];
		const mixed = textOf(digits + letters, countIn(base));
		const needles = wanted.map(String).filter(each => isIn(each, base) && base ** -each.length >= rare);
		const texts = [
			...needles.flatMap(each => places.map(place => mixed.slice(0, place) + each + mixed.slice(place + each.length))),
			...[digits, letters].map(group => textOf(group, likelyOf(group.length / base, countIn(base))) + mixed.slice(0, 1)),
		];
		return [...texts.map(text => fractionOf(text, base)), ...shortIn(base)];
	});
}

/** How many digits a fraction mostly has. */
function countIn(base: number): number {
	return Math.floor(-Math.log(grain) / Math.log(base));
}

/** How many digits of such a share may follow one another. */
function likelyOf(share: number, most: number): number {
	return Math.min(most, Math.floor(Math.log(rare) / Math.log(share)));
}

function textOf(digits: string, count: number): string {
	return Array.from({ length: count }, (_, index) => digits[(index * 7 + 3) % digits.length] ?? '').join('');
}

function isIn(text: string, base: number): boolean {
	return text !== '' && Array.from(text).every(each => /^[\da-z]$/.test(each) && Number.parseInt(each, 36) < base);
}

function fractionOf(text: string, base: number): number {
	const exact = Array.from(text).reduceRight((rest, each) => (rest + Number.parseInt(each, base)) / base, 0);
	return Math.round(exact / grain) * grain;
}

/** How many fractions are tried for one that is written with few digits. */
const tries = 40;

/** One that is written with as few digits as come up often enough. */
function shortIn(base: number): readonly number[] {
	const count = Math.ceil(Math.log(rare / grain) / Math.log(base)) + 1;
	const upper = allDigits.slice(base >> 1, base);
	const all = Array.from({ length: tries }, (_, index) => fractionOf(textOf(upper.slice(index % (base >> 1)), count), base));
	return all.filter(each => each.toString(base).length === count + 2).slice(0, 1);
}
