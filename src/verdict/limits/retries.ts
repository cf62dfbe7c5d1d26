import type { Bound } from '../../framework/bounds.ts';
import { at } from '../../provenance/walker.ts';
import type { Span, Value } from '../../syntax/facts.ts';
import type { Site } from '../../project/model.ts';
import type { Models } from '../models.ts';
import { isExplained } from './reasons.ts';

/** Retries that test code asks for without a reason beside them. */
export interface Retries {
	/** The option or the call. */
	readonly at: Span;
	/** The call where it is nothing but the retries: `jest.retryTimes(3)`. */
	readonly whole: boolean;
}

/** `text` is the linted file's own. */
export function* unexplainedRetries(file: Models & { readonly text: string }): Iterable<Retries> {
	const seen = new Set<number>();
	for (const bound of file.framework.bounds) {
		if (bound.bounds !== 'tries' || seen.has(bound.at.start) || !retries(file, bound.value) || hasReason(file, bound)) continue;
		seen.add(bound.at.start);
		yield { at: bound.at, whole: bound.of === 'all' && bound.at === bound.call };
	}
}

/** Whether anything but none is asked for. */
function retries({ provenance }: Pick<Models, 'provenance'>, value: Site<Value>): boolean {
	const roots = provenance.roots(value);
	return (
		roots.length === 0 ||
		roots.some(root => {
			if (root.kind !== 'made' || root.path.length > 0) return true;
			const { fact } = root.site;
			if (fact.kind === 'literal') return fact.value !== 0 && fact.value !== false && fact.value !== null && fact.value !== undefined;
			return (
				fact.kind !== 'object' ||
				fact.entries.some(
					entry =>
						entry.kind === 'spread' ||
						['count', 'runMode', 'openMode'].some(
							key => key === entry.key && retries({ provenance }, at(entry.value, root.site)),
						),
				)
			);
		})
	);
}

/** The reason may stand at the option, at the call, or where a function of the project gives the option. */
function hasReason({ module, text, project }: Models & { readonly text: string }, { at: place, call, value }: Bound): boolean {
	if (isExplained({ text, facts: module.facts }, 'tries', [place, { start: call.start, end: call.callee.end }])) return true;
	if (value.module === module) return isExplained({ text, facts: module.facts }, 'tries', [value.fact]);
	const written = project.text(value.module.file);
	return written !== undefined && isExplained({ text: written, facts: value.module.facts }, 'tries', [value.fact]);
}
