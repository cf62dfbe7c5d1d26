import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { type Case, casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

const shelf = {
	'shelf.ts': `
export const load = async (name: string) => ({ name, pages: await fetch('/' + name).then(answer => answer.json()) });
export const lend = (name: string) => ({ name, lentAt: Date.now(), day: new Date().toISOString().slice(0, 10) });
export const late = (since: number) => Date.now() - since > 60_000;
`,
};

interface Running {
	/** How the clock is faked. */
	readonly faking: string;
	readonly body: string;
	readonly imports?: string;
	readonly hook?: string;
}

const file = ({ faking, body, imports = `import { expect, test, vi } from 'vitest';`, hook = '' }: Running): Record<string, string> => ({
	'a.test.ts': `
${imports}
import { late, lend, load } from './shelf';
${hook}
test('lends', async () => {
	${faking}
	${body}
});
`,
	...shelf,
});
const marked = (claim: string, says = ''): string => `${claim}\n\t${underlined(claim)} ${says}`;
const exact = 'expect(lend("a").lentAt).toBe(5);';
const running = 'vi.useFakeTimers({ now: 5, shouldAdvanceTime: true });';

describe('a moment of a fake clock that goes on with the real time, behind a wait', () => {
	const waits = `await load('a');\n\t`;
	flags('that the test has set', file({ faking: running, body: waits + marked(exact, 'goes on with the real time here') }));
	flags('that the test sets afterwards', file({ faking: `vi.useFakeTimers({ shouldAdvanceTime: true });\n\tvi.setSystemTime(5);`, body: waits + marked(exact) }));
	flags('that a hook has set', file({ faking: '', hook: `beforeEach(() => { ${running} });`, imports: `import { beforeEach, expect, test, vi } from 'vitest';`, body: waits + marked(exact) }));
	flags('inside a record', file({ faking: running, body: waits + marked(`expect(lend('a')).toMatchObject({ name: 'a', lentAt: 5 });`) }));
	flags('of another reading', file({ faking: running, body: `const before = Date.now();\n\t${waits}${marked('expect(lend("a").lentAt).toBe(before);')}` }));
	flags('that started from the real time', file({ faking: `vi.useFakeTimers({ shouldAdvanceTime: true });`, body: `const before = Date.now();\n\t${waits}${marked('expect(lend("a").lentAt).toBe(before);')}` }));

	const jest: Pick<Running, 'imports'> = { imports: `import { expect, jest, test } from '@jest/globals';` };
	flags('with Jest', file({ ...jest, faking: 'jest.useFakeTimers({ now: 5, advanceTimers: true });', body: waits + marked(exact) }));
	flags('with Jest, by steps of a length', file({ ...jest, faking: 'jest.useFakeTimers({ now: 5, advanceTimers: 10 });', body: waits + marked(exact) }));
	flags('with sinon', file({ imports: `import { test } from 'mocha';\nimport { expect } from 'chai';\nimport sinon from 'sinon';`, faking: 'sinon.useFakeTimers({ now: 5, shouldAdvanceTime: true });', body: waits + marked('expect(lend("a").lentAt).to.equal(5);') }));
	flags('with timekeeper', file({ imports: `import { expect, test } from 'vitest';\nimport timekeeper from 'timekeeper';`, faking: 'timekeeper.travel(5);', body: waits + marked(exact) }));
	flags('by the settings', {
		'a.test.ts': file({ faking: 'vi.useFakeTimers();\n\tvi.setSystemTime(5);', body: waits + marked(exact) })['a.test.ts'] ?? '',
		...shelf,
		'vitest.config.ts': `export default { test: { fakeTimers: { shouldAdvanceTime: true } } };`,
	});

	for (const [title, other] of Object.entries<Running>({
		'of a clock that stands still': { faking: 'vi.useFakeTimers({ now: 5 });', body: waits + exact },
		'of one that is told so': { faking: 'vi.useFakeTimers({ now: 5, shouldAdvanceTime: false });', body: waits + exact },
		'of which nothing but the day is asked': { faking: running, body: `${waits}expect(lend('a').day).toBe('1970-01-01');` },
		'of a day that is compared with that of another reading': { faking: running, body: `const day = new Date().toISOString().slice(0, 10);\n\t${waits}expect(lend('a').day).toBe(day);` },
		'with a lower bound': { faking: running, body: `${waits}expect(lend('a').lentAt).toBeGreaterThanOrEqual(5);` },
		'of what is faked anew, and stands still': { faking: `${running}\n\tvi.useFakeTimers({ now: 5 });`, body: waits + exact },
		'of a date that another library holds': { faking: `${running}\n\tMockDate.set(5);`, imports: `import { expect, test, vi } from 'vitest';\nimport MockDate from 'mockdate';`, body: waits + exact },
		'of a stub': { faking: `${running}\n\tvi.spyOn(Date, 'now').mockReturnValue(5);`, body: waits + exact },
		'that is set behind the wait': { faking: running, body: `${waits}vi.setSystemTime(5);\n\t${exact}` },
		'that is read before anything is waited for': { faking: running, body: `const lent = lend('a');\n\t${waits}expect(lent.lentAt).toBe(5);` },
		'behind nothing but a step of the clock': { faking: running, body: `await vi.advanceTimersByTimeAsync(0);\n\t${exact}` },
		'that something is decided by': { faking: running, body: `${waits}expect(late(5)).toBe(false);` },
	}))
		allows(title, file(other));
});

describe('a fake clock that goes on with the real time, moved to shortly before something', () => {
	const stepping = (step: string, claim: string, faking = running, waits = `await load('a');`): Case =>
		file({
			faking,
			body: `const done = vi.fn();\n\tconst wait = Number(process.env.WAIT);\n\t${waits}\n\tsetTimeout(done, wait);\n\t${step}\n\t${claim}`,
		});
	const none = 'expect(done).not.toHaveBeenCalled();';
	for (const step of ['vi.advanceTimersByTime(wait - 1);', 'vi.advanceTimersByTime(wait - 10);', 'vi.advanceTimersByTime(4_999);']) {
		flags(step, stepping(marked(step, 'ms before what must not have happened'), none));
		allows(`${step}, where the clock stands still but for that`, stepping(step, none, 'vi.useFakeTimers();'));
		allows(`${step}, with nothing waited for in front of it`, stepping(step, none, running, ''));
		allows(`${step}, for what has happened`, stepping(step, 'expect(done).toHaveBeenCalled();'));
	}
	flags('in steps that are awaited', stepping(`await ${marked('vi.advanceTimersByTimeAsync(wait - 1);').replace('\t~', '\t      ~')}`, none));
	for (const step of ['vi.advanceTimersByTime(wait - 500);', 'vi.advanceTimersByTime(wait);', 'vi.advanceTimersByTime(4_000);', 'vi.advanceTimersByTime(wait - wait / 2);'])
		allows(step, stepping(step, none));
});
