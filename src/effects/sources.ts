import type { ApiRow } from '../knowledge/row.ts';
import type { RowMatch } from '../provenance/match.ts';
import type { RowOf, SourceKind } from './model.ts';

/** Rows whose result is uncontrolled. */
export function isSource(match: RowMatch): match is RowMatch<RowOf<SourceKind>> {
	return isSourceRow(match.row);
}

/** Whether a row says that something is uncontrolled. */
export function isSourceRow(row: ApiRow): row is RowOf<SourceKind> {
	return row.effect === 'clock' || row.effect === 'random' || row.effect === 'order' || row.effect === 'log' || row.effect === 'ui-read';
}
