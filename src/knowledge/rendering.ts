import type { PackagePath } from './package-paths.ts';

/** What gives all that a component shows: the element is the first argument of the first call on the path. */
export const renderings: readonly PackagePath[] = [
	{ from: ['@testing-library/react', '@testing-library/preact', '@testing-library/react/pure'], path: 'render().{container,baseElement}', see: 'https://testing-library.com/docs/react-testing-library/api/#container-1' },
	{ from: ['@testing-library/react', '@testing-library/preact', '@testing-library/react/pure'], path: 'render().container.{firstChild,firstElementChild,innerHTML}', see: 'https://testing-library.com/docs/react-testing-library/api/#container-1' },
	{ from: ['@testing-library/react', '@testing-library/preact', '@testing-library/react/pure'], path: 'render().asFragment()', see: 'https://testing-library.com/docs/react-testing-library/api/#asfragment' },
	{ from: '@testing-library/react-native', path: 'render().toJSON()', see: 'https://callstack.github.io/react-native-testing-library/docs/api/render' },
	{ from: '@testing-library/react-native', path: 'render()', see: 'https://callstack.github.io/react-native-testing-library/docs/api/render' },
	{ from: 'react-test-renderer', path: 'create().toJSON()', see: 'https://legacy.reactjs.org/docs/test-renderer.html' },
	{ from: 'react-test-renderer', path: 'create()', see: 'https://legacy.reactjs.org/docs/test-renderer.html' },
	{ from: 'enzyme', path: '{shallow,mount,render}()', see: 'https://enzymejs.github.io/enzyme/' },
	{ from: ['react-dom/server', 'preact-render-to-string'], path: '{renderToString,renderToStaticMarkup}()', see: 'https://react.dev/reference/react-dom/server/renderToString' },
];

const library = ['@testing-library/react', '@testing-library/preact', '@testing-library/react/pure', '@testing-library/react-native'] as const;

/** What shows the element that it is handed first, where it is then looked for. */
export const renderers: readonly PackagePath[] = [
	{ from: library, path: 'render()', see: 'https://testing-library.com/docs/react-testing-library/api/#render' },
	{ from: 'react-test-renderer', path: 'create()', see: 'https://legacy.reactjs.org/docs/test-renderer.html' },
	{ from: 'enzyme', path: '{shallow,mount,render}()', see: 'https://enzymejs.github.io/enzyme/' },
];

/** Packages that tell what is shown. */
export const renderingPackages: ReadonlySet<string> = new Set([...library, '@testing-library/dom', 'react-test-renderer', 'enzyme']);

/** Packages that have a `waitFor` (https://testing-library.com/docs/dom-testing-library/api-async/#waitfor). */
export const waitingLibraries = /^@testing-library\/(?:angular|dom|preact|react|react-native|svelte|vue)(?:\/pure)?$/;

/** Attributes of an element that no page shows. */
export const unseenAttributes = /^(?:key|ref|on[A-Z].*)$/;

/** What makes a component of another one, its first argument, that shows the same. */
export const componentWrappers: readonly PackagePath[] = [
	{ from: ['react', 'preact/compat'], path: '{memo,forwardRef}()', see: 'https://react.dev/reference/react/memo' },
	{ from: ['mobx-react', 'mobx-react-lite'], path: 'observer()', see: 'https://mobx.js.org/react-integration.html' },
];
