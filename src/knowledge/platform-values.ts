/** What differs from one machine to the next: `separator` and `line-ending` between Windows and others, `machine` between any two. */
export interface PlatformValue {
	readonly of: 'separator' | 'line-ending' | 'machine';
	readonly from: readonly string[];
	/** The first property. */
	readonly names: readonly string[];
	/** Functions, whose result it is. */
	readonly called: boolean;
	/** https address of the documentation. */
	readonly see: `https://${string}`;
}

export const platformValues: readonly PlatformValue[] = [
	{ of: 'separator', from: ['node:path'], names: ['join', 'resolve', 'normalize', 'relative', 'format'], called: true, see: 'https://nodejs.org/api/path.html#windows-vs-posix' },
	{ of: 'separator', from: ['node:path'], names: ['sep'], called: false, see: 'https://nodejs.org/api/path.html#pathsep' },
	{ of: 'separator', from: ['node:url'], names: ['fileURLToPath'], called: true, see: 'https://nodejs.org/api/url.html#urlfileurltopathurl-options' },
	{ of: 'line-ending', from: ['node:os'], names: ['EOL'], called: false, see: 'https://nodejs.org/api/os.html#oseol' },
	{ of: 'machine', from: ['node:os'], names: ['arch', 'availableParallelism', 'cpus', 'freemem', 'homedir', 'hostname', 'platform', 'release', 'totalmem', 'userInfo', 'version'], called: true, see: 'https://nodejs.org/api/os.html' },
	{ of: 'machine', from: ['global', 'node:process'], names: ['memoryUsage', 'resourceUsage'], called: true, see: 'https://nodejs.org/api/process.html#processmemoryusage' },
];

/** What the expected text has where the value decides it. */
export const platformMarks: Readonly<Record<PlatformValue['of'], string>> = { separator: '/', 'line-ending': '\n', machine: '' };

/** Names and texts in code that minds the platform itself. */
export const platformWords: ReadonlySet<string> = new Set(['platform', 'win32', 'isWindows', 'isWin', 'IS_WINDOWS', 'posix', 'sep', 'slash', 'normalizePath', 'toPosix', 'EOL']);
