import type { Influence } from '../../effects/model.ts';
import { valuesIn } from '../../effects/value-parts.ts';
import { portOption } from '../../knowledge/clients.ts';
import { localHost } from '../../knowledge/port-words.ts';
import type { Definition, Span } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models } from '../models.ts';

/** A port that a test file works out of what chance or the clock gives, for an address on this machine. */
export interface DrawnPort {
	readonly place: Span;
	readonly generator: Influence;
}

/**
 * `const port = 30000 + Math.floor(Math.random() * 1000)`, where the file names `http://localhost:${port}`: whatever listens there, maybe too far away to be seen,
 * may find another program on it. What a server that is seen takes is told of as such.
 */
export function* drawnPorts(models: Models): Iterable<DrawnPort> {
	const { module, tests, effects } = models;
	if (tests.length === 0) return;
	for (const [index, { word, definitions }] of module.facts.bindings.entries()) {
		const [only, ...others] = definitions;
		if (!portOption.test(word) || only === undefined || others.length > 0 || !isWorkedOut(only) || !isAddressed(models, index))
			continue;
		const [generator, ...more] = effects.behind({ module, fact: only.value, frame: undefined }, [{ kind: 'parts' }]);
		if (
			generator === undefined ||
			more.some(({ kind }) => kind !== generator.kind) ||
			!isDrawn(generator) ||
			isTaken(models, only.value)
		)
			continue;
		yield { place: only.value, generator };
	}
}

/** A value that is computed here: what another function gives may have asked whether it is free. */
function isWorkedOut(definition: Definition): definition is Extract<Definition, { kind: 'value' }> {
	return (
		definition.kind === 'value' &&
		definition.path.length === 0 &&
		(definition.value.kind === 'operation' || definition.value.kind === 'call')
	);
}

function isDrawn({ kind, measured, source, row }: Influence): boolean {
	return (
		source.frame === undefined &&
		(kind === 'clock' || (kind === 'random' && measured !== true && !(row?.effect === 'random' && row.free === true)))
	);
}

/** Whether an address on this machine ends its host with the port. */
function isAddressed({ module }: Models, index: number): boolean {
	return module.facts.functions.some(each =>
		[...valuesIn(each, module.facts)].some(
			value =>
				value.kind === 'template' &&
				value.parts.some(
					(part, position) => part.kind === 'reference' && part.binding === index && ownHost.test(value.quasis[position] ?? ''),
				),
		),
	);
}

/** A multiaddress names the protocol in front of the port (https://multiformats.io/multiaddr/). */
const ownHost = new RegExp(`${localHost.source}(?::|/tcp/)$`, 'i');

function isTaken({ scopes, effects, module }: Models, value: Span): boolean {
	return scopes.some(({ body }) =>
		effects
			.takesIn(body)
			.some(({ what, generator }) => what === 'port' && generator?.source.module === module && holds(value, generator.source.fact)),
	);
}
