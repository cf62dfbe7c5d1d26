import type { Influence } from '../../effects/model.ts';
import type { Clock } from '../../framework/model.ts';

/** Whether a reading is of a clock that nothing controls. */
export function isRealClock({ kind, row, api }: Influence, clock: Clock): boolean {
	if (kind !== 'clock' || row?.effect !== 'clock') return false;
	if (row.faked !== true) return true;
	if (row.clock === 'monotonic') return !clock.monotonic;
	return !(api === 'Date.now' ? clock.dateNow : clock.date);
}
