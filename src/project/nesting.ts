/**
 * How deep code may be nested that is handed to the native parser. It calls itself for each level and does not look at what is left of its stack: with the 8 MiB of
 * a main thread the whole process ends at 5,000 brackets, and at 12,500 functions, choices or the like that hold each other without any; a worker thread has half as much.
 */
const maxBrackets = 1_000;
const maxChained = 3_000;

/**
 * Whether code may be nested too deep to be parsed, by its text alone. Brackets in strings and comments count as well, so what is not deep may be taken for deep, and never
 * the other way round.
 */
export function isTooDeep(text: string): boolean {
	const nesting = new Nesting();
	for (const [part] of text.matchAll(parts)) if (nesting.isTooDeepBehind(part)) return true;
	return false;
}

/** Words, brackets, line ends, and signs; a line end behind a sign that needs something on its right ends nothing. */
const parts = /[\w$]+|[()[\]{};,\n]|[^\s\w$()[\]{};,]+(?:[^\S\n]*\n(?=\s*[^\s}\])]))?/gu;

/** One word is no deeper for being long: a key in hexadecimal. */
const word = /^[\w$]/;

/** What stands side by side between two brackets: since the last statement, element or line, and `else`, which goes on behind them. */
interface Level {
	chained: number;
	others: number;
}

class Nesting {
	readonly #around: Level[] = [];
	#level: Level = { chained: 0, others: 0 };

	isTooDeepBehind(part: string): boolean {
		switch (part) {
			case '(':
			case '[':
			case '{':
				this.#around.push(this.#level);
				this.#level = { chained: 0, others: 0 };
				return this.#around.length > maxBrackets;
			case ')':
			case ']':
			case '}':
				this.#level = this.#around.pop() ?? this.#level;
				return false;
			case ';':
			case ',':
			case '\n':
				this.#level.chained = 0;
				return false;
			case 'else':
				return ++this.#level.others > maxChained;
			default:
				return ++this.#level.chained > maxChained || (part.length > maxChained && !word.test(part));
		}
	}
}
