import { keptReadsBehind } from '../../effects/state/kept-reads.ts';
import { KeptVariables } from '../../effects/state/kept-variables.ts';
import { overlap } from '../../effects/state/changing.ts';
import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import { chainOf } from '../../effects/value-parts.ts';
import type { Witness } from '../../effects/witness.ts';
import type { TestCase } from '../../framework/model.ts';
import type { Frame, Site } from '../../project/model.ts';
import type { FunctionFacts, Value } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import { functionsIn } from '../aftermath.ts';
import type { Models, Scope } from '../models.ts';
import { GlobalsBehind } from './globals-behind.ts';
import { isHarmlessSpy, looksAt } from './harmless-spies.ts';
import type { LastingWrite } from './lasting-writes.ts';
import { environment, keysWritten, readOf, replacedBy } from './state-reads.ts';
import { isJourney } from './test-order.ts';

/** A test that looks at a setting which another one left changed, and the way to where it does. */
export interface Looker {
	readonly test: TestCase;
	readonly witness: Witness;
}

/** Finds who looks at the changes that stay in a file: whose claims depend on them, and who asks for a variable of the environment itself. */
export class Lookers {
	readonly #models: Models;
	readonly #variables: KeptVariables;
	readonly #globals: GlobalsBehind;

	constructor(models: Models, changes: readonly LastingWrite[]) {
		this.#models = models;
		this.#variables = new KeptVariables(models.project, {
			isHome: (_, { form }) => form === 'module',
			isReplaced: models.framework.isReplaced,
		});
		this.#globals = new GlobalsBehind(
			models,
			changes.flatMap(({ write }) => keysWritten(write)),
		);
	}

	/**
	 * The first test behind a change that looks at what was written, and does not write it. A clock is not asked about; of a console, or a spy that only
	 * watches, whoever makes a claim about it looks.
	 */
	of({ scope, write, victims }: LastingWrite): Looker | undefined {
		if (write.row?.target === 'clock') return undefined;
		const keys = keysWritten(write);
		for (const test of victims) {
			if (!runsBehind(test, scope) || isJourney(test, this.#models.module) || this.#writes(test, keys)) continue;
			const witness = this.#witness(test, write, keys);
			if (witness !== undefined) return { test, witness };
		}
		return undefined;
	}

	/** Whether a test gives one of the states a value itself, or what holds it. */
	#writes({ body }: TestCase, keys: readonly string[]): boolean {
		const own = this.#models.effects.sharedWritesIn(body).flatMap(write => [write.key, ...keysWritten(write)]);
		return own.some(one => keys.some(key => key === one || key.startsWith(`${one}.`)));
	}

	#witness(test: TestCase, write: SharedWrite, keys: readonly string[]): Witness | undefined {
		const here: Witness = { steps: [], api: write.name };
		if (write.name.startsWith('console.') || isHarmlessSpy(write)) return looksAt(test, write, this.#models) ? here : undefined;
		const replaced = replacedBy(this.#models, write);
		for (const { actual, expected } of this.#models.assertionsIn(test)) {
			for (const side of [actual, expected]) {
				const witness = side === undefined ? undefined : this.#behind(side, { write, keys, replaced });
				if (witness !== undefined) return witness;
			}
		}
		const ofEnvironment = keys.filter(key => key.startsWith(environment));
		return this.#isReadIn(test, ofEnvironment) ? here : undefined;
	}

	#behind(side: Site<Value>, { write, keys, replaced }: Asked): Witness | undefined {
		return this.#globals.behind(side, keys) ?? this.#through(side, replaced, write) ?? this.#kept(side, write);
	}

	/** The value comes out of a function that has been replaced. */
	#through(side: Site<Value>, replaced: readonly FunctionFacts[], { name }: SharedWrite): Witness | undefined {
		if (replaced.length === 0) return undefined;
		const frames = this.#models.provenance.roots(side, [{ kind: 'parts' }]).flatMap(root => framesOf(root.at.frame));
		const found = frames.find(frame => replaced.includes(frame.function));
		return found === undefined ? undefined : { steps: [stepAt(found.module, found.function)], api: name };
	}

	/** The value is made of what a module keeps. */
	#kept(side: Site<Value>, { origin, name }: SharedWrite): Witness | undefined {
		const { fact } = origin;
		const { root, path } = 'target' in fact ? chainOf(fact.target) : { root: undefined, path: [] };
		const written = root?.kind === 'reference' ? this.#variables.of({ module: origin.module, fact: root }) : undefined;
		if (written === undefined) return undefined;
		const reads = keptReadsBehind({ provenance: this.#models.provenance, rows: this.#models.rows, variables: this.#variables }, side);
		const isRead = reads.some(read => read.direct && read.variable.binding === written.binding && overlap(read.path, path));
		return isRead ? { steps: [], api: name } : undefined;
	}

	#isReadIn({ body }: TestCase, keys: readonly string[]): boolean {
		const { module } = body;
		return keys.length > 0 && functionsIn(body).some(fact => readOf(this.#models, body, { module, fact }, keys));
	}
}

interface Asked {
	readonly write: SharedWrite;
	readonly keys: readonly string[];
	/** Functions that it puts something else in the place of. */
	readonly replaced: readonly FunctionFacts[];
}

/** As the file is written, or at the same time; what runs in a process of its own sees nothing of it. */
function runsBehind({ call, concurrency }: TestCase, scope: Scope): boolean {
	return concurrency === 'process' || (concurrency === 'none' && call.start > scope.call.start);
}

function framesOf(frame: Frame | undefined): readonly Frame[] {
	return frame === undefined ? [] : [frame, ...framesOf(frame.call?.frame)];
}

function stepAt(module: Frame['module'], fact: FunctionFacts): Witness['steps'][number] {
	return { file: module.path, line: lineAt(module.facts, fact.start), text: fact.name ?? 'a function' };
}
