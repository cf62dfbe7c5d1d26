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
