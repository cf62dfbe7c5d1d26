import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Suite } from './suite.ts';

/** What a child process sends before it ends; it ends well or this rejects. */
export function answerOf(
	child: 'timed-child' | 'profiled-child',
	args: readonly string[],
	suite: Suite,
	execArgv: readonly string[] = [],
): Promise<unknown> {
	const file = fileURLToPath(new URL(`${child}.js`, import.meta.url));
	return new Promise((resolve, reject) => {
		let answer: unknown;
		fork(file, [...args, JSON.stringify(suite)], { execArgv: [...execArgv] })
			.once('message', message => {
				answer = message;
			})
			.once('error', reject)
			.once('exit', (code, signal) => {
				if (code === 0 && answer !== undefined) resolve(answer);
				else reject(new Error(`${child} ${args.join(' ')} on ${suite.name} ended with ${String(code ?? signal)}`));
			});
	});
}
