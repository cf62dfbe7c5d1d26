import type { Span } from '../syntax/facts.ts';
import { commandsIn } from './commands.ts';
import { runsOf } from './located.ts';
import type { Job, Repository, Run, Workflow } from './model.ts';
import { packageManagerOf, scriptsIn } from './package-scripts.ts';
import { type Yaml, at, entriesOf, itemsOf, readYaml, textAt } from './yaml.ts';

/** Composite actions inside one another that are read. */
const maxActions = 3;

/** A workflow of GitHub Actions (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax). */
export function readGitHub(document: Yaml, text: string, repository: Repository): Workflow {
	const reader: Reader = { text, repository, workflow: document };
	return {
		service: 'GitHub Actions',
		jobs: entriesOf(at(document, 'jobs')).flatMap(({ key, value }) => (value.kind === 'map' ? [jobOf(reader, key, value)] : [])),
	};
}

interface Reader {
	readonly text: string;
	readonly repository: Repository;
	readonly workflow: Yaml;
}

/** What a step, or a composite action that it uses, does. */
interface Done {
	readonly runs: readonly Run[];
	readonly cached: boolean | undefined;
	readonly setup: Span | undefined;
}

/** A job that publishes may do without a cache on purpose: whoever can write to the one could change the other. */
function jobOf(reader: Reader, name: string, job: Yaml): Job {
	const directory =
		textAt(job, 'defaults', 'run', 'working-directory') ?? textAt(reader.workflow, 'defaults', 'run', 'working-directory') ?? '';
	const done = itemsOf(at(job, 'steps')).map(step => stepOf(reader, step, { directory, place: undefined, depth: 0 }));
	const setup = done.flatMap(step => step.setup ?? []).at(0);
	const known = done.map(step => step.cached);
	const publishes =
		textAt(job, 'permissions', 'id-token') === 'write' ||
		itemsOf(at(job, 'steps')).some(step => isTold(at(step, 'with'), 'registry-url'));
	const keepsDisk = itemsOf(at(job, 'runs-on')).some(label => label.kind !== 'text' || /self-hosted|\$\{\{/.test(label.text));
	return {
		name,
		runs: done.flatMap(step => step.runs),
		cached: known.includes(true) ? true : known.includes(undefined) || keepsDisk || publishes ? undefined : false,
		shared: isShared(at(job, 'strategy', 'matrix')),
		setupLine: setup === undefined ? undefined : reader.text.slice(0, setup.start).split('\n').length,
	};
}

/** A matrix whose words say that it takes the tests apart, or that is made elsewhere. */
function isShared(matrix: Yaml | undefined): boolean | undefined {
	if (matrix?.kind === 'text' || matrix?.kind === 'other') return undefined;
	const keys = [...entriesOf(matrix), ...itemsOf(at(matrix, 'include')).flatMap(entriesOf)].map(({ key }) => key);
	return keys.some(key => /shard|split|chunk|part|container|index|group|machine|worker|spec|suite|project|slice|node_?total/i.test(key));
}

interface Place {
	readonly directory: string;
	/** The step of the linted file that uses the action which is read. */
	readonly place: Span | undefined;
	readonly depth: number;
}

function stepOf(reader: Reader, step: Yaml, place: Place): Done {
	const uses = at(step, 'uses');
	if (uses?.kind === 'text') return actionOf(reader, uses.text, step, { ...place, place: place.place ?? uses.span });
	const directory = (textAt(step, 'working-directory') ?? place.directory).replace(/^\.\/?|\/$/g, '');
	return {
		runs: runsOf(at(step, 'run'), { text: reader.text, place: place.place }, scriptsIn(reader.repository, directory)),
		cached: false,
		setup: undefined,
	};
}

/** Actions that install packages and keep them by themselves. */
const cachingActions: readonly RegExp[] = [
	/^bahmutov\/npm-install$/,
	/^wyvox\/action(?:-setup-pnpm|-setup|-no-build)?$/,
	/^jetify-com\/devbox-install-action$/,
];
/** Actions about packages that keep nothing unless they are told to. */
const plainActions =
	/^(?:actions\/|pnpm\/action-setup$|pnpm\/setup$|oven-sh\/setup-bun$|denoland\/|docker\/|browser-actions\/|nick-fields\/)/;
const packageWords = /node|npm|yarn|pnpm|\bbun\b|install|dependenc|bootstrap|workspace|monorepo|prepare|setup-env|environment/i;

function actionOf(reader: Reader, name: string, step: Yaml, place: Place): Done {
	const nothing: Done = { runs: [], cached: false, setup: undefined };
	if (/^\.{1,2}\//.test(name)) return localAction(reader, name.replace(/^\.\//, ''), place);
	const [action = '', version = ''] = name.split('@');
	const inputs = at(step, 'with');
	const setup = action === 'actions/setup-node' ? place.place : undefined;
	if (/\bcache\b|-cache\b|cache-/.test(action)) return { ...nothing, cached: keepsPackages(inputs) };
	if (action === 'cypress-io/github-action') return { ...nothing, cached: true, runs: cypressRuns(reader, inputs, place) };
	if (isTold(inputs, 'cache') || isTold(inputs, 'run_install') || cachingActions.some(pattern => pattern.test(action)))
		return { ...nothing, cached: true, setup };
	if (setup !== undefined) return { ...nothing, cached: cachesByItself(reader, version, inputs), setup };
	return plainActions.test(action) || !packageWords.test(action) ? nothing : { ...nothing, cached: undefined };
}

/** It installs, and runs Cypress (https://github.com/cypress-io/github-action). */
function cypressRuns({ repository }: Reader, inputs: Yaml | undefined, { place, directory }: Place): readonly Run[] {
	const scripts = scriptsIn(repository, textAt(inputs, 'working-directory') ?? directory);
	const own = textAt(inputs, 'command');
	if (
		place === undefined ||
		textAt(inputs, 'runTests') === 'false' ||
		['parallel', 'spec', 'group', 'component', 'tag'].some(key => isTold(inputs, key))
	)
		return [];
	return commandsIn(own ?? 'cypress run').map(command => ({ command, at: place, scripts }));
}

/** Since its fifth version setup-node keeps the packages of npm where package.json names npm (https://github.com/actions/setup-node#caching-global-packages-data). */
function cachesByItself({ repository }: Reader, version: string, inputs: Yaml | undefined): boolean | undefined {
	if (textAt(inputs, 'package-manager-cache') === 'false') return undefined;
	const major = /^v?(\d+)(?:\.|$)/.exec(version)?.[1];
	return packageManagerOf(repository) === 'npm' && (major === undefined || Number(major) >= 5)
		? major === undefined
			? undefined
			: true
		: false;
}

function isTold(inputs: Yaml | undefined, key: string): boolean {
	const said = textAt(inputs, key);
	return said !== undefined && said !== '' && said !== 'false';
}

/** Whether what is kept may be packages, and is not browsers or build results alone. */
function keepsPackages(inputs: Yaml | undefined): boolean {
	const path = textAt(inputs, 'path');
	return (
		path === undefined || path.split('\n').some(line => /node_modules|npm|yarn|pnpm|bun|store|modules|packages|deps|\$\{\{/i.test(line))
	);
}

function localAction(reader: Reader, path: string, place: Place): Done {
	const text = ['action.yml', 'action.yaml']
		.map(file => reader.repository.text(`${path.replace(/\/$/, '')}/${file}`))
		.find(each => each !== undefined);
	const read = text === undefined || place.depth >= maxActions ? undefined : readYaml(text);
	const [document] = read === undefined || 'error' in read ? [] : read.documents;
	if (text === undefined || document === undefined) return { runs: [], cached: undefined, setup: undefined };
	const done = itemsOf(at(document, 'runs', 'steps')).map(step => stepOf(reader, step, { ...place, depth: place.depth + 1 }));
	const known = done.map(({ cached }) => cached);
	return {
		runs: done.flatMap(({ runs }) => runs),
		cached: known.includes(true) ? true : known.includes(undefined) ? undefined : false,
		setup: undefined,
	};
}
