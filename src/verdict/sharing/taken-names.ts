import type { Taking } from '../../effects/names/takings.ts';
import { promisified } from '../../effects/promisified.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Span, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models, Scope } from '../models.ts';
import { callbacksIn } from './callbacks.ts';
import { isReplaced } from './replaced.ts';

/** A name that other processes can take too, taken by the file's tests, hooks, suites or by the file itself. */
export interface TakenName {
	readonly taking: Taking;
	/** Undefined where it is taken while the file is loaded. */
	readonly scope: Scope | undefined;
	/** Where the name is written, if that is in the linted file; else the call that leads to it. */
	readonly place: Span;
}

/** All names of a kind that are taken. */
export function takenNames(models: Models, what: Taking['what']): TakenName[] {
	return allTaken(models).filter(({ taking }) => taking.what === what);
}

/** All names that are taken; what a stub, or something else of the test's own, stands in for, what is said to throw, and what tests that do not run would take, is left out. */
export function allTaken(models: Models): TakenName[] {
	const { framework, effects, scopes } = models;
	const loading = [framework.root, ...framework.suites].flatMap(({ body, call }) =>
		effects.takesIn(body).map((taking): TakenName => ({
			taking,
			scope: undefined,
			place: placeOf(models, taking, body.module === models.module ? taking.site : (call ?? taking.site)),
		})),
	);
	const running = scopes
		.filter(runs)
		.flatMap(scope =>
			takenBy(models, scope).flatMap((taking): TakenName[] =>
				isStubbed(models, scope, taking) || isReplaced(scope, taking) || isToThrow(models, scope, taking)
					? []
					: [{ taking, scope, place: placeOf(models, taking, models.placeIn(scope, taking.site)) }],
			),
		);
	return [...loading, ...running];
}

/** What a test or hook takes when it runs, and when what it hands over does. */
function takenBy(models: Models, scope: Scope): readonly Taking[] {
	const { takesIn } = models.effects;
	const own = takesIn(scope.body);
	const told = new Set(own.map(({ call }) => call.fact));
	return [
		...own,
		...callbacksIn(models, scope)
			.flatMap(takesIn)
			.filter(({ call }) => !told.has(call.fact)),
	];
}

function runs(scope: Scope): boolean {
	return !('modifiers' in scope) || (!scope.modifiers.has('skip') && !scope.modifiers.has('todo'));
}

function isStubbed({ framework, provenance }: Models, scope: Scope, { call, site }: Taking): boolean {
	const origins = provenance.origins(at(call.fact.callee, call));
	return [...origins, ...promisified(provenance, origins)].some(origin => framework.isStubbed(origin, scope, site.start));
}

/** `expect(() => serve(null, 3000)).to.throw(/host/)`: whoever throws has taken nothing, or says that it is taken. */
function isToThrow(models: Models, scope: Scope, { site }: Taking): boolean {
	return models.assertionsIn(scope).some(({ relation, negated, place }) => relation === 'throws' && !negated && holds(place, site));
}

function placeOf(models: Models, { written, generator }: Taking, call: Span): Span {
	const { module } = models;
	if (generator?.source.module === module) return generator.source.fact;
	return written.module === module ? written.fact : (giverOf(models, written) ?? call);
}

/** The call in the linted file that gives back what another file writes down: `getPort()`. */
function giverOf({ module, provenance }: Models, written: Site<Value>): Span | undefined {
	for (let call = written.frame?.call; call !== undefined; call = call.frame?.call) {
		const isGiven =
			call.module === module &&
			provenance
				.roots(at<Value>(call.fact, call))
				.some(root => root.kind === 'made' && root.path.length === 0 && root.site.fact === written.fact);
		if (isGiven) return call.fact;
	}
	return undefined;
}
