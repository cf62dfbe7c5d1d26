import type { Draw, Formula } from './draw.ts';
import { type Drawing, type Samples, evenly, thrown, unknown } from './samples.ts';

/** How many values of one element are looked at. */
const most = 1_000;

/** Fractions whose multiples spread evenly, one for each draw. */
const strides: readonly number[] = [
	Math.SQRT2 - 1,
	Math.sqrt(3) - 1,
	Math.sqrt(5) - 2,
	Math.sqrt(7) - 2,
	Math.sqrt(11) - 3,
	Math.sqrt(13) - 3,
];

/** Values of an element of a list, as often as they come up; undefined where nobody can tell. */
export function drawnEvenly(draws: readonly Draw[], element: Formula): readonly unknown[] | undefined {
	const each = draws.map(draw => (draw.drawing === undefined ? undefined : evenly(draw.drawing)));
	const [first, ...others] = each;
	if (first === undefined || draws.length > strides.length || each.some(values => values === undefined || values.length === 0))
		return undefined;
	const count = others.length === 0 && first.length <= most ? first.length : most;
	const isWhole = others.length === 0;
	const values = Array.from({ length: count }, (_, index) =>
		element(
			new Map(
				draws.map((draw, place) => {
					const all = each[place] ?? [];
					const share = isWhole ? index / count : ((index + 1) * (strides[place] ?? 0)) % 1;
					return [draw, all[Math.floor(share * all.length)]];
				}),
			),
		),
	);
	return values.includes(unknown) || values.includes(thrown) ? undefined : values;
}

/** A list of one and the same value. */
export function copies(value: unknown, times: number): unknown {
	return value === unknown || value === thrown ? unknown : Array.from({ length: times }, () => value);
}

/** What comes up less often than this does not make a test flaky. */
const rare = 1e-6;
/** Up to so many different elements each is looked at by itself. */
const few = 24;
/** From so many on, how often each of a few elements comes up is looked at. */
const many = 20;
/** So far from what is likely a count lies once in some hundred thousand runs. */
const deviations = 4.5;
const golden = 0.3819660112501051;

const classes: readonly RegExp[] = [/^\d$/, /^[a-z]$/, /^[A-Z]$/, /^[^\da-zA-Z]$/];

/** Lists that really come up where each element is drawn by itself from `elements`, which has each as often as it comes up. */
export function lists({ list: elements, length }: Drawing, wanted: readonly (string | number)[]): Samples | undefined {
	if (!Array.isArray(elements) || elements.length === 0) return undefined;
	const all: readonly unknown[] = elements;
	const distinct = [...new Set(all)];
	const isLikely = (group: readonly unknown[]): boolean => group.length > 0 && (group.length / all.length) ** length >= rare;
	const of = (group: readonly unknown[]): readonly unknown[] =>
		Array.from({ length }, (_, index) => group[Math.floor((((index + 1) * golden) % 1) * group.length)]);
	const mixed = of(all);
	const found: (readonly unknown[])[] = [mixed, mixed.toReversed()];

	const groups = [
		...(distinct.length <= few ? distinct.map(value => all.filter(each => each === value)) : []),
		...classes
			.map(pattern => all.filter(each => typeof each === 'string' && pattern.test(each)))
			.filter(({ length: size }) => size > 0),
	];
	for (const group of groups) {
		const rest = all.filter(each => !group.includes(each));
		found.push(...[group, rest].filter(isLikely).map(of), [group[0], ...mixed.slice(1)], [...mixed.slice(0, -1), group[0]]);
		if (length >= many && distinct.length <= 6 && rest.length > 0)
			found.push(
				...counted(group.length / all.length, length).map(times => [...of(group).slice(0, times), ...of(rest).slice(times)]),
			);
	}
	if (all.every(each => typeof each === 'number')) {
		const sorted = all.toSorted((one, other) => one - other);
		const size = Math.ceil(sorted.length * rare ** (1 / length));
		found.push(of(sorted.slice(0, size)), of(sorted.slice(-size)));
		if (length >= many) found.push(of(farFromMean(sorted, length)), of(farFromMean(sorted.toReversed(), length)));
	}
	if (distinct.every(each => typeof each === 'string' && each.length === 1))
		found.push(...wanted.flatMap(each => spelt(String(each), all, mixed)));
	return { values: found, size: distinct.length ** length };
}

/** How often something comes up at the least and at the most. */
function counted(share: number, length: number): readonly number[] {
	const spread = deviations * Math.sqrt(length * share * (1 - share));
	return [length * share - spread, length * share + spread].map(count => Math.min(length, Math.max(0, Math.round(count))));
}

/** The first of sorted numbers, as many as have a mean that lies as far from that of all as the mean of so many draws may come to lie. */
function farFromMean(sorted: readonly number[], length: number): readonly number[] {
	const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
	const mean = sum(sorted) / sorted.length;
	const far = deviations * Math.sqrt(sum(sorted.map(value => (value - mean) ** 2)) / sorted.length / length);
	let [count, total] = [0, 0];
	for (const value of sorted) {
		if (count > 0 && Math.abs((total + value) / (count + 1) - mean) < far) break;
		[count, total] = [count + 1, total + value];
	}
	return sorted.slice(0, count);
}

/** A text that is asked about, at the start of a list of letters, in it and at its end. */
function spelt(text: string, all: readonly unknown[], mixed: readonly unknown[]): readonly (readonly unknown[])[] {
	const letters = Array.from(text);
	const rest = mixed.length - letters.length;
	const share = letters.reduce((product, letter) => (product * all.filter(each => each === letter).length) / all.length, 1);
	return rest < 0 || share < rare
		? []
		: [
				[...letters, ...mixed.slice(letters.length)],
				[...mixed.slice(0, rest), ...letters],
				[...mixed.slice(0, rest >> 1), ...letters, ...mixed.slice((rest >> 1) + letters.length)],
			];
}
