/** What finds an element once and for all: what is asked of it does not look for it again (Puppeteer, Playwright's handles); or a list, which stays as long as it was. */
export const ofHandles: ReadonlySet<string> = new Set(['$', '$$', 'all', 'handle', 'waitForSelector', 'elementHandle']);

/** What a page has from the start, as a whole, its headings and what it reports: `locator("h1")`, `locator("#app")`, `getByRole("status")`. */
export const generalElements = /(?:locator\("(?:[a-z][a-z0-9]*|#(?:app|root|main|content|status|message|output|result))"|getByRole\("(?:heading|status|alert|main|log|document)"(?:,[^)]*)?)\)(?:\.first\(\))?$/;

/** Methods of a page that find elements as they are when they are asked (https://playwright.dev/docs/api/class-page#page-query-selector, https://playwright.dev/docs/api/class-locator#locator-all, https://pptr.dev/api/puppeteer.page._). */
export const handleFinders: ReadonlySet<string> = new Set(['$', '$$', '$x', 'all']);

/**
 * Methods that ask once whether an element is there, or to be seen, and what waits until it is so (https://playwright.dev/docs/api/class-locator#locator-is-visible, https://webdriver.io/docs/api/element/isDisplayed);
 * what those of Playwright are handed as a timeout plays no part.
 */
export const looks: ReadonlyMap<string, string | undefined> = new Map([
	['isVisible', 'waitFor()'],
	['isHidden', `waitFor({ state: 'hidden' })`],
	['isDisplayed', 'waitForDisplayed()'],
	['isDisplayedInViewport', undefined],
	['isExisting', 'waitForExist()'],
	['isClickable', 'waitForClickable()'],
	['isIntersectingViewport', undefined],
]);

/** Packages whose elements were there when they were found: who asks one whether it is displayed knows at least that. */
export const findsAtOnce: ReadonlySet<string> = new Set(['selenium-webdriver']);

/** Methods that list the windows and frames that there are (Playwright, Puppeteer, Selenium, WebdriverIO). */
export const listsOfWindows: ReadonlySet<string> = new Set(['pages', 'frames', 'getAllWindowHandles', 'getWindowHandles']);

/** Methods that tell the address of a page (Playwright, Puppeteer, Selenium, WebdriverIO). */
export const addressReadings: ReadonlySet<string> = new Set(['url', 'getCurrentUrl', 'getUrl']);

/** Methods and matchers that wait until a page has an address (https://playwright.dev/docs/api/class-page#page-wait-for-url, https://playwright.dev/docs/api/class-pageassertions#page-assertions-to-have-url, https://webdriver.io/docs/api/expect-webdriverio#tohaveurl). */
export const addressWaits: ReadonlySet<string> = new Set(['waitForURL', 'toHaveURL', 'toHaveUrl']);

/** Actions that put text into a field (Playwright, Puppeteer, WebdriverIO). */
export const typing: ReadonlySet<string> = new Set(['fill', 'type', 'press', 'pressSequentially', 'clear', 'setValue', 'addValue', 'clearValue', 'sendKeys']);

/** Words of selectors for what is typed into. */
export const editable = /contenteditable|editor|textarea|textbox|input/i;

/** The method of a page, or of what holds pages, that is told how requests are answered: https://playwright.dev/docs/api/class-page#page-route */
export const routing = 'route';

/** Methods of a page that hand over what it calls itself (https://playwright.dev/docs/api/class-page#page-route, #page-expose-function). */
export const pageHandlers: ReadonlySet<string> = new Set([routing, 'exposeFunction', 'exposeBinding']);

/** Events of a page that an action brings about, and nothing but actions (https://playwright.dev/docs/api/class-page#events). */
export const answeringEvents: ReadonlySet<string> = new Set(['dialog', 'popup', 'download', 'filechooser']);

/** Matchers of what a page as a whole may get from its scripts, some time after it was loaded. */
export const drawnLater: ReadonlySet<string> = new Set(['toHaveTitle']);

/** The method that waits for a page which opens (https://playwright.dev/docs/pages#handling-new-pages). */
export const openingWait = 'waitForEvent';

/** The method of a page that waits until a condition holds which is written out (https://playwright.dev/docs/api/class-page#page-wait-for-function). */
export const conditionWait = 'waitForFunction';

/** Attributes that tell a state, and change while the element stays. */
export const stateAttributes = /^(?:aria-|data-|class$|style$|disabled$|hidden$|checked$|open$|value$)/;

/** Commands of Cypress that send nothing (https://docs.cypress.io/api/table-of-contents). */
export const quietCommands: ReadonlySet<string> = new Set([
	'as', 'and', 'children', 'closest', 'contains', 'debug', 'document', 'eq', 'filter', 'find', 'first', 'focused', 'get', 'getAllCookies', 'getCookie', 'hash', 'intercept', 'its', 'last', 'location', 'log', 'next', 'not', 'parent',
	'parents', 'pause', 'prev', 'root', 'screenshot', 'scrollIntoView', 'scrollTo', 'setCookie', 'should', 'siblings', 'title', 'url', 'viewport', 'wait', 'window', 'wrap', 'within', 'fixture', 'clock', 'clearCookies', 'clearLocalStorage',
]);

/** Commands of Cypress that look at the page, and look again where an assertion behind them fails (https://docs.cypress.io/app/core-concepts/retry-ability#Commands-Queries-and-Assertions). */
export const pageQueries: ReadonlySet<string> = new Set([
	'get', 'contains', 'find', 'filter', 'children', 'closest', 'eq', 'first', 'last', 'next', 'nextAll', 'not', 'parent', 'parents', 'prev', 'prevAll', 'siblings', 'focused', 'title', 'url', 'location', 'hash', 'invoke', 'its',
]);

