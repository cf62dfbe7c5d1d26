import type { ApiRow } from '../row.ts';

const on = { argument: 0 } as const;
const event = { argument: 1 } as const;

/** Promises of the next event of an emitter. */
export const eventWaits = [
	{
		effect: 'event-wait', on, event, from: 'node:events', path: 'once()', see: 'https://nodejs.org/api/events.html#eventsonceemitter-name-options',
		flaky: `import { once } from 'node:events';\nawait once(server, 'close');`,
		steady: `import { on } from 'node:events';\non(server, 'close');`,
	},
	{
		effect: 'event-wait', on, event, from: 'node:events', path: 'EventEmitter.once()', see: 'https://nodejs.org/api/events.html#eventsonceemitter-name-options',
		flaky: `import { EventEmitter } from 'node:events';\nawait EventEmitter.once(server, 'close');`,
		steady: `import { EventEmitter } from 'node:events';\nEventEmitter.on(server, 'close');`,
	},
	{
		effect: 'event-wait', on, event, from: 'p-event', path: '()', see: 'https://github.com/sindresorhus/p-event',
		flaky: `import pEvent from 'p-event';\nawait pEvent(server, 'close');`,
	},
	{
		effect: 'event-wait', on, event, from: 'p-event', path: '{pEvent,pEventMultiple}()', see: 'https://github.com/sindresorhus/p-event',
		flaky: `import { pEvent } from 'p-event';\nawait pEvent(server, 'close');`,
		steady: `import { pEventIterator } from 'p-event';\npEventIterator(server, 'close');`,
	},
	{
		effect: 'event-wait', on, event, from: ['@open-wc/testing', '@open-wc/testing-helpers', '@vaadin/testing-helpers'], path: '{oneEvent,oneDefaultPreventedEvent}()', see: 'https://open-wc.org/docs/testing/helpers/#oneevent',
		flaky: `import { oneEvent } from '@open-wc/testing';\nawait oneEvent(el, 'opened');`,
		steady: `import { fixture } from '@open-wc/testing';\nawait fixture('<p></p>');`,
	},
] as const satisfies readonly ApiRow[];
