import { spyAspect } from '../../assertions/spy-aspect.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { type TakenTime, type TakingOptions, makingCall, timeTaken, timerTaken } from '../../effects/waits/taken-time.ts';
import { effectHooks, emptyingQueues, renderingPackages } from '../../knowledge/rendering.ts';
import { triesAgain } from '../../knowledge/wait-words.ts';
import type { Site } from '../../project/model.ts';
import type { Root } from '../../provenance/model.ts';
import { at, functionAt, property } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { type Sought, soughtIn } from '../sought-texts.ts';
import { type Before, type Done, statesOf } from './component-states.ts';
import { callsOf, nameOf } from './called-stand-ins.ts';
import { calledName, isAct, isUserAct } from './library-acts.ts';
import { mayAnswerAtOnce } from './prompt-answers.ts';
import { type Rendering, renderingsOf } from './rendered-components.ts';
import { type Piece, piecesShown } from './shown-pieces.ts';
import { bringing, isText, mayFit, waitingQuery, wantedBy } from './sought-pieces.ts';

/** A query for what a component shows, or no longer does, only when something is over that the test does not wait for. */
export interface LateElement {
	readonly place: Span;
	/** What is asked for is shown then, is `gone` then, or is a function of the test that is called then. */
	readonly kind: 'shown' | 'gone' | 'called';
	/** The query, where what waits may stand in its place. */
	readonly query: Call | undefined;
	readonly data: {
		/** What takes the time: `setTimeout`, `fetch`. */
		readonly api: string;
		/** Where the component sets what brings it there, or makes the call: `src/form.tsx:12`. */
		readonly setter: string;
		/** The query that waits for it; of what is called, its name. */
		readonly name: string;
	};
}

/** Timers that are set for no longer come before whatever puts off an act or a wait of Testing Library ends. */
const soonest = 1;

/**
 * Queries of Testing Library, made once, for a text or test id that a component of the project shows only where a state has a value that is set behind a timer or a request:
 * an act of a user, `act` or a wait for something else comes before, which may be over earlier. Without anything that is awaited there is no race: it is never there.
 */
export function* lateElements(models: Models): Iterable<LateElement> {
	for (const scope of models.scopes) {
		if (scope.body.module !== models.module || !('framework' in scope)) continue;
		const told = new Set<string>();
		for (const claim of models.assertionsIn(scope)) {
			const late = lateIn(models, scope, claim);
			if (late === undefined || told.has(late.data.setter)) continue;
			told.add(late.data.setter);
			yield late;
		}
	}
}

function lateIn(models: Models, scope: Scope, claim: Claim): LateElement | undefined {
	const { fact } = claim.site;
	const isPlain = !claim.retried && fact.kind === 'call' && fact.region === undefined && claim.site.frame === undefined;
	if (!isPlain || !isMadeBy(scope, fact)) return undefined;
	if (models.framework.clockAt(scope, claim.place.start).timers) return undefined;
	const [rendering, ...more] = renderingsOf(models, scope);
	if (rendering === undefined || more.length > 0) return undefined;
	const [sought, ...others] = soughtIn(claim.actual.fact);
	const search = new Search(models, scope, claim, rendering);
	if (sought === undefined) return search.findCall();
	const wanted = wantedBy(claim, sought);
	if (wanted === undefined || others.length > 0) return undefined;
	return models.provenance.origins(claim.actual).some(({ from }) => renderingPackages.has(from))
		? search.find(sought, wanted)
		: undefined;
}

/** Whether the test itself makes a call, in no callback. */
function isMadeBy({ body }: Scope, call: Span): boolean {
	return body.module.facts.functions.findLast(each => holds(each, call)) === body.fact;
}

/** A piece of a component, and the states of that. */
interface Found {
	readonly component: Site<FunctionFacts>;
	readonly piece: Piece;
}

class Search {
	readonly #models: Models;
	readonly #scope: Scope;
	readonly #claim: Claim;
	readonly #rendering: Rendering;

	constructor(models: Models, scope: Scope, claim: Claim, rendering: Rendering) {
		this.#models = models;
		this.#scope = scope;
		this.#claim = claim;
		this.#rendering = rendering;
	}

