import type { Span } from '../syntax/facts.ts';
import { runsOf } from './located.ts';
import type { Job, Repository, Run, Workflow } from './model.ts';
import { scriptsIn } from './package-scripts.ts';
import { type Yaml, type YamlEntry, at, entriesOf, itemsOf, readYaml, textAt } from './yaml.ts';

/** https://docs.gitlab.com/ci/yaml/ */
const keywords: ReadonlySet<string> = new Set([
	'default',
	'include',
	'stages',
	'variables',
	'workflow',
	'image',
	'services',
	'before_script',
	'after_script',
	'cache',
	'spec',
	'types',
]);
/** Files that include one another, and jobs that extend one another. */
const maxDepth = 6;

/** The entries of a pipeline, those of the files it includes first. */
interface Pipeline {
	readonly entries: readonly (YamlEntry & { readonly own: boolean })[];
	/** Some of it is in other repositories. */
	readonly open: boolean;
}

export function readGitLab(documents: readonly Yaml[], text: string, repository: Repository): Workflow {
	const pipeline = pipelineOf(documents, repository, true, 0);
	const own = pipeline.entries.filter(
		({ own: isOwn, key, value }) => isOwn && value.kind === 'map' && !keywords.has(key) && !key.startsWith('.'),
	);
	return { service: 'GitLab', jobs: own.map(entry => jobOf(entry, pipeline, text, repository)) };
}

function pipelineOf(documents: readonly Yaml[], repository: Repository, own: boolean, depth: number): Pipeline {
	const entries = documents.flatMap(document => (at(document, 'spec') === undefined ? entriesOf(document) : []));
	const includes = entries
		.filter(({ key }) => key === 'include')
		.flatMap(({ value }) => itemsOf(value))
		.map(include => included(include, repository, depth));
	return {
		entries: [...includes.flatMap(each => each.entries), ...entries.map(entry => ({ ...entry, own }))],
		open: includes.some(({ open }) => open),
	};
}

function included(include: Yaml, repository: Repository, depth: number): Pipeline {
	const local = include.kind === 'text' ? include.text : textAt(include, 'local');
	if (local === undefined) return { entries: [], open: at(include, 'template') === undefined };
	const text = /^https?:|[*$]/.test(local) || depth >= maxDepth ? undefined : repository.text(local.replace(/^\//, ''));
	const read = text === undefined ? undefined : readYaml(text);
	return read === undefined || 'error' in read ? { entries: [], open: true } : pipelineOf(read.documents, repository, false, depth + 1);
}

/** A value, and whether it stands in the linted file. */
interface Told {
	readonly value: Yaml;
	readonly own: boolean;
}

function jobOf(entry: YamlEntry & { readonly own: boolean }, pipeline: Pipeline, text: string, repository: Repository): Job {
	const place: Span = { start: entry.span.start, end: entry.span.start + entry.key.length };
	const asked = { pipeline, entry };
	const isKnown = isResolved(pipeline, entry.value, 0);
	const cache = keyOf(asked, 'cache') ?? standard(pipeline, 'cache');
	const scripts = [keyOf(asked, 'before_script') ?? standard(pipeline, 'before_script'), keyOf(asked, 'script')];
	const parallel = keyOf(asked, 'parallel');
	const runs = scripts.flatMap((told): readonly Run[] =>
		told === undefined ? [] : runsOf(told.value, { text, place: told.own ? undefined : place }, scriptsIn(repository, '')),
	);
	return {
		name: entry.key,
		runs,
		cached: cache !== undefined ? true : isKnown && !pipeline.open ? false : undefined,
		shared: parallel !== undefined ? true : isKnown ? false : undefined,
		setupLine: undefined,
	};
}

/** What a job says at a key, itself or through what it extends: the last one that says it wins. */
function keyOf({ pipeline, entry }: { readonly pipeline: Pipeline; readonly entry: Told }, key: string, depth = 0): Told | undefined {
	const value = at(entry.value, key);
	if (value !== undefined) return { value, own: entry.own };
	if (depth > maxDepth) return undefined;
	for (const name of extendedBy(entry.value).toReversed()) {
		const found = pipeline.entries.findLast(each => each.key === name);
		const told = found === undefined ? undefined : keyOf({ pipeline, entry: found }, key, depth + 1);
		if (told !== undefined) return told;
	}
	return undefined;
}

/** What holds for every job: `default:`, and the same keys at the top. */
function standard({ entries }: Pipeline, key: string): Told | undefined {
	const told = entries.flatMap((entry): Told[] => {
		const value = entry.key === 'default' ? at(entry.value, key) : entry.key === key ? entry.value : undefined;
		return value === undefined ? [] : [{ value, own: entry.own }];
	});
	return told.at(-1);
}

function extendedBy(job: Yaml): readonly string[] {
	return itemsOf(at(job, 'extends')).flatMap(name => (name.kind === 'text' ? [name.text] : []));
}

/** Whether everything that a job extends, and is merged into it, can be seen. */
function isResolved(pipeline: Pipeline, job: Yaml, depth: number): boolean {
	return (
		depth <= maxDepth &&
		extendedBy(job).every(name => {
			const found = pipeline.entries.findLast(({ key }) => key === name);
			return found !== undefined && isResolved(pipeline, found.value, depth + 1);
		})
	);
}
