import type { CourseStep } from '../../effects/course.ts';
import { quietCommands } from '../../knowledge/page-words.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import type { Models, Scope } from '../models.ts';
import { roleOf } from '../pages/ui-roles.ts';

/** A route that Cypress is told of when the requests that it is for may have been sent. */
export interface LateIntercept {
	readonly scope: Scope;
	readonly place: Span;
	/** The command that sends them. */
	readonly trigger: string;
	readonly alias: string;
}

/** Routes with a name that is waited for, where what came before them is the only command that can send the request. */
export function* lateIntercepts(models: Models): Iterable<LateIntercept> {
	for (const scope of models.tests) {
		const own = models.effects.courseOf(scope.body).filter(isCommand);
		const before = scope.hooks.filter(({ phase }) => phase === 'before-each').flatMap(({ body }) => models.effects.courseOf(body)).filter(isCommand);
		for (const [index, step] of own.entries()) {
			const alias = nameOf(step) === 'intercept' ? aliasOf(step.call.fact) : undefined;
			if (alias === undefined || step.regions.length > 0) continue;
			const wait = own.findIndex((each, place) => place > index && nameOf(each) === 'wait' && waitsFor(each.call.fact, alias));
			if (wait === -1 || own.slice(index, wait).some(each => !quietCommands.has(nameOf(each) ?? ''))) continue;
			const last = [...before, ...own.slice(0, index)].findLast(each => !quietCommands.has(nameOf(each) ?? ''));
			if (last === undefined || roleOf(last, scope, models) === undefined || last.regions.length > 0 || nameOf(last) === 'intercept') continue;
			yield { scope, place: step.via, trigger: `cy.${nameOf(last) ?? 'visit'}`, alias: `@${alias}` };
		}
	}
}

function isCommand({ roots }: CourseStep): boolean {
	return roots.some(root => root.kind === 'origin' && root.origin.from === 'global' && root.origin.steps[0]?.kind === 'property' && root.origin.steps[0].name === 'cy');
}

function nameOf({ call: { fact } }: CourseStep): string | undefined {
	return fact.callee.kind === 'member' && typeof fact.callee.property === 'string' ? fact.callee.property : undefined;
}

/** `cy.intercept(…).as('users')` */
function aliasOf({ outer, usage }: Call): string | undefined {
	if (usage !== 'receiver' || outer?.callee.kind !== 'member' || outer.callee.property !== 'as') return undefined;
	const [name] = outer.args;
	return name?.kind === 'literal' && typeof name.value === 'string' ? name.value : undefined;
}

function waitsFor({ args: [first] }: Call, alias: string): boolean {
	const names = first?.kind === 'array' ? first.elements : first === undefined ? [] : [first];
	return names.some(name => name.kind === 'literal' && name.value === `@${alias}`);
}
