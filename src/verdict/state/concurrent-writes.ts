import type { Effects } from '../../effects/effects.ts';
import { regionsAround } from '../../effects/loops.ts';
import { standsIn } from '../../effects/scope.ts';
import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import type { Hook, TestCase } from '../../framework/model.ts';
import { valuesIn } from '../../effects/value-parts.ts';
import type { Module } from '../../project/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';

/** A write to shared state in a test or hook that runs beside others. */
export interface ConcurrentWrite {
	readonly scope: TestCase | Hook;
	readonly write: SharedWrite;
	/** Why others run at the same time, in the framework's words. */
	readonly reason: string;
}

export interface Running {
	readonly tests: readonly TestCase[];
	readonly hooks: readonly Hook[];
	readonly effects: Effects;
	readonly provenance: Provenance;
	/** Whether nothing can run between the statements of a test or hook. */
	readonly isSynchronous: (scope: TestCase | Hook) => boolean;
}

/** Of several writes to the same state in one test or hook the first; of hooks only those that write what no test writes. */
export function* concurrentWrites(running: Running): Iterable<ConcurrentWrite> {
	const written = new Set<string>();
	for (const test of running.tests) {
		if (test.concurrency === 'none' || test.modifiers.has('skip') || test.modifiers.has('todo')) continue;
		for (const write of racing(test, running)) {
			if ((test.concurrency === 'machine' && write.reach === 'process') || hasEntryAlone(test, write, running)) continue;
			written.add(write.key);
			yield { scope: test, write, reason: reasonOf(test) };
		}
	}
	const beside = running.tests.find(each => each.concurrency === 'process');
	for (const hook of running.hooks.filter(({ concurrent }) => concurrent)) {
		for (const write of racing(hook, running)) {
			if (write.act === 'set' && written.has(write.key)) continue;
			written.add(write.key);
			yield { scope: hook, write, reason: reasonOf(beside) };
		}
	}
}

function reasonOf(test: TestCase | undefined): string {
	return test?.concurrencyReason ?? 'its tests run at once';
}

/** Writes that another test can see: not those that put back what was there, nor those of a body that does both before anything else can run. */
function racing(scope: TestCase | Hook, { effects, isSynchronous }: Running): readonly SharedWrite[] {
	const writes = effects.sharedWritesIn(scope.body);
	const first = writes.filter((write, index) => !writes.slice(0, index).some(earlier => isPart(earlier, write)));
	const own = first
		.filter(write => !isOption(scope, write) && !isSameAlways(scope, write))
		.filter(write => write.act === 'set' || !writes.some(({ act }) => act === 'set'));
	return isSynchronous(scope) || isUninterrupted(scope) ? own.filter(write => !isPutBack(write, writes)) : own;
}

/**
 * `increment('mails')`, which counts in an entry of that name: whether no other test writes the entry, or mentions its name, and none writes another of which the
 * name is not known.
 */
function hasEntryAlone(test: TestCase, write: SharedWrite, { tests, effects, provenance }: Running): boolean {
	const name = entryOf(write, provenance);
	const isOther = (other: SharedWrite): boolean => {
		const own = other.key === write.key ? entryOf(other, provenance) : undefined;
		return own === undefined ? isPart(write, other) : own === name;
	};
	return (
		name !== undefined &&
		!tests.some(each => each !== test && (mentions(each, name) || effects.sharedWritesIn(each.body).some(isOther)))
	);
}

/** The one name that is worked out of what a function is handed, and under which it writes into an object of a module. */
function entryOf({ owner, origin }: SharedWrite, { roots }: Provenance): string | undefined {
	const { fact } = origin;
	if (owner !== 'module' || !('target' in fact) || fact.target.kind !== 'member' || typeof fact.target.property === 'string')
		return undefined;
	const value = staticValue(roots, at(fact.target.property, origin));
	return typeof value === 'string' ? value : undefined;
}

function mentions({ body: { module, fact } }: TestCase, text: string): boolean {
	return functionsWithin(module.facts, fact).some(each =>
		[...valuesIn(each, module.facts)].some(value => value.kind === 'literal' && value.value === text),
	);
}

/** Whether a helper fills an object of a module with the same constants whoever calls it: then its callers see no difference. Settings that have a value before are another matter. */
function isSameAlways({ body }: TestCase | Hook, { owner, row, origin: { module, fact } }: SharedWrite): boolean {
	if (owner === 'global' || module === body.module || (row !== undefined && row.ifShared === undefined)) return false;
	if (!('callee' in fact)) return fact.operator === '=' && fact.value !== undefined && isConstant(fact.value);
	const [, ...values] = fact.args;
	return values.length > 0 && values.every(isConstant);
}

function isConstant(value: Value): boolean {
	switch (value.kind) {
		case 'literal':
		case 'global':
			return true;
		case 'array':
			return value.elements.every(isConstant);
		case 'object':
			return value.entries.every(entry => isConstant(entry.value));
		default:
			return false;
	}
}

/** Whether a helper makes the write only for those who ask for it. */
function isOption({ body }: TestCase | Hook, { origin }: SharedWrite): boolean {
	const { module, fact } = origin;
	const owner = module.facts.functions[fact.function];
	if (owner === undefined || standsIn(body, origin)) return false;
	return regionsAround(owner, fact.region).some(
		({ kind, test }) => (kind === 'then' || kind === 'else') && test !== undefined && isHanded(test, module),
	);
}

/** A parameter, or a part of one. */
function isHanded(value: Value, module: Module): boolean {
	if (value.kind === 'member') return isHanded(value.object, module);
	if (value.kind === 'operation' && value.operator === '!') return value.operands.every(operand => isHanded(operand, module));
	return value.kind === 'reference' && module.facts.bindings[value.binding]?.kind === 'parameter';
}

/** An async body that waits for nothing. */
function isUninterrupted({ body: { fact }, doneParameter }: TestCase | Hook): boolean {
	return (
		fact.async && fact.awaits.length === 0 && doneParameter === undefined && fact.returns.every(({ value }) => value.kind === 'literal')
	);
}

function isPutBack(write: SharedWrite, writes: readonly SharedWrite[]): boolean {
	return writes.some(other => other !== write && (other.act === 'restore' || isPart(write, other)));
}

/** Whether a write is to the same state as a later one, or to a part of it. */
function isPart({ key }: SharedWrite, later: SharedWrite): boolean {
	return key === later.key || key.startsWith(`${later.key}.`);
}
