import type { Models, NameElsewhere } from './models.ts';
import { rivalElsewhere } from './rivals.ts';
import { type TakenName, takenNames } from './taken-names.ts';

export interface TakenPort extends TakenName {
	/** Another test file that listens on it at the same time. */
	readonly rival: NameElsewhere | undefined;
}

/** The ports that servers of the tests listen on; each place where one is written once, in source order. */
export function takenPorts(models: Models): TakenPort[] {
	const told = new Set<number>();
	const ports = takenNames(models, 'port').filter(({ taking, scope }) => taking.generator === undefined || scope === undefined || !models.isControlled(taking.generator, scope, taking.site));
	const first = ports.sort((one, other) => one.place.start - other.place.start).filter(({ place }) => !told.has(place.start) && told.add(place.start));
	return first.map(port => ({ ...port, rival: rivalElsewhere(models, port.taking) }));
}
