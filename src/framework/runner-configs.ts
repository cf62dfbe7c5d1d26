import { frameworks as rows } from '../knowledge/frameworks/all-frameworks.ts';
import type { Project } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { FileRun, FrameworkName } from './model.ts';
import { type RunnerConfig, configured, isFlaggedSomewhere, runnerConfig } from './runner-config.ts';
import type { Surroundings } from './surroundings.ts';

/** What the project says to its runners, each read when it is first asked for. */
export class RunnerConfigs {
	readonly #project: Project;
	readonly #provenance: Provenance;
	readonly #surroundings: () => readonly Surroundings[];
	readonly #known = new Map<FrameworkName, RunnerConfig>();

	constructor(project: Project, provenance: Provenance, surroundings: () => readonly Surroundings[]) {
		this.#project = project;
		this.#provenance = provenance;
		this.#surroundings = surroundings;
	}

	of(name: FrameworkName): RunnerConfig {
		const known = this.#known.get(name) ?? runnerConfig(name, this.#surroundings(), this.#project, this.#provenance);
		this.#known.set(name, known);
		return known;
	}

	/** `serial` where every run is; `concurrent` where one of the scripts makes it so. */
	concurrencyOf(name: FrameworkName): 'concurrent' | 'serial' | undefined {
		const { settings } = rows[name].concurrency;
		const serial = settings.filter(({ means }) => means === 'serial');
		const config = this.of(name);
		return (
			configured(config, serial) ??
			configured(config, settings) ??
			settings.find(row => row.means === 'concurrent' && isFlaggedSomewhere(config, row))?.means
		);
	}

	/** How runners run test files; undefined where they do not do it alike. */
	fileRunOf(names: readonly FrameworkName[]): FileRun | undefined {
		const runs = names.map(name => configured(this.of(name), rows[name].fileSettings) ?? rows[name].files);
		return runs.every(run => run === runs[0] || (areAtOnce(run) && areAtOnce(runs[0]))) ? runs[0] : undefined;
	}
}

function areAtOnce(run: FileRun | undefined): boolean {
	return run === 'processes' || run === 'threads';
}
