import type { Site } from '../../project/model.ts';
import type { RowMatch } from '../../provenance/match.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';

/**
 * Whether what a call tells is how far from the present a time is that is itself the present, moved: `moment().subtract(3, 'days').fromNow()`,
 * `formatDistanceToNow(new Date(Date.now() - day))`. Words for it are so rough that they stay the same from one reading to the next.
 */
export function tellsMovedPresent(found: RowMatch, matches: readonly RowMatch[], isReading: (site: Site<Value>) => boolean): boolean {
	if (found.row.effect !== 'clock' || found.row.distance !== true) return false;
	if (matches.some(other => other.row.effect === 'clock' && other.match.length < found.match.length)) return true;
	const [made] = found.match.calls;
	const [time] = made?.site?.fact.args ?? [];
	return made?.site !== undefined && time !== undefined && isReading(at(time, made.site));
}
