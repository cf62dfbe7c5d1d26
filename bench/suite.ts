import { packageFile } from './package-file.ts';

/** Test files to lint, as a child process is told of them. */
export interface Suite {
	readonly name: string;
	readonly directory: string;
	readonly patterns: readonly string[];
	/** The generated modules that the tests share, each of which should be parsed once. */
	readonly helpers: readonly string[];
}

const packages = ['fastify', 'pino', 'avvio', 'find-my-way', 'thread-stream'] as const;

/** The tests that these packages publish. */
export const shippedSuite: Suite = {
	name: 'shipped',
	directory: packageFile('.'),
	patterns: packages.map(name => `node_modules/${name}/test`),
	helpers: [],
};

function isSuite(value: unknown): value is Suite {
	return (
		typeof value === 'object' && value !== null && 'name' in value && 'directory' in value && 'patterns' in value && 'helpers' in value
	);
}

/** A child process gets its suite as the last argument. */
export function suiteFromArguments(): Suite {
	const suite: unknown = JSON.parse(process.argv.at(-1) ?? 'null');
	if (!isSuite(suite)) throw new TypeError('a child process of the benchmark is given a suite');
	return suite;
}
