import type { PackagePath } from './package-paths.ts';
import { componentRenderers, vitestBrowser } from './vitest-browser.ts';

/** What shows components. */
export interface RenderingRow extends PackagePath {
	/** It gives what they show before their effects have run. */
	readonly beforeEffects?: true;
}

/** What gives all that a component shows: the element is the first argument of the first call on the path. */
export const renderings: readonly RenderingRow[] = [
	{ from: ['@testing-library/react', '@testing-library/preact', '@testing-library/react/pure'], path: 'render().{container,baseElement}', see: 'https://testing-library.com/docs/react-testing-library/api/#container-1' },
	{ from: ['@testing-library/react', '@testing-library/preact', '@testing-library/react/pure'], path: 'render().container.{firstChild,firstElementChild,innerHTML}', see: 'https://testing-library.com/docs/react-testing-library/api/#container-1' },
	{ from: ['@testing-library/react', '@testing-library/preact', '@testing-library/react/pure'], path: 'render().asFragment()', see: 'https://testing-library.com/docs/react-testing-library/api/#asfragment' },
	{ from: '@testing-library/react-native', path: 'render().toJSON()', see: 'https://callstack.github.io/react-native-testing-library/docs/api/render' },
	{ from: '@testing-library/react-native', path: 'render()', see: 'https://callstack.github.io/react-native-testing-library/docs/api/render' },
	{ from: componentRenderers, path: 'render().{container,baseElement}', see: 'https://github.com/vitest-community/vitest-browser-react' },
	{ from: componentRenderers, path: 'render().container.{firstChild,firstElementChild,innerHTML}', see: 'https://github.com/vitest-community/vitest-browser-react' },
	{ from: componentRenderers, path: 'render().asFragment()', see: 'https://github.com/vitest-community/vitest-browser-react' },
	{ from: 'react-test-renderer', path: 'create().toJSON()', beforeEffects: true, see: 'https://legacy.reactjs.org/docs/test-renderer.html' },
	{ from: 'react-test-renderer', path: 'create()', beforeEffects: true, see: 'https://legacy.reactjs.org/docs/test-renderer.html' },
	{ from: 'enzyme', path: '{shallow,mount,render}()', beforeEffects: true, see: 'https://enzymejs.github.io/enzyme/' },
	{ from: ['react-dom/server', 'preact-render-to-string'], path: '{renderToString,renderToStaticMarkup}()', beforeEffects: true, see: 'https://react.dev/reference/react-dom/server/renderToString' },
];

/** Globals in which everything stands that is shown. */
export const wholeDocuments: readonly string[] = ['document.{body,documentElement}', 'document.{body,documentElement}.{innerHTML,outerHTML,firstChild,firstElementChild}'];

const library = ['@testing-library/react', '@testing-library/preact', '@testing-library/react/pure', '@testing-library/react-native'] as const;

/** What shows the element that it is handed first, where it is then looked for. */
export const renderers: readonly PackagePath[] = [
	{ from: library, path: 'render()', see: 'https://testing-library.com/docs/react-testing-library/api/#render' },
	{ from: componentRenderers, path: 'render()', see: 'https://vitest.dev/guide/browser/component-testing' },
	{ from: vitestBrowser, path: 'page.render()', see: 'https://vitest.dev/guide/browser/component-testing' },
	{ from: 'react-test-renderer', path: 'create()', see: 'https://legacy.reactjs.org/docs/test-renderer.html' },
	{ from: 'enzyme', path: '{shallow,mount,render}()', see: 'https://enzymejs.github.io/enzyme/' },
];

/** Packages that tell what is shown. */
export const renderingPackages: ReadonlySet<string> = new Set([...library, ...componentRenderers, ...vitestBrowser, '@testing-library/dom', 'react-test-renderer', 'enzyme']);

/** Packages that have a `waitFor` (https://testing-library.com/docs/dom-testing-library/api-async/#waitfor). */
export const waitingLibraries = /^@testing-library\/(?:angular|dom|preact|react|react-native|svelte|vue)(?:\/pure)?$/;

/** Attributes of an element that no page shows. */
export const unseenAttributes = /^(?:key|ref|on[A-Z].*)$/;

