import type { Lowering } from './lowering.ts';

/**
 * An interface with the name of a class adds to what its instances have (TypeScript handbook, "Declaration merging"): the class is what the name stands for, and
 * the interface tells what the class itself does not say.
 */
export function mergeInterfaces({ bindings, classes, interfaces }: Lowering): void {
	for (const draft of bindings.drafts) {
		if (draft.isType || draft.definitions.length < 2) continue;
		const named = draft.definitions.flatMap(each =>
			each.kind === 'value' && each.path.length === 0 && each.value.kind === 'class' ? [each.value.class] : [],
		);
		const own = named.find(index => !interfaces.has(index));
		const target = own === undefined ? undefined : classes[own];
		if (target === undefined) continue;
		for (const index of named.filter(each => interfaces.has(each))) {
			const known = new Set(target.members.map(({ name }) => name));
			target.members.push(...(classes[index]?.members.filter(({ name }) => !known.has(name)) ?? []));
			target.superClass ??= classes[index]?.superClass;
		}
		const kept = draft.definitions.filter(
			each => !(each.kind === 'value' && each.path.length === 0 && each.value.kind === 'class' && interfaces.has(each.value.class)),
		);
		draft.definitions.splice(0, draft.definitions.length, ...kept);
	}
}
