import { dayWords } from '../knowledge/date-words.ts';
import { instantMethods } from '../knowledge/duration-words.ts';
import { type DateLibrary, dateLibraries, localeTexts, localFormatters, localParts, localTexts, universal } from '../knowledge/zones.ts';
import type { Frame, Site } from '../project/model.ts';
import { matchRows } from '../provenance/match.ts';
import type { Origin, Path, Step } from '../provenance/model.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { Call, OperationValue, Value } from '../syntax/facts.ts';
import { comparesInstants } from './clocks/compared-instants.ts';
import { type WrittenInstant, writtenInstant } from './clocks/instants.ts';
import { type Text, hasKey, isOpen, isOpenKey, isMovedAlike, isShownLocally, textOfOptions } from './shown-instants.ts';
import { Steps } from './steps.ts';
import { contributions } from './transfer.ts';
import type { Knowing } from './knowing.ts';
import { computedFrom } from './value-parts.ts';
import { type Witness, witnessOf } from './witness.ts';

/** Something in a value that the machine's own settings decide. */
export interface EnvironmentUse {
	readonly of: 'zone' | 'locale';
	/** The call that shows it. */
	readonly call: Site<Call>;
	readonly witness: Witness;
}

/** What in a value depends on the time zone or the locale of the machine, where it shows an instant or a number that the code writes down. */
export function environmentBehind(knowing: Knowing, site: Site<Value>, path: Path): readonly EnvironmentUse[] {
	const search = new Search(knowing);
	search.value(site, path, 0);
	return search.found;
}

