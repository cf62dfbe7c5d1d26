import type { Frame, Site } from '../project/model.ts';
import { isGiving } from '../syntax/definitions.ts';
import type { Value } from '../syntax/facts.ts';
import { type Ask, staticValue } from './static-value.ts';
import { at, frameOf, functionAt } from './walker.ts';

/** How far one name is followed to another. */
const maxHops = 12;

/**
 * The same text for values that are the same object, as far as names tell; undefined where they do not. `names`: what a call gives
 * is a thing of its own, known by the variable that holds it. `ways`: the same calls with the same arguments give the same thing,
 * as locators do. `ask`: what is the same constant is the same argument, whether it is written down or has a name.
 */
export function identityOf(site: Site<Value>, by: 'names' | 'ways', ask?: Ask): string | undefined {
	return new Namer(by, ask).name(site, 0);
}

const mayBeConstant: ReadonlySet<Value['kind']> = new Set(['reference', 'member', 'template']);

class Namer {
	readonly #by: 'names' | 'ways';
	readonly #ask: Ask | undefined;

	constructor(by: 'names' | 'ways', ask: Ask | undefined) {
		this.#by = by;
		this.#ask = ask;
	}

	name(site: Site<Value>, hops: number): string | undefined {
		const { fact: value, module } = site;
		if (hops > maxHops) return undefined;
		const constant = this.#ask !== undefined && mayBeConstant.has(value.kind) ? staticValue(this.#ask, site) : undefined;
		if (constant !== undefined) return JSON.stringify(String(constant));
		switch (value.kind) {
			case 'reference':
				return this.#variable(site, value.binding, hops);
			case 'member':
				return typeof value.property === 'string'
					? joined(this.name(at(value.object, site), hops), `.${value.property}`)
					: undefined;
			case 'await':
				return this.name(at(value.value, site), hops);
			case 'global':
				return value.name;
			case 'this':
				return this.#receiver(site, hops);
			case 'literal':
				return JSON.stringify(String(value.value));
			case 'regexp':
				return `/${value.pattern}/${value.flags}`;
			case 'call': {
				if (this.#by === 'names' || value.form !== 'call') return `${module.path}:${value.start}`;
				const [callee, ...args] = [value.callee, ...value.args].map(part => this.name(at(part, site), hops + 1));
				return callee === undefined || args.includes(undefined) ? undefined : `${callee}(${args.join()})`;
			}
			case 'object': {
				const entries = value.entries.map(entry =>
					entry.kind === 'property' && typeof entry.key === 'string'
						? joined(`${entry.key}:`, this.name(at(entry.value, site), hops + 1))
						: undefined,
				);
				return entries.includes(undefined) ? undefined : `{${entries.join()}}`;
			}
			default:
				return undefined;
		}
	}

	#variable(site: Site<Value>, index: number, hops: number): string | undefined {
		const binding = site.module.facts.bindings[index];
		const [definition, ...others] = (binding?.definitions ?? []).filter(isGiving);
		const name = `${site.module.path}#${index}`;
		if (definition === undefined) return name;
		const writer = 'function' in definition ? functionAt(site.module, definition.function) : undefined;
		const frame = writer === undefined ? undefined : frameOf(writer, site.frame);
		const own = `${name}${wayOf(frame)}`;
		if (others.length > 0) return own;
		if (definition.kind === 'parameter') return this.#handed(site, definition, hops) ?? own;
		if (definition.kind !== 'value' || definition.path.length > 0) return own;
		const { value } = definition;
		const isName = value.kind === 'reference' || value.kind === 'member' || (this.#by === 'ways' && value.kind === 'call');
		return isName ? (this.name({ module: site.module, fact: value, frame }, hops + 1) ?? own) : own;
	}

	#handed(
		site: Site<Value>,
		{
			function: target,
			index,
			path,
			rest,
		}: { readonly function: number; readonly index: number; readonly path: readonly unknown[]; readonly rest: boolean },
		hops: number,
	): string | undefined {
		const owner = functionAt(site.module, target);
		const call = owner === undefined ? undefined : frameOf(owner, site.frame)?.call;
		const argument = call?.fact.args[index];
		return call === undefined || argument === undefined || argument.kind === 'spread' || path.length > 0 || rest
			? undefined
			: this.name(at(argument, call), hops + 1);
	}

	#receiver(site: Site<Value>, hops: number): string | undefined {
		let frame = site.frame;
		while (frame !== undefined && frame.receiver === undefined) frame = frame.lexical;
		return frame?.receiver === undefined ? undefined : this.name(frame.receiver, hops + 1);
	}
}

/** The calls that lead to a function: a variable of it is another one in each. */
function wayOf(frame: Frame | undefined): string {
	return frame?.call === undefined ? '' : `@${frame.call.fact.start}${wayOf(frame.call.frame)}`;
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
	return parts.includes(undefined) ? undefined : parts.join('');
}
