import type { ApiRow, UiReadRow } from '../row.ts';

const see = 'https://github.com/webdriverio/webdriverio/tree/v4.14.4/lib/commands';
const from = ['webdriverio', 'spectron'] as const;
const spectron = 'https://github.com/electron-userland/spectron#application-api';
const started = (body: string): string => `import { Application } from 'spectron';\nconst app = new Application({ path: 'app' });\nawait app.start();\n${body}`;

const readings: readonly (Pick<UiReadRow, 'tells'> & { readonly methods: string })[] = [
	{ methods: '{getText,getValue,getHTML,getTagName,getElementSize,getLocation,getLocationInView,getCssProperty}', tells: 'value' },
	{ methods: '{getAttribute}', tells: 'attribute' },
	{ methods: '{isVisible,isVisibleWithinViewport,isEnabled,isSelected,hasFocus}', tells: 'state' },
	{ methods: '{isExisting}', tells: 'element' },
];
const actions = '{click,doubleClick,leftClick,rightClick,middleClick,setValue,addValue,clearElement,selectByVisibleText,selectByIndex,selectByValue,selectByAttribute,submitForm,chooseFile,moveToObject,dragAndDrop}';
const waits = '{waitForVisible,waitForExist,waitForEnabled,waitForSelected,waitForText,waitForValue}';
const given = [{ argument: 0, present: true }] as const;

/**
 * A browser whose commands take a selector, as those of WebdriverIO did before version 5, and that of Spectron, which hands out one of WebdriverIO. The globals of its runner are
 * left out: Nightwatch has commands of the same names, which wait in a queue.
 */
export const uiSelectors: readonly ApiRow[] = [
	{
		effect: 'alias', from: 'spectron', path: 'new Application.client', to: 'browser', see: spectron,
		flaky: started(`await app.client.getTitle();`),
	},
	{
		effect: 'alias', from: 'spectron', path: 'new SpectronClient', to: 'browser', see: spectron,
		flaky: `import type { SpectronClient } from 'spectron';\nasync function look(client: SpectronClient) {\n\tawait client.getTitle();\n}`,
	},
	...readings.map(
		({ methods, tells }): ApiRow => ({
			effect: 'ui-read', of: { argument: 0 }, tells, from, path: `browser.${methods}()`, when: given, see,
			flaky: started(`await app.client.${(/\w+/.exec(methods) ?? [''])[0]}('#a');`),
			steady: started(`await app.client.click('#a');`),
		}),
	),
	{
		effect: 'ui-action', from, path: `browser.${actions}()`, when: given, see,
		flaky: started(`await app.client.click('#a');`),
		steady: started(`await app.client.getText('#a');`),
	},
	{
		effect: 'ui-wait', element: true, from, path: `browser.${waits}()`, when: given, see,
		flaky: started(`await app.client.waitForVisible('#a');`),
		steady: started(`await app.client.getText('#a');`),
	},
	{
		effect: 'ui-wait', element: true, from: 'spectron', path: 'browser.waitUntilTextExists()', see: spectron,
		flaky: started(`await app.client.waitUntilTextExists('h1', 'a');`),
		steady: started(`await app.client.getText('h1');`),
	},
	{
		effect: 'ui-wait', from: 'spectron', path: 'browser.waitUntilWindowLoaded()', see: spectron,
		flaky: started(`await app.client.waitUntilWindowLoaded();`),
		steady: started(`await app.client.getText('h1');`),
	},
	{
		effect: 'ui-action', loads: 'page', from: 'spectron', path: 'new Application.{start,restart}()', see: spectron,
		flaky: started(`await app.restart();`),
		steady: started(`app.isRunning();`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', from: 'spectron', path: 'new Application.{webContents,browserWindow}.{getTitle,getURL,getBounds,getSize,getPosition,isVisible,isMinimized,isMaximized,isFocused,isLoading,isFullScreen}()', see: spectron,
		flaky: started(`await app.webContents.getTitle();`),
		steady: started(`await app.browserWindow.focus();`),
	},
	{
		effect: 'promise', from: 'spectron', path: `browser.${actions}()`, see: spectron,
		flaky: started(`app.client.click('#a');`),
		steady: started(`app.client.$('#a');`),
	},
	{
		effect: 'promise', from: 'spectron', path: `browser.{$,$$,element,elements}().**.${actions}()`, see: spectron,
		flaky: started(`app.client.$('#a').setValue('b');`),
		steady: started(`app.client.$('#a').$('b');`),
	},
	{
		effect: 'promise', from: 'spectron', path: `browser.{${waits.slice(1, -1)},waitUntil,waitUntilTextExists,waitUntilWindowLoaded,url,keys,execute,executeAsync}()`, see: spectron,
		flaky: started(`app.client.waitUntilWindowLoaded();`),
		steady: started(`app.client.$('#a');`),
	},
	{
		effect: 'sleep', from: 'spectron', path: 'browser.pause()', delay: { argument: 0 }, see: spectron,
		flaky: started(`await app.client.pause(100);`),
		steady: started(`await app.client.waitUntilWindowLoaded();`),
	},
];
