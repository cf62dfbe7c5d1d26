import type { Taking } from '../../effects/names/takings.ts';
import { chainOf } from '../../effects/value-parts.ts';
import type { Module, Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value, Write } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Scope } from '../models.ts';

/**
 * Whether a test gave what it calls something of its own in place of what takes a name: `command.runner = { run() {} }; await command.handle()`, where `handle`
 * calls `runner.run()` of the command. What the code would make for itself is not made then.
 */
export function isReplaced(scope: Scope, { call: last }: Taking): boolean {
	const { body } = scope;
	for (let call = last, outer = call.frame?.call; outer !== undefined; call = outer, outer = call.frame?.call) {
		const { callee } = outer.fact;
		if (outer.module !== body.module || callee.kind !== 'member') continue;
		const [kept, receiver] = [keptName(call), identityOf(at(callee.object, outer), 'names')];
		if (kept !== undefined && receiver !== undefined && givesOf(scope, outer).some(({ name, of }) => name === kept && of === receiver))
			return true;
	}
	return false;
}

/** The variable, or the property of `this`, that a chain of calls begins with. */
function keptName({ fact: { callee }, module }: Site<Call>): string | undefined {
	let chain = chainOf(callee);
	while (chain.root.kind === 'call') chain = chainOf(chain.root.callee);
	const { root, path } = chain;
	return root.kind === 'reference' ? module.facts.bindings[root.binding]?.word : root.kind === 'this' ? path[0] : undefined;
}

interface Gift {
	readonly name: string;
	/** What tells the object that it is given to from others. */
	readonly of: string | undefined;
}

/** The properties that a test sets in front of a call, and that its hooks set. */
function givesOf(scope: Scope, call: Site<Call>): readonly Gift[] {
	const hooks = 'hooks' in scope ? scope.hooks.filter(({ phase }) => phase.startsWith('before')).map(({ body }) => body) : [];
	return [scope.body, ...hooks]
		.filter(({ module }) => module === call.module)
		.flatMap(({ module, fact, frame }) => {
			const writes = functionsWithin(module.facts, fact).flatMap(inside =>
				inside.writes.filter(write => write.region === undefined && (!holds(fact, call.fact) || write.end <= call.fact.start)),
			);
			return writes.flatMap(write => giftOf(write, { module, frame }));
		});
}

function giftOf({ target, value }: Write, site: { readonly module: Module; readonly frame: Site<Value>['frame'] }): readonly Gift[] {
	if (
		target.kind !== 'member' ||
		typeof target.property !== 'string' ||
		value === undefined ||
		value.kind === 'literal' ||
		value.kind === 'global'
	)
		return [];
	return [{ name: target.property, of: identityOf({ ...site, fact: target.object }, 'names') }];
}
