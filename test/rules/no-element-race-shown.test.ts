import { describe } from 'vitest';

import rule from '../../rules/no-element-race.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-element-race', rule);
const options = { shown: true };

/** A component with a button that saves, and a note that shows that it was done. */
const form = (handler: string, shown = `{state === 'saved' && <p data-testid="note">All saved</p>}`): string => `
import { useEffect, useState } from 'react';
export const later = (value, ms) => new Promise(resolve => setTimeout(() => resolve(value), ms));
export function Form({ save }) {
	const [state, setState] = useState('idle');
	${handler}
	return <><button onClick={submit}>Save</button><i>Form</i>${shown}</>;
}`;

const awaiting = form(`const submit = async () => { setState('saving'); await save(1); setState('saved'); };`);

/** A test that renders it with a stand-in. */
const test = (claims: string, { program = awaiting, save = 'vi.fn(() => later(1, 5))', before = '' } = {}): Record<string, string> => ({
	'test/form.test.tsx': `
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { flushPromises } from '@vue/test-utils';
import { expect, test, vi } from 'vitest';
import { Form, later } from '../src/form';
test('saves', async () => {
	const user = userEvent.setup();
	const save = ${save};
	${before}
	render(<Form save={save} />);
	${claims}
});`,
	'src/form.tsx': program,
});

const click = `await user.click(screen.getByText('Save'));`;
const claim = `expect(screen.getByText('All saved')).toBeVisible();`;
const told = (line = claim, tail = ''): string => `${line}\n\t${underlined(line)} ${tail}`;

