import { valuesIn } from '../effects/value-parts.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';
import type { Models } from './models.ts';

/** What a value of the linted file is called where it is put: the variable or property that holds it, the key of an object, or the parameter of the function that it is handed to. */
export function namesGiven(models: Models, value: Value): readonly string[] {
	const { bindings, functions } = models.module.facts;
	const holders = bindings
		.filter(({ definitions }) => definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === value))
		.map(({ word }) => word);
	const written = functions.flatMap(({ writes }) =>
		writes.flatMap(({ target, value: given }) =>
			given === value && target.kind === 'member' && typeof target.property === 'string' ? [target.property] : [],
		),
	);
	return [...holders, ...written, ...keysOf(models, value), ...parametersOf(models, value)];
}

function keysOf({ module: { facts } }: Models, value: Value): readonly string[] {
	const entries = facts.functions.flatMap(each =>
		[...valuesIn(each, facts)].flatMap(inside => (inside.kind === 'object' ? inside.entries : [])),
	);
	return [
		...new Set(
			entries.flatMap(entry =>
				entry.kind === 'property' && typeof entry.key === 'string' && entry.value === value ? [entry.key] : [],
			),
		),
	];
}

function parametersOf({ module, provenance }: Models, value: Value): readonly string[] {
	const calls = module.facts.functions.flatMap(each => each.calls.filter(({ args }) => args.includes(value)));
	return calls.flatMap(call =>
		provenance.roots(at(call.callee, { module })).flatMap(root => {
			const binding =
				root.kind === 'function' && root.path.length === 0
					? root.site.fact.parameters[call.args.indexOf(value)]?.binding
					: undefined;
			const name = root.kind === 'function' && binding !== undefined ? root.site.module.facts.bindings[binding]?.word : undefined;
			return name === undefined ? [] : [name];
		}),
	);
}
