import { addingMethods } from '../../knowledge/event-words.ts';
import { makingStandIns } from '../../knowledge/stub-words.ts';
import type { Module, Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Definition, Value } from '../../syntax/facts.ts';
import { promiseLinkOf } from '../../syntax/promise-link.ts';
import { holds } from '../../syntax/spans.ts';
import { overLists } from './awaited-lists.ts';
import { nameOfCallee } from './dropped-calls.ts';
import type { Models } from '../models.ts';

/** Whether a value is a list or map that a function of the project fills which is handed to something else: `server.on('request', request => { requests.push(request); })`. */
export function isFilledFromOutside(models: Models, site: Site<Value>): boolean {
	return models.provenance.roots(site).some(root => {
		if (root.kind === 'made') return isFilled(models, root.site);
		const last = root.kind === 'origin' && root.origin.from === 'global' ? root.origin.steps.at(-1) : undefined;
		return last?.kind === 'construct' && last.site !== undefined && isFilled(models, last.site);
	});
}

/** Whether what holds a value is added to in a handler. */
function isFilled(models: Models, { module, fact }: Site<Value>): boolean {
	const { bindings, classes } = module.facts;
	/** `const self = this; … self.received.push(message);` */
	const aliases = bindings.flatMap(({ definitions }) =>
		definitions.some(each => each.kind === 'value' && each.value.kind === 'this') ? definitions.filter(isAddition) : [],
	);
	const held = bindings
		.filter(({ definitions }) => definitions.some(each => each.kind === 'value' && each.value === fact))
		.flatMap(({ definitions }) => definitions);
	const kept = classes.flatMap(each =>
		each.members
			.filter(({ value }) => value === fact)
			.flatMap(({ name }) => [...each.changes, ...aliases].filter(({ into }) => into[0] === name)),
	);
	return [...held, ...kept].some(each => isAddition(each) && isHandedOver(models, module, each.function));
}

function isAddition(definition: Definition): definition is Extract<Definition, { readonly kind: 'method' | 'member' }> {
	return definition.kind === 'member' || (definition.kind === 'method' && addingMethods.has(definition.method));
}

/** Whether a place stands in a function that a call is handed, in an object or as it stands, and that is neither the runner's, nor called for a list or by a promise. */
function isHandedOver(models: Models, module: Module, inside: number): boolean {
	const { functions } = module.facts;
	for (let fact = functions[inside]; fact?.parent !== undefined; fact = functions[fact.parent]) {
		const handler = fact;
		if (
			functions[fact.parent]?.calls.some(
				call => call.args.some(argument => holds(argument, handler)) && mayHandle(models, at(call, { module })),
			) === true
		)
			return true;
	}
	return false;
}

function mayHandle({ framework }: Models, call: Site<Call>): boolean {
	const name = nameOfCallee(call.fact, call.module);
	return (
		call.fact.form === 'call' &&
		!overLists.has(name) &&
		promiseLinkOf(call.fact.callee) === undefined &&
		!makingStandIns.test(name) &&
		!framework.defines(call)
	);
}
