import type { Effects } from '../effects/effects.ts';
import type { SharedWrite } from '../effects/shared-writes.ts';
import type { Hook, TestCase } from '../framework/model.ts';

/** A write to shared state in a test or hook that runs beside others. */
export interface ConcurrentWrite {
	readonly scope: TestCase | Hook;
	readonly write: SharedWrite;
	/** Why others run at the same time, in the framework's words. */
	readonly reason: string;
}

/** In source order; of several writes to the same state in one test or hook the first. */
export function* concurrentWrites(tests: readonly TestCase[], hooks: readonly Hook[], effects: Effects): Iterable<ConcurrentWrite> {
	for (const test of tests) {
		if (test.concurrency === 'none') continue;
		const reason = test.concurrencyReason ?? 'its tests run at once';
		const seen = test.concurrency === 'process' ? 'process' : 'machine';
		for (const write of racing(test, effects)) {
			if (seen === 'process' || write.reach === 'machine') yield { scope: test, write, reason };
		}
	}
	for (const hook of hooks) {
		if (!hook.concurrent) continue;
		const [test] = tests.filter(each => each.concurrency === 'process');
		for (const write of racing(hook, effects)) yield { scope: hook, write, reason: test?.concurrencyReason ?? 'its tests run at once' };
	}
}

/** Writes that another test can see: not those that a body puts back before anything else can run. */
function racing({ body }: TestCase | Hook, effects: Effects): readonly SharedWrite[] {
	const writes = effects.sharedWritesIn(body);
	const isWhole = !body.fact.async && body.fact.awaits.length === 0 && body.fact.returns.every(({ value }) => value.kind === 'literal');
	const first = writes.filter((write, index) => writes.findIndex(({ key }) => key === write.key) === index);
	const own = first.filter(write => write.act === 'set' || !writes.some(({ act }) => act === 'set'));
	return isWhole ? own.filter(write => !isPutBack(write, writes)) : own;
}

function isPutBack(write: SharedWrite, writes: readonly SharedWrite[]): boolean {
	return writes.some(other => other !== write && (other.key === write.key || other.act === 'restore'));
}
