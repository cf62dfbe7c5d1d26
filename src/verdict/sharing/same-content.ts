import type { Taking } from '../../effects/names/takings.ts';
import type { Field } from '../../effects/record.ts';
import { matchRows } from '../../provenance/match.ts';
import type { Root } from '../../provenance/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Models } from '../models.ts';

/** What a text is made from may be converted so often. */
const maxConversions = 3;

/** How deep what it is made from is looked into. */
const deepest = 16;

/** Whether files get nothing but a text that is written down, all of it at once: another run leaves them as this one does. */
export function keepTheirContent(models: Models, takings: readonly Taking[]): boolean {
	const contents = takings.map(({ content }) => (content === undefined ? undefined : textOf(models, content)));
	return contents.every(text => text !== undefined && text === contents[0]);
}

/** What tells a text that is written down from others: the text itself, or where the object stands that it is made from. */
function textOf(models: Models, { site, path }: Field, depth = 0): string | undefined {
	const { roots } = models.provenance;
	const value = staticValue(roots, site, path);
	if (typeof value === 'string') return `text ${value}`;
	const [root, ...others] = roots(site, path);
	if (root === undefined || others.length > 0) return undefined;
	if (root.kind === 'made' && (root.site.fact.kind === 'object' || root.site.fact.kind === 'array'))
		return isWritten(models, { site, path }, 0) ? `made ${root.site.module.file} ${root.site.fact.start}` : undefined;
	const converted = depth < maxConversions ? convertedIn(models, root) : undefined;
	return converted === undefined ? undefined : textOf(models, converted, depth + 1);
}

/** Whether all of a value stands in the code. */
function isWritten(models: Models, { site, path }: Field, depth: number): boolean {
	const { roots } = models.provenance;
	const [root, ...others] = depth > deepest ? [] : roots(site, path);
	if (root?.kind !== 'made' || others.length > 0 || root.path.length > 0) return false;
	const { fact } = root.site;
	const inside = fact.kind === 'array' ? fact.elements : fact.kind === 'object' ? fact.entries.map(({ value }) => value) : undefined;
	if (inside === undefined) return fact.kind === 'literal' || staticValue(roots, root.site) !== undefined;
	return inside.every(value => isWritten(models, { site: at(value, root.site), path: [] }, depth + 1));
}

/** `JSON.stringify(value)` */
function convertedIn({ rows, provenance }: Models, root: Root): Field | undefined {
	if (root.kind !== 'origin') return undefined;
	const [found] = matchRows(rows, provenance.roots, root.origin).filter(
		({ row, match, origin }) => row.effect === 'flow' && match.length === origin.steps.length,
	);
	const carried = found?.row.effect === 'flow' && found.row.carries.length === 1 ? found.row.carries[0] : undefined;
	const argument = typeof carried === 'number' ? found?.call?.fact.args[carried] : undefined;
	return argument === undefined || found?.call === undefined ? undefined : { site: at(argument, found.call), path: [] };
}