describe('what a component shows behind a timer or a request, asked for once', () => {
	flags('behind an act of a user', test(`${click}\n\t${told(claim, 'shows only when `setTimeout` is over (src/form.tsx:6), and nothing before it waits for that: how long both take is not known. Wait for it: `await findByText`')}`), { options });
	flags('behind a wait for what begins it', test(`fireEvent.click(screen.getByText('Save'));\n\tawait waitFor(() => expect(save).toHaveBeenCalled());\n\t${told()}`), { options });
	flags('behind a look for what was there before', test(`fireEvent.click(screen.getByText('Save'));\n\tawait screen.findByText('Form');\n\t${told()}`), { options });
	flags('behind an act that nothing is awaited in', test(`await act(async () => { fireEvent.click(screen.getByText('Save')); });\n\t${told()}`), { options });
	flags('by a test id', test(`${click}\n\t${told(`expect(screen.getByTestId('note')).toBeVisible();`)}`), { options });
	flags('by a pattern', test(`${click}\n\t${told(`expect(screen.getByText(/all saved/i)).toBeVisible();`)}`), { options });
	flags('by a query that may find nothing', test(`${click}\n\t${told(`expect(screen.queryByText('All saved')).toBeInTheDocument();`)}`), { options });

	const programs: Record<string, string> = {
		'a callback of a promise': form(`const submit = () => save(1).then(() => setState('saved'));`),
		'a timer': form(`const submit = () => { setTimeout(() => setState('saved'), 20); };`),
		'a request': form(`const submit = async () => { await fetch('/save'); setState('saved'); };`),
		'a body of a request': form(`const submit = () => { fetch('/save').then(response => response.json()).then(() => setState('saved')); };`),
		'a function that waits': form(`const send = async () => { await later(1, 5); }; const submit = async () => { await send(); setState('saved'); };`),
		'a wait that may fail': form(`const submit = async () => { try { await save(1); setState('saved'); } catch { setState('failed'); } };`),
		'a choice': form(`const submit = async () => { await save(1); setState('saved'); };`, `{state === 'idle' ? <b>Not yet</b> : <p>All saved</p>}`),
		'a state that is a text': form(`const submit = async () => { await save(1); setState('All saved'); };`, `<p>{state}</p>`),
		'a list': form(`const submit = async () => { const found = await save(1); setRows(found); };\n\tconst [rows, setRows] = useState([]);`, `{rows.map(row => <p key={row}>All saved</p>)}`),
		'a variable': form(`const submit = async () => { await save(1); setState('saved'); };\n\tconst isSaved = state === 'saved';`, `{isSaved ? <p>All saved</p> : null}`),
		'an effect': form(`const submit = () => {};\n\tuseEffect(() => { const load = async () => { await save(1); setState('saved'); }; void load(); }, [save]);`),
		'an earlier exit': `
import { useState } from 'react';
export const later = (value, ms) => new Promise(resolve => setTimeout(() => resolve(value), ms));
export function Form({ save }) {
	const [isSaved, setIsSaved] = useState(false);
	if (!isSaved) return <button onClick={async () => { await save(1); setIsSaved(true); }}>Save</button>;
	return <p>All saved</p>;
}`,
	};
	for (const [name, program] of Object.entries(programs)) flags(`behind ${name}`, test(`${click}\n\t${told()}`, { program }), { options });

	flags('behind a request that is answered on its way', { ...test(`${click}\n\t${told()}`, { program: programs['a request'] ?? '' }), 'vitest.config.ts': `export default { test: { setupFiles: ['./setup.ts'] } };`, 'setup.ts': `import { setupServer } from 'msw/node';\nsetupServer().listen();` }, { options });
	flags('what goes then', test(`${click}\n\t${told(`expect(screen.queryByText('Not yet')).not.toBeInTheDocument();`, '`setTimeout` is over (src/form.tsx:6), and nothing before it waits for that: how long both take is not known. Put it into `waitFor`.')}`, { program: programs['a choice'] ?? '' }), { options });
	const spied = { program: `export const api = { send: async () => {} };` + (programs['a function that waits'] ?? '').replace('const send = async () => { await later(1, 5); }; ', '').replace('send()', 'api.send()') };
	const spying = (does: string): string => `const { api } = await import('../src/form');\n\tconst send = vi.spyOn(api, 'send').mockImplementation(${does});`;
	flags('what is put in the place of a function', test(`fireEvent.click(screen.getByText('Save'));\n\tawait waitFor(() => expect(send).toHaveBeenCalled());\n\t${told()}`, { ...spied, before: spying('() => later(1, 5)') }), { options });
	allows('what answers at once in the place of a function', test(`${click}\n\t${claim}`, { ...spied, before: spying('async () => {}') }), { options });
	flags('what another function stands for where it is left out', test(`${click}\n\t${told()}`, { program: awaiting.replace('{ save }', `{ save = () => fetch('/save') }`) }), { options });
	flags('in a component inside another', {
		...test(`${click}\n\t${told()}`),
		'src/form.tsx': awaiting.replace('function Form', 'function Inner') + `\nexport const Form = ({ save }) => <main><Inner save={save} /></main>;`,
	}, { options });

	flags('with a query that waits in its place', test(`${click}\n\t${told()}`), {
		options,
		mends: { 'Wait until it is there.': test(`${click}\n\texpect(await screen.findByText('All saved')).toBeVisible();`)['test/form.test.tsx'] ?? '' },
	});

	allows('where the option is off', test(`${click}\n\t${claim}`));
	const silent: Record<string, Record<string, string>> = {
		'a query that waits': test(`${click}\n\texpect(await screen.findByText('All saved')).toBeVisible();`),
		'a wait for it': test(`${click}\n\tawait waitFor(() => ${claim.replace(';', '')});\n\t${claim}`),
		'a look for it before': test(`${click}\n\tawait screen.findByText('All saved');\n\t${claim}`),
		'a wait of a length of its own': test(`${click}\n\tawait later(1, 50);\n\t${claim}`),
		'an act that waits': test(`${click}\n\tawait act(async () => { await later(1, 50); });\n\t${claim}`),
		'a helper that is awaited': test(`${click}\n\tawait settle();\n\t${claim}`),
		'a stand-in that answers at once': test(`${click}\n\t${claim}`, { save: 'vi.fn(async () => 1)' }),
		'a stand-in that is told its answer': test(`${click}\n\t${claim}`, { save: 'vi.fn().mockResolvedValue(1)' }),
		'a stand-in that is told to answer otherwise': test(`save.mockResolvedValueOnce(1);\n\t${click}\n\t${claim}`),
		'a timer of no length': test(`${click}\n\t${claim}`, { save: 'vi.fn(() => later(1, 0))' }),
		'a request that the test answers': test(`${click}\n\t${claim}`, { program: programs['a request'] ?? '', before: `vi.stubGlobal('fetch', vi.fn(async () => new Response()));` }),
		'a request that a package answers': { ...test(`${click}\n\t${claim}`, { program: programs['a request'] ?? '' }), 'vitest.config.ts': `export default { test: { setupFiles: ['./setup.ts'] } };`, 'setup.ts': `import fetchMock from 'fetch-mock';\nfetchMock.mockGlobal();` },
		'a request that a setup file answers': { ...test(`${click}\n\t${claim}`, { program: programs['a request'] ?? '' }), 'vitest.config.ts': `export default { test: { setupFiles: ['./setup.ts'] } };`, 'setup.ts': `globalThis.fetch = async () => new Response();` },
		'timers that the test moves': test(`${click}\n\t${claim}`, { before: 'vi.useFakeTimers();' }),
		'what is never there without a wait': test(`fireEvent.click(screen.getByText('Save'));\n\t${claim}`),
		'what nothing has begun': test(`await screen.findByText('Form');\n\t${claim}`),
		'what is set at once as well': test(`${click}\n\t${claim}`, { program: form(`const submit = async () => { setState('saved'); await save(1); setState('saved'); };`) }),
		'what may be set at once': test(`${click}\n\t${claim}`, { program: form(`const submit = async () => { setState(next()); await save(1); setState('saved'); };`) }),
		'what is set where a wait may be left out': test(`${click}\n\t${claim}`, { program: form(`const submit = async () => { if (save.needed) await save(1); setState('saved'); };`) }),
		'what others set': test(`${click}\n\t${claim}`, { program: form(`register(setState);\n\tconst submit = async () => { await save(1); setState('saved'); };`) }),
		'what is there from the start': test(`${click}\n\t${claim}`, { program: form(`const submit = async () => { await save(1); setState('saved'); };`, `{state !== 'failed' && <p>All saved</p>}`) }),
		'what is shown elsewhere too': test(`${click}\n\t${claim}`, { program: form(`const submit = async () => { await save(1); setState('saved'); };`, `{state === 'saved' ? <p>All saved</p> : <b>All saved</b>}`) }),
		'another text': test(`${click}\n\texpect(screen.getByText('Form')).toBeVisible();`),
		'what is not there yet': test(`${click}\n\texpect(screen.queryByText('All saved')).toBeNull();`),
		'a component that is not known': test(`${click}\n\t${claim}`, { program: `export { Form, later } from 'forms';` }),
	};
	for (const [name, files] of Object.entries(silent)) allows(name, files, { options });
});

