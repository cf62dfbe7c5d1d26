import { describe } from 'vitest';

import rule from '../../rules/no-internal-state.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-internal-state', rule);

const vitest = `import { expect, test, vi } from 'vitest';\n`;
const modules = {
	'src/queue.ts': `import { Base } from './base';
export class Queue extends Base {
	private items: string[] = [];
	protected running = false;
	_pending = 0;
	_id = 1;
	size = 0;
	constructor(private readonly limit: number) {
		super();
	}
	private compute() {
		return 1;
	}
	_run() {
		return 2;
	}
	add(item: string) {
		this.items.push(item);
	}
	static _instances = 0;
}
export const queue = new Queue(3);
export const createQueue = () => new Queue(3);
`,
	'src/base.ts': `export class Base {\n\t_closed = false;\n}\n`,
	'src/machine.ts': `export class LightMachine {\n\t_state = 'red';\n\tprivate state = 'red';\n}\n`,
	'src/user.ts': `import { Column, Entity } from 'orm';\n@Entity()\nexport class User {\n\t@Column()\n\t_rank = 1;\n}\nexport interface Answer {\n\t_total: number;\n}\n`,
	'src/plain.js': `class Plain {\n\tconstructor() {\n\t\tthis._open = false;\n\t}\n}\nmodule.exports = { Plain };\n`,
	'test/fake.ts': `export class FakeQueue {\n\t_sent: string[] = [];\n}\n`,
};
const imported = `import { Queue, createQueue, queue } from './src/queue';`;
const file = (imports: string, body: string): string => `${vitest}${imports}\ntest('works', async () => {\n${body}\n});\n`;

describe('members that a class keeps private', () => {
	for (const [name, claim, message] of [
		['a private member through a cast', `expect((own as any).items).toEqual([])`, '`items` is private to Queue (src/queue.ts)'],
		['a private member in brackets', `expect(own['items']).toHaveLength(0)`, '`items`'],
		['a protected member', `expect((own as any).running).toBe(false)`, '`running`'],
		['a private parameter of the constructor', `expect(own['limit']).toBe(3)`, '`limit`'],
		['a part of a private member', `expect((own as any).items.length).toBe(0)`, '`items`'],
		['what the language tells of a private member', `expect(Object.keys((own as any).items)).toEqual([])`, '`items`'],
		['what a private member answers', `expect((own as any).items.includes('a')).toBe(true)`, '`items`'],
		['a member whose name begins with an underscore', `expect(own._pending).toBe(0)`, '`_pending`'],
		['a member of an ancestor', `expect(own._closed).toBe(false)`, '`_closed` is private to Base (src/base.ts)'],
		['a static member', `expect(Queue._instances).toBe(1)`, '`_instances`'],
		['a member of an exported instance', `expect(queue._pending).toBe(0)`, '`_pending`'],
		['a member of what a function makes', `expect(createQueue()._pending).toBe(0)`, '`_pending`'],
		['a member that is waited for', `await expect.poll(() => own._pending).toBe(0)`, '`_pending`'],
	] as const) {
		const start = claim.startsWith('await ') ? 7 : 1;
		flags(name, { 'a.test.ts': `${vitest}${imported}\ntest('works', async () => {\n\tconst own = new Queue(3);\n\t${claim};\n\t${start === 7 ? '      ' : ''}${'~'.repeat(claim.length - start + 1)} ${message}\n});\n`, ...modules });
	}
	flags('a private member by way of a variable', {
		'a.test.ts': `${vitest}${imported}
test('works', () => {
	const items = new Queue(3)['items'];
	expect(items).toEqual([]);
	~~~~~~~~~~~~~~~~~~~~~~~~~ \`items\`
});
`,
		...modules,
	});
	flags('a loop that waits for a private member', {
		'a.test.ts': `${vitest}${imported}
test('works', async () => {
	const own = new Queue(3);
	while (own._pending > 0) {
	       ~~~~~~~~~~~~~~~~ This loop waits for \`_pending\`
		await tick();
	}
});
`,
		...modules,
	});
	flags('JavaScript', {
		'a.test.js': `
const assert = require('node:assert');
const { test } = require('node:test');
const { Plain } = require('./src/plain');
test('works', () => {
	const plain = new Plain();
	assert.equal(plain._open, false);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`_open\` is private to Plain (src/plain.js)
});
`,
		...modules,
	});
	flags('an assertion in a helper', {
		'a.test.ts': `${vitest}${imported}
function expectIdle(own: Queue) {
	expect(own._pending).toBe(0);
}
test('works', () => {
	expectIdle(new Queue(3));
	~~~~~~~~~~~~~~~~~~~~~~~~ \`_pending\`
});
`,
		...modules,
	});
});

