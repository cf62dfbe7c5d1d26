import nodePath from 'node:path';

import { temporaryFolders } from '../../knowledge/environment-variables.ts';
import { type PathFunction, pathFunctions } from '../../knowledge/path-functions.ts';
import type { Project, Site } from '../../project/model.ts';
import { environmentVariable } from '../../provenance/environment-variable.ts';
import type { Origin, Path, Root, Step } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Flow } from '../flow.ts';
import { generatorOf } from '../random/generator.ts';
import type { Influence } from '../model.ts';
import type { Field } from '../record.ts';
import { Steps } from '../steps.ts';
import type { TakenName } from './taken-name.ts';
import type { Knowing } from '../knowing.ts';

/** What paths are told with. */
export interface Naming extends Knowing {
	readonly project: Project;
}

/** The folder for temporary files, wherever a machine has it. */
export const temp = '<tmp>';

/** The folder of the person who runs the tests. */
export const home = '<home>';

/** The path that a value says, in the folder for temporary files or in the project; undefined for any other, and where nobody can tell. */
export function pathName(naming: Naming, flow: Flow, { site, path }: Field): TakenName | undefined {
	const said = new Reading(naming, flow).read(site, path, 0);
	if (said === undefined || /:memory:|[?#\n]|^-/.test(said.text) || said.text === '') return undefined;
	const name = placed(said.text.replace(/^file:(?:\/\/(?=\/))?/, ''), naming.project.root);
	const { written, generator, unless } = said;
	return name === undefined ? undefined : { name, written, generator, relative: !isAbsolute(said.text), ...(unless && { unless }) };
}

/** The absolute path in the project, or the one in the folder for temporary files, or in that of a person. */
function placed(text: string, root: string): string | undefined {
	const full = text.startsWith(temp) || text.startsWith(home) ? nodePath.posix.normalize(text) : nodePath.resolve(root, text);
	if (isBelow(full, root) || isBelow(full, home)) return full;
	if (full === root) return undefined;
	const temporary = inTemp(full);
	return isBelow(temporary, temp) && !isBeside(temporary, inTemp(root)) ? temporary : undefined;
}

function inTemp(place: string): string {
	return place.replace(/^\/(?:var\/|private\/)*tmp(?=\/|$)/, temp);
}

/** Whether the project is kept in the same folder among the temporary files: then a path there is one of the checkout. */
function isBeside(temporary: string, root: string): boolean {
	const [, folder] = temporary.split('/');
	return root === `${temp}/${folder}` || isBelow(root, `${temp}/${folder}`);
}

export function isBelow(place: string, directory: string): boolean {
	return place.startsWith(`${directory}/`);
}

interface Said {
	readonly text: string;
	/** Where it was first more than the folder for temporary files; of a path in the project the whole of it, or what a caller in another file chose of it. */
	readonly written: Site<Value>;
	readonly generator: Influence | undefined;
	/** The environment variables that say another one. */
	readonly unless?: readonly string[] | undefined;
}

/** One question about a path. */
class Reading {
	readonly #naming: Naming;
	readonly #flow: Flow;
	readonly #steps = new Steps(16);

	constructor(naming: Naming, flow: Flow) {
		this.#naming = naming;
		this.#flow = flow;
	}

	read(site: Site<Value>, path: Path, depth: number): Said | undefined {
		if (!this.#steps.take(depth)) return undefined;
		const [root, ...others] = this.#naming.provenance.roots(site, path);
		if (root === undefined) return undefined;
		if (others.length > 0) return this.#ofSeveral([root, ...others], site, depth + 1);
		return this.#ofRoot(root, depth + 1) ?? this.#made(site, path);
	}

	#ofSeveral(roots: readonly Root[], site: Site<Value>, depth: number): Said | undefined {
		return roots.every(each => this.#isTemporary(each, depth))
			? { text: temp, written: site, generator: undefined }
			: this.#default(roots, depth);
	}

	/** `process.env.OUT ?? '/tmp/app'`: a path of its own, where no variable says another. */
	#default(roots: readonly Root[], depth: number): Said | undefined {
		const unless = roots.flatMap(root => environmentVariable(root) ?? []);
		const [root, ...others] = roots.filter(each => environmentVariable(each) === undefined);
		if (root === undefined || others.length > 0 || unless.length === 0) return undefined;
		const said = this.#ofRoot(root, depth);
		const isOwn = said !== undefined && placed(said.text, this.#naming.project.root)?.startsWith(`${temp}/`) === true;
		return isOwn ? { ...said, unless } : undefined;
	}

	/** `process.env.TMPDIR ?? '/tmp'` */
	#isTemporary(root: Root, depth: number): boolean {
		const steps = root.kind === 'origin' ? root.origin.steps.flatMap(step => (step.kind === 'property' ? [step.name] : [])) : [];
		if (steps.at(-2) === 'env' && temporaryFolders.has(steps.at(-1) ?? '')) return true;
		return [temp, '/tmp', '/tmp/'].includes(this.#ofRoot(root, depth)?.text ?? '');
	}

	/** A moment, as a part of a name: what else is left to chance is taken for unique. */
	#made(site: Site<Value>, path: Path): Said | undefined {
		const generator = generatorOf(this.#naming, this.#flow, { site, path });
		return generator?.kind === 'clock' ? { text: '*', written: site, generator } : undefined;
	}

	#ofRoot(root: Root, depth: number): Said | undefined {
		if (root.kind === 'origin') return this.#ofOrigin(root.origin, root.at, depth);
		if (root.kind !== 'made' || root.path.length > 0) return undefined;
		const { fact: value } = root.site;
		const inside = (part: Value): Said | undefined => this.read(at(part, root.site), [], depth);
		if (value.kind === 'literal')
			return typeof value.value === 'string' || typeof value.value === 'number'
				? { text: String(value.value), written: root.site, generator: undefined }
				: undefined;
		if (value.kind === 'operation' && value.operator === '+' && value.operands.length === 2)
			return this.#joined(value.operands.map(inside), texts => texts.join(''), root.site);
		if (value.kind !== 'template') return undefined;
		const pieces = value.quasis.flatMap((text, index): (Said | undefined)[] => [
			{ text, written: root.site, generator: undefined },
			...value.parts.slice(index, index + 1).map(inside),
		]);
		return this.#joined(pieces[0]?.text === '' ? pieces.slice(1) : pieces, texts => texts.join(''), root.site);
	}

	#ofOrigin(origin: Origin, place: Site<Value>, depth: number): Said | undefined {
		const found = functionOf(origin);
		if (found === undefined) return undefined;
		const { call, gives, asked } = found;
		const { project } = this.#naming;
		const args = call === undefined ? [] : call.fact.args.map(argument => this.read(at(argument, call), [], depth));
		if (asked !== undefined && args[0]?.text !== asked) return undefined;
		const said = (text: string): Said => ({ text, written: call ?? place, generator: undefined });
		switch (gives) {
			case 'temp':
				return said(temp);
			case 'home':
				return said(home);
			case 'cwd':
				return said(project.root);
			case 'directory':
				return said(nodePath.dirname(place.module.file));
			case 'file':
				return said(place.module.file);
			case 'separator':
				return said('/');
			case 'same':
				return args[0];
			case 'parent':
				return args[0] === undefined ? undefined : { ...args[0], text: nodePath.dirname(args[0].text) };
			case 'join':
				return this.#joined(args, texts => nodePath.join(...texts), call ?? place);
			case 'resolve':
				return this.#joined(args, resolved, call ?? place);
			case 'url':
				return args.length === 2 ? this.#joined([args[1], args[0]], besideBase, call ?? place) : args[0];
		}
	}

	/** Pieces as one text; undefined where one of them cannot be told. */
	#joined(pieces: readonly (Said | undefined)[], join: (texts: readonly string[]) => string, whole: Site<Value>): Said | undefined {
		const known = pieces.filter(piece => piece !== undefined);
		const [first] = known;
		if (first === undefined || known.length < pieces.length) return undefined;
		const { root } = this.#naming.project;
		const isNamed = placed(first.text.replace(/\/+$/, ''), root)?.startsWith(temp) === true;
		const naming = known.find(({ text }) => ![root, temp, home, '', '.'].includes(inTemp(text).replace(/\/+$/, '')));
		const written = naming !== undefined && isHandedIn(naming.written, whole) ? naming.written : isNamed ? first.written : whole;
		return {
			text: join(known.map(({ text }) => text)),
			written,
			generator: known.find(({ generator }) => generator !== undefined)?.generator,
			unless: known.find(({ unless }) => unless !== undefined)?.unless,
		};
	}
}

