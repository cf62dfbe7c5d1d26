import { plain } from './plain-runner.ts';
import type { FrameworkRow } from './row.ts';

/** Paths, from the root of the package, of what other files of tests use. */
export const helping = /(?:^|[/._-])(?:assets?|bench(?:mark)?s?|common|config|data|dummy|examples?|fakes?|fixtures?|harness|helpers?|index|lib|manual|matchers?|mocks?|perf|plugins?|runner|samples?|setup|shared|stubs?|support|template|tools?|util(?:itie)?s?|vendor)(?:$|[/._-])|(?:Helpers?|Utils?|Common|Mocks?|Setup)\.[cm]?[jt]sx?$/i;

/** Names of functions by which other code finds the tests of a file among what it exports, as in xUnit: `testSaves`, `test_saves`. */
export const foundByName = /^test(?=[A-Z\d_])/;

/**
 * A file without a runner: a process runs it, or another file that runs several of its kind. It is over once nothing is under way
 * (https://nodejs.org/api/process.html#event-beforeexit), and what it leaves behind ends with the process.
 */
export const script: FrameworkRow = {
	name: 'script',
	see: 'https://nodejs.org/api/process.html#event-beforeexit',
	imports: [],
	packages: [],
	commands: [],
	hints: [],
	vocabularies: [],
	options: [],
	endsWhenIdle: true,
	...plain,
};