describe('assertions in tests that another file defines', () => {
	flags('a private member, once for all of them', {
		'a.test.ts': `${vitest}import { queueTests } from './test/queue-tests';
queueTests();
~~~~~~~~~~~~ \`_pending\`
`,
		'test/queue-tests.ts': `import { expect, test } from 'vitest';
import { Queue } from '../src/queue';
export function queueTests() {
	test('one', () => {
		expect(new Queue(1)._pending).toBe(0);
		expect(new Queue(2)._pending).toBe(0);
	});
	test('two', () => {
		expect(new Queue(3)._pending).toBe(0);
	});
}
`,
		...modules,
	});
});

describe('what components keep for themselves', () => {
	flags('the state of a component, by Enzyme', `${vitest}import { shallow } from 'enzyme';
test('opens', () => {
	const wrapper = shallow(App);
	expect(wrapper.state('open')).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`state\` is the component's own state, which enzyme hands out
});
`);
	flags('the state of an instance, by Enzyme', `${vitest}import { mount } from 'enzyme';
test('opens', () => {
	const wrapper = mount(App);
	expect(wrapper.instance().state.open).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ enzyme
});
`);
	flags('the data of a component, by Vue Test Utils', `${vitest}import { mount } from '@vue/test-utils';
import App from 'app';
let wrapper;
test('opens', () => {
	wrapper = mount(App);
	expect(wrapper.vm.$data.open).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ @vue/test-utils
});
`);
	flags('a helper that mounts', {
		'a.test.ts': `${vitest}import { render } from './test/render';
test('opens', () => {
	expect(render().vm.$data.open).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ own state
});
`,
		'test/render.ts': `import { mount } from '@vue/test-utils';\nimport App from 'app';\nexport const render = () => mount(App);\n`,
	});
	allows('what a component shows', `${vitest}import { mount } from '@vue/test-utils';\nimport App from 'app';\ntest('opens', () => {\n\tconst wrapper = mount(App);\n\texpect(wrapper.text()).toBe('open');\n\texpect(wrapper.vm.open).toBe(true);\n});\n`);
});

describe('what is for everyone', () => {
	for (const [name, imports, body] of [
		['a public member', imported, `\texpect(new Queue(3).size).toBe(0);`],
		['a public member in brackets', imported, `\texpect(new Queue(3)['size']).toBe(0);`],
		['an id', imported, `\texpect(new Queue(3)._id).toBe(1);`],
		['a private method that is called', imported, `\texpect((new Queue(3) as any).compute()).toBe(1);\n\texpect(new Queue(3)._run()).toBe(2);`],
		['a spy on what a class uses', imported, `\tconst own = new Queue(3) as any;\n\texpect(own.items.push).toHaveBeenCalledTimes(1);`],
		['what a function answers that works with a private member', imported, `\tconst own = new Queue(3);\n\texpect(load(own['items'])).toBe(1);`],
		['a private member that no assertion is about', imported, `\tconst own = new Queue(3);\n\town['items'].push('a');\n\texpect(own.size).toBe(1);`],
		['the state of a state machine', `import { LightMachine } from './src/machine';`, `\texpect(new LightMachine()._state).toBe('red');\n\texpect(new LightMachine()['state']).toBe('red');`],
		['a column of an entity', `import { User } from './src/user';`, `\texpect(new User()._rank).toBe(1);`],
		['a property that an interface has', `import type { Answer } from './src/user';`, `\tconst answer: Answer = await ask();\n\texpect(answer._total).toBe(1);`],
		['a property of an answer', '', `\tconst answer = await ask();\n\texpect(answer._count).toBe(1);\n\texpect(answer.__typename).toBe('User');\n\texpect(answer._private).toBe(1);`],
		['a class of the test itself', '', `\tclass Own {\n\t\t_sent = [];\n\t}\n\texpect(new Own()._sent).toEqual([]);`],
		['a fake that tests share', `import { FakeQueue } from './test/fake';`, `\texpect(new FakeQueue()._sent).toEqual([]);`],
	] as const) allows(name, { 'a.test.ts': file(imports, body), ...modules });
});
