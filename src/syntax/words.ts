/** The words of a name, in small letters: `durationInMs`, `duration_in_ms` → `duration in ms`. */
export function wordsOf(name: string): string {
	return name
		.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replaceAll('_', ' ')
		.toLowerCase()
		.trim();
}
