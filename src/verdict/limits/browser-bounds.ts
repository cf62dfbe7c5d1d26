import type { Placed } from '../../framework/config-objects.ts';
import type { BrowserCondition, BrowserRow } from '../../knowledge/config-files.ts';
import { ciFlags } from '../../knowledge/environment-variables.ts';
import type { Site } from '../../project/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Entry } from '../../provenance/entry.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { ObjectValue, Span, Value } from '../../syntax/facts.ts';
import type { ConfiguredRunner } from './serial-reasons.ts';

/** A configuration that lets as many browsers run at once as the machine has processors. */
export interface Unbounded {
	/** The setting that bounds nothing, or where the configuration opens. */
	readonly at: Span;
	readonly runner: string;
	/** The bound as it is written. */
	readonly insert: string;
	/** The object that it belongs to; undefined where the setting is there already. */
	readonly home: ObjectValue | undefined;
}

/** What a value bounds when it runs in CI; undefined where that cannot be told. */
type Bounding = 'bound' | 'nothing' | undefined;

/** The place to bound the browsers of a configuration at; undefined where they are bounded, or that cannot be told. */
export function unboundedBrowsers({ row, settings, provenance }: ConfiguredRunner): Unbounded | undefined {
	const { browsers, name: runner } = row;
	if (browsers === undefined || !settings.isKnown || !browsers.when.every(condition => meets({ settings, provenance }, condition)))
		return undefined;
	const last = browsers.bounds.filter(path => !path.includes('*')).flatMap(path => settings.find(path).entries.slice(-1));
	const bounding = last.map(({ site }) => boundingOf(provenance, at(site.fact.value, site)));
	if (bounding.some(each => each !== 'nothing')) return undefined;
	if (isBoundElsewhere({ settings }, browsers)) return undefined;
	const [written]: readonly Placed<Entry>[] = last;
	if (written !== undefined) return { at: written.place, runner, insert: browsers.insert ?? '', home: undefined };
	const home = settings.home(browsers.home);
	if (browsers.insert === undefined || home === undefined) return undefined;
	const { start } = home.site.fact;
	return { at: { start, end: start + 1 }, runner, insert: browsers.insert, home: home.site.fact };
}

/** Whether the elements of a list bound it, or what cannot be seen may. */
function isBoundElsewhere({ settings }: Pick<ConfiguredRunner, 'settings'>, { bounds }: BrowserRow): boolean {
	return bounds.some(path => {
		const [list, inner] = path.split('.*.');
		if (list === undefined || inner === undefined) {
			const { entries, open } = settings.find(path);
			return open && entries.length === 0;
		}
		return settings.everyElement(list, inner) !== false;
	});
}

function meets({ settings, provenance }: Pick<ConfiguredRunner, 'settings' | 'provenance'>, condition: BrowserCondition): boolean {
	const { entries, open } = settings.find(condition.at);
	if ('atLeast' in condition) {
		const { lists } = settings.elements(condition.at);
		return lists.some(elements => elements.filter(({ kind }) => kind !== 'spread').length >= condition.atLeast);
	}
	const values = entries.map(({ site }) => staticValue(provenance.roots, at(site.fact.value, site)));
	if ('is' in condition) return values.includes(condition.is);
	if ('isNot' in condition) return !values.includes(condition.isNot) && !(open && entries.length === 0);
	return values.some(value => typeof value === 'string' && condition.matches.test(value));
}

function boundingOf(provenance: Provenance, site: Site<Value>): Bounding {
	const value = written(site);
	if (value.fact.kind === 'choice') return boundingOfChoice(provenance, value);
	if (value.fact.kind === 'global' && value.fact.name === 'Infinity') return 'nothing';
	if (isCountOfProcessors(provenance, value)) return 'nothing';
	const constant = staticValue(provenance.roots, value);
	if (constant === undefined) return value.fact.kind === 'literal' ? 'nothing' : undefined;
	return constant === null || constant === '100%' || constant === true || constant === Infinity ? 'nothing' : 'bound';
}

/** `process.env.CI ? 1 : undefined`; of any other condition only what all its outcomes have in common is known. */
function boundingOfChoice(provenance: Provenance, { fact, module, frame }: Site<Value>): Bounding {
	if (fact.kind !== 'choice') return undefined;
	const isCi = tellsCi(provenance, { module, fact: fact.test, frame });
	const options = fact.options.map(option => boundingOf(provenance, { module, fact: option, frame }));
	if (isCi !== undefined && options.length === 2) return options[isCi ? 0 : 1];
	const [first, ...others] = options;
	return others.every(other => other === first) ? first : undefined;
}

/** What a condition is in CI. */
function tellsCi(provenance: Provenance, site: Site<Value>): boolean | undefined {
	const { fact, module, frame } = written(site);
	if (fact.kind === 'operation') {
		const [operand, other] = fact.operands;
		const inner = operand === undefined ? undefined : tellsCi(provenance, { module, fact: operand, frame });
		if (fact.operator === '!') return inner === undefined ? undefined : !inner;
		return inner === true &&
			/^===?$/.test(fact.operator) &&
			other?.kind === 'literal' &&
			['true', '1', true].some(each => each === other.value)
			? true
			: undefined;
	}
	if (fact.kind === 'call' && fact.callee.kind === 'global' && fact.callee.name === 'Boolean') {
		const [argument] = fact.args;
		return argument === undefined ? undefined : tellsCi(provenance, { module, fact: argument, frame });
	}
	const isCi = provenance
		.origins({ module, fact, frame })
		.some(
			({ from, steps }) =>
				ciFlags.get(from)?.includes(steps.flatMap(step => (step.kind === 'property' ? [step.name] : [])).join('.')) === true,
		);
	return isCi ? true : undefined;
}

/** What a variable with one value was given, as it is written: provenance tells what a choice may be, not when. */
function written(site: Site<Value>): Site<Value> {
	let current = site;
	for (let hops = 0; hops < 4; hops++) {
		const held = soleValue(current.module.facts, current.fact);
		if (held === undefined) return current;
		current = at(held, current);
	}
	return current;
}

/** `os.cpus().length`, `os.availableParallelism()`, `navigator.hardwareConcurrency`. */
function isCountOfProcessors(provenance: Provenance, site: Site<Value>): boolean {
	return provenance.origins(site).some(({ from, steps }) => {
		const names = steps.flatMap(step => (step.kind === 'property' && step.name !== 'default' ? [step.name] : []));
		const path = names.join('.');
		return from === 'node:os'
			? path === 'cpus.length' || path === 'availableParallelism'
			: from === 'global' && path === 'navigator.hardwareConcurrency';
	});
}
