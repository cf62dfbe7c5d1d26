import { type Flow, createFlow } from '../../effects/flow.ts';
import { isSourceRow } from '../../effects/sources.ts';
import type { Witness } from '../../effects/witness.ts';
import type { RandomRow } from '../../knowledge/row.ts';
import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import type { Models } from '../models.ts';

/** Which of some globals, and parts of them, values depend on: the flow of the effects, to which nothing but these is uncontrolled. */
export class GlobalsBehind {
	readonly #models: Models;
	readonly #names: readonly string[];
	#flow: Flow | undefined;

	/** `keys`: of states, of which those of globals count. */
	constructor(models: Models, keys: readonly string[]) {
		this.#models = models;
		this.#names = [...new Set(keys.flatMap(nameOf))];
	}

	/** From a value, or from what it holds, to one of the globals. */
	behind(site: Site<Value>, keys: readonly string[]): Witness | undefined {
		const names = new Set(keys.flatMap(nameOf));
		if (names.size === 0) return undefined;
		this.#flow ??= createFlow(
			this.#models.provenance,
			this.#models.rows.changed(row => !isSourceRow(row), this.#names.map(rowOf)),
		);
		const found = this.#flow.behind(site, [{ kind: 'parts' }]).filter(({ row }) => row !== undefined && names.has(row.path));
		return found.find(({ source }) => this.#isReadLater(source))?.witness;
	}

	/** Not when the file is loaded: by what its modules, or its suites, do on their own. */
	#isReadLater({ module, fact }: Site<Value>): boolean {
		const [inner] = functionsAround(module.facts, fact);
		return inner !== undefined && inner.form !== 'module' && !this.#models.framework.suites.some(({ body }) => body.fact === inner);
	}
}

function nameOf(key: string): readonly string[] {
	const name = /^global:([\w$]+(?:\.[\w$]+)*)$/.exec(key)?.[1];
	return name === undefined ? [] : [name];
}

/** Nothing is known of what it will be. */
function rowOf(path: string): RandomRow {
	return {
		effect: 'random',
		collision: 'possible',
		from: 'global',
		path,
		see: 'https://tc39.es/ecma262/#sec-global-object',
		flaky: path,
	};
}
