import { plainSetter } from '../../effects/state/plain-setters.ts';
import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import { suitesAround } from '../../framework/suite-draft.ts';
import { frameworks as rows } from '../../knowledge/frameworks/all-frameworks.ts';
import { loadingAnew } from '../../knowledge/stub-words.ts';
import { globalObjects, pageState, runtimeObjects } from '../../knowledge/global-objects.ts';
import type { Module, Site } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import { at } from '../../provenance/walker.ts';
import type { ObjectEntry, ObjectValue, Value } from '../../syntax/facts.ts';
import { callsMethod } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';
import { isTakenLater } from './handed-fixtures.ts';

/** A part of what a program keeps on the global object (`window.app.items`): mostly it belongs to what each test starts anew. */
function isOfProgram(name: string): boolean {
	const [first = '', ...rest] = name.split('.');
	return rest.length > 0 && /^[a-z]/.test(first) && !runtimeObjects.has(first);
}

/**
 * Whether a write gives a setting a new value: the environment, a global, a prototype, a spy, a clock, an option of a library, an
 * object that a module keeps. What code under test writes itself, but for
 * what a setter of it is handed, and taking a value away, is no such write.
 */
export function setsSetting(write: SharedWrite, models: Models, scope: Scope): boolean {
	const { row, owner, origin, act, reach, name } = write;
	if (act !== 'set' || reach !== 'process' || owner === 'outer') return false;
	if (origin.module !== models.module && !isTestSupport(origin.module)) return isSetBySetter(write, models);
	if (row !== undefined && (row.undoneBy === undefined || row.undoneBy === 'test' || row.undoneBy === 'close')) return false;
	if (!isNewValue(write) || isAsItWas(write, models, scope)) return false;
	if (owner === 'global') return !pageState.test(name) && !isOfProgram(name);
	return owner !== 'module' || (row !== undefined && row.undoneBy !== 'again') || isKept(write, models, scope);
}

/** `setTopic('mails')` of a module of the program, with what is written in the test: a value of its own, and not the one that was there before. */
function isSetBySetter({ origin: { module, frame } }: SharedWrite, models: Models): boolean {
	const call = frame?.call;
	const setter = frame === undefined ? undefined : plainSetter({ module, fact: frame.function });
	const given = setter === undefined || call?.module !== models.module ? undefined : call.fact.args[setter.parameter];
	if (setter === undefined || given === undefined || isEmpty(given) || !written.has(given.kind)) return false;
	return given.kind !== 'literal' || setter.initial.kind !== 'literal' || given.value !== setter.initial.value;
}

/** What is made on the spot. */
const written: ReadonlySet<Value['kind']> = new Set(['literal', 'template', 'object', 'array', 'function']);

/** Something plainly assigned or defined, and not an old value that is put back. */
function isNewValue({ origin, value, row }: SharedWrite): boolean {
	const { fact } = origin;
	if ('target' in fact)
		return fact.operator === '=' && value !== undefined && !isEmpty(value.fact) && !isSaved(value, at(fact.target, origin));
	const [object, ...others] = fact.args;
	return row?.undoneBy !== 'again' || object === undefined || !others.some(each => isSaved(at(each, origin), at(object, origin)));
}

/** A text that the variable has had before: the runner or its configuration set it, or the file when it was read, or a hook before all tests of the suite. */
function isAsItWas({ name, value, origin, row }: SharedWrite, { framework, effects }: Models, scope: Scope): boolean {
	const written = row?.undoneBy === 'env' && 'callee' in origin.fact ? origin.fact.args[1] : value?.fact;
	const variable = /^process\.env\.(\w+)$/.exec(name)?.[1];
	const text = written?.kind === 'literal' ? written.value : undefined;
	if (variable === undefined || typeof text !== 'string') return false;
	const hooks = [...suitesAround(scope.suite)]
		.flatMap(suite => suite.hooks)
		.filter(hook => hook.phase === 'before-all' && hook !== scope);
	const inRoot = effects.testWritesIn(framework.root.body).filter(each => each.origin.fact.function === 0);
	const atStart = [...inRoot, ...hooks.flatMap(({ body }) => effects.testWritesIn(body))].filter(each => each.name === name);
	const isSame = (each: SharedWrite): boolean => each.value?.fact.kind === 'literal' && each.value.fact.value === text;
	if (atStart.length > 0) return atStart.every(isSame);
	return framework.frameworks.slice(0, 1).some(each => rows[each.name].env?.[variable] === text) || framework.presetsEnv(variable, text);
}

function isEmpty(value: Value): boolean {
	return value.kind === 'literal' && (value.value === undefined || value.value === null || value.value === '');
}

/** Whether a value was taken earlier from what it is now put into: `{ ...process.env }`, `Object.getOwnPropertyDescriptor(process, 'platform')`. */
function isSaved(value: Site<Value>, target: Site<Value>): boolean {
	const { module, fact } = value;
	if (fact.kind === 'object') return isCopy(at(fact, value), target);
	if (fact.kind === 'choice') return fact.options.some(option => isSaved(at(option, value), target));
	if (fact.kind === 'spread') return isSaved(at(fact.value, value), target);
	const base = baseOf(fact);
	if (base.kind === 'this') return fact.kind === 'member' && typeof fact.property === 'string' && savedName.test(fact.property);
	if (base.kind !== 'reference') return module === target.module && isSame(base, baseOf(target.fact));
	const binding = module.facts.bindings[base.binding];
	if (binding === undefined || binding.kind === 'import') return false;
	return (
		savedName.test(binding.word) ||
		(module === target.module && binding.definitions.some(each => each.kind === 'value' && mentions(each.value, baseOf(target.fact))))
	);
}

