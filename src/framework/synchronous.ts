import { assertionWords, asynchronousWords } from '../knowledge/assertions/promise-words.ts';
import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';

/** Functions whose results are followed one inside the other. */
const maxDepth = 4;

/**
 * Whether a function is over when it returns: nothing can run between its statements. A function that gives back what may be a
 * promise is not.
 */
export function isSynchronousBody({ fact, module, frame }: Site<FunctionFacts>, provenance: Provenance, depth = 0): boolean {
	if (fact.async || fact.generator || fact.awaits.length > 0 || depth > maxDepth) return false;
	return fact.returns.every(({ value }) => isPlain({ module, fact: value, frame }, provenance, depth));
}

function isPlain(site: Site<Value>, provenance: Provenance, depth: number): boolean {
	const { fact: value } = site;
	switch (value.kind) {
		case 'literal':
		case 'template':
		case 'operation':
		case 'regexp':
		case 'array':
		case 'object':
		case 'class':
			return true;
		case 'call':
			return isPlainCall(site, provenance, depth);
		case 'choice':
			return value.options.every(option => isPlain(at(option, site), provenance, depth));
		default:
			return provenance.roots(site).every(root => root.kind === 'made' && root.path.length === 0);
	}
}

/** An assertion (`() => expect(x).toBe(1)`), or a function of the project that is synchronous itself. */
function isPlainCall(site: Site<Value>, provenance: Provenance, depth: number): boolean {
	if (site.fact.kind !== 'call') return false;
	const callees = provenance.roots(at(site.fact.callee, site));
	return (
		callees.length > 0 &&
		callees.every(root => {
			if (root.kind === 'function' && root.path.length === 0) return isSynchronousBody(root.site, provenance, depth + 1);
			if (root.kind !== 'origin') return false;
			const names = root.origin.steps.flatMap(step => (step.kind === 'property' ? [step.name] : []));
			return names.some(name => assertionWords.has(name)) && !names.some(name => asynchronousWords.has(name));
		})
	);
}
