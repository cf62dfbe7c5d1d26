import type { Site } from '../project/model.ts';
import type { Path } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Value } from '../syntax/facts.ts';
import { type Answer, answersTo } from './answers/answers.ts';

/** The one thing that an app in the test's own process answers with, where `path` of a value is a part of its answer. */
export function soleAnswer(provenance: Provenance, site: Site<Value>, path: Path = []): Answer | undefined {
	const [origin, ...others] = provenance.origins(site, path);
	const [answer, ...more] = origin === undefined || others.length > 0 ? [] : answersTo(provenance, origin);
	return more.length === 0 ? answer : undefined;
}
