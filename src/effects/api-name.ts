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

function packageName(from: string): string {
	return (
		from
			.replace(/^node:/, '')
			.split('/')
			.at(-1) ?? from
	);
}