/** Names of components of packages that may leave out what stands inside them: what opens and closes, loads, draws only what is in view, or is handed a choice. */
export const hidingInside = /accordion|alert|animat|await|backdrop|bottom|can|collaps|combo|conditional|confirm|consumer|content|context|detail|dialog|disclosure|drawer|dropdown|expand|fade|feature|flip|flyout|grow|hidden|hide|hover|infinite|lazy|list ?box|media|menu|modal|notification|observer|offcanvas|option|overlay|panel|picker|popconfirm|popover|popper|popup|portal|presence|query|redirect|route|routes|select|sheet|show|skeleton|slide|snackbar|spin|step|suspense|switch|tab|toast|toggle|tooltip|tour|trans|transition|tree|view|virtual|when|window|zoom/i;

/** Names of those that show it all the same. */
export const showingInside = /^(?:\w*(?:Provider|Router|Boundary)|Route|Suspense|Card(?:Content)?|Alert|Table\w*|ListItem\w*)$/;

/** Properties of components of packages that name a piece of the page, and that they show. */
export const shownAttributes: ReadonlySet<string> = new Set(['primary', 'secondary', 'header', 'subheader']);

/** What makes a component of another one, its first argument, that shows the same. */
export const componentWrappers: readonly PackagePath[] = [
	{ from: ['react', 'preact/compat'], path: '{memo,forwardRef}()', see: 'https://react.dev/reference/react/memo' },
	{ from: ['mobx-react', 'mobx-react-lite'], path: 'observer()', see: 'https://mobx.js.org/react-integration.html' },
	{ from: 'mobx-react', path: 'inject()()', see: 'https://github.com/mobxjs/mobx/tree/main/packages/mobx-react#provider-and-inject' },
	{ from: 'react-redux', path: 'connect()()', see: 'https://react-redux.js.org/api/connect' },
	{ from: ['react-router', 'react-router-dom', 'next/router'], path: '{withRouter,default.withRouter}()', see: 'https://v5.reactrouter.com/web/api/withRouter' },
	{ from: ['react-i18next', 'next-i18next'], path: '{withTranslation,withNamespaces}()()', see: 'https://react.i18next.com/latest/withtranslation-hoc' },
	{ from: 'react-intl', path: 'injectIntl()', see: 'https://formatjs.github.io/docs/react-intl/api/#injectintl-hoc' },
	{ from: ['@material-ui/core', '@material-ui/core/styles', '@material-ui/styles', '@mui/styles', 'tss-react/mui'], path: 'withStyles()()', see: 'https://v4.mui.com/styles/api/#withstyles-styles-options-higher-order-component' },
	{ from: ['@material-ui/core/styles/withStyles', '@mui/styles/withStyles'], path: '()()', see: 'https://v4.mui.com/styles/api/#withstyles-styles-options-higher-order-component' },
	{ from: ['@material-ui/core', '@material-ui/core/styles', '@mui/styles', '@emotion/react', 'styled-components'], path: 'withTheme()', see: 'https://v4.mui.com/styles/api/#withtheme-component-component' },
	{ from: 'react-relay', path: '{createFragmentContainer,createRefetchContainer,createPaginationContainer}()', see: 'https://relay.dev/docs/api-reference/legacy-apis/fragment-container/' },
	{ from: ['redux', 'recompose', 'lodash/fp'], path: 'compose()()', see: 'https://redux.js.org/api/compose' },
];

/** Hooks that keep a state of a component, and give it together with what sets it. */
export const stateHooks: readonly PackagePath[] = [
	{ from: ['react', 'preact/hooks', 'preact/compat'], path: 'useState()', see: 'https://react.dev/reference/react/useState' },
];

/** Hooks whose callback runs once the component is shown (https://react.dev/reference/react/useEffect). */
export const effectHooks: ReadonlySet<string> = new Set(['useEffect', 'useLayoutEffect', 'useMount']);

/** The attribute by which an element is found in tests (https://testing-library.com/docs/queries/bytestid). */
export const testIdAttribute = 'data-testid';

/** Functions that wait for no more than what is queued already (https://test-utils.vuejs.org/api/#flushpromises). */
export const emptyingQueues: ReadonlySet<string> = new Set(['flushPromises']);
