/** The part of a process that the command sees, so that a test can stand in for it. */
export interface Terminal {
	readonly cwd: string;
	readonly out: Screen;
	readonly err: Screen;
}

export interface Screen {
	readonly isTTY?: boolean | undefined;
	readonly columns?: number | undefined;
	write(text: string): unknown;
}
