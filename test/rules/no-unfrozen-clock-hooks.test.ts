import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

const page = (component: string, claim: string, mark = '', steps = ''): Record<string, string> => ({
	'a.test.tsx': `import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Footer } from './footer';
test('shows the year', () => {
	render(<Footer />);${steps}
	${claim}
	${mark}
});
`,
	'footer.tsx': `import React, { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useState } from 'react';
const thisYear = () => new Date().getFullYear();
${component}
`,
});
const found = `expect(screen.getByText('© 2026')).toBeInTheDocument();`;

describe('what a hook holds', () => {
	for (const hook of [
		'const year = useMemo(() => new Date().getFullYear(), []);',
		'const year = React.useMemo(thisYear, []);',
		'const [year] = useState(() => new Date().getFullYear());',
		'const [year] = useState(thisYear);',
		'const [year] = useState(thisYear());',
		'const read = useCallback(() => new Date().getFullYear(), []); const year = read();',
		'const [year, setYear] = useState(0); useEffect(() => { setYear(new Date().getFullYear()); }, []);',
		'const [year, setYear] = useState(0); useLayoutEffect(() => { const tell = () => setYear(thisYear()); tell(); }, []);',
	])
		flags(`in a component: ${hook}`, page(`export const Footer = () => { ${hook} return <p>© {year}</p>; };`, found, underlined(found)));

	allows('that reads no clock', page(`export const Footer = ({ year = 2026 }) => { const told = useMemo(() => year, [year]); return <p title={thisYear()}>© {told}</p>; };`, found));
});

const hook = (hookText: string, call: string, claim: string, mark = ''): Record<string, string> => ({
	'a.test.ts': `import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useYear } from './year';
test('tells the year', () => {
	${call}
	${claim}
	${mark}
});
`,
	'year.ts': `import { useEffect, useState } from 'react';\nexport ${hookText}\n`,
});

describe('what a hook gives that the test calls', () => {
	const own = 'const useYear = (at = new Date()) => at.getFullYear();';
	const told = 'expect(result.current).toBe(2026);';
	for (const call of [
		'const { result } = renderHook(() => useYear());',
		'const { result } = renderHook(useYear);',
		'const { result, unmount } = renderHook(() => { const year = useYear(); return year; });',
	])
		flags(call, hook(own, call, told, underlined(told)));
	flags('as a whole', hook(own, 'const view = renderHook(() => useYear());', 'expect(view.result.current).toBe(2026);', underlined('expect(view.result.current).toBe(2026);')));
	const part = 'expect(result.current.year).toBe(2026);';
	flags('in an object', hook('const useYear = () => { const [year] = useState(() => new Date().getFullYear()); return { year, name: "x" }; };', 'const { result } = renderHook(() => useYear());', part, underlined(part)));
	flags('that an effect sets', hook('const useYear = () => { const [year, setYear] = useState(0); useEffect(() => setYear(new Date().getFullYear()), []); return { year }; };', 'const { result } = renderHook(() => useYear());', part, underlined(part)));

	allows('that is handed the time', hook(own, 'const { result } = renderHook(({ at }) => useYear(at), { initialProps: { at: new Date(2026, 1, 1) } });', told));
	allows('of which another part is looked at', hook('const useYear = () => { const [year] = useState(() => new Date().getFullYear()); return { year, name: "x" }; };', 'const { result } = renderHook(() => useYear());', `expect(result.current.name).toBe('x');`));
	const handedOut = 'const useYear = () => { const [year, setYear] = useState(() => new Date().getFullYear()); return { year, setYear }; };';
	allows('that the test sets itself', hook(handedOut, 'const { result } = renderHook(() => useYear());\n\tact(() => result.current.setYear(2026));', part));
	allows('that is set when somebody asks for it', hook('const useYear = () => { const [year, setYear] = useState(0); return { year, tell: () => setYear(new Date().getFullYear()) }; };', 'const { result } = renderHook(() => useYear());', 'expect(result.current.year).toBe(0);'));
});

