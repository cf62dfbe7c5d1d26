import { describe } from 'vitest';

import rule from '../../rules/no-random-assertion.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-random-assertion', rule);

const head = `import { faker } from '@faker-js/faker';
import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Note } from './note';`;
const note = `export const Note = ({ title, text, id }) => (
	<section id={id}>
		<h2>{title}</h2>
		<p>{text}</p>
	</section>
);`;

/** What a test finds by its text, and whether another text may be the same. */
function finds(title: string, isTold: boolean, lines: readonly string[], query: string): void {
	(isTold ? flags : allows)(title, {
		'a.test.jsx': `
${head}
it('shows its title', async () => {
${lines.map(line => `	${line}\n`).join('')}	expect(${query}).toBeTruthy();
${isTold ? `	       ${'~'.repeat(query.length)} one run of\n` : ''}});
`,
		'note.jsx': note,
	});
}

const words = [`const title = faker.lorem.word();`, `const text = faker.lorem.word();`];
const shown = `render(<Note title={title} text={text} />);`;

describe('an element that is found by its random text', () => {
	finds('beside another one of the same words', true, [...words, shown], `screen.getByText(title)`);
	finds('with names', true, [`const title = faker.person.firstName();`, `const text = faker.person.firstName();`, shown], `screen.queryByText(text)`);
	finds('in an object', true, [`const made = { title: faker.lorem.word(), text: faker.lorem.word() };`, `render(<Note title={made.title} text={made.text} />);`], `screen.getByText(made.text)`);
	finds('by what rendering gives', true, [...words, `const { queryByText } = render(<Note title={title} text={text} />);`], `queryByText(title)`);
	finds('on a page of two components', true, [...words, `render(<><Note title={title} text="a" /><Note title="b" text={text} /></>);`], `screen.getByText(title)`);
});

describe('what may stay', () => {
	finds('in a part of the page', false, [...words, shown], `within(screen.getByRole('heading')).getByText(title)`);
	finds('a text that is there at times', false, [...words, `render(<>{window.open && <p>{text}</p>}<h2>{title}</h2></>);`], `screen.getByText(title)`);
	finds('texts of different kinds', false, [`const title = faker.lorem.word();`, `const text = faker.lorem.sentence();`, shown], `screen.getByText(title)`);
	finds('texts that never come twice', false, [`const title = faker.string.uuid();`, `const text = faker.string.uuid();`, shown], `screen.getByText(title)`);
	finds('all elements with that text', false, [...words, shown], `screen.getAllByText(title)[0]`);
	finds('a text that the page does not show', false, [...words, `render(<Note title={title} id={text} text="a" />);`], `screen.getByText(title)`);
	finds('the same text twice', false, [`const title = faker.lorem.word();`, `render(<Note title={title} text="a" />);`], `screen.getByText(title)`);
	finds('a longer text with the word in it', false, [...words, `render(<Note title={title} text={'About ' + text} />);`], `screen.getByText(title)`);
	finds('a seeded generator', false, [`faker.seed(1);`, ...words, shown], `screen.getByText(title)`);
	finds('words from a list that is told apart', false, [`const [title, text] = faker.helpers.shuffle(['one', 'two']);`, shown], `screen.getByText(title)`);
});
