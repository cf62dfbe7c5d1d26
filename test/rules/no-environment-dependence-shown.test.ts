import { describe } from 'vitest';

import rule from '../../rules/no-environment-dependence.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-environment-dependence', rule);

const page = (component: string, claim: string, mark = ''): Record<string, string> => ({
	'a.test.tsx': `import { render, renderHook, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Row, useTold } from './row';
test('tells', () => {
	const { container } = render(<Row />);
	${claim}
	${mark}
});
`,
	'row.tsx': `import { useMemo } from 'react';
export const useTold = () => useMemo(() => new Date(0).toLocaleDateString('en-US'), []);
const price = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'EUR' });
export const Row = ({ at = '1/1/1970', rows = [] }) => { ${component} };
`,
});

describe('what a component shows in the zone or locale of the machine', () => {
	for (const [component, claim] of [
		[`return <p>{new Date(0).toLocaleDateString('en-US')}</p>;`, `expect(screen.getByText('1/1/1970')).toBeVisible();`],
		[`const told = useTold(); return <main><h1>Paid</h1><p>On {told}</p></main>;`, `expect(screen.getByText('On 1/1/1970')).toBeVisible();`],
		[`return <p>{price.format(1234.5)}</p>;`, `expect(screen.getByText('€1,234.50')).toBeVisible();`],
		[`return <b>Due {new Date('2026-03-01T00:30:00Z').getDate()}</b>;`, `expect(container.textContent).toBe('Due 1');`],
		[`return null;`, `expect(renderHook(() => useTold()).result.current).toBe('1/1/1970');`],
	] as const)
		flags(`${component} ${claim}`, page(component, claim, underlined(claim)));

	for (const [title, component, claim] of [
		['where the text is handed in', `return <main><p>{at}</p><b>{new Date(0).toLocaleDateString('en-US')}</b></main>;`, `expect(screen.getByText('1/1/1970')).toBeVisible();`],
		['where the zone is said', `return <b>{new Date(0).toLocaleDateString('en-US', { timeZone: 'UTC' })}</b>;`, `expect(screen.getByText('1/1/1970')).toBeVisible();`],
		['beside rows', `return <main>{rows.map(row => <i>{row}</i>)}<b>{new Date(0).toLocaleDateString('en-US')}</b></main>;`, `expect(screen.getByText('2')).toBeVisible();`],
		['where words are looked for', `return <main><h1>Paid</h1><b>{new Date(0).toLocaleDateString('en-US')}</b></main>;`, `expect(screen.getByText('Paid')).toBeVisible();`],
	] as const)
		allows(title, page(component, claim));
});
