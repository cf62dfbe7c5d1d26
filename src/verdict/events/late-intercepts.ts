import { quietCommands } from '../../knowledge/page-words.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import type { Models, Scope } from '../models.ts';
import { commandName, isCypress } from '../pages/cypress-commands.ts';
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
		const own = models.effects.courseOf(scope.body).filter(isCypress);
		const before = scope.hooks
			.filter(({ phase }) => phase === 'before-each')
			.flatMap(({ body }) => models.effects.courseOf(body))
			.filter(isCypress);
		for (const [index, step] of own.entries()) {
			const alias = commandName(step) === 'intercept' ? aliasOf(step.call.fact) : undefined;
			if (alias === undefined || step.regions.length > 0) continue;
			const wait = own.findIndex((each, place) => place > index && commandName(each) === 'wait' && waitsFor(each.call.fact, alias));
			if (wait === -1 || own.slice(index, wait).some(each => !quietCommands.has(commandName(each) ?? ''))) continue;
			const last = [...before, ...own.slice(0, index)].findLast(each => !quietCommands.has(commandName(each) ?? ''));
			if (
				last === undefined ||
				roleOf(last, scope, models) === undefined ||
				last.regions.length > 0 ||
				commandName(last) === 'intercept'
			)
				continue;
			yield { scope, place: step.via, trigger: `cy.${commandName(last) ?? 'visit'}`, alias: `@${alias}` };
		}
	}
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
