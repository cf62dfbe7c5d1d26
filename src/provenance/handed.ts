import type { Site } from '../project/model.ts';
import { definitionsOf, soleDefinition } from '../syntax/definitions.ts';
import type { Definition, FunctionFacts, OperationValue, Value } from '../syntax/facts.ts';
import type { Root } from './model.ts';
import { truthOfBuildMode } from './build-mode.ts';
import { isStandIn } from './made-functions.ts';
import { type Walker, at, frameOf, functionAt } from './walker.ts';

/** What is known of a value that a call hands over: `there` is neither null nor undefined, and may still be false or empty. */
type Kind = 'nothing' | 'falsy' | 'truthy' | 'there';

/** Whether a test over what a function is handed comes out true in the call that is looked at; undefined where nobody can tell. */
export function truthOf(walker: Walker, site: Site<Value>): boolean | undefined {
	const { fact } = site;
	switch (fact.kind) {
		case 'literal':
			return Boolean(fact.value);
		case 'operation':
			return truthOfOperation(walker, at(fact, site));
		case 'choice': {
			if (fact.operator !== '&&' && fact.operator !== '||') return undefined;
			const truths = fact.options.map(option => truthOf(walker, at(option, site)));
			const decisive = fact.operator === '||';
			if (truths.includes(decisive)) return decisive;
			return truths.includes(undefined) ? undefined : !decisive;
		}
		default: {
			const kinds = kindsOf(walker, site);
			if (kinds.length === 0 || kinds.some(kind => kind === undefined || kind === 'there')) return undefined;
			const [truth, ...others] = new Set(kinds.map(kind => kind === 'truthy'));
			return others.length > 0 ? undefined : truth;
		}
	}
}

function truthOfOperation(walker: Walker, site: Site<OperationValue>): boolean | undefined {
	const {
		operator,
		operands: [left, right],
	} = site.fact;
	if (left === undefined) return undefined;
	if (operator === '!') {
		const truth = truthOf(walker, at(left, site));
		return truth === undefined ? undefined : !truth;
	}
	if (!['==', '===', '!=', '!=='].includes(operator) || right === undefined) return undefined;
	const mode = truthOfBuildMode(site);
	if (mode !== undefined) return mode;
	if (left.kind === 'operation' && left.operator === 'typeof') {
		const isOfType = isOf(walker, at(left, site), right);
		return isOfType === undefined ? undefined : isOfType !== operator.startsWith('!');
	}
	if (!isNothing(right)) return isSame(walker, site, right);
	const kind = kindOf(walker, at(left, site));
	return kind === undefined ? undefined : (kind === 'nothing') === (operator === '==' || operator === '===');
}

/** `type === 'add'`, of what is handed over as a constant that is written down. */
function isSame(
	walker: Walker,
	{
		fact: {
			operator,
			operands: [left],
		},
		...place
	}: Site<OperationValue>,
	right: Value,
): boolean | undefined {
	if (left === undefined || right.kind !== 'literal' || !isHanded(at(left, place))) return undefined;
	const constants = walker
		.walk(at(left, place), [])
		.map(root =>
			root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'literal' ? root.site.fact.value : undefined,
		);
	const [same, ...others] = new Set(constants.map(value => (typeof value === typeof right.value ? value === right.value : undefined)));
	return same === undefined || others.length > 0 ? undefined : same !== operator.startsWith('!');
}

/** `typeof done === 'function'`, of what is not handed over: that is `undefined`, or `null`, an object. `typeof ms === 'number'`, of a number that is written down. */
function isOf(
	walker: Walker,
	{
		fact: {
			operands: [value],
		},
		...place
	}: Site<OperationValue>,
	type: Value,
): boolean | undefined {
	if (value === undefined || type.kind !== 'literal') return undefined;
	const site: Site<Value> = at(value, place);
	const kind = kindOf(walker, site);
	if (kind === 'nothing') return type.value === 'undefined' || type.value === 'object' ? undefined : false;
	const types =
		kind === 'truthy' || kind === 'falsy'
			? new Set(
					walker
						.walk(site, [])
						.map(root => (root.kind === 'made' && root.site.fact.kind === 'literal' ? typeof root.site.fact.value : undefined)),
				)
			: undefined;
	const [told, ...others] = types ?? [];
	return told === undefined || others.length > 0 ? undefined : told === type.value;
}

