import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { Faked, FreezeRow } from '../knowledge/frameworks/row.ts';
import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';
import type { Act, Acts } from './acts.ts';
import type { Clock } from './model.ts';
import { isFromRealTime } from './real-time.ts';
import { type RunnerConfig, holds } from './runner-config.ts';
import { settingAt, stringsIn } from './setting.ts';
import { type StubTarget, covers, stubbedAfter } from './stubs.ts';
import type { Event } from './timeline.ts';

/** What a fake clock has taken over. `stopped`: the date stands still, from wherever it started; `fixed`: it is what the test says. */
interface Faking {
	readonly date: 'real' | 'stopped' | 'fixed';
	readonly timers: boolean;
	readonly monotonic: boolean;
	/** The packages of the fake clock whose date goes on with the real time. */
	readonly running: FreezeRow['from'] | undefined;
}

const real: Faking = { date: 'real', timers: false, monotonic: false, running: undefined };

export interface ClockOptions {
	readonly acts: Acts;
	readonly provenance: Provenance;
	readonly configs: readonly RunnerConfig[];
}

/** What of the clock is under control once the events have happened. */
export function clockAfter(events: readonly Event[], options: ClockOptions): Clock {
	let faking = options.configs.reduce(configuredFaking, real);
	for (const event of events) {
		if (event.kind === 'call') for (const act of options.acts.of(event.site)) faking = after(faking, act, event, options);
	}
	const stubs = stubbedAfter(events, options.acts, options.provenance);
	const isStubbed = (...names: readonly string[]): boolean => stubs.some(stub => covers(stub, globalApi(names)));
	const date = faking.date === 'fixed' || isStubbed('Date');
	return {
		date,
		dateNow: date || isStubbed('Date', 'now'),
		stopped: date || faking.date === 'stopped',
		running: faking.running !== undefined && faking.date !== 'real' && !isStubbed('Date') && !isStubbed('Date', 'now'),
		timers: faking.timers || isStubbed('setTimeout'),
		monotonic: faking.monotonic || isStubbed('performance', 'now') || isStubbed('process', 'hrtime'),
	};
}

function globalApi(names: readonly string[]): StubTarget {
	return { kind: 'api', from: 'global', names };
}

/** `fakeTimers: { enableGlobally: true }`. */
function configuredFaking(faking: Faking, config: RunnerConfig): Faking {
	const { clockSettings, clockDefaults } = frameworks[config.framework];
	if (!clockSettings.some(row => holds(config, row) === true)) return faking;
	const date = clockDefaults !== undefined && isSet(config, clockDefaults.now) ? 'fixed' : 'stopped';
	return { date, timers: true, monotonic: true, running: isRunningIn(config) ? frameworks[config.framework].imports : undefined };
}

function isSet({ variants }: RunnerConfig, path: string): boolean {
	return variants.every(variant => settingAt(variant, path)?.kind === 'value');
}

function isRunningIn({ framework, variants }: RunnerConfig): boolean {
	const path = frameworks[framework].clockDefaults?.runs ?? '';
	const settings = path === '' ? [] : variants.map(variant => settingAt(variant, path));
	return settings.length > 0 && settings.every(setting => setting?.kind === 'value' && Boolean(setting.value));
}

function after(faking: Faking, act: Act, event: Event, options: ClockOptions): Faking {
	const { row } = act;
	if (row.act === 'restore') return row.restores.includes('clock') && event.certain && !event.later && !event.encloses ? real : faking;
	if (row.act !== 'freeze') return faking;
	if (event.encloses ? !event.entered && row.during === undefined : row.during !== undefined) return faking;
	const faked = fakedBy(act, row, options);
	return {
		date: faked.has('date') ? dateAfter(faking, act, row, options) : faking.date,
		timers: faking.timers || faked.has('timers'),
		monotonic: faking.monotonic || faked.has('monotonic'),
		running: faked.has('date') ? runningAfter(faking, act, row, options) : faking.running,
	};
}

