import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import { matchRows } from '../../provenance/match.ts';
import type { Origin, Path, Root, Step } from '../../provenance/model.ts';
import { at, frameOf, functionAt } from '../../provenance/walker.ts';
import { soleDefinition } from '../../syntax/definitions.ts';
import type { ReferenceValue, Value } from '../../syntax/facts.ts';
import { calledBy } from '../called-bodies.ts';
import type { Flow } from '../flow.ts';
import type { Influence } from '../model.ts';
import type { Field } from '../record.ts';
import { isSource } from '../sources.ts';
import { Steps } from '../steps.ts';
import type { Knowing } from '../knowing.ts';

/**
 * What makes a value that two records can share: the clock or a generator of few values, where nothing else in the value can tell
 * records apart. A value with a part that is not understood (a counter, a worker's id, an unknown function) or never the same twice
 * (a UUID) has none.
 */
export function generatorOf(knowing: Knowing, flow: Flow, { site, path }: Field): Influence | undefined {
	const influences = flow.behind(site, [...path, { kind: 'parts' }]);
	const made = influences.filter(({ kind, measured }) => kind === 'clock' || (kind === 'random' && measured !== true));
	const [first] = made;
	const mixes = made.some(({ kind }) => kind === 'clock') && made.some(({ kind }) => kind === 'random');
	if (first === undefined || mixes) return undefined;
	return isUnderstood({ knowing, steps: new Steps(24) }, site, path, 0) ? first : undefined;
}

interface Asking {
	readonly knowing: Knowing;
	readonly steps: Steps;
}

/** Whether all that a value is computed from is constant, or comes from generators whose results can be the same. */
function isUnderstood(asking: Asking, site: Site<Value>, path: Path, depth: number): boolean {
	if (!asking.steps.take(depth)) return false;
	const all = (values: readonly Value[], place: Site<unknown>): boolean =>
		values.every(value => isUnderstood(asking, at(value, place), [], depth + 1));
	const { fact: value } = site;
	switch (value.kind) {
		case 'literal':
		case 'regexp':
			return true;
		case 'template':
			return all(value.parts, site);
		case 'operation':
			return all(value.operands, site);
		case 'array':
			return all(value.elements, site);
		case 'object':
			return all(
				value.entries.map(entry => entry.value),
				site,
			);
		case 'choice':
			return all(value.options, site);
		case 'await':
		case 'spread':
			return all([value.value], site);
		case 'reference':
			return isVariableUnderstood(asking, at(value, site), path, depth);
		default:
			return areRootsUnderstood(asking, site, path, depth);
	}
}

/** A variable that is given several values may count: it is not understood. */
function isVariableUnderstood(asking: Asking, site: Site<ReferenceValue>, path: Path, depth: number): boolean {
	const definition = soleDefinition(site.module.facts, site.fact);
	if (definition === undefined) return false;
	if (definition.kind !== 'value' || definition.path.length > 0) return areRootsUnderstood(asking, site, path, depth);
	const owner = functionAt(site.module, definition.function);
	return isUnderstood(
		asking,
		{ module: site.module, fact: definition.value, frame: owner === undefined ? undefined : frameOf(owner, site.frame) },
		path,
		depth + 1,
	);
}

function areRootsUnderstood(asking: Asking, site: Site<Value>, path: Path, depth: number): boolean {
	const results = path.length === 0 && site.fact.kind === 'call' ? resultsOf(asking.knowing, site) : [];
	if (results.length > 0) return results.every(result => isUnderstood(asking, result, [], depth + 1));
	const [root, ...others] = asking.knowing.provenance.roots(site, path);
	return root !== undefined && others.length === 0 && isRootUnderstood(asking, root, site, depth);
}

/** What a function of the project returns for this call. */
function resultsOf({ provenance }: Knowing, site: Site<Value>): Site<Value>[] {
	if (site.fact.kind !== 'call' || site.fact.form !== 'call') return [];
	const call = at(site.fact, site);
	return provenance.roots(at(site.fact.callee, site)).flatMap(root => {
		const body = root.kind === 'function' ? calledBy(root) : undefined;
		const frame = body === undefined || root.kind !== 'function' ? undefined : entered(body, call, root.receiver);
		return body === undefined || frame === undefined
			? []
			: body.fact.returns.map(({ value }): Site<Value> => ({ module: body.module, fact: value, frame }));
	});
}

function isRootUnderstood(asking: Asking, root: Root, site: Site<Value>, depth: number): boolean {
	if (root.kind === 'made')
		return (
			(root.site.fact !== site.fact || root.path.length > 0) &&
			isUnderstood(asking, root.site, [], depth + 1) &&
			areArgumentsUnderstood(asking, root.path, depth)
		);
	return root.kind === 'origin' && isOriginUnderstood(asking, root.origin, depth);
}

/** A generator whose results can be the same, or a function that only computes, with understood arguments. */
function isOriginUnderstood(asking: Asking, origin: Origin, depth: number): boolean {
	const found = matchRows(asking.knowing.rows, asking.knowing.provenance.roots, origin).find(
		match => isSource(match) || match.row.effect === 'flow',
	);
	if (found?.row.effect === 'random' && found.row.collision === 'never') return false;
	return found !== undefined && areArgumentsUnderstood(asking, found.origin.steps, depth);
}

function areArgumentsUnderstood(asking: Asking, steps: readonly Step[], depth: number): boolean {
	return steps.every(step => {
		if (step.kind !== 'call' && step.kind !== 'construct') return true;
		const { site } = step;
		return site === undefined || site.fact.args.every(argument => isUnderstood(asking, at(argument, site), [], depth + 1));
	});
}
