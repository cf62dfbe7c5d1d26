import { describe } from 'vitest';

import rule from '../../rules/no-random-assertion.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-random-assertion', rule);

const page = (component: string, claim: string, mark = ''): Record<string, string> => ({
	'a.test.tsx': `import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Game } from './game';
test('plays', () => {
	const { container } = render(<Game />);
	${claim}
	${mark}
});
`,
	'game.tsx': `import { sample } from 'lodash';
import { useMemo, useState } from 'react';
const roll = () => Math.floor(Math.random() * 6) + 1;
export const Game = ({ name = 'Ada', rows = [] }) => { ${component} };
`,
});

describe('a random value that a component shows', () => {
	const found = `expect(screen.getByText('Heads')).toBeVisible();`;
	for (const [component, claim] of [
		[`return <p>{Math.random() < 0.5 ? 'Heads' : 'Tails'}</p>;`, found],
		[`const side = Math.random() < 0.5 ? 'Heads' : 'Tails'; return <main><h1>Coin</h1><p>{side}</p></main>;`, found],
		[`return <p>{sample(['Heads', 'Tails'])}</p>;`, found],
		[`const [side] = useState(() => sample(['Heads', 'Tails'])); return <p>{side}</p>;`, found],
		[`const side = useMemo(() => sample(['Heads', 'Tails']), []); return <p>{side}</p>;`, found],
		[`return <p>You rolled {roll()}</p>;`, `expect(screen.getByText('You rolled 4')).toBeInTheDocument();`],
		[`return <p>You rolled {roll()} of 6, {name}</p>;`, `expect(screen.getByText('You rolled 4 of 6, Ada')).toBeInTheDocument();`],
		[`return <h1>{sample(['Heads', 'Tails'])}</h1>;`, `expect(screen.getByRole('heading', { name: 'Heads' })).toBeVisible();`],
		[`return <h1>{sample(['Heads', 'Tails'])}</h1>;`, `expect(screen.getByRole('heading')).toHaveTextContent('Heads');`],
		[`return <p>{sample(['Heads', 'Tails'])}</p>;`, `expect(container.textContent).toBe('Heads');`],
		[`return <p>{sample(['Heads', 'Tails'])}</p>;`, `expect(screen.queryByText('Tails')).not.toBeInTheDocument();`],
	] as const)
		flags(`${component} ${claim}`, page(component, claim, underlined(claim)));

	for (const [title, component, claim] of [
		['where the text stands elsewhere as well', `return <main><h1>Heads</h1><p>{sample(['Heads', 'Tails'])}</p></main>;`, found],
		['that is another text than the one looked for', `return <main><h1>Coin</h1><p>{sample(['Heads', 'Tails'])}</p></main>;`, `expect(screen.getByText('Coin')).toBeVisible();`],
		['beside what nobody knows', `return <main><p>{name.load()}</p><p>{sample(['Heads', 'Tails'])}</p></main>;`, found],
		['beside a list', `return <main>{rows.map(row => <b>{row}</b>)}<p>{sample(['Heads', 'Tails'])}</p></main>;`, found],
		['of which each has the same text', `return <p>{sample(['Heads', 'Heads'])}</p>;`, found],
	] as const)
		allows(title, page(component, claim));
});
