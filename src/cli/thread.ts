import { parentPort } from 'node:worker_threads';
import { openSessions, resultsIn, tasksOf } from './session.ts';
import type { Done, Work } from './threads.ts';
import { Turns } from './turns.ts';

const silent = { write: () => true };

/** Looks at tests beside the command, which says by itself what is to be said of the project's config. */
async function lookAt({ tests, options, cwd, turns: shared }: Work): Promise<void> {
	const tasks = tasksOf(await openSessions(tests, options, { cwd, out: silent, err: silent }));
	const turns = new Turns(shared);
	for (let turn = turns.take(); turn < tasks.length; turn = turns.take()) {
		const task = tasks[turn];
		const done: Done = { turn, results: task === undefined ? [] : await resultsIn(task) };
		parentPort?.postMessage(done);
	}
}

parentPort?.once('message', (work: Work) => void lookAt(work));
