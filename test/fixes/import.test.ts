import { expect, test } from 'vitest';

import { importedName } from '../../src/fixes/import.ts';
import { openProject } from '../support/memory-project.ts';

/** The text once `randomUUID` is imported, and the name it then has. */
function withUuid(text: string): { readonly name: string; readonly text: string } | undefined {
	const { module } = openProject({ 'a.ts': text });
	const imported = importedName({ module, text }, 'node:crypto', 'randomUUID');
	if (imported === undefined) return undefined;
	const [replacement] = imported.edit?.replacements ?? [];
	return { name: imported.name, text: replacement === undefined ? text : text.slice(0, replacement.start) + replacement.text + text.slice(replacement.end) };
}

test.each([
	['behind the last import', `import { a } from 'a';\nimport {\n\tb,\n\tc,\n} from 'b';\n\na(b, c);`, `import { a } from 'a';\nimport {\n\tb,\n\tc,\n} from 'b';\nimport { randomUUID } from 'node:crypto';\n\na(b, c);`],
	['in the style of the file', `import a from "a"\nimport "b"\na()`, `import a from "a"\nimport "b"\nimport { randomUUID } from "node:crypto"\na()`],
	['behind attributes', `import a from './a.json' with { type: 'json' };\na();`, `import a from './a.json' with { type: 'json' };\nimport { randomUUID } from 'node:crypto';\na();`],
	['behind types and comments', `/** @jest-environment node */\nimport type { A } from 'a'; // all of it\n/* then */ import * as b from 'b';\nb as A;`, `/** @jest-environment node */\nimport type { A } from 'a'; // all of it\n/* then */ import * as b from 'b';\nimport { randomUUID } from 'node:crypto';\nb as A;`],
	['behind the first imports, where code stands between', `import a from 'a';\na();\nimport b from 'b';\nb();`, `import a from 'a';\nimport { randomUUID } from 'node:crypto';\na();\nimport b from 'b';\nb();`],
	['by require', `#!/usr/bin/env node\n'use strict';\n\nconst a = require('a');\na();`, `#!/usr/bin/env node\n'use strict';\n\nconst { randomUUID } = require('node:crypto');\nconst a = require('a');\na();`],
])('an import comes %s', (_, before, after) => {
	expect(withUuid(before)).toEqual({ name: 'randomUUID', text: after });
});

test('an import that is there is used', () => {
	const text = `import { randomUUID as uuid } from 'crypto';\nuuid();`;
	expect(withUuid(text)).toEqual({ name: 'uuid', text });
});

test('a name that is taken is left alone', () => {
	expect(withUuid(`import { randomUUID } from './ids';\nrandomUUID();`)).toBeUndefined();
});
