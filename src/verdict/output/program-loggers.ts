import { apiName } from '../../effects/api-name.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { Witness } from '../../effects/witness.ts';
import type { Site } from '../../project/model.ts';
import { matchRows } from '../../provenance/match.ts';
import type { Root } from '../../provenance/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt, property } from '../../provenance/walker.ts';
import type { ClassMember, FunctionFacts, Value } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import type { Claim, Models } from '../models.ts';

/** How many methods make of an object that prints something a logger. */
const enough = 2;

/**
 * The way to the output, where an assertion counts the calls of a method of a logger that the program wrote for itself: several methods of one object
 * or class hand on what they are given to the console, or to a logger of a package. One that the test makes is its own.
 */
export function programLoggerBehind(models: Models, { actual, relation }: Claim): Witness | undefined {
	if (relation !== 'called-times' && relation !== 'nth-called-with') return undefined;
	for (const site of spiedMethods(models, actual)) {
		const printed = site.module === models.module ? undefined : printedBy(models, site);
		if (printed === undefined || siblingsOf(site).filter(each => printedBy(models, each) !== undefined).length < enough) continue;
		return {
			steps: [{ file: site.module.path, line: lineAt(site.module.facts, site.fact.start), text: site.fact.name ?? 'a function' }],
			api: printed,
		};
	}
	return undefined;
}

/** The functions that a spy watches, or that stand where it was put. */
function spiedMethods(models: Models, actual: Site<Value>): readonly Site<FunctionFacts>[] {
	const { provenance, rows } = models;
	const watched = (root: Root): readonly Root[] => {
		if (root.kind !== 'origin') return [root];
		const found = matchRows(rows, provenance.roots, root.origin).find(({ row }) => row.effect === 'flow' && row.member !== undefined);
		if (found?.row.effect !== 'flow' || found.row.member === undefined || found.call === undefined) return [];
		const [object, name] = [found.row.member.object, found.row.member.name].map(index => found.call?.fact.args[index]);
		const key = name === undefined ? undefined : staticValue(provenance.roots, at(name, found.call));
		return object === undefined || typeof key !== 'string' ? [] : provenance.roots(at(object, found.call), [property(key)]);
	};
	return provenance
		.roots(actual)
		.flatMap(watched)
		.flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : []));
}

/** The API that a function hands its own parameters on to, where it logs them. */
function printedBy({ provenance, rows }: Models, site: Site<FunctionFacts>): string | undefined {
	for (const call of site.fact.calls) {
		if (call.callee.kind !== 'member' || !call.args.some(argument => holdsParameter(argument, site))) continue;
		for (const origin of provenance.origins(at(call.callee, site))) {
			const found = matchRows(rows, provenance.roots, origin).find(
				({ row }) => row.effect === 'log' && row.stream !== 'child-stdout',
			);
			if (found !== undefined) return apiName(found.origin, found.match);
		}
	}
	return undefined;
}

function holdsParameter(value: Value, { module, fact }: Site<FunctionFacts>): boolean {
	return [...valuesInside(value)].some(
		each =>
			each.kind === 'reference' &&
			module.facts.bindings[each.binding]?.definitions.some(
				definition => definition.kind === 'parameter' && functionAt(module, definition.function) === fact,
			) === true,
	);
}

/** The methods of the class, or of the object, that a function is a method of. */
function siblingsOf(site: Site<FunctionFacts>): readonly Site<FunctionFacts>[] {
	const { module, fact } = site;
	const index = module.facts.functions.indexOf(fact);
	const members = module.facts.classes
		.find(({ members: all }) => all.some(member => isFunction(member.value, index)))
		?.members.map(({ value }: ClassMember) => value);
	const values = members ?? objectAround(site, index) ?? [];
	return values.flatMap(value => {
		const sibling = value.kind === 'function' ? functionAt(module, value.function) : undefined;
		return sibling === undefined ? [] : [{ module, fact: sibling }];
	});
}

function isFunction(value: Value, index: number): boolean {
	return value.kind === 'function' && value.function === index;
}

/** Of what a variable, an export or a call is given. */
function objectAround({ module: { facts } }: Site<FunctionFacts>, index: number): readonly Value[] | undefined {
	const given = [
		...facts.bindings.flatMap(({ definitions }) => definitions.flatMap(each => (each.kind === 'value' ? [each.value] : []))),
		...facts.exports.flatMap(each => (each.kind === 'value' ? [each.value] : [])),
	];
	for (const value of given.flatMap(each => [...valuesInside(each)])) {
		const entries = value.kind === 'object' ? value.entries.map(entry => entry.value) : [];
		if (entries.some(entry => isFunction(entry, index))) return entries;
	}
	return undefined;
}
