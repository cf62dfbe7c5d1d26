import { isCaught } from '../../assertions/retry.ts';
import type { Site } from '../../project/model.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { nameOf } from '../customs.ts';
import type { Models, NameElsewhere } from '../models.ts';
import { isToldOutside } from '../told-outside.ts';
import { rivalElsewhere } from './rivals.ts';
import { type TakenName, takenNames } from './taken-names.ts';

export interface TakenPort extends TakenName {
	/** Another test file that listens on it at the same time. */
	readonly rival: NameElsewhere | undefined;
}

/** The ports that servers of the tests listen on; each place where one is written once, in source order. */
export function takenPorts(models: Models): TakenPort[] {
	const told = new Set<number>();
	const ports = takenNames(models, 'port').filter(
		({ taking, scope }) =>
			!isPreferred(taking.call) &&
			!isToldOutside(models, taking) &&
			(taking.generator === undefined || scope === undefined || !models.isControlled(taking.generator, scope, taking.site)),
	);
	const first = ports
		.sort((one, other) => one.place.start - other.place.start)
		.filter(({ place }) => !told.has(place.start) && told.add(place.start));
	return first.map(port => ({ ...port, rival: rivalElsewhere(models, port.taking) }));
}

/** `try { return await listen(port); } catch {} return listen(0);`: a function on the way takes another one where it is refused. */
function isPreferred({ module, fact, frame }: Site<Call>): boolean {
	const inside = module.facts.functions[fact.function];
	if (inside !== undefined && isCaught(inside, fact.region) && isTriedAgain(fact, inside, module)) return true;
	return frame?.call !== undefined && isPreferred(frame.call);
}

function isTriedAgain({ callee, region }: Call, inside: FunctionFacts, module: Site<Call>['module']): boolean {
	const name = nameOf(callee, module);
	return name !== undefined && inside.calls.some(each => each.region !== region && nameOf(each.callee, module) === name);
}
