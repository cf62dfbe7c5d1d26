import { clientPorts, portOption } from '../../knowledge/clients.ts';
import { definitionsOf } from '../../syntax/definitions.ts';
import type { Call, MemberValue, Span, Value } from '../../syntax/facts.ts';
import { nameOf } from '../customs.ts';
import type { Models } from '../models.ts';

/** A port that something is made with, counted on from the one that another of its kind has. */
export interface BesidePort {
	readonly place: Span;
	/** `first.port`, as it is written. */
	readonly of: string;
}

/** `new Peer({ port: first.port + 1 })` where `first` is a peer too: what says which port it has got was given one that was free, and nobody knows of the next. */
export function besidePorts({ module, tests }: Models): readonly BesidePort[] {
	if (tests.length === 0) return [];
	return module.facts.functions
		.flatMap(({ calls }) => calls)
		.flatMap(call => {
			if (call.form !== 'new') return [];
			const entries = call.args.flatMap(argument => (argument.kind === 'object' ? argument.entries : []));
			return entries.flatMap(entry => {
				if (
					entry.kind !== 'property' ||
					typeof entry.key !== 'string' ||
					!portOption.test(entry.key) ||
					clientPorts.test(entry.key)
				)
					return [];
				const other = countedFrom(entry.value, entry.key);
				return other !== undefined && isOfSameKind(other, call, module)
					? [{ place: entry.value, of: `${nameOf(other.object, module) ?? ''}.${entry.key}` }]
					: [];
			});
		});
}

/** `first.port` of `first.port + 1`. */
function countedFrom(value: Value, key: string): MemberValue | undefined {
	if (
		value.kind !== 'operation' ||
		value.operator !== '+' ||
		value.operands.length !== 2 ||
		!value.operands.some(each => each.kind === 'literal' && typeof each.value === 'number')
	)
		return undefined;
	return value.operands.filter(each => each.kind === 'member').find(each => each.property === key);
}

/** Whether the variable that a port is read off is only ever given what the same class makes. */
function isOfSameKind({ object }: MemberValue, call: Call, module: Models['module']): boolean {
	const definitions = definitionsOf(module.facts, object);
	const values = definitions.flatMap(each => (each.kind === 'value' ? [each.value] : []));
	const name = nameOf(call.callee, module);
	return (
		name !== undefined &&
		values.length > 0 &&
		values.every(value => value.kind === 'call' && value.form === 'new' && nameOf(value.callee, module) === name)
	);
}
