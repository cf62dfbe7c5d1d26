import type { Site } from '../../project/model.ts';
import { heldBy } from '../../provenance/hooks.ts';
import type { Root } from '../../provenance/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Formula } from './draw.ts';
import { unknown } from './samples.ts';

export type FunctionRoot = Extract<Root, { kind: 'function' }>;

/** What a hook hands back, worked out: `useState(() => roll())`, `renderHook(useDice)`. What may be set later is unknown; undefined for other calls. */
export function heldFormula(
	{ roots }: Provenance,
	site: Site<Call>,
	read: (value: Site<Value>) => Formula,
	result: (root: FunctionRoot, call: Site<Call>) => Formula,
): Formula | undefined {
	const held = heldBy(roots, site);
	if (held === undefined) return undefined;
	const { value, call, row, path } = held;
	const isSet = row.setter !== undefined && roots(site, path).some(({ later }) => later !== undefined);
	const [only, ...others] = isSet ? [] : roots(value);
	const isCalled = row.gives === 'result' || (row.gives === 'first' && only?.kind === 'function');
	const known =
		isCalled && only?.kind === 'function' && others.length === 0 ? result(only, call) : isCalled || isSet ? () => unknown : read(value);
	return drawn => row.under.reduceRight<unknown>((inner, key) => (key === '0' ? [inner] : new Map([[key, inner]])), known(drawn));
}
