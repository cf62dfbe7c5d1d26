import { subscribe } from 'node:diagnostics_channel';

import { afterEach, expect } from 'vitest';

/** Checks of rules that threw since the last test: where they are silent, they would look like rules that have nothing to say. */
const failures: unknown[] = [];
subscribe('deflake:failure', failure => failures.push(failure));

afterEach(() => {
	expect(failures.splice(0), 'no check of a rule throws').toEqual([]);
});
