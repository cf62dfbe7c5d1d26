import type { CourseStep } from '../../effects/course.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { endings } from '../../knowledge/document-words.ts';
import { ofHandles, generalElements, typing, editable, stateAttributes } from '../../knowledge/page-words.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import type { PageMoment } from './page-moments.ts';
import { type Read, elementOf, elementsOf, isRead } from './ui-readings.ts';

/**
 * Whether a test says that what it now finds gone was there before: it did something with it, looked at it or waited for it, or what it does
 * takes something away. Where it never was, who looks too early sees that too.
 */
export function wasThere(read: Read, claim: Claim, moment: PageMoment, scope: Scope, models: Models): boolean {
	return (moment.act !== undefined && takesAway(moment.act, models)) || wasSeen(read, claim, moment, scope, models);
}

/**
 * Whether a reading waits itself for an element that nothing shows to have been there before: what it then tells came with the element. A page as a
 * whole, its headings and what it reports are there before, with another text; what attributes say that tell a state changes later.
 */
export function comesWithItsElement(read: Read, claim: Claim, moment: PageMoment, scope: Scope, models: Models): boolean {
	const { row, call, origin } = read;
	if (row.awaits !== 'element' || (row.tells !== 'value' && row.tells !== 'attribute') || row.matcher === 'toHaveValue') return false;
	if (row.tells === 'attribute' && (['nothing', 'truthy', 'falsy'].includes(claim.relation) || call.fact.args.some(tellsState)))
		return false;
	if (origin?.steps.some(step => step.kind === 'property' && ofHandles.has(step.name)) === true) return false;
	return !generalElements.test(elementOf(call, row, models) ?? '') && !wasSeen(read, claim, moment, scope, models);
}

function tellsState(argument: Value): boolean {
	return argument.kind === 'literal' && typeof argument.value === 'string' && stateAttributes.test(argument.value);
}

/** Whether a test did something with an element before, or asserted something of it. */
function wasSeen(read: Read, claim: Claim, { before }: PageMoment, scope: Scope, models: Models): boolean {
	const element = elementOf(read.call, read.row, models);
	if (element === undefined || read.row.of === 'page') return element === undefined;
	const way = wayIn(element);
	const isAbout = (each: string | undefined): boolean => each !== undefined && (wayIn(each) === way || wayIn(each).startsWith(`${way}.`));
	if (before.some(step => step.rows.length > 0 && elementsOf(step.call, models).some(isAbout))) return true;
	const claims = models.assertionsIn(scope);
	return claims.slice(0, Math.max(claims.indexOf(claim), 0)).some(
		each =>
			isAbout(identityOf(each.actual, 'ways', models.provenance.roots)) ||
			models
				.behindActual(each)
				.filter(isRead)
				.some(({ call, row }) => isAbout(elementOf(call, row, models))),
	);
}

/** The way from a page to an element: a page object's page is the test's. */
function wayIn(element: string): string {
	return element.replace(/^.*?(?=\.(?:locator|frameLocator|getBy[A-Z]|\$))/, '');
}

/** Whether the words of an action, or of the helper that acts, speak of an end: `close()`, `click('text=Cancel')`, `press('Escape')`. */
function takesAway({ call }: CourseStep, models: Models): boolean {
	const words = valuesInside(call.fact).flatMap(value =>
		value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [],
	);
	const helpers: (string | undefined)[] = [];
	for (let { frame } = call; frame !== undefined; frame = frame.call?.frame) helpers.push(frame.function.name);
	return [...words, ...elementsOf(call, models), ...helpers].some(each => each !== undefined && endings.test(each));
}

/** Whether a reading tells what is in a field or an editor behind nothing but typing: when a key is pressed, it holds what that gives. */
export function holdsWhatIsTyped({ call, row }: Read, { acts }: PageMoment, models: Models): boolean {
	const element = elementOf(call, row, models);
	const last = acts.at(-1);
	if (!(row.tells === 'value' || isOfField(call)) || element === undefined || last === undefined) return false;
	const isOn = (step: CourseStep): boolean =>
		elementsOf(step.call, models).some(
			each => each !== undefined && ((isElement(each) && element.startsWith(each)) || (row.of === 'receiver' && each === element)),
		);
	if (isTyping(last) && isOn(last)) return true;
	return isKeyboard(last) && ([element, ...wordsOfScript(call)].some(each => editable.test(each)) || acts.some(isOn));
}

/** `field.getAttribute('value')` */
function isOfField({
	fact: {
		args: [name],
	},
}: Site<Call>): boolean {
	return name?.kind === 'literal' && name.value === 'value';
}

/** Whether a name is that of an element, not of a page: `page.locator("a")`, `form.field`. */
function isElement(name: string): boolean {
	return name.includes('(') || (/#\d+\.\w/.test(name) && !name.endsWith('.page'));
}

/** What a script looks for in the page. */
function wordsOfScript({ fact: { args }, module }: Site<Call>): readonly string[] {
	const scripts = args.flatMap(argument => (argument.kind === 'function' ? [module.facts.functions[argument.function]] : []));
	return scripts
		.flatMap(script => script?.calls ?? [])
		.flatMap(each => each.args.flatMap(argument => (argument.kind === 'literal' ? [String(argument.value)] : [])));
}

function isKeyboard({
	call: {
		fact: { callee },
	},
}: CourseStep): boolean {
	return callee.kind === 'member' && callee.object.kind === 'member' && callee.object.property === 'keyboard';
}

function isTyping({
	call: {
		fact: { callee },
	},
}: CourseStep): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && typing.has(callee.property);
}
