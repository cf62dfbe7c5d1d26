import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { LiteralValue, Value } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';
import type { RacedTimer } from './raced-timers.ts';

/** What a promise gives: a constant, or `undefined` where it gives nothing. */
export interface Given {
	readonly value: LiteralValue['value'];
}

/**
 * The constant that a promise of a timer is settled with, `value: undefined` where it is handed none: `sleep(20, 'late')`, `setTimeout(resolve, 20, 'late')`,
 * `setTimeout(() => { resolve('late'); }, 20)`. Undefined where it is not known.
 */
export function timerValue({ provenance }: Knowing, { row, call }: RacedTimer): Given | undefined {
	const { args } = call.fact;
	const handed = row.delay === undefined ? undefined : args[row.delay.argument + 1];
	if (row.effect === 'sleep') return known(handed);
	const callback = args[row.callback];
	if (callback?.kind === 'reference') return known(handed);
	const inside = callback?.kind === 'function' ? functionAt(call.module, callback.function) : undefined;
	const [only, ...others] = inside?.calls ?? [];
	return only === undefined || others.length > 0 || only.args.length > 1 ? undefined : known(only.args[0]);

	function known(argument: Value | undefined): Given | undefined {
		if (argument === undefined) return { value: undefined };
		const value = staticValue(provenance.roots, at(argument, call));
		return value === undefined ? undefined : { value };
	}
}
