import type { ApiRow } from '../row.ts';

const commands = ['@web/test-runner-commands', '@vaadin/test-runner-commands'] as const;
const see = 'https://modern-web.dev/docs/test-runner/commands/';

/** What tests of web components do with the page that they run in, by way of the browser's driver, and what they wait for. */
export const webComponents = [
	{
		effect: 'ui-action', reaches: 'page', from: commands, path: '{sendKeys,sendMouse,sendMouseToElement,selectOption}()', see,
		flaky: `import { sendKeys } from '@web/test-runner-commands';\nawait sendKeys({ press: 'Enter' });`,
		steady: `import { setViewport } from '@web/test-runner-commands';\nawait setViewport({ width: 400, height: 400 });`,
	},
	{
		effect: 'promise', from: commands, path: '{sendKeys,sendMouse,sendMouseToElement,selectOption,resetMouse,setViewport,setUserAgent,emulateMedia}()', see,
		flaky: `import { sendKeys } from '@web/test-runner-commands';\nsendKeys({ press: 'Enter' });`,
		steady: `import { chromeLauncher } from '@web/test-runner-commands';\nchromeLauncher();`,
	},
	{
		effect: 'promise', from: ['@open-wc/testing', '@open-wc/testing-helpers'], path: '{fixture,litFixture,stringFixture,elementUpdated,nextFrame,triggerBlurFor,triggerFocusFor}()', see: 'https://open-wc.org/docs/testing/helpers/',
		flaky: `import { fixture } from '@open-wc/testing';\nfixture('<p></p>');`,
		steady: `import { fixtureSync } from '@open-wc/testing';\nfixtureSync('<p></p>');`,
	},
	{
		effect: 'promise', from: '@vaadin/testing-helpers', path: '{nextFrame,nextRender,nextResize,nextUpdate,oneEvent}()', see: 'https://github.com/vaadin/testing-helpers',
		flaky: `import { nextRender } from '@vaadin/testing-helpers';\nnextRender();`,
		steady: `import { fixtureSync } from '@vaadin/testing-helpers';\nfixtureSync('<p></p>');`,
	},
] as const satisfies readonly ApiRow[];
