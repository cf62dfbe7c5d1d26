import { describe } from 'vitest';

import rule from '../../rules/no-element-race.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-element-race', rule);
const options = { handled: true };

const form = (handler: string): string => `
import { saveOrder } from './api';
import { showMessage } from 'messages';
export function Form({ onSaved }) {
	${handler}
	return <button onClick={submit}>Save</button>;
}`;
const awaiting = form(`async function submit() {
		const order = await saveOrder();
		showMessage('saved');
		onSaved(order);
	}`);

function test(body: string, program = awaiting): Record<string, string> {
	return {
		'test/form.test.jsx': `
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showMessage } from 'messages';
import { Form } from '../src/form';
jest.mock('messages');
const mockShowMessage = jest.mocked(showMessage);
test('saves', async () => {
	const user = userEvent.setup();
	const saved = jest.fn();
	render(<Form onSaved={saved} />);
${body}
});`,
		'src/form.jsx': program,
	};
}

describe('what the program calls behind a wait, asked for right behind an act of a user', () => {
	flags('a function of a package', test(`
	await user.click(screen.getByRole('button'));
	expect(mockShowMessage).toHaveBeenCalledWith('saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The program calls \`showMessage\` only behind something that it waits for (src/form.jsx:7), and this asks for the call right behind \`user.click\``), { options });

	flags('what a component is handed, once for one act', test(`
	await user.click(screen.getByRole('button'));
	expect(saved).toHaveBeenCalled();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ calls \`onSaved\` only behind
	expect(mockShowMessage).toHaveBeenCalled();`), { options });

	flags('a call in a callback of a promise', test(`
	await user.click(screen.getByRole('button'));
	expect(saved).toHaveBeenCalled();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ calls \`onSaved\` only behind`, form(`const submit = () => saveOrder().then(order => { [order].forEach(each => { onSaved(each); }); });`)), { options });

	const asked = `
	await user.click(screen.getByRole('button'));
	expect(saved).toHaveBeenCalled();`;

	allows('the same where the option is off', test(asked));
	allows('what is called at once', test(asked, form(`async function submit() { onSaved(1); await saveOrder(); }`)), { options });
	allows('what is called at once somewhere', test(asked, form(`async function submit() { await saveOrder(); onSaved(1); }\n\tconst cancel = () => onSaved(0);`)), { options });
	allows('what is handed on to whoever calls it', test(asked, awaiting.replace('<button onClick={submit}>', '<button onClick={submit} onBlur={onSaved}>')), { options });
	allows('an assertion that tries again', test(`
	await user.click(screen.getByRole('button'));
	await waitFor(() => expect(saved).toHaveBeenCalled());`), { options });
	allows('one behind another wait', test(`
	await user.click(screen.getByRole('button'));
	await screen.findByText('Saved');
	expect(saved).toHaveBeenCalled();`), { options });
	allows('that nothing was called', test(`
	await user.click(screen.getByRole('button'));
	expect(saved).not.toHaveBeenCalled();`), { options });

	const showing = (handler: string): string => `
import { useState } from 'react';
import { saveOrder } from './api';
export function Form({ onSaved }) {
	const [state, setState] = useState('open');
	${handler}
	return <><button onClick={submit}>Save</button><p role="status">{state}</p></>;
}`;
	const told = showing(`async function submit() { const order = await saveOrder(); setState('done'); onSaved?.(order); }`);
	const seen = `
	await user.click(screen.getByRole('button'));
	expect(screen.getByRole('status')).toHaveTextContent('done');
	expect(saved).toHaveBeenCalled();`;
	const marked = `${seen}\n\t${'~'.repeat('expect(saved).toHaveBeenCalled()'.length)} calls \`onSaved\` only behind`;
	allows('what is called in the turn that shows what was asserted before', test(seen, told), { options });
	allows('the same, called before it is shown', test(seen, showing(`const submit = () => saveOrder().then(order => { onSaved(order); setState('done'); });`)), { options });
	flags('what is shown in an earlier turn', test(marked, showing(`async function submit() { setState('busy'); const order = await saveOrder(); onSaved(order); }`)), { options });
	flags('what is shown in another case', test(marked, showing(`async function submit() { const order = await saveOrder(); if (order.open) setState('open'); else onSaved(order); }`)), { options });
	flags('what is shown in the same turn, where nothing looks for it', test(`
	await user.click(screen.getByRole('button'));
	expect(saved).toHaveBeenCalled();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ calls \`onSaved\` only behind`, told), { options });
});
