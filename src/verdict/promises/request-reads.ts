import { type Witness, witnessOf } from '../../effects/witness.ts';
import { changingHandlers, mockService } from '../../knowledge/interception.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import { filledBy, isAboutVariable, toldBy } from '../filled-variables.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { userActBefore } from '../pages/handled-later.ts';
import { isUserAct } from '../pages/library-acts.ts';

/** What a mocked service does with a request that changes something: `http.post('/notes', async ({ request }) => { sent = await request.json(); })`. */
interface RequestHandler {
	readonly event: string;
	/** What it fills, or tells. */
	readonly bindings: readonly number[];
}

/** An assertion on what a handler was told, and nobody waits for the request. */
export interface RequestRead {
	readonly scope: Scope;
	readonly place: Span;
	/** The variable that the handler fills. */
	readonly name: string;
	/** What made the handler: `http.post`. */
	readonly event: string;
	/** What the user does. */
	readonly witness: Witness;
}

/**
 * Assertions on what the handler of a mocked service was told, right behind the act of a user that has a component send the request: the act is over
 * when the component has been told of it, and the request is on its way for as many turns as one that is sent.
 */
export function* requestReads(models: Models): Iterable<RequestRead> {
	const handlers = handlersIn(models);
	if (handlers.length === 0) return;
	for (const scope of models.tests) {
		if (scope.body.module !== models.module) continue;
		for (const claim of models.assertionsIn(scope)) {
			const act = claim.retried || models.claimsAbsence(claim) ? undefined : firstActBefore(models, scope, claim);
			if (act === undefined) continue;
			for (const { event, bindings } of handlers) {
				const binding = bindings.find(each => isAboutVariable(models, claim, { module: models.module, binding: each }));
				const name = binding === undefined ? undefined : models.module.facts.bindings[binding]?.name;
				if (name === undefined) continue;
				yield { scope, place: claim.place, name, event, witness: witnessOf(act.name, scope.body) };
				break;
			}
		}
	}
}

/** What a user does right before an assertion, where the test has waited for nothing else since the first thing that the user did. */
function firstActBefore(models: Models, scope: Scope, claim: Claim): { readonly name: string } | undefined {
	const act = userActBefore(models, scope, claim);
	if (act === undefined) return undefined;
	const { awaits } = scope.body.fact;
	const acts = awaits.flatMap(({ value }) => (value.kind === 'call' && isUserAct(value, scope) ? [value] : []));
	const [first] = acts;
	const isOfAct = (place: Span): boolean => acts.some(each => each.start <= place.start && place.end <= each.end);
	return first !== undefined &&
		awaits.every(({ value }) => value.end <= first.start || value.start > claim.place.start || isOfAct(value) || holds(value, first))
		? act
		: undefined;
}

function handlersIn({ module, provenance }: Models): readonly RequestHandler[] {
	if (!module.facts.sources.some(source => mockService.has(source))) return [];
	return module.facts.functions.flatMap(({ calls }) =>
		calls.flatMap(call => {
			const handler = handlerOf(call, module);
			const event = handler === undefined ? undefined : handledBy(provenance, at(call, { module }));
			const bindings = handler === undefined || event === undefined ? [] : [...filledBy(handler, module), ...toldBy(handler, module)];
			return event === undefined || bindings.length === 0 ? [] : [{ event, bindings }];
		}),
	);
}

function handlerOf({ args }: Call, module: Site<Call>['module']): FunctionFacts | undefined {
	const last = args.at(-1);
	return last?.kind === 'function' ? functionAt(module, last.function) : undefined;
}

/** `http.post` */
function handledBy({ origins }: Models['provenance'], call: Site<Call>): string | undefined {
	for (const { from, steps } of origins(at(call.fact.callee, call))) {
		const [kind, verb, ...others] = steps;
		if (!mockService.has(from) || kind?.kind !== 'property' || verb?.kind !== 'property' || others.length > 0) continue;
		if (changingHandlers.has(verb.name)) return `${kind.name}.${verb.name}`;
	}
	return undefined;
}
