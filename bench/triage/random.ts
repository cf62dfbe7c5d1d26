import { createHash } from 'node:crypto';

/** The items in an order that the seed decides, whatever the machine; each item's place depends on nothing but its own key. */
export function shuffled<Item>(items: readonly Item[], seed: string, keyOf: (item: Item) => string): Item[] {
	const drawn = items.map(item => ({
		item,
		lot: createHash('sha256')
			.update(`${seed}\0${keyOf(item)}`)
			.digest('hex'),
	}));
	return drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ item }) => item);
}
