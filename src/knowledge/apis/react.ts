import type { ApiRow } from '../row.ts';

/** Hooks that hand back what they were given. */
export const react = [
	{
		effect: 'flow',
		from: ['react', 'preact/hooks'],
		path: '{useRef,useDeferredValue}()',
		carries: [0],
		see: 'https://react.dev/reference/react/hooks',
		flaky: `import { useRef } from 'react';\nuseRef(value);`,
		steady: `import { useId } from 'react';\nuseId();`,
	},
] as const satisfies readonly ApiRow[];
