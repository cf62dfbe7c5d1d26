import { isBelow } from '../../effects/names/path-name.ts';
import type { Taking } from '../../effects/names/takings.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { TestCase } from '../../framework/model.ts';
import { filePackages, fileReads } from '../../knowledge/file-reads.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { type Leftover, firstReaders } from './leftovers.ts';
import type { Models } from '../models.ts';
import { betweenTests, callsByName } from './resets.ts';
import { TestOrder, isJourney } from './test-order.ts';
import { isInOwnText } from '../own-text.ts';

/** Files that one test writes and that decide another, which neither writes nor makes them. */
export function leftFiles(models: Models): Iterable<Leftover> {
	return firstReaders([...readFiles(models)], (one, other) => one.name === other.name);
}

function* readFiles(models: Models): Iterable<Omit<Leftover, 'others'>> {
	const { module, effects } = models;
	if (!module.facts.sources.some(source => filePackages.has(source) || filePackages.has(`node:${source}`))) return;
	const tests = models.tests.filter(test => test.body.module === module && !test.modifiers.has('skip') && !test.modifiers.has('todo'));
	const order = new TestOrder(tests);
	const writers = tests.filter(test => effects.takesIn(test.body).some(isWrite)).reverse();
	for (const reader of tests) {
		const earlier = writers.filter(writer => order.isBefore(writer, reader));
		if (earlier.length === 0 || isJourney(reader, module)) continue;
		for (const read of readsIn(models, reader)) {
			const [argument] = read.fact.args;
			const path = argument === undefined ? undefined : effects.pathAt(at(argument, read));
			const found = path === undefined || takes(models, reader, path) ? undefined : writtenBefore(models, path, reader, earlier);
			if (found === undefined || path === undefined) continue;
			yield {
				name: shown(models, path),
				writer: found.writer,
				reader,
				read: models.placeIn(reader, read.fact),
				way: found.write.witness,
				build: undefined,
			};
			break;
		}
	}
}

/** Calls that read a file for a claim of a test. */
function readsIn(models: Models, reader: TestCase): Site<Call>[] {
	const sites = models
		.assertionsIn(reader)
		.flatMap(({ actual, expected }) => [actual, expected])
		.filter(site => site !== undefined && isInOwnText(models, site));
	return sites
		.flatMap(site => (site === undefined ? [] : valuesBehind(site)))
		.flatMap(({ module, fact }) => {
			if (fact.kind !== 'call') return [];
			const call = { module, fact };
			const isRead = models.provenance.origins(at(fact.callee, call)).some(({ from, steps }) => {
				const last = steps.findLast(step => step.kind === 'property');
				return filePackages.has(from) && last?.kind === 'property' && fileReads.has(last.name);
			});
			return isRead ? [call] : [];
		});
}

/** How many variables are looked through one after the other. */
const maxHops = 3;

/** A value, what stands inside it, and what the variables of its function in it were given. */
function valuesBehind(site: Site<Value>, hops = 0): Site<Value>[] {
	return valuesInside(site.fact).flatMap(value => {
		const binding = value.kind === 'reference' && hops < maxHops ? site.module.facts.bindings[value.binding] : undefined;
		const given = binding?.function === 0 ? [] : (binding?.definitions ?? []);
		return [
			at(value, site),
			...given.flatMap(each =>
				each.kind === 'value' && each.start < value.start ? valuesBehind(at(each.value, site), hops + 1) : [],
			),
		];
	});
}

function writtenBefore(
	models: Models,
	path: string,
	reader: TestCase,
	earlier: readonly TestCase[],
): { readonly writer: TestCase; readonly write: Taking } | undefined {
	for (const writer of earlier) {
		const taken = models.effects
			.takesIn(writer.body)
			.filter(({ what, name }) => what === 'path' && (name === path || isBelow(path, name)));
		const write = taken.findLast(each => isWrite(each) && each.name === path);
		if (write === undefined || taken.some(({ act, site }) => act === 'remove' && site.start > write.site.start)) continue;
		const between = betweenTests(models, writer, reader);
		if (
			between.some(
				body =>
					callsByName(body, models) ||
					models.effects.takesIn(body).some(({ name }) => name === path || isBelow(path, name) || isBelow(name, path)),
			)
		)
			continue;
		return { writer, write };
	}
	return undefined;
}

/** Whether a test makes, writes or removes the file, or a folder around it, itself. */
function takes({ effects }: Models, reader: TestCase, path: string): boolean {
	return effects.takesIn(reader.body).some(({ name }) => name === path || isBelow(path, name));
}

function isWrite({ what, act, generator }: Taking): boolean {
	return what === 'path' && act === 'write' && generator === undefined;
}

function shown({ project }: Models, path: string): string {
	return isBelow(path, project.root) ? path.slice(project.root.length + 1) : path;
}
