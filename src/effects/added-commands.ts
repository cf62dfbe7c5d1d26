import type { Site } from '../project/model.ts';
import { entered } from '../provenance/frames.ts';
import { at, seenThrough } from '../provenance/walker.ts';
import type { Call, FunctionFacts } from '../syntax/facts.ts';
import type { Knowing } from './knowing.ts';

/** The functions that a call runs because code for tests has added them to a framework's commands: `cy.signIn('ada')`. */
export function commandsRunBy({ provenance, addedAs }: Knowing, site: Site<Call>): readonly Site<FunctionFacts>[] {
	if (addedAs === undefined) return [];
	return provenance
		.origins(at(site.fact.callee, site))
		.flatMap(addedAs)
		.flatMap(({ body, takesSubject }) => {
			const frame = entered(body, takesSubject ? at(withSubject(site.fact), site) : site, undefined);
			return frame === undefined ? [] : [seenThrough(body, frame)];
		});
}

const withSubjects = new WeakMap<Call, Call>();

/** `cy.get('ul').choose('a')` hands over the list, then the text. */
function withSubject(call: Call): Call {
	const { callee, args } = call;
	const made = withSubjects.get(call) ?? { ...call, args: callee.kind === 'member' ? [callee.object, ...args] : args };
	withSubjects.set(call, made);
	return made;
}