/** Whether all that an object holds was taken earlier, or, of one that is no copy as a whole, any of it: `{ ...process.env, TZ: 'UTC' }` is new. */
function isCopy(value: Site<ObjectValue>, target: Site<Value>): boolean {
	const { entries } = value.fact;
	const isTaken = (entry: ObjectEntry): boolean => isSaved(at(entry.value, value), target);
	return entries.some(({ kind }) => kind === 'spread') ? entries.every(isTaken) : entries.some(isTaken);
}

const savedName = /^_*(?:orig|old|prev|saved?(?![a-z])|real|initial|backup|before|native)/i;

function baseOf(value: Value): Value {
	return value.kind === 'member' ? baseOf(value.object) : value;
}

function isSame(one: Value, other: Value): boolean {
	if (one.kind === 'reference') return other.kind === 'reference' && one.binding === other.binding;
	if (one.kind !== 'global' || other.kind !== 'global') return false;
	return one.name === other.name || (globalObjects.has(one.name) && globalObjects.has(other.name));
}

function mentions(value: Value, base: Value): boolean {
	switch (value.kind) {
		case 'member':
			return mentions(value.object, base);
		case 'call':
			return value.args.some(argument => mentions(argument, base)) || mentions(value.callee, base);
		case 'object':
			return value.entries.some(entry => mentions(entry.value, base));
		case 'array':
			return value.elements.some(element => mentions(element, base));
		case 'choice':
			return value.options.some(option => mentions(option, base));
		case 'spread':
		case 'await':
			return mentions(value.value, base);
		default:
			return isSame(value, base);
	}
}

/** Objects and classes of the program; of test code enums and prototypes, and what a later suite takes as it is: its other objects are data of tests. */
function isKept(write: SharedWrite, models: Models, scope: Scope): boolean {
	const { origin, row, name } = write;
	const object = objectOf(origin.fact, row?.ifShared);
	if (object === undefined || isEntry(origin.fact)) return false;
	const imported = importOf(at(object, origin));
	if (imported === undefined) return false;
	const { source, from } = imported;
	if (imported.isLoaded && (source.includes('?') || from.facts.functions.some(each => callsMethod(from.facts, each, loadingAnew))))
		return false;
	const resolution = models.project.resolve(source, from.file);
	const keeper =
		resolution.kind === 'file' && !models.framework.isReplaced(source, from, imported.name)
			? models.project.load(resolution.file)
			: undefined;
	if (keeper === undefined) return false;
	return (
		!isTestSupport(keeper) || isEnum(keeper, imported.name) || /\.prototype(?:\.|$)/.test(name) || isTakenLater(write, scope, models)
	);
}

/** An entry of a map or list, not an option: `cache[url] = …`. */
function isEntry(fact: SharedWrite['origin']['fact']): boolean {
	if (!('target' in fact) || fact.target.kind !== 'member') return false;
	return typeof fact.target.property !== 'string' || !/^[A-Za-z_$][\w$]*$/.test(fact.target.property);
}

function objectOf(fact: SharedWrite['origin']['fact'], argument: number | undefined): Value | undefined {
	if ('target' in fact) return fact.target.kind === 'member' ? fact.target.object : undefined;
	return argument === undefined ? undefined : fact.args[argument];
}

interface Imported {
	readonly source: string;
	readonly name: string;
	readonly from: Module;
	/** Where the code comes to it, not with the file. */
	readonly isLoaded: boolean;
}

/** The import that a value starts from, through members and plain aliases. */
function importOf({ module, fact }: Site<Value>, hops = 0): Imported | undefined {
	if (hops > 6) return undefined;
	if (fact.kind === 'member') return importOf({ module, fact: fact.object, frame: undefined }, hops + 1);
	if (fact.kind === 'module') return { source: fact.source, name: '*', from: module, isLoaded: true };
	if (fact.kind === 'await' && fact.value.kind === 'module')
		return { source: fact.value.source, name: '*', from: module, isLoaded: true };
	if (fact.kind !== 'reference') return undefined;
	const [definition] = module.facts.bindings[fact.binding]?.definitions ?? [];
	if (definition?.kind === 'import') return { source: definition.source, name: definition.imported, from: module, isLoaded: false };
	const found = definition?.kind === 'value' ? importOf({ module, fact: definition.value, frame: undefined }, hops + 1) : undefined;
	return found === undefined || definition?.kind !== 'value'
		? undefined
		: { ...found, isLoaded: found.isLoaded && definition.function !== 0 };
}

function isEnum({ facts }: Module, name: string): boolean {
	return facts.exports.some(
		each =>
			each.kind === 'value' &&
			each.name === name &&
			each.value.kind === 'reference' &&
			facts.bindings[each.value.binding]?.kind === 'enum',
	);
}
