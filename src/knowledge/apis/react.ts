import type { ApiRow } from '../row.ts';

/** Hooks that hand back what they were given. */
export const react = [
	{
		effect: 'flow',
		from: ['react', 'preact/hooks'],
		path: '{useState,useRef,useDeferredValue}()',
		carries: [0],
		see: 'https://react.dev/reference/react/hooks',
		flaky: `import { useState } from 'react';\nuseState(value);`,
		steady: `import { useId } from 'react';\nuseId();`,
	},
] as const satisfies readonly ApiRow[];