/** Whether what stands in front of `??` or `||` is there, so that what stands behind it is not asked. */
export function isTaken(walker: Walker, site: Site<Value>, operator: '??' | '||'): boolean {
	const kind = kindOf(walker, site);
	return kind === 'truthy' || (operator === '??' && kind !== undefined && kind !== 'nothing');
}

/** Whether what stands in front of `??` or `||` is left out, so that what stands behind it is all there is. */
export function isPassed(walker: Walker, site: Site<Value>, operator: '??' | '||'): boolean {
	const kind = kindOf(walker, site);
	return kind === 'nothing' || (operator === '||' && kind === 'falsy');
}

/** Whether a part of a function does not run in the call that is looked at. */
export function isRuledOut(walker: Walker, site: Site<FunctionFacts>, region: number | undefined): boolean {
	if (site.frame?.call === undefined) return false;
	for (let index = region; index !== undefined; index = site.fact.regions[index]?.parent) {
		const { kind, test, loop } = site.fact.regions[index] ?? {};
		if (loop?.iterable !== undefined && isHandedEmpty(at(loop.iterable, site))) return true;
		const isOwnCase = kind === 'case' && test !== undefined && test.start >= (site.fact.regions[index]?.start ?? 0);
		if (test === undefined || (kind !== 'then' && kind !== 'else' && kind !== 'after-exit' && !isOwnCase)) continue;
		if (truthOf(walker, at(test, site)) === (kind !== 'then' && !isOwnCase)) return true;
	}
	return false;
}

/** `load([])`: a list that has nothing in it from the beginning to the end. */
function isHandedEmpty({ module, fact, frame }: Site<Value>): boolean {
	const definition = soleDefinition(module.facts, fact);
	const owner =
		definition?.kind === 'parameter' && definition.path.length === 0 && !definition.rest
			? functionAt(module, definition.function)
			: undefined;
	const argument =
		definition?.kind === 'parameter' && owner !== undefined ? frameOf(owner, frame)?.call?.fact.args[definition.index] : undefined;
	return argument?.kind === 'array' && argument.elements.length === 0;
}

/** Whether a value is one of those that a default does not stand in for. */
export function isThere(roots: readonly Root[]): boolean {
	return roots.length > 0 && roots.map(kindOfRoot).every(kind => kind !== undefined && kind !== 'nothing');
}

/** The same for all that a parameter, or a part of one, is in the call that is looked at. */
function kindOf(walker: Walker, site: Site<Value>): Kind | undefined {
	const [first, ...others] = kindsOf(walker, site);
	return others.some(other => other !== first) ? undefined : first;
}

/** Of each of the values that it may be. */
function kindsOf(walker: Walker, site: Site<Value>): readonly (Kind | undefined)[] {
	if (!isHanded(site)) return [];
	const given = givenBefore(site);
	if (given !== undefined)
		return given.argument === undefined
			? [undefined]
			: walker
					.walk(given.argument, [])
					.map(kindOfRoot)
					.map(kind => (kind === 'truthy' || (given.stays && kind !== 'nothing') ? kind : undefined));
	return isHandedNothing(site) ? ['nothing'] : walker.walk(site, []).map(kindOfRoot);
}

/** Whether the call hands nothing over for a parameter, which has no default. */
export function isHandedNothing({ module, fact, frame }: Site<Value>): boolean {
	const [definition] = definitionsOf(module.facts, fact);
	const owner = definition?.kind === 'parameter' && definition.path.length === 0 ? functionAt(module, definition.function) : undefined;
	const call = owner === undefined ? undefined : frameOf(owner, frame)?.call;
	if (
		definition?.kind !== 'parameter' ||
		owner === undefined ||
		(call?.fact.form !== 'call' && call?.fact.form !== 'new') ||
		call.fact.args.some(({ kind }) => kind === 'spread')
	)
		return false;
	const argument = call.fact.args[definition.index];
	if (owner.parameters[definition.index]?.default !== undefined) return false;
	return (
		argument === undefined ||
		(argument.kind === 'literal' && argument.value === undefined) ||
		(argument.kind === 'reference' && isHandedNothing(at(argument, call)))
	);
}

