/** Packages that keep the files of tests in memory. */
export const virtualFiles: ReadonlySet<string> = new Set(['mock-fs', 'memfs', 'unionfs', 'fs-monkey', 'memory-fs', 'metro-memory-fs', 'mock-require']);
