export interface Finding {
	/** Without the namespace of the plugin. */
	readonly rule: string;
	readonly first: number;
	readonly last: number;
	readonly message: string;
}

/** What became of one file of one revision. */
export interface LintedFile {
	readonly lines: number;
	readonly all: readonly Finding[];
	readonly recommended: readonly Finding[];
	/** CPU, in this order: the parser alone, then with the preset and nothing remembered of the project, then with all rules. */
	readonly seconds: { readonly parser: number; readonly recommended: number; readonly all: number };
	/** What went wrong in the plugin. */
	readonly crashes: readonly string[];
	/** Why the parser could not read it: it was not linted then. */
	readonly unreadable: string | undefined;
}

const keys = ['lines', 'all', 'recommended', 'seconds', 'crashes'] as const;

export function isLintedFile(value: unknown): value is LintedFile {
	return typeof value === 'object' && value !== null && keys.every(key => Object.hasOwn(value, key));
}

/** What a child process is asked. */
export interface Job {
	/** The root of the repository. */
	readonly directory: string;
	readonly path: string;
}

export function isJob(value: unknown): value is Job {
	return typeof value === 'object' && value !== null && 'directory' in value && 'path' in value;
}
