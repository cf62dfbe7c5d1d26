import { describe } from 'vitest';

import rule from '../../rules/no-unawaited-effect.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unawaited-effect', rule);

const files = (body: string): Record<string, string> => ({
	'e2e/posts.spec.ts': `
import { expect, test } from '@playwright/test';
import { createPost } from './api';
test('shows posts', async ({ page }) => {
	${body}
	await page.goto('/posts');
	await expect(page.getByRole('row')).toHaveCount(1);
});`,
	'e2e/api.ts': `export async function createPost(title: string) {\n\tconst response = await fetch('/posts', { method: 'POST', body: title });\n\treturn response.json();\n}\n`,
});
const dropped = `createPost('a');\n	~~~~~~~~~~~~~~~`;

describe('a promise that nobody takes up', () => {
	flags('in a test of something else', files(dropped));
	flags('where requests that nobody answers are spoken of', files(`listen({ onUnhandledRequest: 'error' });\n	${dropped}`));
	allows('in a test that waits to be told so', files(`process.once('unhandledRejection', told);\n	createPost('a');`));
	allows('in a test that hands a library what is to be told', files(`Promise.onPossiblyUnhandledRejection(told);\n	createPost('a');`));
	allows('in a test that calls what is named after it', files(`const failed = untilUnhandled();\n	createPost('a');\n	await failed;`));
});
