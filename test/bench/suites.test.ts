import { describe, expect, it } from 'vitest';
import { differences, type Found, type Judged, readFindings, updated } from '../../bench/suites/findings.ts';

const known: readonly Judged[] = [
	{ at: 'a/test.js:3', rule: 'no-sleep', verdict: 'right', reason: 'It hopes.' },
	{ at: 'a/test.js:20', rule: 'no-sleep', verdict: 'wrong', reason: 'It does not.' },
];
const found: readonly Found[] = [
	{ at: 'a/test.js:20', rule: 'no-unfrozen-clock' },
	{ at: 'a/test.js:3', rule: 'no-sleep' },
];

describe('the findings in the suites', () => {
	it('differ where something is new or gone', () => {
		expect(differences(found, known)).toEqual(['new: a/test.js:20 no-unfrozen-clock', 'gone: a/test.js:20 no-sleep (it was wrong)']);
	});

	it('do not differ where all is as it was', () => {
		expect(differences(known, known)).toEqual([]);
	});

	it('keep their verdicts in a new list, in which each new one is to be judged', () => {
		const list = updated(found, known);
		expect(list).toEqual([known[0], { at: 'a/test.js:20', rule: 'no-unfrozen-clock', verdict: 'unjudged', reason: '' }]);
		expect(differences(found, list)).toEqual(['unjudged: a/test.js:20 no-unfrozen-clock']);
	});

	it('are listed by place', () => {
		expect(updated([...known].reverse(), known)).toEqual(known);
	});

	it('are all judged, with a reason', () => {
		expect(readFindings().filter(({ verdict, reason }) => verdict === 'unjudged' || reason === '')).toEqual([]);
	});
});
