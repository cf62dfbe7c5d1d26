import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import type { TestCase } from '../../framework/model.ts';
import { frameworks as rows } from '../../knowledge/frameworks/all-frameworks.ts';
import { stubbing, watching } from '../../knowledge/stub-words.ts';
import { dotted } from '../../provenance/match.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/**
 * Whether what is left behind changes nothing for others but what it remembers: a spy that calls through, or stands in once, or a
 * console that is silent.
 */
export function isHarmlessSpy({ row, origin, name, value }: SharedWrite): boolean {
	if (row === undefined) return name.startsWith('console.') && value?.fact.kind === 'call';
	if (row.undoneBy !== 'spies' || !watching.test(row.path) || 'target' in origin.fact) return false;
	return (
		name.startsWith('console.') ||
		!isStubbed(
			origin.fact,
			origin.module.facts.functions.flatMap(({ calls }) => calls),
			origin.module.facts.bindings,
		)
	);
}

type Bindings = Models['module']['facts']['bindings'];

/** Whether the spy is given something else to do: `.mockReturnValue(…)`, at once or through its variable. */
function isStubbed(spy: Call, calls: readonly Call[], bindings: Bindings): boolean {
	if (spy.args.length > 2) return true;
	return calls.some(
		({ callee }) =>
			callee.kind === 'member' &&
			typeof callee.property === 'string' &&
			stubbing.test(callee.property) &&
			leadsTo(callee.object, spy, bindings),
	);
}

function leadsTo(value: Value, spy: Call, bindings: Bindings): boolean {
	if (value === spy) return true;
	if (value.kind === 'call') return value.callee.kind === 'member' && leadsTo(value.callee.object, spy, bindings);
	return (
		value.kind === 'reference' &&
		bindings[value.binding]?.definitions.some(each => each.kind === 'value' && contains(each.value, spy)) === true
	);
}

function contains(value: Value, { start, end }: Call): boolean {
	return value.start <= start && end <= value.end;
}

/** Whether a test looks at what such a spy remembers: it keeps the spy, or claims something about what is spied on. */
export function looksAt(test: TestCase, write: SharedWrite, models: Models): boolean {
	const own = models.effects.testWritesIn(test.body).filter(each => each.key === write.key && each.row !== undefined);
	if (own.length > 0 && startsAnew(test, models)) return false;
	const kept = own.some(each => isKept(each, models));
	return (
		(kept && !forgetsCalls(test, models)) ||
		models
			.assertionsIn(test)
			.some(({ actual }) =>
				models.provenance.origins(actual).some(origin => origin.from === 'global' && dotted(origin) === write.name),
			)
	);
}

/** Whether a spy on what another one watches already has calls of its own, as far as the project says which version of the runner it has. */
function startsAnew({ framework: name }: TestCase, { framework: { frameworks } }: Models): boolean {
	const { spiesAnewBefore } = rows[name];
	const version = frameworks.find(each => each.name === name)?.version;
	return spiesAnewBefore !== undefined && version !== undefined && version < spiesAnewBefore;
}

/** Whether spies forget before each test, or behind it, what they were called with: `vi.clearAllMocks()` in a hook. */
function forgetsCalls(test: TestCase, { framework }: Models): boolean {
	return framework.restoresAround(test).some(({ what }) => what === 'calls');
}

function isKept({ origin }: SharedWrite, { module }: Models): boolean {
	return module.facts.bindings.some(({ definitions }) =>
		definitions.some(
			each =>
				each.kind === 'value' &&
				each.value.start <= origin.fact.start &&
				origin.fact.end <= each.value.end &&
				each.value.kind === 'call',
		),
	);
}
