import type { Models } from './models.ts';
import { type TakenName, takenNames } from './taken-names.ts';

/** The ports that servers of the tests listen on; each place where one is written once, in source order. */
export function takenPorts(models: Models): TakenName[] {
	const told = new Set<number>();
	const ports = takenNames(models, 'port').filter(({ taking, scope }) => taking.generator === undefined || scope === undefined || !models.isControlled(taking.generator, scope, taking.site));
	return ports.sort((one, other) => one.place.start - other.place.start).filter(({ place }) => !told.has(place.start) && told.add(place.start));
}
