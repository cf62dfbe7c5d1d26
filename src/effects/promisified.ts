import { promisifiers } from '../knowledge/promise-classes.ts';
import type { Origin } from '../provenance/model.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';

const makers = promisifiers.flatMap(({ from, path }) => [from].flat().map(name => ({ name, pattern: parsePattern(path) })));

/** The functions of callbacks behind those that give a promise instead: `promisify(fs.mkdir)`. */
export function promisified(provenance: Provenance, origins: readonly Origin[]): readonly Origin[] {
	return origins.flatMap(origin => {
		const made = origin.steps.at(-1);
		if (
			made?.kind !== 'call' ||
			!makers.some(({ name, pattern }) => name === origin.from && matchPattern(pattern, origin)?.length === origin.steps.length)
		)
			return [];
		const [wrapped] = made.site.fact.args;
		return wrapped === undefined ? [] : provenance.origins(at(wrapped, made.site));
	});
}