/** A parameter that is never given another value but its own default, or a part of one that nothing is written to, in a function that a known call has entered. */
function isHanded({ module, fact, frame }: Site<Value>, part?: string): boolean {
	if (frame === undefined) return false;
	if (fact.kind === 'member') return typeof fact.property === 'string' && isHanded({ module, fact: fact.object, frame }, fact.property);
	if (fact.kind !== 'reference') return false;
	const binding = module.facts.bindings[fact.binding];
	return (
		binding !== undefined &&
		binding.definitions.length > 0 &&
		binding.definitions.every(definition => {
			if (definition.kind === 'method') return true;
			if (definition.kind === 'member') return part !== undefined && definition.into[0] !== part && definition.into[0] !== '*';
			if (definition.kind === 'value' && isOwnDefault(definition, fact.binding)) return binding.kind === 'parameter';
			if (definition.kind === 'value') return binding.kind === 'const' && isHanded({ module, fact: definition.value, frame });
			const owner = definition.kind === 'parameter' && !definition.rest ? functionAt(module, definition.function) : undefined;
			return owner !== undefined && frameOf(owner, frame)?.call !== undefined;
		})
	);
}

/** `options = options || {}` */
function isOwnDefault({ value, path }: Extract<Definition, { kind: 'value' }>, binding: number): boolean {
	const [first] = value.kind === 'choice' && (value.operator === '||' || value.operator === '??') ? value.options : [];
	return path.length === 0 && first?.kind === 'reference' && first.binding === binding;
}

/** What the call hands over for a parameter that is given its own default; `stays`: one that is false or empty stays what it is. What is not handed over is two things, before and after. */
function givenBefore({
	module,
	fact,
	frame,
}: Site<Value>): { readonly argument: Site<Value> | undefined; readonly stays: boolean } | undefined {
	const definitions = definitionsOf(module.facts, fact);
	const defaults = definitions.flatMap(each =>
		each.kind === 'value' && fact.kind === 'reference' && isOwnDefault(each, fact.binding) ? [each.value] : [],
	);
	if (defaults.length === 0) return undefined;
	const parameter = definitions.find(each => each.kind === 'parameter');
	const owner = parameter?.kind === 'parameter' && parameter.path.length === 0 ? functionAt(module, parameter.function) : undefined;
	const call = owner === undefined ? undefined : frameOf(owner, frame)?.call;
	const argument =
		parameter?.kind !== 'parameter' || call?.fact.args.some(({ kind }) => kind === 'spread') === true
			? undefined
			: call?.fact.args[parameter.index];
	return {
		argument: argument === undefined || call === undefined ? undefined : at(argument, call),
		stays: defaults.every(each => each.kind === 'choice' && each.operator === '??'),
	};
}

function kindOfRoot(root: Root): Kind | undefined {
	switch (root.kind) {
		case 'function':
			return root.path.length === 0 ? 'truthy' : undefined;
		case 'class':
			return root.path.length === 0 ? 'truthy' : undefined;
		case 'instance':
			return root.path.length === 0 && root.construction !== undefined ? 'truthy' : undefined;
		case 'origin':
			return root.origin.steps.at(-1)?.kind === 'construct' || isStandIn(root) ? 'truthy' : undefined;
		case 'made':
			return root.path.length === 0 ? kindOfValue(root.site.fact) : isWithout(root) ? 'nothing' : undefined;
		default:
			return undefined;
	}
}

function kindOfValue(value: Value): Kind | undefined {
	switch (value.kind) {
		case 'literal':
			return value.value === null || value.value === undefined ? 'nothing' : value.value ? 'truthy' : 'falsy';
		case 'object':
		case 'array':
		case 'regexp':
			return 'truthy';
		case 'template':
			return value.quasis.some(quasi => quasi !== '') ? 'truthy' : 'there';
		case 'operation':
			return value.operator === 'void' ? 'nothing' : 'there';
		default:
			return undefined;
	}
}

/** An object that is written there and has no such property. */
function isWithout({ site, path: [first, ...rest] }: Extract<Root, { kind: 'made' }>): boolean {
	const { fact } = site;
	if (fact.kind !== 'object' || first?.kind !== 'property' || rest.length > 0) return false;
	return fact.entries.every(entry => entry.kind === 'property' && typeof entry.key === 'string' && entry.key !== first.name);
}

function isNothing(value: Value): boolean {
	return value.kind === 'literal'
		? value.value === null || value.value === undefined
		: value.kind === 'global' && value.name === 'undefined';
}
