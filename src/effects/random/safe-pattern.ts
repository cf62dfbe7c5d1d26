/**
 * A regular expression as it is written, that means the same each time it is asked; undefined for one that is none, or that may take for
 * ever: it has a repetition inside a repetition.
 */
export function safePattern(source: string, flags: string): RegExp | undefined {
	if (/[+*}]\)*[+*{]|\([^)]*[+*][^)]*\)[+*{]/.test(source)) return undefined;
	try {
		return new RegExp(source, flags.replace(/[gy]/g, ''));
	} catch {
		return undefined;
	}
}
