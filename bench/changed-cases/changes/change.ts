import type MagicString from 'magic-string';
import type { CaseFile } from '../case-file.ts';

/** The file of a case while it is changed: its text, where each piece remembers its place, and files that stand beside it from now on. */
export interface Draft {
	readonly text: MagicString;
	readonly added: Map<string, string>;
}

/** Writes the same test in other words. Where there is nothing of the kind, or the meaning could not be kept, the draft is left as it is. */
export type Change = (file: CaseFile, draft: Draft) => void;
