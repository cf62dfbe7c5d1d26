import type { Origin } from '../provenance/model.ts';
import type { Match } from '../provenance/pattern.ts';

/** Steps of rows' paths that stand for what a test is handed over. */
const unwritten: ReadonlySet<string> = new Set(['default', 'fixtures', 'codeceptjs', 'CapturedOutput', 'ChildOutput']);

/** How a reader would write what a row matched: `new Date`, `Date.now`, `PrismaClient.user.findMany`. */
export function apiName({ from, steps }: Origin, match?: Match): string {
	const taken = steps.slice(0, match?.length ?? steps.length);
	const names = taken.flatMap(step => (step.kind === 'property' && !unwritten.has(step.name) ? [step.name] : []));
	const last = taken.findLast(step => step.kind !== 'await' && step.kind !== 'parts');
	const name = names.length > 0 ? names.join('.') : packageName(from);
	return last?.kind === 'construct' && last.site !== undefined ? `new ${name}` : name;
}

/** A wait as a reader would write it: at the end of a chain it is what the chain begins with that waits, `t.wait` of `t.click('#save').wait(100)`. */
export function waitName({ from, steps }: Origin, match: Match): string {
	const last = steps.slice(0, match.length).findLastIndex(({ kind }) => kind === 'property');
	const isLink = (index: number): boolean => index < last && steps[index + 1]?.kind === 'call';
	const links = steps.findIndex(({ kind }, index) => kind === 'property' && isLink(index));
	const kept = links <= 0 ? steps : steps.filter((_, index) => index < links || index >= last);
	return apiName({ from, steps: kept }, { ...match, length: match.length - (steps.length - kept.length) });
}

function packageName(from: string): string {
	return (
		from
			.replace(/^node:/, '')
			.split('/')
			.at(-1) ?? from
	);
}
