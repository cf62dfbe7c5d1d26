import type { CourseStep } from '../../effects/course.ts';
import { cypressGlobal } from '../../knowledge/page-words.ts';
import type { Value } from '../../syntax/facts.ts';

/** Whether a step is a command of Cypress, alone or in a chain. */
export function isCypress({ roots }: CourseStep): boolean {
	return roots.some(
		root =>
			root.kind === 'origin' &&
			root.origin.from === 'global' &&
			root.origin.steps[0]?.kind === 'property' &&
			root.origin.steps[0].name === cypressGlobal,
	);
}

/** The same of what a chain is written out to: `cy.get('a').click`. */
export function isOfCypress(value: Value): boolean {
	if (value.kind === 'global') return value.name === cypressGlobal;
	return value.kind === 'member' ? isOfCypress(value.object) : value.kind === 'call' && isOfCypress(value.callee);
}

/** `click` of `cy.get('a').click()`. */
export function commandName({ call: { fact } }: CourseStep): string | undefined {
	return fact.callee.kind === 'member' && typeof fact.callee.property === 'string' ? fact.callee.property : undefined;
}

/** The commands of the chain that a step ends, its own last: `['get', 'click']`, those included that a page object gives. */
export function commandsOf({ roots }: CourseStep): readonly string[] {
	const origin = roots.flatMap(root => (root.kind === 'origin' && root.origin.from === 'global' ? [root.origin] : []))[0];
	return (origin?.steps ?? []).flatMap(step => (step.kind === 'property' ? [step.name] : [])).slice(1);
}