/** Names of queries that a project or Testing Library adds to Cypress: `getByTestId`, `findAllByRole`. */
export const namedQueries = /^(?:get|find)(?:All)?By[A-Z]/;

/** Commands of Cypress that wait for what they are told. */
export const waitingCommands: ReadonlySet<string> = new Set(['should', 'and', 'wait']);

/** Commands of Cypress that neither do anything to the page nor wait for it. */
export const stillCommands: ReadonlySet<string> = new Set(['as', 'log', 'then', 'each', 'within', 'wrap', 'debug', 'pause', 'intercept', 'fixture', 'viewport', 'screenshot', 'window', 'document', 'root', 'end']);

/** The command of Cypress that changes the size of the page (https://docs.cypress.io/api/commands/viewport). */
export const resizing = 'viewport';

/** Commands of Cypress that a page is loaded by, and those that reach what is behind it. */
export const loadingCommands: ReadonlySet<string> = new Set(['visit', 'reload', 'go']);
export const behindPage: ReadonlySet<string> = new Set(['request', 'tick']);

/** The command of Cypress that hands the element it was called on to the commands in its callback (https://docs.cypress.io/api/commands/within). */
export const handsElement = 'within';

/** Where WebdriverIO's browser comes from, which a project gives commands of its own (https://webdriver.io/docs/customcommands). */
export const commandPackages: ReadonlySet<string> = new Set(['global', '@wdio/globals', 'webdriverio']);

/** The globals that WebdriverIO hands its tests. */
export const commandGlobals: ReadonlySet<string> = new Set(['browser', 'driver', '$', '$$']);

/** Packages whose commands waited for one another by themselves once, and no longer do. */
export const queuedOnce: ReadonlySet<string> = new Set(['selenium-webdriver']);

/** Beginnings of the names of commands of a project's own that do something to a page. */
export const actingCommands = /^(?:add|apply|check|choose|clear|click|close|confirm|create|delete|discard|drag|drop|enter|expand|collapse|fill|hide|hover|navigate|open|paste|press|redo|remove|rename|reset|run|save|scroll|select|set\w*Value|show|submit|switch|tap|toggle|type|uncheck|undo|update|upload)(?![a-z])/;

/** Queries that find an element by the text that it shows (https://testing-library.com/docs/queries/bytext, https://playwright.dev/docs/locators#locate-by-text, https://docs.cypress.io/api/commands/contains). */
export const textQueries: ReadonlySet<string> = new Set(['getByText', 'getAllByText', 'findByText', 'findAllByText', 'queryByText', 'queryAllByText', 'getByDisplayValue', 'findByDisplayValue', 'getByLabelText', 'findByLabelText', 'getByLabel', 'contains']);

/** Those that throw, or give up, where more than one element has the text (https://testing-library.com/docs/queries/about/#types-of-queries). */
export const soleTextQueries: ReadonlySet<string> = new Set(['getByText', 'findByText', 'queryByText']);

/** What queries of Testing Library are asked of that look at all that is rendered (https://testing-library.com/docs/queries/about/#screen). */
export const wholePages: ReadonlySet<string> = new Set(['screen', 'render']);

/** Queries that find an element by its role, and by the option `name` among those by what it is called, which is mostly the text that it shows (https://testing-library.com/docs/queries/byrole/#name). */
export const roleQueries: ReadonlySet<string> = new Set(['getByRole', 'getAllByRole', 'findByRole', 'findAllByRole', 'queryByRole', 'queryAllByRole']);

/** Queries that find an element by the name that it has for tests (https://testing-library.com/docs/queries/bytestid). */
export const testIdQueries: ReadonlySet<string> = new Set(['getByTestId', 'getAllByTestId', 'findByTestId', 'findAllByTestId', 'queryByTestId', 'queryAllByTestId']);

/** The global that commands of Cypress are asked of. */
export const cypressGlobal = 'cy';

/** Its jQuery, which looks at once (https://docs.cypress.io/api/utilities/$). */
export const jqueryOfCypress: ReadonlySet<string> = new Set(['Cypress.$', 'cy.$$']);

/** Methods of a page that run something in it without waiting for anything there first. */
export const sentAtOnce: ReadonlySet<string> = new Set(['evaluate', 'evaluateHandle']);

/** What tests of Playwright and Puppeteer call the page, and what holds its pages: the rows' paths begin with it. */
export const pageRoots: ReadonlySet<string> = new Set(['page', 'context']);

/** Methods that lead from a page, or an element, to an element in it (https://playwright.dev/docs/locators, https://pptr.dev/api/puppeteer.page._). */
export const elementMethods = /^(?:locator|frameLocator|getBy[A-Z]|\$)/;

/** Conditions that Selenium's `wait` is told, each with the method that reads what it waits for (https://www.selenium.dev/selenium/docs/api/javascript/module-selenium-webdriver_lib_until.html). */
export const conditionReadings: ReadonlyMap<string, string> = new Map([
	...['elementTextIs', 'elementTextContains', 'elementTextMatches'].map(condition => [condition, 'getText'] as const),
	...['elementIsVisible', 'elementIsNotVisible'].map(condition => [condition, 'isDisplayed'] as const),
	...['elementIsEnabled', 'elementIsDisabled'].map(condition => [condition, 'isEnabled'] as const),
	...['elementIsSelected', 'elementIsNotSelected'].map(condition => [condition, 'isSelected'] as const),
	...['titleIs', 'titleContains', 'titleMatches'].map(condition => [condition, 'getTitle'] as const),
	...['urlIs', 'urlContains', 'urlMatches'].map(condition => [condition, 'getCurrentUrl'] as const),
]);
