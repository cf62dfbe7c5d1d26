import { asymmetricPackages } from '../../knowledge/assertions/asymmetric.ts';
import { dotted } from '../../provenance/match.ts';
import type { Origin } from '../../provenance/model.ts';
import { unknown } from './samples.ts';

type Means = 'text' | 'pattern' | 'anything';

/** A value that stands for all that it fits: `expect.stringMatching(/a/)`. */
export class Matching {
	readonly #means: { readonly kind: Means; readonly negated: boolean };
	readonly #argument: unknown;

	constructor(means: { readonly kind: Means; readonly negated: boolean }, argument: unknown) {
		this.#means = means;
		this.#argument = argument;
	}

	fits(value: unknown): boolean | undefined {
		const found = this.#finds(value);
		return found === undefined ? undefined : found !== this.#means.negated;
	}

	#finds(value: unknown): boolean | undefined {
		const argument = this.#argument;
		if (this.#means.kind === 'anything') return value !== null && value !== undefined;
		if (value === unknown || typeof value !== 'string') return undefined;
		if (argument instanceof RegExp) return argument.test(value);
		if (typeof argument !== 'string' || (this.#means.kind === 'pattern' && !/^\w*$/.test(argument))) return undefined;
		return value.includes(argument);
	}
}

const names: Readonly<Record<string, Means>> = { stringContaining: 'text', stringMatching: 'pattern', anything: 'anything' };
const packages: ReadonlySet<string> = new Set(asymmetricPackages);

/** What a call of an asymmetric matcher stands for (https://jestjs.io/docs/expect#asymmetric-matchers). */
export function matchingOf(origin: Origin): { readonly kind: Means; readonly negated: boolean } | undefined {
	if (!packages.has(origin.from) || origin.steps.some(({ kind }) => kind !== 'property')) return undefined;
	const [, negation, name] = /^(?:expect\.|jasmine\.)?(not\.)?(\w+)$/.exec(dotted(origin)) ?? [];
	const kind = name === undefined ? undefined : names[name];
	return kind === undefined ? undefined : { kind, negated: negation !== undefined };
}
