import type { Edit } from './fixes/edit.ts';
import type { Span } from './syntax/facts.ts';

/** One problem, ready for ESLint. Made only by the functions that a rule's `check` is given. */
export interface Report {
	readonly messageId: string;
	readonly at: Span;
	readonly data: Readonly<Record<string, string | number>>;
	readonly suggestions: readonly Suggestion[];
}

export interface Suggestion {
	readonly messageId: string;
	readonly edit: Edit;
}
