import { addressParsers } from '../knowledge/address-parsers.ts';
import { answered } from '../knowledge/interception.ts';
import type { Site } from '../project/model.ts';
import { dotted, hasKey, matchWhole, type RowMatch } from '../provenance/match.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at } from '../provenance/walker.ts';
import { soleValue } from '../syntax/definitions.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { lineAt } from '../syntax/lower.ts';
import { branches } from '../syntax/region-kinds.ts';
import { apiName } from './api-name.ts';
import type { Knowing } from './knowing.ts';
import type { RowOf } from './model.ts';
import { isNewPromise } from './promise-classes.ts';
import { addressesOf, hostAt, type Request } from './requests.ts';
import { calleeName, type WitnessStep } from './witness.ts';

/** How many functions an address is handed through, and how many calls are looked at for one. */
const maxFunctions = 4;
const maxCalls = 60;

/**
 * Requests for an address that the function's own text names and hands to a function of the project, which takes it apart and sends a request whatever comes of
 * that. The parts are not followed to the request: what builds its options is mostly too large for that.
 */
export function addressedRequestsIn(knowing: Knowing, { module, fact, frame }: Site<FunctionFacts>): Request[] {
	const inside = functionsWithin(module.facts, fact);
	return inside.flatMap(({ calls }) => calls.flatMap(call => new AddressQuery(knowing).ofCall({ module, fact: call, frame }) ?? []));
}

/** What becomes of an address in a function. */
interface Asked {
	readonly match: RowMatch<RowOf<'request'>>;
	readonly call: Site<Call>;
	/** The functions that it goes through. */
	readonly through: readonly Site<FunctionFacts>[];
	readonly steps: readonly WitnessStep[];
}

/** The same inside a function, and the call in it that leads on. */
type Inside = Asked & { readonly leads: Call };

class AddressQuery {
	readonly #knowing: Knowing;
	readonly #seen = new Set<FunctionFacts>();
	#calls = 0;

	constructor(knowing: Knowing) {
		this.#knowing = knowing;
	}

