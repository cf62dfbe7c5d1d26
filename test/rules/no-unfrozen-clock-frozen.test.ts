import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, leaves } = casesOf('no-unfrozen-clock', rule);

const title = 'Freeze the date around each test here, and release it.';

const program = {
	'package.json': `{ "devDependencies": { "vitest": "^3.0.0" } }`,
	'src/footer.ts': `
export const footer = () => '© ' + new Date().getFullYear() + ' Shop';
export const nextSeason = () => 'Season ' + (new Date().getFullYear() + 1);
const addYears = (date, years) => { date.setYear(date.getYear() + years); return date; };
export const warranty = () => 'until ' + addYears(new Date(), 2).getFullYear();
export const month = () => new Date().toLocaleString('en', { month: 'long' });
export const greeting = () => (new Date().getHours() < 12 ? 'Good morning' : 'Good evening');
`,
	'src/Footer.tsx': `export const Footer = () => <footer>© {new Date().getFullYear()} Shop</footer>;`,
	'src/Months.tsx': `export const Months = () => <h1>{new Date().toLocaleString('en', { month: 'long' })}</h1>;`,
};

const head = (hooks: string, names: string): string => `
import { ${names} } from 'vitest';
import { render, screen } from '@testing-library/react';
import { footer, greeting, month, nextSeason, warranty } from './src/footer';
import { Footer } from './src/Footer';
import { Months } from './src/Months';
${hooks}it('shows', () => {`;

const asserting = (before: string, claim: string, mark = ''): Record<string, string> => ({
	'a.test.tsx': `${head('', 'expect, it')}
	${before}
	${claim}${mark}
});
`,
	...program,
});

const frozen = (before: string, claim: string, date: string): string => {
	const hooks = `
beforeEach(() => {
	vi.useFakeTimers({ now: new Date(${date}), toFake: ['Date'] });
});
afterEach(() => {
	vi.useRealTimers();
});

`;
	return `${head(hooks.slice(1), 'afterEach, beforeEach, vi, expect, it')}
	${before}
	${claim}
});
`;
};

const on = (name: string, claim: string, date: string, before = ''): void =>
	flags(name, asserting(before, claim, `\n\t${underlined(claim)}`), { mends: { [title]: frozen(before, claim, date) } });
const nowhere = (name: string, claim: string, before = ''): void => leaves(name, asserting(before, claim));

describe('the day on which a suggestion stops the date', () => {
	on('any, where none is asked for', `expect(greeting()).toBe('Good morning');`, '2024, 0, 15, 10');
	on('a Monday of the year that is written down', `expect(footer()).toBe('© 2026 Shop');`, '2026, 0, 19, 10');
	on('of the year in a pattern', `expect(footer()).toMatch(/© 2025/);`, '2025, 0, 20, 10');
	on('of a year by its number', `expect(new Date().getFullYear()).toBe(2027);`, '2027, 0, 18, 10');
	on('of the year that an element is found by', `expect(screen.getByText('© 2026 Shop')).toBeVisible();`, '2026, 0, 19, 10', 'render(<Footer />);');
	on('of the year that an element has', `expect(screen.getByRole('contentinfo')).toHaveTextContent('© 2026 Shop');`, '2026, 0, 19, 10', 'render(<Footer />);');

	nowhere('none, where another year is to be shown', `expect(footer()).not.toBe('© 2025 Shop');`);
	nowhere('none, where two years are written down', `expect(footer()).toBe('© 2019 – 2026 Shop');`);
	nowhere('none, where another number is written down', `expect(footer()).toBe('© 2026 Shop 24');`);
	nowhere('none, where the code shows another year', `expect(nextSeason()).toBe('Season 2027');`);
	nowhere('none, where a function moves the date', `expect(warranty()).toBe('until 2028');`);
	nowhere('none, where another month is written down', `expect(month()).toBe('March');`);
	nowhere('none, where another weekday is written down', `expect(new Intl.DateTimeFormat('en', { weekday: 'short' }).format(new Date())).toBe('Fri');`);
	nowhere('none, where May is written down', `expect(month()).toBe('May');`);
	nowhere('none, where an element is found by another month', `expect(screen.getByRole('heading', { name: 'March' })).toBeVisible();`, 'render(<Months />);');
});
