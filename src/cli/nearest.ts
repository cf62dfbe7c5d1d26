/** The names that a written one is most likely meant to be: those that are as near as any, a third of the letters away at most. */
function nearest(written: string, names: readonly string[]): readonly string[] {
	const asked = written.toLowerCase();
	const far = names.map(name => ({ name, distance: name.includes(asked) && asked.length > 2 ? 1 : distance(asked, name.toLowerCase()) }));
	const least = Math.min(...far.map(each => each.distance));
	return least > Math.max(2, asked.length / 3) ? [] : far.filter(each => each.distance === least).map(({ name }) => name);
}

/** `, did you mean 'no-sleep'?`, or nothing. */
export function meant(written: string, names: readonly string[]): string {
	const found = nearest(written, names);
	return found.length === 0 ? '' : `, did you mean ${found.map(name => `'${name}'`).join(' or ')}?`;
}

/** How many letters must be changed, put in or left out, or swapped with the next one, to come from one text to the other. */
function distance(one: string, other: string): number {
	let before: readonly number[] = [];
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (const [index, letter] of Array.from(one).entries()) {
		const next = [index + 1];
		for (const [place, wanted] of Array.from(other).entries()) {
			const isSwapped = index > 0 && place > 0 && letter === other[place - 1] && one[index - 1] === wanted;
			const changed = (row[place] ?? 0) + (letter === wanted ? 0 : 1);
			const swapped = isSwapped ? (before[place - 1] ?? 0) + 1 : Infinity;
			next.push(Math.min(changed, swapped, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
		}
		[before, row] = [row, next];
	}
	return row.at(-1) ?? 0;
}
