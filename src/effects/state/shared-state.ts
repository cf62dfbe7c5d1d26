import { globalObjects } from '../../knowledge/global-objects.ts';
import type { Site } from '../../project/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { dotted } from '../../provenance/match.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import { isGiving } from '../../syntax/definitions.ts';
import type { Binding, FunctionFacts, MemberValue, Value, Write } from '../../syntax/facts.ts';
import { standsIn } from '../scope.ts';
import { chainOf } from '../value-parts.ts';

/** State that outlives the code that writes it. */
export interface SharedState {
	/** As a reader would write it: `process.env.TZ`, `config.url`. */
	readonly name: string;
	/** The same for every way to write the same state, in whichever file. */
	readonly key: string;
	/**
	 * `global`: an object of the runtime; `package`: state of a library; `module`: a variable or an object that a module keeps;
	 * `outer`: a variable of the test file outside the asking function.
	 */
	readonly owner: 'global' | 'package' | 'module' | 'outer';
	/** The name the write starts from, where it is a variable. */
	readonly binding: number | undefined;
}

/** What a write reaches beyond the function that was asked about; undefined for what that function owns. */
export function stateOfWrite(provenance: Provenance, scope: Site<FunctionFacts>, site: Site<Write>): SharedState | undefined {
	const { target } = site.fact;
	if (target.kind === 'member') return stateOf(provenance, scope, at(target.object, site), [nameOf(target)]);
	return stateOf(provenance, scope, at(target, site), []);
}

/** The shared state that a value is, or a part of it that `into` names; undefined where it is made for whoever asks. */
export function stateOfRead(
	provenance: Provenance,
	scope: Site<FunctionFacts>,
	site: Site<Value>,
	into: readonly string[],
): SharedState | undefined {
	return stateOf(provenance, scope, site, into);
}

/** The shared object that a value is, the global object by no name; undefined where it is made for whoever asks. */
export function stateOfObject(provenance: Provenance, scope: Site<FunctionFacts>, site: Site<Value>): SharedState | undefined {
	const state = stateOf(provenance, scope, site, [anything]);
	if (state?.key === `global:${anything}`) return { ...state, name: '', key: 'global:' };
	return state === undefined ? undefined : { ...state, name: whole(state.name), key: whole(state.key) };
}

/** Stands for whichever property. */
const anything = '*';

function whole(path: string): string {
	return path.endsWith(`.${anything}`) ? path.slice(0, -anything.length - 1) : path;
}

/** The shared state that a value is, or a part of it that `into` names. */
function stateOf(provenance: Provenance, scope: Site<FunctionFacts>, site: Site<Value>, into: readonly string[]): SharedState | undefined {
	const { fact: value } = site;
	switch (value.kind) {
		case 'member':
			return stateOf(provenance, scope, at(value.object, site), [nameOf(value), ...into]);
		case 'global': {
			const full = globalObjects.has(value.name) && into.length > 0 ? into.join('.') : [value.name, ...into].join('.');
			return { name: full, key: `global:${full}`, owner: 'global', binding: undefined };
		}
		case 'reference':
			return stateOfBinding(provenance, scope, at(value, site), value.binding, into);
		case 'module':
			return stateOfRoots(provenance, scope, site, into) ?? imported(site, localName(site), into);
		case 'await':
			return value.value.kind === 'module' ? stateOf(provenance, scope, at(value.value, site), into) : undefined;
		default:
			return undefined;
	}
}

function nameOf({ property }: MemberValue): string {
	return typeof property === 'string' ? property : property.kind === 'literal' ? String(property.value) : '*';
}