/** Whether a value stands in another file, of which a call leads to this place. */
function isHandedIn({ module }: Site<Value>, place: Site<Value>): boolean {
	if (module === place.module) return false;
	for (let call = place.frame?.call; call !== undefined; call = call.frame?.call) if (call.module === module) return true;
	return false;
}

function isAbsolute(text: string): boolean {
	return text.startsWith('/') || text.startsWith(temp) || text.startsWith(home);
}

interface FoundFunction extends PathFunction {
	readonly call: Site<Call> | undefined;
}

/** The function whose result, or the value, that the origin is; `.pathname` and `.href` of an address are the address. */
function functionOf({ from, steps }: Origin): FoundFunction | undefined {
	const plain = steps.filter(({ kind }) => kind !== 'await');
	const end = plain.findLastIndex(step => step.kind === 'call' || step.kind === 'construct');
	const rest = plain.slice(end + 1).flatMap(step => (step.kind === 'property' ? [step.name] : []));
	const step = plain[end];
	const call = step?.kind === 'call' || step?.kind === 'construct' ? step.site : undefined;
	const called = (end === -1 ? plain : plain.slice(0, end)).filter(isProperty).filter(({ name }) => name !== 'default');
	const name = called.at(-1)?.name;
	const found = pathFunctions.find(
		each =>
			each.from.includes(from) && (each.names.length === 0 ? called.length === 0 : name !== undefined && each.names.includes(name)),
	);
	if (found === undefined || !isWhole(found, called, end === -1 ? [] : rest)) return undefined;
	return { ...found, call };
}

function isProperty(step: Step): step is Extract<Step, { kind: 'property' }> {
	return step.kind === 'property';
}

/** Names that are short belong to what they are told of: `import.meta.url`, `process.cwd`, `globalThis.URL`. */
function isWhole({ gives, from }: PathFunction, called: readonly { readonly name: string }[], rest: readonly string[]): boolean {
	if (gives === 'url') return rest.length === 0 || (rest.length === 1 && ['pathname', 'href'].includes(rest[0] ?? ''));
	if (rest.length > 0) return false;
	if (!from.includes('global')) return true;
	return called.length === 1
		? !['dirname', 'filename', 'url'].includes(called[0]?.name ?? '')
		: ['import.meta', 'process'].includes(called[0]?.name ?? '');
}

/** `path.resolve`: what stands in front of the last absolute path does not count. */
function resolved(texts: readonly string[]): string {
	return nodePath.join(...texts.slice(Math.max(texts.findLastIndex(isAbsolute), 0)));
}

/** `new URL(text, base)`: beside the last part of the base, where that does not end with a slash. */
function besideBase([base = '', text = '']: readonly string[]): string {
	return nodePath.join(base.endsWith('/') ? base : nodePath.dirname(base), text);
}