describe('what a component calls behind a timer or a request, asked for once', () => {
	const calling = (handler: string, shown = ''): string => `
import { useState } from 'react';
export const later = (value, ms) => new Promise(resolve => setTimeout(() => resolve(value), ms));
export function Form({ save, onSaved }) {
	${handler}
	return <><button onClick={submit}>Save</button>${shown}</>;
}`;
	const done = `expect(onSaved).toHaveBeenCalled();`;
	const files = (claims: string, program: string): Record<string, string> => ({
		'test/form.test.tsx': (test(claims, { before: 'const onSaved = vi.fn();' })['test/form.test.tsx'] ?? '').replace('<Form ', '<Form onSaved={onSaved} '),
		'src/form.tsx': program,
	});
	const waiting = calling(`const submit = async () => { const order = await save(1); onSaved?.(order); };`);
	const begun = `fireEvent.click(screen.getByText('Save'));\n\tawait waitFor(() => expect(save).toHaveBeenCalled());`;

	flags('behind an act of a user', files(`${click}\n\t${told(done, 'asks once whether `onSaved` was called, which the component does only when `setTimeout` is over (src/form.tsx:5)')}`, waiting), { options });
	flags('once, where the same is known by names', files(`${click}\n\t${told(done, 'asks once whether `onSaved`')}`, waiting), { options: { shown: true, handled: true } });
	flags('behind a wait for what begins it', files(`${begun}\n\t${told(done)}`, waiting), { options });
	allows('what begins it', files(`${click}\n\texpect(save).toHaveBeenCalled();`, waiting), { options });
	allows('a wait for it', files(`${begun}\n\tawait waitFor(() => expect(onSaved).toHaveBeenCalled());\n\t${done}`, waiting), { options });
	allows('that it was not called yet', files(`${click}\n\texpect(onSaved).not.toHaveBeenCalled();`, waiting), { options });
	allows('what is called at once as well', files(`${click}\n\t${done}`, calling(`const submit = async () => { onSaved(0); await save(1); onSaved(1); };`)), { options });
	allows('what is handed on', files(`${click}\n\t${done}`, calling(`const submit = async () => { await save(1); onSaved(1); };`, '<b onFocus={onSaved}>Close</b>')), { options });
});
