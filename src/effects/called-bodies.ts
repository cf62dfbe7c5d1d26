import type { Site } from '../project/model.ts';
import { constructorOf } from '../provenance/class-members.ts';
import type { Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';

/** What a call runs, and what `this` is in it. */
export interface CalledBody {
	readonly target: Site<FunctionFacts>;
	readonly receiver: Site<Value> | undefined;
}

/** How many classes stand above one another. */
const maxHeight = 4;

/** The functions of the project that a call runs: those that its callee is, the constructor of a class, its own or the one that it inherits, and the one that `super(…)` means. */
export function calledBodies(provenance: Provenance, call: Site<Call>, callees: readonly Root[]): readonly CalledBody[] {
	const { callee, form } = call.fact;
	if (callee.kind === 'super')
		return callee.class === undefined ? [] : constructors(provenance, call, above(provenance, at(callee.class, call)), maxHeight);
	return callees.flatMap(root => {
		if (root.kind === 'class' && form === 'new') return constructors(provenance, call, [root], maxHeight);
		const target = calledBy(root);
		return target === undefined ? [] : [{ target, receiver: root.kind === 'function' ? root.receiver : undefined }];
	});
}

/** The body that runs when the root is called: a function's, or a class's own constructor. */
export function calledBy(root: Root): Site<FunctionFacts> | undefined {
	if (root.kind === 'function') return root.path.length === 0 ? root.site : undefined;
	if (root.kind !== 'class' || root.path.length > 0) return undefined;
	const { module, fact, frame } = root.site;
	const body = constructorOf(module, module.facts.classes[fact]);
	return body === undefined ? undefined : { module, fact: body, frame };
}

/** In a constructor `this` is what the call makes. */
function constructors(provenance: Provenance, call: Site<Call>, roots: readonly Root[], height: number): readonly CalledBody[] {
	return roots.flatMap(root => {
		if (root.kind !== 'class' || root.path.length > 0 || height === 0) return [];
		const target = calledBy(root);
		return target === undefined
			? constructors(provenance, call, above(provenance, root.site), height - 1)
			: [{ target, receiver: call }];
	});
}

function above(provenance: Provenance, { module, fact }: Site<number>): readonly Root[] {
	const superClass = module.facts.classes[fact]?.superClass;
	return superClass === undefined ? [] : provenance.roots({ module, fact: superClass, frame: undefined });
}
