import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

const hours = `
export const partOf = (now = new Date()) => {
	const hour = now.getHours();
	if (hour < 12) return 'morning';
	return 'evening';
};
export const level = () => (new Date().getMonth() < 6 ? 1 : 2);
export const day = () => ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date().getDay()];
export const greetings = { morning: 'Good morning', evening: 'Good evening' };
export const marked = kind => (kind === 'morning' ? 'GM' : 'GE');
`;

/** A test that asserts something of what a module of the program makes of the part of the day. */
const asserting = (made: string, claim: string): Record<string, string> => ({
	'a.test.ts': `
import { expect, it, vi } from 'vitest';
import { greet } from './src/greet';
import { day, greetings, partOf } from './src/hours';
it('greets', () => {
	${claim}
});`,
	'src/hours.ts': hours,
	'src/greet.ts': `import { day, greetings, level, marked, partOf } from './hours';\n${made}`,
});

/** A claim that is reported. */
const told = (claim: string): string => `${claim}\n\t${underlined(claim)}`;

describe('a word or number that the clock picks and that code compares once more', () => {
	const picked: Record<string, string> = {
		'in a choice': `export const greet = () => (partOf() === 'morning' ? 'GM' : 'GE');`,
		'in a choice of what it is not': `export const greet = () => (partOf() !== 'morning' ? 'GE' : 'GM');`,
		'by a variable': `export const greet = () => { const part = partOf(); return part === 'morning' ? 'GM' : 'GE'; };`,
		'in a switch': `export function greet() { switch (partOf()) { case 'morning': return 'GM'; default: return 'GE'; } }`,
		'by a function that is handed it': `export const greet = () => marked(partOf());`,
		'one of the days': `export const greet = () => (day() === 'sun' || day() === 'sat' ? 'GM' : 'GE');`,
		'a number': `export const greet = () => (level() === 1 ? 'GM' : 'GE');`,
		'a number that is ordered': `export const greet = () => (level() > 1 ? 'GE' : 'GM');`,
		'as a key of an object': `export const greet = () => ({ morning: 'GM', evening: 'GE' })[partOf()];`,
		'as a key of an object by name': `const texts = { morning: 'GM', evening: 'GE' };\nexport const greet = () => texts[partOf()];`,
	};
	for (const [name, made] of Object.entries(picked)) flags(name, asserting(made, told(`expect(greet()).toBe('GE');`)));

	allows('with the clock stopped', asserting(picked['in a switch'] ?? '', `vi.setSystemTime(0);\nexpect(greet()).toBe('GM');`));
	allows('where the time is handed in', {
		...asserting(`export const greet = now => (partOf(now) === 'morning' ? 'GM' : 'GE');`, `expect(greet(new Date(2020, 1, 1))).toBe('GM');`),
	});
	allows('a name that is made of the time', asserting(`const kept = {};\nexport const greet = () => { const key = 'k' + Date.now(); kept[key] = 1; return kept[key]; };`, `expect(greet()).toBe(1);`));
	allows('where each comes to the same', asserting(`export const greet = () => (partOf() === 'morning' ? 'hello' : 'hello');`, `expect(greet()).toBe('hello');`));
});

describe('an assertion that some of the words fit', () => {
	const flagsClaim = (name: string, claim: string): void => flags(name, asserting('export const greet = 1;', told(claim)));
	const allowsClaim = (name: string, claim: string): void => allows(name, asserting('export const greet = 1;', claim));

	flagsClaim('not one of them', `expect(day()).not.toBe('sun');`);
	flagsClaim('compared to yes or no', `expect(partOf() === 'morning').toBe(false);`);
	flagsClaim('one of some of them', `expect(['mon', 'tue']).toContain(day());`);
	flagsClaim('the entry of one', `expect(greetings[partOf()]).toBe('Good evening');`);

	allowsClaim('not what none of them is', `expect(day()).not.toBe('');`);
	allowsClaim('compared with what none of them is', `expect(partOf() === 'noon').toBe(false);`);
	allowsClaim('one of all of them', `expect(['morning', 'noon', 'evening']).toContain(partOf());`);
	allowsClaim('an entry at all', `expect(greetings[partOf()]).toBeTruthy();`);
	allowsClaim('a word at all', `expect(partOf()).toBeDefined();`);
});

describe('a clock that is an option with a default', () => {
	const reading = (options: string, mark = ''): Record<string, string> => ({
		'a.test.ts': `
import { expect, it, vi } from 'vitest';
import { greeter } from './src/greet';
it('greets', () => {
	expect(greeter(${options}).greet()).toBe('GM');
	${mark}
});`,
		'src/greet.ts': `export const greeter = ({ now = Date.now } = {}) => ({ greet: () => (new Date(now()).getHours() < 12 ? 'GM' : 'GE') });`,
	});
	flags('that is left out', reading('', underlined(`expect(greeter().greet()).toBe('GM');`)));
	allows('that a stand-in takes the place of', reading('{ now: vi.fn(() => 0) }'));
	allows('that a stand-in which is told what it gives takes the place of', reading('{ now: vi.fn().mockReturnValue(0) }'));
});