	find(sought: Sought, wanted: 'there' | 'gone'): LateElement | undefined {
		if (valuesInside(this.#rendering.element.fact).some(value => isText(value, sought))) return undefined;
		const found = this.#piecesFor(sought);
		if (found.length !== 1) return undefined;
		for (const { component, piece } of found) {
			for (const state of statesOf(this.#models, component)) {
				const settings = bringing(state, piece, sought, wanted, component);
				const late = settings === undefined ? undefined : this.#latest(settings, component);
				if (late === undefined || !this.#isRaced(late)) continue;
				const isPlain = sought.query === this.#claim.actual.fact && this.#scope.body.fact.async;
				const query = isPlain ? sought.query : undefined;
				return this.#told(late, { kind: wanted === 'there' ? 'shown' : 'gone', query, name: waitingQuery(sought) });
			}
		}
		return undefined;
	}

	/** A stand-in that the component calls only when the time is over. */
	findCall(): LateElement | undefined {
		const spy = this.#models.claimsAbsence(this.#claim) ? undefined : spyAspect(this.#claim, this.#models.provenance)?.spy;
		const made = spy === undefined ? undefined : this.#models.provenance.origins(spy).map(makingCall)[0]?.fact;
		const calls = made === undefined ? undefined : callsOf(this.#models, this.#rendering.components, made);
		const late = calls?.map(({ component, ...deed }) => this.#latest([deed], component)) ?? [];
		const [first] = late;
		const name = calls?.[0] === undefined ? '' : nameOf(calls[0]);
		if (first === undefined || late.includes(undefined) || first.taken.standIn === made || !this.#isRaced(first)) return undefined;
		return this.#told(first, { kind: 'called', query: undefined, name });
	}

	#told(
		{ component: { module }, setting, taken }: Late,
		{ kind, query, name }: Pick<LateElement, 'kind' | 'query'> & { readonly name: string },
	): LateElement {
		const setter = `${module.path}:${String(lineAt(module.facts, setting.call.start))}`;
		return { place: this.#claim.site.fact, kind, query, data: { api: taken.api, setter, name } };
	}

	#piecesFor(sought: Sought): readonly Found[] {
		return this.#rendering.components.flatMap(component =>
			piecesShown(component).flatMap(piece => (mayFit(piece, sought, this.#models, component) ? [{ component, piece }] : [])),
		);
	}

	/** What the settings all stand behind, that of the first; undefined where one of them may come at once. */
	#latest(settings: readonly Done[], component: Site<FunctionFacts>): Late | undefined {
		const all = settings.map(setting => {
			const taken = setting.behind
				.flatMap(each => this.#timeOf(each, component) ?? [])
				.find(time => isSlow(time) && (time.by === 'timer' || !mayAnswerAtOnce(this.#models)));
			return taken === undefined ? undefined : { setting, taken, component };
		});
		return all.every(each => each !== undefined) ? all[0] : undefined;
	}

	#timeOf({ kind, value }: Before, component: Site<FunctionFacts>): TakenTime | undefined {
		if (kind === 'promise') return timeTaken(this.#taking, at(value, component));
		return value.kind === 'call' ? timerTaken(this.#taking, at(value, component)) : undefined;
	}

	get #taking(): TakingOptions {
		const { provenance, rows } = this.#models;
		return { provenance, rows, replaced: root => this.#replacementOf(root) };
	}

	/** What the test puts in the place of an API or function, where it does so itself and only once. */
	#replacementOf(root: Root): Site<Call> | 'unknown' | undefined {
		const { framework, provenance } = this.#models;
		const { body } = this.#scope;
		const target = root.kind === 'function' ? root.site : root.kind === 'origin' ? root.origin : undefined;
		if (target === undefined || !framework.isStubbed(target, this.#scope, this.#claim.place.start)) return undefined;
		const [only, ...others] = body.fact.calls.flatMap(call => {
			const [of, name] = call.args;
			const isOfIt =
				name?.kind === 'literal' &&
				typeof name.value === 'string' &&
				of !== undefined &&
				provenance.roots(at(of, body), [property(name.value)]).some(each => isSame(each, root));
			return isOfIt ? [call] : [];
		});
		const telling =
			only?.outer === undefined || others.length > 0 ? undefined : provenance.origins(at<Value>(only.outer, body)).map(makingCall)[0];
		return telling ?? 'unknown';
	}

	/** Whether something is awaited since the test has shown the component and done what begins the wait, and nothing of it waits for the end of that. */
	#isRaced(late: Late): boolean {
		const shown = this.#shownAt();
		const { fact } = this.#scope.body;
		const place = this.#claim.place.start;
		if (shown === undefined) return false;
		const awaits = fact.awaits.filter(({ start, end }) => end >= shown && start < place);
		const last = awaits.at(-1);
		if (last === undefined || awaits.some(({ value, region }) => region !== undefined || !this.#isNeutral(value, late))) return false;
		const claims = this.#models.assertionsIn(this.#scope);
		const isActed = functionsWithin(this.#scope.body.module.facts, fact).some(({ calls }) =>
			calls.some(call => call.start >= shown && call.end <= place && isAct(call)),
		);
		const isQuiet = fact.calls.every(
			call =>
				call.start < last.end || call.end > place || call.usage !== 'discarded' || claims.some(({ site }) => site.fact === call),
		);
		return isQuiet && (isMounted(late) || isActed);
	}

	/** Where the test's own text shows the component. */
	#shownAt(): number | undefined {
		const { element } = this.#rendering;
		const { body } = this.#scope;
		let place: Span = element.fact;
		for (let frame = element.frame; frame?.call !== undefined; frame = frame.call.frame) place = frame.call.fact;
		return element.module === body.module && holds(body.fact, place) ? place.start : undefined;
	}

	/** Whether what is awaited may be over before the end of the wait. */
	#isNeutral(value: Value, late: Late): boolean {
		if (value.kind !== 'call') return false;
		if (isUserAct(value, this.#scope)) return true;
		const name = calledName(value, this.#scope);
		const [first] = value.args;
		const callback = first?.kind === 'function' ? functionAt(this.#scope.body.module, first.function) : undefined;
		if (emptyingQueues.has(name)) return value.args.length === 0;
		if (name === 'act')
			return (
				callback !== undefined && callback.awaits.every(each => this.#isNeutral(each.value, late)) && callback.returns.length === 0
			);
		if (name === triesAgain) return callback !== undefined && this.#asksEarlier(callback, late);
		return /^find(?:All)?By/.test(name) && this.#isShownAtFirst(value);
	}

	/** `waitFor(() => expect(save).toHaveBeenCalled())`, of what takes the time. */
	#asksEarlier(callback: FunctionFacts, { taken }: Late): boolean {
		const claims = this.#models.assertions.within(at(callback, this.#scope.body));
		return (
			taken.standIn !== undefined &&
			claims.length > 0 &&
			claims.every(claim => {
				const spy = spyAspect(claim, this.#models.provenance)?.spy;
				return spy !== undefined && this.#models.provenance.origins(spy).some(origin => makingCall(origin)?.fact === taken.standIn);
			})
		);
	}

	#isShownAtFirst(query: Call): boolean {
		const [sought, ...others] = soughtIn(query);
		const found = sought === undefined || others.length > 0 ? [] : this.#piecesFor(sought);
		return found.some(({ piece }) => piece.conditions.length === 0 && piece.value.kind === 'literal');
	}
}

function isSame(one: Root, other: Root): boolean {
	return one.kind === 'function' && other.kind === 'function' && one.path.length === 0 && one.site.fact === other.site.fact;
}

/** What sets a state, and what is over before. */
interface Late {
	readonly setting: Done;
	readonly taken: TakenTime;
	readonly component: Site<FunctionFacts>;
}

function isSlow({ by, ms }: TakenTime): boolean {
	return by === 'request' || (ms !== undefined && ms > soonest);
}

/** Whether the component sets the state by itself, once it is shown. */
function isMounted({ setting, component }: Late): boolean {
	const { module } = component;
	let inside = functionAt(module, setting.call.function);
	while (inside !== undefined && inside !== component.fact) {
		const callee = inside.passedTo?.call.callee;
		const name =
			callee?.kind === 'reference'
				? module.facts.bindings[callee.binding]?.word
				: callee?.kind === 'member'
					? callee.property
					: undefined;
		if (typeof name === 'string' && effectHooks.has(name)) return true;
		inside = inside.parent === undefined ? undefined : functionAt(module, inside.parent);
	}
	return false;
}