function stateOfBinding(
	provenance: Provenance,
	scope: Site<FunctionFacts>,
	site: Site<Value>,
	index: number,
	into: readonly string[],
): SharedState | undefined {
	const binding = site.module.facts.bindings[index];
	const owner = binding === undefined ? undefined : functionAt(site.module, binding.function);
	if (binding === undefined || owner === undefined) return undefined;
	if (binding.kind === 'import') return stateOfRoots(provenance, scope, site, into) ?? imported(site, binding.name, into);
	if (binding.kind === 'parameter' || binding.kind === 'catch') return undefined;

	const isOwn = owner.form !== 'module' && standsIn(scope, { module: site.module, fact: owner });
	if (isOwn)
		return into.length === 0
			? undefined
			: (stateOfRoots(provenance, scope, site, into) ?? ofLoaded(provenance, scope, site, binding, into));
	if (owner.form !== 'module' && site.module !== scope.module) return undefined;
	const isHelpers = owner.form !== 'module' && !standsIn({ module: site.module, fact: owner }, scope);
	if (isHelpers) return into.length === 0 ? undefined : stateOfRoots(provenance, scope, site, into);
	if (into.length > 0) {
		const aliased = stateOfRoots(provenance, scope, site, into);
		if (aliased !== undefined) return aliased;
		if (owner.form === 'module' && isRequired(binding)) return imported(site, binding.name, into);
	}
	const name = [binding.name, ...into].join('.');
	const kept = site.module === scope.module ? 'outer' : 'module';
	return {
		name,
		key: `${site.module.file}#${index}.${into.join('.')}`,
		owner: kept,
		binding: site.module === scope.module ? index : undefined,
	};
}

/** `const service = await import('./service')` in the function: what it gets is what others get, too. */
function ofLoaded(
	provenance: Provenance,
	scope: Site<FunctionFacts>,
	site: Site<Value>,
	{ definitions }: Binding,
	into: readonly string[],
): SharedState | undefined {
	const [only, ...others] = definitions.filter(isGiving);
	const loaded =
		only?.kind === 'value' && only.path.length === 0 && others.length === 0 && only.value.kind === 'await'
			? only.value.value
			: undefined;
	return loaded?.kind === 'module' ? stateOf(provenance, scope, at(loaded, site), into) : undefined;
}

/** Through aliases and imports to a global, a package or another module's variable. */
function stateOfRoots(
	provenance: Provenance,
	scope: Site<FunctionFacts>,
	site: Site<Value>,
	into: readonly string[],
): SharedState | undefined {
	for (const root of provenance.written(site)) {
		if (root.kind === 'origin') {
			const { origin } = root;
			if (isResult(site) || origin.steps.some(step => step.kind === 'call' || step.kind === 'construct' || step.kind === 'await'))
				return undefined;
			const path = [dotted(origin), ...into].filter(part => part !== '').join('.');
			const name = origin.from === 'global' ? path : [origin.from.split('/').at(-1), path].filter(part => part !== '').join('.');
			return { name, key: `${origin.from}:${path}`, owner: origin.from === 'global' ? 'global' : 'package', binding: undefined };
		}
		if (
			root.kind === 'made' &&
			root.path.length === 0 &&
			root.site.module !== scope.module &&
			root.site.frame === undefined &&
			into.length > 0
		) {
			const { module, fact } = root.site;
			if (!isModuleLevel(module.facts.functions, fact.start)) continue;
			return {
				name: [localName(site), ...into].join('.'),
				key: `${module.file}@${fact.start}.${into.join('.')}`,
				owner: 'module',
				binding: undefined,
			};
		}
	}
	return undefined;
}

/** What a call gave is its own, whatever it stands for: a model that `define()` makes is not the class of all models. */
function isResult({ fact, module }: Site<Value>): boolean {
	if (fact.kind === 'call') return true;
	return (
		fact.kind === 'reference' &&
		module.facts.bindings[fact.binding]?.definitions.some(
			each => each.kind === 'value' && each.path.length === 0 && each.value.kind === 'call',
		) === true
	);
}

function isModuleLevel(functions: readonly FunctionFacts[], start: number): boolean {
	return !functions.some(each => each.form !== 'module' && each.start <= start && start < each.end);
}

/** `const service = require('./service')`, or a part of it: as an import is. */
function isRequired({ kind, definitions }: Binding): boolean {
	return kind !== 'parameter' && definitions.some(each => each.kind === 'value' && chainOf(each.value).root.kind === 'module');
}

function imported(site: Site<Value>, name: string, into: readonly string[]): SharedState | undefined {
	if (into.length === 0) return undefined;
	return { name: [name, ...into].join('.'), key: `${site.module.file}~${name}.${into.join('.')}`, owner: 'module', binding: undefined };
}

function localName({ fact, module }: Site<Value>): string {
	if (fact.kind === 'reference') return module.facts.bindings[fact.binding]?.name ?? 'it';
	return fact.kind === 'module' ? (fact.source.split('/').at(-1) ?? fact.source) : 'it';
}
