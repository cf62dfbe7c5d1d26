import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { type Case, casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

function browser(body: string): Case {
	return {
		'a.test.tsx': `import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Greeting } from './src/greeting';
it('greets', async () => {
${body}
});`,
		'src/greeting.tsx': `const partOfDay = () => (new Date().getHours() < 12 ? 'morning' : 'evening');
export const Greeting = ({ name }: { name: string }) => <h1>Good {partOfDay()}, {name}</h1>;`,
	};
}

describe('what the browser mode of Vitest shows', () => {
	flags('in an assertion that waits', browser(`
	const screen = await render(<Greeting name="Ada" />);
	await expect.element(screen.getByRole('heading')).toHaveTextContent('Good morning, Ada');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Greeting`));

	flags('where the page finds it', browser(`
	await page.render(<Greeting name="Ada" />);
	await expect.element(page.getByRole('heading')).toHaveTextContent('Good morning, Ada');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Greeting`));

	flags('in its container', browser(`
	const { container } = await render(<Greeting name="Ada" />);
	expect(container.textContent).toBe('Good morning, Ada');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Greeting`));

	allows('behind a clock that stands still', browser(`
	vi.useFakeTimers({ toFake: ['Date'], now: new Date(2025, 2, 1, 9) });
	const screen = await render(<Greeting name="Ada" />);
	await expect.element(screen.getByRole('heading')).toHaveTextContent('Good morning, Ada');`));

	allows('where the test asks for none of it', browser(`
	const screen = await render(<Greeting name="Ada" />);
	await expect.element(screen.getByRole('heading')).toBeVisible();`));
});
