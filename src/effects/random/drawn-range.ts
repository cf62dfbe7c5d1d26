import { at } from '../../provenance/walker.ts';
import type { Flow } from '../flow.ts';
import type { Draw, Drawn } from './draw.ts';
import { FormulaReader } from './formula.ts';
import type { Influence } from '../model.ts';
import type { Field } from '../record.ts';
import { samplesOf, unknown } from './samples.ts';
import type { Knowing } from '../knowing.ts';

/** Of so many values two are the same only where thousands are drawn. */
const many = 1_000_000;
/** How many there are where no row says it: made-up words come from lists of about this length. */
const usual = 1_000;
/** Where a number without steps is looked at: off the round ones. */
const places: readonly number[] = Array.from({ length: 16 }, (_, index) => (index + 0.3819660112501051) / 17);

/** Whether a value comes from generators alone that draw from a million values or more, all of them together. */
export function isDrawnFromMany(knowing: Knowing, flow: Flow, field: Field): boolean {
	const made = flow
		.behind(field.site, [...field.path, { kind: 'parts' }])
		.filter(({ kind, measured }) => (kind === 'random' && measured !== true) || kind === 'clock');
	return (
		made.length > 0 &&
		made.every(({ kind }) => kind === 'random') &&
		made.reduce((product, influence) => product * rangeOf(knowing, influence, field), 1) >= many
	);
}

/** How many values a generator draws from. */
function rangeOf(knowing: Knowing, { call }: Influence, field: Field): number {
	if (call === undefined) return usual;
	const reader = new FormulaReader(knowing, () => true);
	reader.read(at(call.fact, call));
	const [draw] = reader.draws;
	const size = draw?.drawing === undefined ? undefined : samplesOf(draw.drawing, [])?.size;
	if (draw === undefined || size === undefined) return usual;
	return Number.isFinite(size) ? size : leftOf(knowing, draw, field);
}

/** What a value keeps of a number without steps: as good as all of it, unless it is the same for numbers that are a millionth apart. */
function leftOf(knowing: Knowing, { call }: Draw, { site, path }: Field): number {
	if (path.length > 0) return many;
	const reader = new FormulaReader(knowing, () => true);
	const formula = reader.read(site);
	const draw = reader.draws.find(each => each.call.fact === call.fact);
	if (draw?.drawing === undefined) return many;
	const { min, max } = draw.drawing;
	const others = othersOf(reader, draw);
	const drawn = (share: number): unknown => formula(new Map([...others, [draw, min + (max - min) * share]]));
	return places.some(place => drawn(place) !== unknown && drawn(place) === drawn(place + 1.01 / many)) ? usual : many;
}

/** Any value for each of the other draws. */
function othersOf({ draws }: FormulaReader, draw: Draw): Drawn {
	return new Map(
		draws
			.filter(each => each !== draw)
			.map(each => [each, each.drawing === undefined ? unknown : samplesOf(each.drawing, [])?.values[0]]),
	);
}
