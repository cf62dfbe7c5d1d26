import { orderedParts } from '../../assertions/order.ts';
import { spyAspect } from '../../assertions/spy-aspect.ts';
import { partsOf } from '../../effects/value-parts.ts';
import { type Witness, witnessOf } from '../../effects/witness.ts';
import type { Project, Site } from '../../project/model.ts';
import type { Root } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import { soleDefinition } from '../../syntax/definitions.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { waitsForOutside } from './own-waits.ts';
import { batchesBehind, batchesIn } from './side-by-side.ts';

/** Assertions on the order of a spy's calls, which callbacks that overlap make once something from outside has answered each of them. */
export function* racedCalls(models: Models, scope: Scope): Iterable<{ readonly claim: Claim; readonly witness: Witness }> {
	const told = models.assertionsIn(scope).flatMap(claim => toldBy(models, claim));
	if (told.length === 0) return;
	const made = [...batchesIn(models, scope), ...batchesBehind(models, scope)]
		.flatMap(({ callback, members }) => (callback?.fact.async === true ? members : []))
		.filter(call => waitsForOutside(call, models));
	for (const { claim, spy, isPlaced } of told) {
		if (isPlaced && !told.some(other => other.claim !== claim && other.isPlaced && areSame(models, other.spy, spy))) continue;
		const call = made.find(
			({ fact, ...place }) => areSame(models, at(fact.callee, place), spy) && fact.args.some(argument => hangsOnElement(argument)),
		);
		if (call !== undefined) yield { claim, witness: witnessOf('calls in callbacks that overlap', call) };
	}
}

interface Told {
	readonly claim: Claim;
	readonly spy: Site<Value>;
	/** About one call, by its place: it takes another such claim to tell that there are several. */
	readonly isPlaced: boolean;
}

function toldBy({ provenance }: Models, claim: Claim): readonly Told[] {
	if (claim.retried || claim.negated) return [];
	const told = spyAspect(claim, provenance);
	if (told?.aspect === 'nth') return [{ claim, spy: told.spy, isPlaced: true }];
	return told?.aspect === 'calls' && orderedParts(claim, provenance).length > 0 ? [{ claim, spy: told.spy, isPlaced: false }] : [];
}

/** Whether two values are one spy: what one call made, a function of the project, or what one module hands on, which the test has replaced. */
function areSame(models: Models, one: Site<Value>, other: Site<Value>): boolean {
	const names = namesOf(models, one);
	return namesOf(models, other).some(name => names.includes(name));
}

function namesOf({ provenance, project }: Models, site: Site<Value>): readonly string[] {
	const imported = importedBy(project, site);
	return imported === undefined ? provenance.roots(site).flatMap(root => nameOf(root) ?? []) : [imported];
}

/** `send` of `import { send } from './send'`, whatever stands for it in the test. */
function importedBy(project: Project, { fact, module }: Site<Value>): string | undefined {
	const [object, member] = fact.kind === 'member' && typeof fact.property === 'string' ? [fact.object, fact.property] : [fact, undefined];
	const only = soleDefinition(module.facts, object);
	if (only?.kind !== 'import' || (only.imported === '*') !== (member !== undefined)) return undefined;
	const resolution = project.resolve(only.source, module.file);
	return resolution.kind === 'file' ? `${resolution.file} ${member ?? only.imported}` : undefined;
}

function nameOf(root: Root): string | undefined {
	if (root.kind === 'function' && root.path.length === 0) return `${root.site.module.path}:${root.site.fact.start}`;
	if (root.kind !== 'origin') return undefined;
	const [last] = root.origin.steps.slice(-1);
	return last?.kind === 'call' ? `${last.site.module.path}:${last.site.fact.start}` : undefined;
}

/** Whether what a call is handed may be another thing in each callback: anything but what is written down. */
function hangsOnElement(argument: Value): boolean {
	if (argument.kind === 'literal' || argument.kind === 'function') return false;
	const parts = partsOf(argument);
	return parts.length === 0 ? argument.kind === 'reference' : parts.some(hangsOnElement);
}
