import { promisified } from '../../effects/promisified.ts';
import { usesOf } from '../../effects/uses.ts';
import { filePackages, fileReads } from '../../knowledge/file-reads.ts';
import { beforeWritten, ending, feeding, writeStream } from '../../knowledge/file-streams.ts';
import { waitingWords } from '../../knowledge/wait-words.ts';
import type { Module, Site } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import { entered } from '../../provenance/frames.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at } from '../../provenance/walker.ts';
import { isGiving } from '../../syntax/definitions.ts';
import type { Call, Definition, FunctionFacts, Span } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { nameOfCallee } from './dropped-calls.ts';
import type { Models } from '../models.ts';

/** Where a test reads a file that a stream of its own still writes: nobody waits until the stream is done. */
export interface UnfinishedFile {
	readonly read: Call;
	/** The variable that holds the stream, or what makes it. */
	readonly stream: string;
}

/** A stream that writes a file, and that nobody listens to. */
interface Stream {
	readonly call: Call;
	readonly name: string;
	readonly path: string;
}

export function* unfinishedFilesIn(models: Models): Iterable<UnfinishedFile> {
	const { module } = models;
	if (!module.facts.functions.some(({ calls }) => calls.some(call => isNamedSo(call, module)))) return;
	const told = new Set<Call>();
	for (const body of bodiesOf(models)) {
		const functions = functionsWithin(module.facts, body);
		const streams = functions.flatMap(({ calls }) => calls.flatMap(call => unwatched(models, call)));
		for (const { call: read, inside, path } of streams.length === 0 ? [] : readsIn(models, functions)) {
			const stream = streams.find(each => each.path === path && each.call.end < read.start);
			if (
				stream === undefined ||
				told.has(read) ||
				isTriedAgain(models, read, inside) ||
				isWaited(functions, stream.call, read, module)
			)
				continue;
			told.add(read);
			yield { read, stream: stream.name };
		}
	}
}

/** The functions of tests and hooks, and those of the file that they may call. */
function bodiesOf({ module, scopes }: Models): readonly FunctionFacts[] {
	const bodies = scopes.flatMap(({ body }) => (body.module === module ? [body.fact] : []));
	const helpers = module.facts.functions.filter(
		each =>
			each.parent === 0 && each.passedTo === undefined && !bodies.includes(each) && each.calls.some(call => isNamedSo(call, module)),
	);
	return [...bodies, ...helpers];
}

function isNamedSo({ callee }: Call, { facts }: Module): boolean {
	return callee.kind === 'reference'
		? facts.bindings[callee.binding]?.word === writeStream
		: callee.kind === 'member' && callee.property === writeStream;
}

function isStream(models: Models, call: Call): boolean {
	if (!isNamedSo(call, models.module)) return false;
	const site = { module: models.module, fact: call };
	if (isOfFiles(models, site, name => name === writeStream)) return true;
	return (
		call.callee.kind === 'member' &&
		models.provenance
			.origins(site)
			.some(
				({ from, steps }) =>
					filePackages.has(from) &&
					steps.at(-1)?.kind === 'call' &&
					steps.some(step => step.kind === 'property' && step.name === writeStream),
			)
	);
}

function isOfFiles({ provenance }: Models, { module, fact: call, ...site }: Site<Call>, isNamed: (name: string) => boolean): boolean {
	const { callee } = call;
	if (callee.kind === 'member' && !(typeof callee.property === 'string' && isNamed(callee.property))) return false;
	const origins = provenance.origins({ ...site, module, fact: callee });
	return [...origins, ...promisified(provenance, origins)].some(({ from, steps }) => {
		const last = steps.findLast(step => step.kind === 'property');
		return filePackages.has(from) && last?.kind === 'property' && isNamed(last.name);
	});
}

function pathOf({ effects }: Models, site: Site<Call>): string | undefined {
	const [argument] = site.fact.args;
	if (argument === undefined) return undefined;
	const path = at(argument, site);
	return effects.pathAt(path) ?? identityOf(path, 'ways');
}

function unwatched(models: Models, call: Call): readonly Stream[] {
	if (!isStream(models, call)) return [];
	const path = pathOf(models, { module: models.module, fact: call });
	if (path !== undefined && call.usage === 'argument' && call.outer?.args[0] === call && isPipe(call.outer))
		return [{ call, name: writeStream, path }];
	const binding = models.module.facts.bindings.findIndex(({ definitions }) => isHeldAlone(definitions, call));
	if (binding === -1) return [];
	const uses = usesOf(models.module, binding);
	const isHeeded = uses.some(
		use =>
			use.kind === 'escapes' ||
			use.kind === 'returned' ||
			use.kind === 'read' ||
			(use.kind === 'handed' ? !isPipe(use.call) : !isOnlyFed(use.call)),
	);
	return path === undefined || uses.length === 0 || isHeeded
		? []
		: [{ call, name: models.module.facts.bindings[binding]?.name ?? '', path }];
}

