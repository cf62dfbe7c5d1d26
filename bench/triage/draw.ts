import { type Finding, keyOf } from './finding.ts';
import { shuffled } from './random.ts';

/** So many findings at random, of which no repository has more than its share, so that no one suite decides. */
export function draw<One extends Finding>(findings: readonly One[], seed: string, count: number, share: number): One[] {
	const most = Math.max(1, Math.floor(count * share));
	const taken = new Map<string, number>();
	return shuffled(findings, seed, keyOf)
		.filter(({ repository }) => {
			const own = (taken.get(repository) ?? 0) + 1;
			taken.set(repository, own);
			return own <= most;
		})
		.slice(0, count);
}
