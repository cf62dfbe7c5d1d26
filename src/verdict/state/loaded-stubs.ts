import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import type { Suite } from '../../framework/model.ts';
import type { Site } from '../../project/model.ts';
import type { FunctionFacts } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';
import { isHarmlessSpy } from './harmless-spies.ts';
import { isOf, putBacksIn } from './put-backs.ts';

/**
 * Stubs, and fake clocks, that a file sets up while it is read, and that nothing in the file ever ends: what stands in the body of a suite runs before the first test of all files that the runner reads into one process, and stays for them. Settings that a file
 * is read with (`process.env.NODE_ENV = 'test'`) are none of this, and neither is a file that defines no suite: it may be what sets up all others.
 */
export function* loadedStubs(models: Models): Iterable<SharedWrite> {
	const { framework, effects, module } = models;
	const suites = framework.suites.filter(({ body, modifiers }) => body.module === module && !modifiers.has('skip'));
	if (framework.fileRun !== 'one process' || suites.length === 0) return;
	const seen = new Set<number>();
	const all: readonly Suite[] = [framework.root, ...suites];
	for (const suite of all) {
		for (const write of effects.testWritesIn(suite.body)) {
			if (
				!isStub(write) ||
				seen.has(write.origin.fact.start) ||
				write.origin.module !== module ||
				!isIn(suite, write) ||
				isHarmlessSpy(write) ||
				isPutBack(write, models)
			)
				continue;
			seen.add(write.origin.fact.start);
			yield write;
		}
	}
}

function isStub({ row, act, reach, owner }: SharedWrite): boolean {
	return act === 'set' && reach === 'process' && owner !== 'outer' && (row?.undoneBy === 'spies' || row?.undoneBy === 'clock');
}

/** In the suite's own text, where it always runs. */
function isIn({ body: { module, fact } }: Suite, { origin }: SharedWrite): boolean {
	return module.facts.functions[origin.fact.function] === fact && 'callee' in origin.fact && origin.fact.region === undefined;
}

/** By whatever test or hook: one that does so now and then ends it for good. */
function isPutBack(write: SharedWrite, models: Models): boolean {
	const { framework, module } = models;
	const ends = (body: Site<FunctionFacts>): boolean =>
		[false, true].some(deep =>
			putBacksIn(body, models, deep).some(each => each.write !== write && each.write?.act !== 'set' && each.undoes(write)),
		);
	const inside = module.facts.functions.map(fact => ({ module, fact }));
	return (
		[...inside, ...models.scopes.map(({ body }) => body), ...framework.outerHooks.map(({ body }) => body)].some(ends) ||
		models.tests.some(test =>
			isOf(
				framework.restoresAround(test).map(({ what }) => what),
				write,
			),
		)
	);
}