describe('a snapshot of what an effect sets', () => {
	const shot = (imports: string, claim: string, body: string, mark = ''): Record<string, string> => ({
		'a.test.jsx': `${imports}
import { expect, test } from 'vitest';
import { Clock } from './clock';
test('looks as before', () => {
	${claim}
	${mark}
});
`,
		'clock.jsx': `import { useEffect, useState } from 'react';\nexport function Clock({ isOpen }) { const [now, setNow] = useState(null); ${body} return <p>{String(now)}</p>; }\n`,
	});
	const library = `import { render } from '@testing-library/react';`;
	const whole = 'expect(render(<Clock />).container).toMatchSnapshot();';
	flags('as soon as it is shown', shot(library, whole, 'useEffect(() => { setNow(new Date()); }, []);', underlined(whole)));
	allows('which a renderer does not wait for', shot(`import { create } from 'react-test-renderer';`, 'expect(create(<Clock />).toJSON()).toMatchSnapshot();', 'useEffect(() => { setNow(new Date()); }, []);'));
	allows('under a condition', shot(library, whole, 'useEffect(() => { if (isOpen) setNow(new Date()); }, [isOpen]);'));
	allows('once a time is over', shot(library, whole, 'useEffect(() => { const timer = setTimeout(() => setNow(new Date()), 5000); return () => clearTimeout(timer); }, []);'));
});

const shop = (component: string, claim: string, mark = ''): Record<string, string> => ({
	'a.test.tsx': `import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Shop } from './shop';
test('shows', async () => {
	const { getByText, container } = render(<Shop until="2027-03-01" />);
	${claim}
	${mark}
});
`,
	'shop.tsx': `const isOpen = () => new Date().getHours() < 18;
const left = until => Math.ceil((Date.parse(until) - Date.now()) / 864e5);
export const Shop = ({ until, title = 'Sale', loaded }) => { ${component} };
`,
});

describe('which element a component shows', () => {
	const open = `expect(screen.getByText('Open now')).toBeInTheDocument();`;
	for (const [component, claim] of [
		['return isOpen() ? <p>Open now</p> : <p>Closed</p>;', open],
		['if (isOpen()) return <p>Open now</p>; return <p>Closed</p>;', open],
		['return <main><h1>{title}</h1>{isOpen() && <p>Open now</p>}</main>;', open],
		['return <main><h1>{title}</h1>{isOpen() && <p>Open now</p>}</main>;', `expect(screen.queryByText('Open now')).not.toBeInTheDocument();`],
		['return <main><h1>{title}</h1>{isOpen() && <p>Open now</p>}</main>;', `expect(screen.queryByText('Open now')).toBeNull();`],
		[`let text = 'Open now'; if (new Date().getDay() === 0) text = 'Closed'; return <p>{text}</p>;`, open],
	] as const)
		flags(`${component} ${claim}`, shop(component, claim, underlined(claim)));

	for (const [title, component, claim] of [
		['of which both have the text', 'return isOpen() ? <p>Open now</p> : <b>Open now</b>;', open],
		['beside another one', 'return <main><p>Open now</p>{isOpen() && <p>Come in</p>}</main>;', open],
		['by something else than the time', 'return loaded ? <p title={Date.now()}>Open now</p> : <p>Closed</p>;', open],
		['by the time, where that is not asked for', `return isOpen() ? <p>Open now</p> : <p>Closed</p>;`, `expect(screen.queryByText('Nothing here')).toBeNull();`],
	] as const)
		allows(title, shop(component, claim));
});

describe('numbers in a text that a component shows', () => {
	const days = `expect(screen.getByText('98 days left')).toBeInTheDocument();`;
	for (const [component, claim] of [
		['return <p>{left(until)} days left</p>;', days],
		['const n = left(until); return <main><h1>{title}</h1><p>{`${n} days left`}</p></main>;', days],
		['return <p>{new Date().getDay()}</p>;', `expect(screen.getByText('1')).toBeVisible();`],
		[`return <p>{new Date().toLocaleDateString('en-US', { weekday: 'long' })}</p>;`, `expect(screen.getByText('Monday')).toBeVisible();`],
		[`return <h1>Day {new Date().getDate()}</h1>;`, `expect(screen.getByRole('heading')).toHaveTextContent('Day 23');`],
	] as const)
		flags(`${component} ${claim}`, shop(component, claim, underlined(claim)));

	for (const [title, component, claim] of [
		['that the test hands in', 'return <main><h1>{until}</h1><p>{Date.now()}</p></main>;', `expect(screen.getByText('2027-03-01')).toBeVisible();`],
		['that come from elsewhere', 'return <main><b>{loaded.count} days left</b><p>{left(until)} days left</p></main>;', days],
		['of words that are not the time', 'return <main>{loaded.list.map(name => <b>{name}</b>)}<p>{new Date().toDateString()}</p></main>;', `expect(screen.getByText('Ada')).toBeVisible();`],
		['of how long it is since the test began', 'const start = Date.now(); return <p>{Math.floor((Date.now() - start) / 60000)} minutes ago</p>;', `expect(screen.getByText('0 minutes ago')).toBeVisible();`],
	] as const)
		allows(title, shop(component, claim));
});
