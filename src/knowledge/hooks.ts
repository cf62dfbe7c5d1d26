import type { PackagePath } from './package-paths.ts';

/** What a hook of a component hands back of what it is handed. */
export interface HookRow extends PackagePath {
	/** The argument that it is made of. */
	readonly argument: number;
	/** `value`: the argument itself; `result`: what the function gives that it is; `first`: either, whichever it is. */
	readonly gives: 'value' | 'result' | 'first';
	/** Where in what the hook hands back it stands. */
	readonly under: readonly string[];
	/** Where the function stands that puts another value in its place. */
	readonly setter?: number;
	/** The argument and the property where that stands what the function is called with. */
	readonly handed?: { readonly argument: number; readonly property: string };
}

const react = ['react', 'preact/hooks', 'preact/compat'] as const;

export const hooks: readonly HookRow[] = [
	{ from: react, path: 'useMemo()', argument: 0, gives: 'result', under: [], see: 'https://react.dev/reference/react/useMemo' },
	{ from: react, path: 'useCallback()', argument: 0, gives: 'value', under: [], see: 'https://react.dev/reference/react/useCallback' },
	{ from: react, path: 'useState()', argument: 0, gives: 'first', under: ['0'], setter: 1, see: 'https://react.dev/reference/react/useState' },
	{ from: ['@testing-library/react', '@testing-library/react/pure', '@testing-library/preact', '@testing-library/react-native', '@testing-library/react-hooks', '@testing-library/react-hooks/dom', '@testing-library/react-hooks/native', '@testing-library/preact-hooks'], path: 'renderHook()', argument: 0, gives: 'result', under: ['result', 'current'], handed: { argument: 1, property: 'initialProps' }, see: 'https://testing-library.com/docs/react-testing-library/api/#renderhook-result' },
];

/** What runs a function, its first argument, once the component is shown. */
export const mountEffects: readonly PackagePath[] = [
	{ from: react, path: '{useEffect,useLayoutEffect,useInsertionEffect}()', see: 'https://react.dev/reference/react/useEffect' },
];
