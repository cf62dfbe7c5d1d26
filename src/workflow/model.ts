import type { Span } from '../syntax/facts.ts';
import type { ShellCommand } from './commands.ts';

/** A file of a continuous integration service, as far as it says how tests are run. */
export interface Workflow {
	readonly service: 'GitHub Actions' | 'GitLab';
	readonly jobs: readonly Job[];
}

export interface Job {
	readonly name: string;
	readonly runs: readonly Run[];
	/** Whether something keeps the packages that it installs for the next run; undefined where that cannot be told. */
	readonly cached: boolean | undefined;
	/** It is one of several that share the tests among them; undefined where that cannot be told. */
	readonly shared: boolean | undefined;
	/** The line of the step that could cache, where there is one. */
	readonly setupLine: number | undefined;
}

/** A command of a job. */
export interface Run {
	readonly command: ShellCommand;
	/** In the linted file: the command, or what brings it in. */
	readonly at: Span;
	/** The scripts of the package.json that it sees. */
	readonly scripts: ReadonlyMap<string, string>;
}

/** The files beside a workflow, by paths from the root of the repository. */
export interface Repository {
	text(path: string): string | undefined;
}
