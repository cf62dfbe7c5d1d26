import type { Span } from '../syntax/facts.ts';
import type { Sharing } from './browser-commands.ts';
import { browserRun, installs } from './commands.ts';
import type { Job, Run, Workflow } from './model.ts';

/** A command of a job that costs more than it has to, and what to do about it. */
export interface CiFinding {
	readonly at: Span;
	readonly job: string;
	readonly command: string;
	/** Where the mend goes, in the service's words. */
	readonly mend: string;
}

/** The first command of each job that installs packages, where nothing keeps them for the next run. */
export function uncachedInstalls({ service, jobs }: Workflow): readonly CiFinding[] {
	return firstOf(
		jobs.filter(({ cached }) => cached === false),
		({ command }) => installs(command),
		(job, run) => {
			const [manager = 'npm'] = run.command.words;
			if (service === 'GitLab')
				return `\`cache:\` with the folder that ${manager} keeps packages in, in this job or under \`default:\``;
			if (manager === 'bun') return `an \`actions/cache\` step for \`~/.bun/install/cache\` in front of it`;
			return job.setupLine === undefined
				? `an \`actions/setup-node\` step with \`cache: ${manager}\` in front of it`
				: `\`cache: ${manager}\` under \`with:\` of the setup-node step in line ${job.setupLine}`;
		},
	);
}

/** The first command of each job that runs all browser tests alone. */
export function unshardedRuns({ service, jobs }: Workflow): readonly CiFinding[] {
	return firstOf(
		jobs.filter(({ shared }) => shared === false),
		run => browserRun(run.command, run.scripts)?.extent === 'whole',
		(_, run) => sharingOn[service][browserRun(run.command, run.scripts)?.sharing ?? 'shard'],
	);
}

const sharingOn: Readonly<Record<Workflow['service'], Readonly<Record<Sharing, string>>>> = {
	'GitHub Actions': {
		shard: '`strategy.matrix` with a list of shards in this job, and `--shard` with `matrix.shard` on this command',
		parallel: '`strategy.matrix` in this job, and `parallel` for Cypress',
		files: '`strategy.matrix` with a list of folders or files in this job, and one of them on this command',
	},
	GitLab: {
		shard: '`parallel:` in this job, and `--shard=$CI_NODE_INDEX/$CI_NODE_TOTAL` on this command',
		parallel: '`parallel:` in this job, and `--parallel` on this command',
		files: '`parallel:matrix:` with a list of folders or files in this job, and one of them on this command',
	},
};

function firstOf(jobs: readonly Job[], picks: (run: Run) => boolean, mendOf: (job: Job, run: Run) => string): readonly CiFinding[] {
	const seen = new Set<number>();
	return jobs.flatMap((job): CiFinding[] => {
		const run = job.runs.find(picks);
		if (run === undefined || seen.has(run.at.start)) return [];
		seen.add(run.at.start);
		return [{ at: run.at, job: job.name, command: run.command.text.split('\n')[0] ?? '', mend: mendOf(job, run) }];
	});
}