/** What moves the date of a clock leaves it going on; a clock of another package takes its place. */
function runningAfter({ running }: Faking, act: Act, { from, runs }: FreezeRow, { provenance, configs }: ClockOptions): Faking['running'] {
	if (runs === undefined)
		return running !== undefined && [running].flat().some(each => [from].flat().includes(each)) ? running : undefined;
	const asked = runs === true || runs.key === undefined ? undefined : keyOf(provenance, act.at(runs), runs.key);
	const said = asked === undefined ? undefined : staticValue(provenance.roots, asked);
	const isRunning = runs === true || (asked === undefined ? configs.some(config => isRunningIn(config)) : Boolean(said));
	return isRunning ? from : undefined;
}

/** A fake clock that starts from the real one stops it, but nobody knows where; one set from a fixed one stays fixed. */
function dateAfter(faking: Faking, act: Act, { now = [], starts }: FreezeRow, { provenance, configs }: ClockOptions): Faking['date'] {
	if (faking.date === 'fixed') return 'fixed';
	const given = now
		.map(place => (place.key === undefined ? timeIn(act.at(place)) : keyOf(provenance, act.at(place), place.key)))
		.find(site => site !== undefined);
	if (given !== undefined) return isFromRealTime(provenance, given) ? 'stopped' : 'fixed';
	return starts === 'fixed' || configs.some(config => isDefaultSet(config, 'now')) ? 'fixed' : 'stopped';
}

function isDefaultSet(config: RunnerConfig, which: 'now' | 'only'): boolean {
	const path = frameworks[config.framework].clockDefaults?.[which] ?? '';
	return path !== '' && isSet(config, path);
}

/** An options object is no time. */
function timeIn(site: Site<Value> | undefined): Site<Value> | undefined {
	return site === undefined || site.fact.kind === 'object' || site.fact.kind === 'function' ? undefined : site;
}

/** What an options object has at a key, where it can be seen. */
function keyOf(provenance: Provenance, site: Site<Value> | undefined, key: string): Site<Value> | undefined {
	if (site === undefined) return undefined;
	for (const root of provenance.roots(site)) {
		if (root.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'object') continue;
		const entry = root.site.fact.entries.findLast(each => each.kind === 'property' && each.key === key);
		if (entry?.kind === 'property') return at(entry.value, root.site);
	}
	return undefined;
}

const kinds: Readonly<Record<string, Faked>> = {
	Date: 'date',
	Temporal: 'date',
	setTimeout: 'timers',
	setInterval: 'timers',
	performance: 'monotonic',
	hrtime: 'monotonic',
};

function fakedBy(act: Act, row: FreezeRow, { provenance, configs }: ClockOptions): ReadonlySet<Faked> {
	const only =
		row.only === undefined
			? undefined
			: namesIn(
					provenance,
					row.only.key === undefined
						? act.at(row.only)
						: (keyOf(provenance, act.at(row.only), row.only.key) ?? listIn(act.at(row.only))),
				);
	const except = row.except?.key === undefined ? undefined : namesIn(provenance, keyOf(provenance, act.at(row.except), row.except.key));
	const standard =
		row.only === undefined || only !== undefined
			? undefined
			: configs.map(config => defaultNames(config)).find(names => names.length > 0);
	const names = only ?? standard;
	const faked = names === undefined ? row.freezes : row.freezes.filter(kind => names.some(name => kinds[name] === kind));
	return new Set(faked.filter(kind => except?.some(name => kinds[name] === kind && name !== 'setInterval') !== true));
}

function defaultNames({ framework, variants }: RunnerConfig): readonly string[] {
	const path = frameworks[framework].clockDefaults?.only ?? '';
	return path === '' ? [] : variants.flatMap(variant => stringsIn(settingAt(variant, path)));
}

/** The list itself, where it is given in place of options (`mock.timers.enable(['setTimeout'])`). */
function listIn(site: Site<Value> | undefined): Site<Value> | undefined {
	return site?.fact.kind === 'array' ? site : undefined;
}

/** The names in a list; undefined where it cannot be seen. */
function namesIn(provenance: Provenance, site: Site<Value> | undefined): readonly string[] | undefined {
	if (site === undefined) return undefined;
	for (const root of provenance.roots(site)) {
		if (root.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'array') continue;
		return root.site.fact.elements.flatMap(element =>
			element.kind === 'literal' && typeof element.value === 'string' ? [element.value] : [],
		);
	}
	return undefined;
}