/** Methods that are called on it give it nothing new. */
function isHeldAlone(definitions: readonly Definition[], call: Call): boolean {
	const [only, ...others] = definitions.filter(isGiving);
	return only?.kind === 'value' && only.value === call && only.path.length === 0 && others.length === 0;
}

/** `source.pipe(stream)`, and nobody listens to what it gives, which is the stream. */
function isPipe({ callee, usage }: Call): boolean {
	return callee.kind === 'member' && callee.property === 'pipe' && usage === 'discarded';
}

/** Something is written, or it is to end, and no callback tells when that is done. */
function isOnlyFed({ callee, args, usage }: Call): boolean {
	if (usage !== 'discarded' || callee.kind !== 'member' || typeof callee.property !== 'string') return false;
	const { property } = callee;
	if (args.some(argument => argument.kind === 'function' || (ending.has(property) && argument.kind === 'reference' && args.length > 1)))
		return property === 'on' && isBeginning(args[0]);
	return feeding.has(property) && !(ending.has(property) && args.length === 1 && args[0]?.kind === 'reference');
}

function isBeginning(event: Call['args'][number] | undefined): boolean {
	return event?.kind === 'literal' && typeof event.value === 'string' && beforeWritten.has(event.value);
}

/** A call that reads a file, itself or by a function for tests that reads the file at its first parameter. */
interface Reading {
	readonly call: Call;
	readonly inside: FunctionFacts;
	readonly path: string | undefined;
}

function readsIn(models: Models, functions: readonly FunctionFacts[]): readonly Reading[] {
	return functions.flatMap(inside =>
		inside.calls.flatMap((call): Reading[] => {
			const site = { module: models.module, fact: call };
			if (isRead(models, site)) return [{ call, inside, path: pathOf(models, site) }];
			const read = readOfHelper(models, site);
			return read === undefined ? [] : [{ call, inside, path: pathOf(models, read) }];
		}),
	);
}

function isRead(models: Models, site: Site<Call>): boolean {
	return isOfFiles(models, site, name => fileReads.has(name));
}

/** The first thing that a function for tests asks of files, once and without waiting. */
function readOfHelper(models: Models, call: Site<Call>): Site<Call> | undefined {
	if (call.fact.args.length === 0 || call.fact.form !== 'call' || waitingWords.test(nameOfCallee(call.fact, call.module)))
		return undefined;
	const [root, ...others] = models.provenance.roots(at(call.fact.callee, call));
	if (
		root?.kind !== 'function' ||
		root.path.length > 0 ||
		others.length > 0 ||
		(root.site.module !== models.module && !isTestSupport(root.site.module))
	)
		return undefined;
	const frame = entered(root.site, call, root.receiver);
	const read = root.site.fact.calls.find(inner => isRead(models, at(inner, root.site)));
	const isLooped = root.site.fact.regions.some(
		({ loop, start, end }) => loop !== undefined && read !== undefined && start <= read.start && read.end <= end,
	);
	return frame === undefined || read === undefined || isLooped ? undefined : { module: root.site.module, fact: read, frame };
}

/** In a loop or what decides whether it goes on, or in an assertion that waits until it holds. */
function isTriedAgain(models: Models, read: Call, { regions }: FunctionFacts): boolean {
	const holds = ({ start, end }: Span): boolean => start <= read.start && read.end <= end;
	if (
		regions.some(
			region =>
				region.loop !== undefined &&
				(region.loop.iterable === undefined || !holds(region.loop.iterable)) &&
				(holds(region) || (region.test !== undefined && holds(region.test))),
		)
	)
		return true;
	return models.scopes.some(scope =>
		models
			.assertionsIn(scope)
			.some(({ retried, place, site }) => retried && (holds(place) || (site.module === models.module && holds(site.fact)))),
	);
}

/** Whether something that is called like a wait is awaited between: `await finished(source)`, `await waitForFile(path)`. */
function isWaited(functions: readonly FunctionFacts[], { end }: Call, { start }: Call, module: Module): boolean {
	return functions.some(({ calls }) =>
		calls.some(
			call => call.usage === 'awaited' && call.start > end && call.end <= start && waitingWords.test(nameOfCallee(call, module)),
		),
	);
}
