import { isFailure } from '../../effects/waits/raced-timers.ts';
import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import type { Module, Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span } from '../../syntax/facts.ts';
import { functionsIn, isCertain, regionsAt, registeredIn } from '../aftermath.ts';
import type { Models, Scope } from '../models.ts';
import type { PutBackAt, PutBacks } from './put-backs.ts';

/** Whether a write is its helper's own affair: that may leave it out, or puts it back itself; an assertion that something throws may be handed a write that fails. */
export function isHelpersOwn(models: Models, putBacks: PutBacks, { body }: Scope, write: SharedWrite): boolean {
	const { origin } = write;
	const { module, fact } = origin;
	const owner = module.facts.functions[fact.function];
	if (owner === undefined) return true;
	if (owner.passedTo !== undefined && throwing.test(nameOf(owner.passedTo.call, module))) return true;
	if ('callee' in fact && isMeantToFail({ module, fact: owner }, fact)) return true;
	if (module === body.module && fact.start >= body.fact.start && fact.end <= body.fact.end) return false;
	const inside = (helper: Site<FunctionFacts>): readonly PutBackAt[] =>
		functionsIn(helper).flatMap(each => putBacks.in(at(each, helper)));
	const undoes = (helper: Site<FunctionFacts>, after: number): boolean =>
		inside(helper).some(each => each.site.start > after && each.undoes(write)) ||
		registeredIn(helper, models).some(body => putBacks.undoes(body, write));
	const helper = { module, fact: owner };
	return !isCertain(helper, fact) || undoes(helper, fact.start) || helpersOn(origin).some(each => undoes(each.helper, each.after));
}

/** The functions that were entered on the way from a test to a write, that of the write itself left out, and where each went on. */
function helpersOn({ frame }: SharedWrite['origin']): readonly { readonly helper: Site<FunctionFacts>; readonly after: number }[] {
	const call = frame?.call;
	const outer = call?.frame;
	return outer === undefined || call === undefined
		? []
		: [{ helper: { module: outer.module, fact: outer.function }, after: call.fact.start }, ...helpersOn(call)];
}

/** `try { set('unknown', 1); assert.fail(); } catch {}`: had the call done anything, the test would fail. */
function isMeantToFail(body: Site<FunctionFacts>, { end }: Span): boolean {
	const [next] = body.fact.calls.filter(({ start }) => start >= end).sort((one, other) => one.start - other.start);
	return next !== undefined && isFailure(next) && regionsAt(body, { start: end, end: next.end }).some(({ kind }) => kind === 'try');
}

/** Words for assertions that something fails. */
const throwing = /throw|reject|raise/i;

function nameOf({ callee }: Call, { facts }: Module): string {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : '';
	return callee.kind === 'reference' ? (facts.bindings[callee.binding]?.name ?? '') : '';
}
