import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import { type Chain, chainOf, chainsIn } from '../../effects/value-parts.ts';
import type { TestCase } from '../../framework/model.ts';
import { suitesAround } from '../../framework/suite-draft.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/**
 * Whether a test or hook that runs behind what a test or hook changed, and outside of its suite, takes the changed part of an object as it is:
 * `options.valid.retries = 0` in one suite, `connect(options.valid)` in the next.
 */
export function isTakenLater(write: SharedWrite, scope: Scope, models: Models): boolean {
	return models.scopes.some(other => runsLater(other, scope) && takes(other, write, models));
}

/** The same of a test in front of one that makes the change: behind it only where the order is another one, or the file runs again. */
export function isTakenBefore(write: SharedWrite, scope: Scope, models: Models): boolean {
	return (
		'framework' in scope &&
		models.tests.some(test => test.call.start < scope.call.start && !isLeftOut(test) && takes(test, write, models))
	);
}

function takes({ body }: Scope, { origin: { module, fact } }: SharedWrite, models: Models): boolean {
	if (!('target' in fact) || module !== models.module || body.module !== module) return false;
	const written = chainOf(fact.target);
	const inside = functionsWithin(module.facts, body.fact);
	if (inside.some(({ writes }) => writes.some(({ target }) => isSame(chainOf(target), written)))) return false;
	return inside.some(each => chainsIn(each, module.facts).some(chain => isWhole(chain, written)));
}

function isLeftOut({ modifiers }: TestCase): boolean {
	return modifiers.has('skip') || modifiers.has('todo');
}

/** Behind all that a suite holds where its hook makes the change, and behind a test that does. */
function runsLater(other: Scope, scope: Scope): boolean {
	if (!('framework' in other) && !other.phase.startsWith('before')) return false;
	if ('framework' in other && isLeftOut(other)) return false;
	return other.call.start > scope.call.start && !('phase' in scope && [...suitesAround(other.suite)].includes(scope.suite));
}

function isSame(one: Chain, other: Chain): boolean {
	return isWhole(one, other) && one.path.length === other.path.length;
}

/** The same part, or all of an object that holds it. */
function isWhole({ root, path }: Chain, written: Chain): boolean {
	return (
		root.kind === 'reference' &&
		written.root.kind === 'reference' &&
		root.binding === written.root.binding &&
		path.length <= written.path.length &&
		path.every((name, index) => name === written.path[index])
	);
}
