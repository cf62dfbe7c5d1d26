import type { Module } from '../project/model.ts';
import type { Acts } from './acts.ts';
import type { Bound } from './bounds.ts';
import type { ConfiguredMocks } from './configured-mocks.ts';
import type { Detected } from './detect.ts';
import type { History } from './history.ts';
import type { Hook, OuterHook, Suite, TestCase } from './model.ts';
import type { ModuleMock } from './module-mocks.ts';
import type { PinnedEnvironment } from './pinned-environment.ts';
import type { readSuites } from './read-suites.ts';
import type { RunnerConfig } from './runner-config.ts';
import type { Surroundings } from './surroundings.ts';
import type { Timeline } from './timeline.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is asked of a file's framework more than once. */
interface Answers {
	readonly root: Suite;
	readonly tests: readonly TestCase[];
	readonly suites: readonly Suite[];
	readonly hooks: readonly Hook[];
	readonly bounds: readonly Bound[];
	readonly mocks: readonly ModuleMock[];
	readonly detected: Detected;
	readonly surroundings: readonly Surroundings[];
	readonly vocabulary: Vocabulary;
	readonly acts: Acts;
	readonly history: History;
	readonly timeline: Timeline;
	readonly outside: readonly Module[];
	readonly usedConfigs: readonly RunnerConfig[];
	readonly configuredMocks: ConfiguredMocks;
	readonly outerHooks: readonly OuterHook[];
	readonly pinned: PinnedEnvironment;
	readonly reading: Parameters<typeof readSuites>[1];
}

/** Keeps each answer once it is known. */
export class KeptAnswers {
	readonly #answers: Partial<Answers> = {};

	get<Name extends keyof Answers>(name: Name, compute: () => Answers[Name]): Answers[Name] {
		const known: Answers[Name] | undefined = this.#answers[name];
		if (known !== undefined) return known;
		const answer = compute();
		Object.assign(this.#answers, { [name]: answer });
		return answer;
	}
}
