/** What hands out the page of Vitest's browser mode (https://vitest.dev/api/browser/context); the second is its name up to Vitest 3. */
export const vitestBrowser = ['vitest/browser', '@vitest/browser/context'] as const;

/** What renders components into that page, and gives its locators (https://vitest.dev/guide/browser/component-testing). */
export const componentRenderers = ['vitest-browser-react', 'vitest-browser-react/pure', 'vitest-browser-preact', 'vitest-browser-vue', 'vitest-browser-vue/pure', 'vitest-browser-svelte', 'vitest-browser-svelte/pure', 'vitest-browser-solid', 'vitest-browser-lit'] as const;
