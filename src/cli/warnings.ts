/** What ESLint says, each time that it is set up, of files which the command does not go by (https://eslint.org/docs/latest/use/configure/migration-guide#ignore-files). */
const ofNoConcern: ReadonlySet<string> = new Set(['ESLintIgnoreWarning']);

/** Has warnings that do not concern whoever runs the command left out; all others are written as before. */
export function leaveOutWarnings(): void {
	const writing = process.listeners('warning');
	process.removeAllListeners('warning');
	process.on('warning', warning => {
		if (!ofNoConcern.has(warning.name)) for (const write of writing) write(warning);
	});
}
