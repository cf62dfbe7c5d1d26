import type { Modifier } from '../knowledge/frameworks/row.ts';
import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Call, FunctionFacts } from '../syntax/facts.ts';
import type { Concurrency } from './concurrency.ts';
import { doneParameter, type Ending, endingOf } from './endings.ts';
import { hooksAround } from './hooks-around.ts';
import type { Hook, Phase, TestCase } from './model.ts';
import { type Body, titleOf } from './registration.ts';
import type { SuiteDraft } from './suite-draft.ts';
import type { Said } from './vocabulary.ts';

/** What a file's tests and hooks are asked with. */
export interface Surrounding {
	readonly provenance: Provenance;
	readonly concurrency: Concurrency;
	/** The file itself as a suite. */
	readonly root: SuiteDraft;
}

/** A call that defines a test or hook. */
export interface Registration {
	readonly site: Site<Call>;
	readonly said: Said;
	readonly suite: SuiteDraft;
	/** The call in the linted file that led into the function of the project that the call stands in. */
	readonly via: Call | undefined;
}

/** A test, which tells of its end, of what runs beside it and of its hooks when it is asked. */
export function testOf(
	{ provenance, concurrency, root }: Surrounding,
	{ site, said, suite, via }: Registration,
	{ function: body, wrappers, around }: Body,
	modifiers: ReadonlySet<Modifier>,
): TestCase {
	let ending: Ending | undefined;
	const test: TestCase = {
		call: via ?? site.fact,
		definition: site,
		framework: said.framework,
		title: titleOf(provenance, site),
		suite,
		body,
		wrappers,
		around,
		modifiers,
		doneParameter: said.modifiers.has('each') ? undefined : doneParameter(said, body),
		get ending() {
			return (ending ??= endingOf(said.framework, body, test.doneParameter));
		},
		get concurrency() {
			return concurrency.of(test, root).kind;
		},
		get concurrencyReason() {
			return concurrency.of(test, root).reason;
		},
		get hooks() {
			return hooksAround(test, root);
		},
	};
	return test;
}

/** A hook, which tells of its end and of what runs beside it when it is asked. */
export function hookOf(
	{ concurrency, root }: Surrounding,
	{ site, said, suite, via }: Registration,
	phase: Phase,
	body: Site<FunctionFacts>,
): Hook {
	let ending: Ending | undefined;
	const hook: Hook = {
		call: via ?? site.fact,
		definition: site,
		phase,
		suite,
		body,
		fixture: undefined,
		doneParameter: doneParameter(said, body),
		get ending() {
			return (ending ??= endingOf(said.framework, body, hook.doneParameter));
		},
		get concurrent() {
			return concurrency.ofHook(hook, root);
		},
	};
	return hook;
}