class Search {
	readonly found: EnvironmentUse[] = [];
	readonly #knowing: Knowing;
	readonly #steps = new Steps(10);
	/** How deep the values stand that were looked at: what stands deeper is not looked at again. */
	readonly #depths = {
		told: new Map<Value, Map<Frame | undefined, number>>(),
		compared: new Map<Value, Map<Frame | undefined, number>>(),
	};
	/** Whether what is looked at is only held against something: which instant it is, nobody is told. */
	#isCompared = false;

	constructor(knowing: Knowing) {
		this.#knowing = knowing;
	}

	value(site: Site<Value>, path: Path, depth: number): void {
		if (!this.#steps.take(depth) || (path.length === 0 && this.#isSeen(site, depth))) return;
		for (const root of this.#knowing.provenance.roots(site, [...path, { kind: 'parts' }])) {
			if (root.kind === 'origin') this.#origin(root.origin, depth);
			if (root.kind === 'made') this.#made(root.site, root.path, depth);
		}
	}

	#isSeen({ fact, frame }: Site<Value>, depth: number): boolean {
		const depths = this.#isCompared ? this.#depths.compared : this.#depths.told;
		const known = depths.get(fact) ?? new Map<Frame | undefined, number>();
		depths.set(fact, known);
		if ((known.get(frame) ?? Infinity) <= depth) return true;
		known.set(frame, depth);
		return false;
	}

	#made(site: Site<Value>, path: Path, depth: number): void {
		const { fact } = site;
		if (fact.kind === 'operation' && this.#isSameAnywhere(at(fact, site))) return;
		const [method, call] = path;
		if (method?.kind === 'property' && call?.kind === 'call') this.#number(site, method.name, call.site);
		const last = contributions(path, this.#knowing.rows).findLast(({ picks, drops }) => !picks && !drops.includes('clock'));
		if (last !== undefined) this.#results(at(last.value, last.call), last.part ?? [], depth);
		const isCompared = this.#isCompared;
		this.#isCompared ||= fact.kind === 'operation' && comparesInstants(this.#knowing, at(fact, site));
		for (const part of computedFrom(fact)) this.value(at(part, site), [], depth + 1);
		this.#isCompared = isCompared;
	}

	/** What a callback makes of the elements of a list, and what is asked of that. */
	#results(callback: Site<Value>, part: Path, depth: number): void {
		for (const root of this.#knowing.provenance.roots(callback)) {
			if (root.kind !== 'function' || root.path.length > 0) continue;
			for (const { value } of root.site.fact.returns) this.value(at(value, root.site), part, depth + 1);
		}
	}

	/** An instant as a number, which goes into nothing but a comparison or a distance. */
	#isOnlyCompared(method: string): boolean {
		return this.#isCompared && instantMethods.has(method);
	}

	/** Two parts of the calendar that every zone moves alike: the years from one New Year to another. */
	#isSameAnywhere({ fact, ...place }: Site<OperationValue>): boolean {
		if (fact.operator !== '-') return false;
		const [one, other] = fact.operands.map(operand => this.#partAt(at(operand, place)));
		if (one === undefined || other === undefined || one.name !== other.name) return false;
		return isMovedAlike(one, other);
	}

	/** `date.getFullYear()` of a date that is written down. */
	#partAt(site: Site<Value>): { readonly name: string; readonly ms: number } | undefined {
		const [root, ...others] = this.#knowing.provenance.roots(site);
		if (root?.kind !== 'origin' || others.length > 0 || root.origin.from !== 'global') return undefined;
		const [base, made, shown, called, ...rest] = root.origin.steps;
		const isPart =
			base?.kind === 'property' &&
			base.name === 'Date' &&
			shown?.kind === 'property' &&
			localParts.includes(shown.name) &&
			called?.kind === 'call' &&
			rest.length === 0;
		const instant =
			isPart && made?.kind === 'construct' && made.site !== undefined ? writtenInstant(this.#knowing, made.site) : undefined;
		return isPart && instant?.by === 'everywhere' ? { name: shown.name, ms: instant.ms } : undefined;
	}

	/** `(1234.5).toLocaleString()`, `(cents / 100).toLocaleString()`; of a small whole number only its sign and unit are written as the locale has it. */
	#number(site: Site<Value>, method: string, call: Site<Call>): void {
		if (method !== 'toLocaleString' || !isOpen(this.#knowing, call, 0)) return;
		const value = staticValue(this.#knowing.provenance.roots, site);
		if (typeof value === 'number' && (Math.abs(value) >= 1_000 || !Number.isInteger(value) || hasKey(call, 1, 'style')))
			this.#add('locale', call, 'toLocaleString');
	}

	#origin(origin: Origin, depth: number): void {
		const [name] = origin.steps;
		const base = name?.kind === 'property' ? name.name : undefined;
		if (origin.from === 'global' && base === 'Date') {
			this.#date(origin.steps);
			return;
		}
		if (origin.from === 'global' && base === 'Intl') {
			this.#intl(origin.steps);
			return;
		}
		const library = dateLibraries.find(({ from }) => from.includes(origin.from));
		if (library !== undefined) {
			this.#chain(library, origin.steps);
			return;
		}
		if (localFormatters.some(({ from, names }) => from.includes(origin.from) && base !== undefined && names.includes(base))) {
			this.#formatter(origin.steps);
			return;
		}
		this.#carried(origin, depth);
	}

	#carried(origin: Origin, depth: number): void {
		const flow = matchRows(this.#knowing.rows, this.#knowing.provenance.roots, origin).find(({ row }) => row.effect === 'flow');
		const { call } = flow ?? {};
		if (flow?.row.effect === 'flow' && flow.row.carries.length === 0) return;
		for (const argument of call?.fact.args ?? [])
			if (call !== undefined && argument.kind !== 'function') this.value(at(argument, call), [], depth + 1);
	}

	#date([, made, shown, called]: Path): void {
		if (made?.kind !== 'construct' || made.site === undefined || shown?.kind !== 'property' || called?.kind !== 'call') return;
		const { name } = shown;
		const instant = writtenInstant(this.#knowing, made.site);
		if (instant === undefined) return;
		const usual = localTexts.get(name);
		const text = usual === undefined ? undefined : (textOfOptions(called.site) ?? usual);
		if (localeTexts.includes(name) && isOpen(this.#knowing, called.site, 0)) this.#add('locale', called.site, name);
		const isZoned = localeTexts.includes(name) && !isOpenKey(this.#knowing, called.site, 1, 'timeZone');
		if (
			!isZoned &&
			(isShownLocally(instant, name, text) ||
				(universal.includes(name) && instant.by === 'local clock' && !this.#isOnlyCompared(name)))
		)
			this.#add('zone', called.site, name);
	}

	/** `new Intl.DateTimeFormat(locale, options).format(date)`, and numbers. */
	#intl([, format, made, shown, called]: Path): void {
		const settings = made?.kind === 'construct' || made?.kind === 'call' ? made.site : undefined;
		if (
			format?.kind !== 'property' ||
			settings === undefined ||
			shown?.kind !== 'property' ||
			called?.kind !== 'call' ||
			!shown.name.startsWith('format')
		)
			return;
		if (
			['DateTimeFormat', 'NumberFormat', 'RelativeTimeFormat', 'ListFormat'].includes(format.name) &&
			isOpen(this.#knowing, settings, 0)
		)
			this.#add('locale', called.site, `Intl.${format.name}`);
		if (format.name !== 'DateTimeFormat' || !isOpenKey(this.#knowing, settings, 1, 'timeZone')) return;
		const instant = this.#instantAt(called.site);
		if (instant !== undefined && isShownLocally(instant, shown.name, textOfOptions(settings) ?? 'day'))
			this.#add('zone', called.site, `Intl.${format.name}`);
	}

	#chain(library: DateLibrary, steps: Path): void {
		const { made, readsDaysLocally, local, universal: absolute, zoned } = library;
		const first = steps.findIndex(step => step.kind === 'call');
		const path = namesIn(steps.slice(0, first))
			.filter(name => name !== 'default')
			.join('.');
		const call = steps[first];
		const names = namesIn(steps.slice(first));
		const last = names.at(-1);
		if (
			call?.kind !== 'call' ||
			!made.includes(path) ||
			!this.#isOfNoZone(library, call.site) ||
			last === undefined ||
			names.some(name => zoned.includes(name))
		)
			return;
		const instant = writtenInstant(this.#knowing, withFirst(call.site), readsDaysLocally);
		const end = steps.findLast(step => step.kind === 'call');
		const shown = steps.findIndex(step => step.kind === 'property' && local.includes(step.name));
		const isShown =
			shown !== -1 &&
			instant?.by === 'everywhere' &&
			isShownLocally(instant, last, this.#textOf(namesIn(steps.slice(shown, shown + 1))[0] ?? '', steps[shown + 1], 0));
		const isTold = absolute.includes(last) && instant?.by === 'local clock' && !this.#isOnlyCompared(last);
		if ((isShown || isTold) && end?.kind === 'call') this.#add('zone', end.site, last);
	}

	/** Whether a date is made of one argument, or beside options that name no zone. */
	#isOfNoZone({ zoneOptions }: DateLibrary, call: Site<Call>): boolean {
		const { length } = call.fact.args;
		const isPlain = zoneOptions?.every(key => isOpenKey(this.#knowing, call, 1, key)) ?? length < 2;
		return length > 0 && length <= 2 && isPlain;
	}

	/** `format(date, 'HH:mm')` of date-fns. */
	#formatter([name, called]: Path): void {
		if (name?.kind !== 'property' || called?.kind !== 'call' || called.site.fact.args.length > 2) return;
		const instant = this.#instantAt(called.site);
		if (instant !== undefined && isShownLocally(instant, name.name, this.#textOf(name.name, called, 1)))
			this.#add('zone', called.site, name.name);
	}

	/** What a library's method or function shows: by its name, and by the format that it is handed. */
	#textOf(name: string, called: Step | undefined, index: number): Text {
		const argument = called?.kind === 'call' ? called.site.fact.args[index] : undefined;
		if (dayWords.has(name)) return 'day';
		if (argument === undefined || called?.kind !== 'call' || !/format/i.test(name)) return 'time';
		const format = staticValue(this.#knowing.provenance.roots, at(argument, called.site));
		if (typeof format !== 'string') return 'month';
		const tokens = format.replace(/\[[^\]]*\]|'[^']*'/g, '');
		return /[HhKkXxZzpLlt]/.test(tokens) ? 'time' : /[DdEeiPc]/.test(tokens) ? 'day' : 'month';
	}

	/** The instant that a call is handed. */
	#instantAt(call: Site<Call>): WrittenInstant | undefined {
		const [argument] = call.fact.args;
		const [root, ...others] = argument === undefined ? [] : this.#knowing.provenance.roots(at(argument, call));
		if (root?.kind === 'made' && root.path.length === 0) return writtenInstant(this.#knowing, withFirst(call));
		if (root?.kind !== 'origin' || others.length > 0) return undefined;
		const [name, made, ...rest] = root.origin.steps;
		const isDate =
			root.origin.from === 'global' &&
			name?.kind === 'property' &&
			name.name === 'Date' &&
			made?.kind === 'construct' &&
			rest.length === 0;
		if (isDate) return made.site === undefined ? undefined : writtenInstant(this.#knowing, made.site);
		const isParsed =
			root.origin.from === 'date-fns' &&
			name?.kind === 'property' &&
			name.name === 'parseISO' &&
			made?.kind === 'call' &&
			rest.length === 0;
		return isParsed ? writtenInstant(this.#knowing, made.site, true) : undefined;
	}

	#add(of: EnvironmentUse['of'], call: Site<Call>, api: string): void {
		this.found.push({ of, call, witness: witnessOf(api, call) });
	}
}

/** A call with its first argument alone. */
function withFirst({ fact, ...place }: Site<Call>): Site<Call> {
	return at({ ...fact, args: fact.args.slice(0, 1) }, place);
}

function namesIn(steps: readonly Step[]): readonly string[] {
	return steps.flatMap(step => (step.kind === 'property' ? [step.name] : []));
}
