import { apiName } from '../../effects/api-name.ts';
import { rowsOfCall } from '../../effects/knowing.ts';
import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { witnessOf } from '../../effects/witness.ts';
import type { ApiRow } from '../../knowledge/row.ts';
import { commandGlobals, pageRoots, queuedOnce, sentAtOnce } from '../../knowledge/page-words.ts';
import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import type { RowMatch } from '../../provenance/match.ts';
import { at, seenThrough } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models } from '../models.ts';
import { overLists } from './awaited-lists.ts';
import { namedMethod } from './dropped-calls.ts';

/** Whether a call does something to a page that a driver of a browser is told: `page.click('a')`, `$('a').click()`. */
function isPageAction(models: Models, call: Site<Call>): boolean {
	return rowsOfCall(models, call).some(
		({ row, origin }) => row.effect === 'ui-action' && (origin.from !== 'global' || isOfBrowser(origin)) && !isSentAtOnce(origin),
	);
}

/** Whether a call, or a function of the project that it calls, does nothing to a page but send it a script that is run at once. */
export function sendsScript(models: Models, call: Site<Call>): boolean {
	if (rowsOfCall(models, call).some(({ origin }) => isSentAtOnce(origin))) return true;
	if (call.fact.form !== 'call' || actsOnPage(models, call)) return false;
	return models.provenance.roots(at(call.fact.callee, call)).some(root => {
		const frame = root.kind === 'function' && root.path.length === 0 ? entered(root.site, call, root.receiver) : undefined;
		return (
			root.kind === 'function' &&
			frame !== undefined &&
			root.site.fact.calls.some(each =>
				rowsOfCall(models, at(each, seenThrough(root.site, frame))).some(({ origin }) => isSentAtOnce(origin)),
			)
		);
	});
}

/** `page.evaluate(() => scrollTo(0, 0))`: it looks for nothing first, so the page has it before whatever is asked of it next. */
function isSentAtOnce({ steps: [root, method, , ...rest] }: RowMatch['origin']): boolean {
	return (
		root?.kind === 'property' &&
		pageRoots.has(root.name) &&
		method?.kind === 'property' &&
		sentAtOnce.has(method.name) &&
		rest.every(({ kind }) => kind === 'await')
	);
}

/** The same, or a method of a page object that does it: `login.signIn('ada')`. */
export function actsOnPage(models: Models, call: Site<Call>): boolean {
	if (isPageAction(models, call) || callsBackOnPage(models, call)) return true;
	if (call.fact.form !== 'call') return false;
	return models.provenance.roots(at(call.fact.callee, call)).some(root => {
		const frame = root.kind === 'function' && root.path.length === 0 ? entered(root.site, call, root.receiver) : undefined;
		return (
			root.kind === 'function' &&
			frame !== undefined &&
			root.site.fact.calls.some(each => isPageAction(models, at(each, seenThrough(root.site, frame))))
		);
	});
}

/** `test.step('pay', async () => { await page.click('button'); })`, `names.forEach(async name => { await page.click(name); })` */
function callsBackOnPage(models: Models, call: Site<Call>): boolean {
	const runs =
		overLists.has(namedMethod(call.fact) ?? '') ||
		rowsOfCall(models, call).some(({ row }) => row.effect === 'promise' && row.ofCallback !== undefined);
	if (!runs) return false;
	return call.fact.args.some(argument => {
		const callback = argument.kind === 'function' ? call.module.facts.functions[argument.function] : undefined;
		return callback?.calls.some(each => actsOnPage(models, at(each, call))) === true;
	});
}

/** Whether what is waited for next is of the page as well, and no event of it, which may be waited for just to be in time: an action, a reading, an element, an assertion that tries again. */
export function isOfPage(models: Models, site: Site<Value>): boolean {
	const { fact: value } = site;
	if (value.kind === 'call' && promisedBy(models, at(value, site))?.asserts === true) return true;
	return (
		value.kind === 'call' &&
		rowsOfCall(models, at(value, site)).some(
			({ row }) => row.effect === 'ui-action' || row.effect === 'ui-read' || row.effect === 'ui-wait',
		)
	);
}

/**
 * A command of WebdriverIO's globals, or one of Selenium that acts or waits, is a promise where its function, those inside it included, awaits at least as many of them as not: long ago they waited
 * by themselves, which no function that awaits them could rely on (https://github.com/SeleniumHQ/selenium/wiki/WebDriverJs#moving-to-asyncawait).
 */
export function commandOf(models: Models, site: Site<FunctionFacts>, call: Site<Call>): Promised | undefined {
	const found = site.fact.async ? commandRow(models, call) : undefined;
	if (found === undefined) return undefined;
	const isSame = isOfBrowser(found.origin)
		? ({ callee }: Call): boolean => isOfGlobal(callee)
		: (each: Call): boolean =>
				rowsOfCall(models, at(each, site)).some(({ row, origin }) => isCommand(row.effect) && queuedOnce.has(origin.from));
	const commands = functionsWithin(site.module.facts, site.fact)
		.flatMap(({ calls }) => calls)
		.filter(isSame);
	const awaited = commands.filter(({ usage }) => usage === 'awaited');
	if (awaited.length === 0 || awaited.length < commands.filter(({ usage }) => usage === 'discarded').length) return undefined;
	return { witness: witnessOf(apiName(found.origin, found.match), call), asserts: false, sleeps: false, handled: false };
}

function commandRow(models: Models, call: Site<Call>): RowMatch | undefined {
	return rowsOfCall(models, call).find(
		({ row, origin }) =>
			isCommand(row.effect) &&
			(isOfBrowser(origin) || (queuedOnce.has(origin.from) && row.effect !== 'ui-read' && !isSentAtOnce(origin))),
	);
}

function isCommand(effect: ApiRow['effect']): boolean {
	return effect.startsWith('ui-');
}

/** `$('a').click` */
function isOfGlobal(callee: Value): boolean {
	const { root } = chainOf(callee);
	return root.kind === 'call' ? isOfGlobal(root.callee) : root.kind === 'global' && commandGlobals.has(root.name);
}

function isOfBrowser({ from, steps: [first] }: RowMatch['origin']): boolean {
	return from === 'global' && first?.kind === 'property' && commandGlobals.has(first.name);
}
