import type { Binding, Definition } from './facts.ts';

/** A binding while its module is being read: definitions are added as they are met. */
export interface BindingDraft {
	readonly name: string;
	readonly word: string;
	kind: Binding['kind'];
	function: number;
	region: number | undefined;
	start: number;
	disposed?: true;
	/** It is given another value than the one it is declared with. */
	isWritten?: true;
	/** It names types alone, no value beside them. */
	readonly isType: boolean;
	/** The text, number or truth value that stands behind a `const`: its name says no less than writing it out. */
	readonly constant: string | number | boolean | undefined;
	readonly definitions: Definition[];
}