	ofCall(call: Site<Call>): Request | undefined {
		const {
			args: [address],
			form,
		} = call.fact;
		if (form !== 'call' || address === undefined || !mayBeAddress(at(address, call)) || isAnswered(this.#knowing, call))
			return undefined;
		const host = hostAt(this.#knowing.provenance, at(address, call));
		const asked = host === undefined ? undefined : this.#handed(call, 0, maxFunctions);
		if (host === undefined || asked === undefined) return undefined;
		const { match, through, steps } = asked;
		return {
			row: match.row,
			host,
			address: host,
			api: match.origin,
			call: asked.call,
			site: call.fact,
			through,
			witness: { steps, api: apiName(match.origin, match.match) },
		};
	}

	/** The request that comes of an argument of a call, where a function of the project is called. */
	#handed(call: Site<Call>, index: number, left: number): Asked | undefined {
		if (left === 0 || ++this.#calls > maxCalls) return undefined;
		const [root, ...others] = this.#knowing.provenance.roots(at(call.fact.callee, call));
		if (root?.kind !== 'function' || root.path.length > 0 || others.length > 0 || this.#seen.has(root.site.fact)) return undefined;
		const { module, fact } = root.site;
		const binding = fact.parameters[index]?.rest === false ? fact.parameters[index].binding : undefined;
		if (binding === undefined) return undefined;
		this.#seen.add(fact);
		const site: Site<FunctionFacts> = { module, fact, frame: undefined };
		const inside = this.#sent(site, binding) ?? this.#handedOn(site, binding, left);
		if (inside === undefined) return undefined;
		const { leads, ...asked } = inside;
		const step: WitnessStep = {
			file: module.path,
			line: lineAt(module.facts, leads.start),
			text: fact.name ?? calleeName(call) ?? 'a function',
		};
		return { ...asked, through: [site, ...asked.through], steps: [step, ...asked.steps] };
	}

	/** A function that takes the address apart itself, and sends a request. */
	#sent(site: Site<FunctionFacts>, binding: number): Inside | undefined {
		const inside = functionsWithin(site.module.facts, site.fact);
		if (!inside.some(({ calls }) => calls.some(call => isOf(call.args[0], binding) && this.#takesApart(at(call, site)))))
			return undefined;
		for (const each of inside) {
			if (each !== site.fact && (each.passedTo === undefined || !isNewPromise(each.passedTo.call))) continue;
			for (const fact of each.calls) {
				const match = isAlways(each, fact) ? this.#requestOf(at(fact, site)) : undefined;
				if (match !== undefined) return { match, call: at(fact, site), leads: fact, through: [], steps: [] };
			}
		}
		return undefined;
	}

	#handedOn(site: Site<FunctionFacts>, binding: number, left: number): Inside | undefined {
		for (const { calls } of functionsWithin(site.module.facts, site.fact)) {
			for (const fact of calls) {
				const index = fact.form === 'call' ? fact.args.findIndex(argument => isOf(argument, binding)) : -1;
				const asked = index === -1 ? undefined : this.#handed(at(fact, site), index, left - 1);
				if (asked !== undefined) return { ...asked, leads: fact };
			}
		}
		return undefined;
	}

	#takesApart(call: Site<Call>): boolean {
		return this.#knowing.provenance
			.origins(at(call.fact.callee, call))
			.some(origin => addressParsers.get(origin.from)?.has(dotted(origin)) === true);
	}

	/** What sends a request for parts of an address; who answers it, the project's own agent, is no question here. */
	#requestOf(call: Site<Call>): RowMatch<RowOf<'request'>> | undefined {
		const { provenance, rows } = this.#knowing;
		for (const { from, steps } of provenance.origins(at(call.fact.callee, call))) {
			if (!rows.packagesOf('request').has(from)) continue;
			for (const match of matchWhole(rows, () => [], { from, steps: [...steps, callStep(call)] }))
				if (isRequest(match) && match.row.host === undefined && [...addressesOf(match, provenance.roots)].length === 0)
					return match;
		}
		return undefined;
	}
}

/** Whether the test says itself what is to answer: `{ agent }`, `{ dispatcher }`. What the runner hands over, `done`, is no option. */
export function isAnswered({ provenance }: Knowing, call: Site<Call>): boolean {
	const options = call.fact.args
		.slice(1)
		.map(argument => at(argument, call))
		.filter(each => !provenance.roots(each).every(({ kind }) => kind === 'parameter'));
	return options.some(each => answered.some(key => hasKey(provenance.roots, each, [key])));
}

function isRequest(match: RowMatch): match is RowMatch<RowOf<'request'>> {
	return match.row.effect === 'request';
}

function isOf(argument: Value | undefined, binding: number): boolean {
	return argument?.kind === 'reference' && argument.binding === binding;
}

/** Whether a value is an address as it is written, at the call or where the variable has its only value. */
export function mayBeAddress({ module, fact: value }: Site<Value>): boolean {
	if (value.kind === 'literal') return typeof value.value === 'string' && value.value.includes('://');
	if (value.kind === 'template') return value.quasis[0]?.includes('://') === true;
	if (value.kind === 'operation')
		return value.operands[0] !== undefined && mayBeAddress({ module, fact: value.operands[0], frame: undefined });
	const held = soleValue(module.facts, value);
	return held !== undefined && held.kind !== 'reference' && mayBeAddress({ module, fact: held, frame: undefined });
}

/** Whether no condition decides about a call but those that end the function before it. */
function isAlways({ regions }: FunctionFacts, { region }: Call): boolean {
	for (let index = region; index !== undefined; index = regions[index]?.parent) {
		const kind = regions[index]?.kind;
		if (kind !== undefined && (branches.has(kind) || kind === 'loop')) return false;
	}
	return true;
}
