import type { Origin } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { type Answer, answersTo } from './answers/answers.ts';
import { areAlike } from './constants.ts';

/** The answers to a request, without what decides between them where all are the same. */
export function toldAnswers(provenance: Provenance, origin: Origin): readonly Answer[] {
	const answers = answersTo(provenance, origin);
	const isOne = areAlike(
		provenance,
		answers.flatMap(({ value, path }) => provenance.roots(value, path)),
	);
	return isOne ? answers.map(answer => ({ ...answer, conditions: [] })) : answers;
}
