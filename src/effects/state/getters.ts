import type { Site } from '../../project/model.ts';
import { instanceMembers } from '../../provenance/class-members.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, MemberValue, Value } from '../../syntax/facts.ts';

/** The getters of the project that reading a property runs: of objects that are written down, and of instances of classes. */
export function gettersOf(
	provenance: Provenance,
	{ fact: { object, property }, ...place }: Site<MemberValue>,
): readonly Site<FunctionFacts>[] {
	if (typeof property !== 'string') return [];
	return provenance.roots(at(object, place)).flatMap(root => {
		if (root.kind === 'made') return root.path.length > 0 ? [] : ofObject(root.site, property);
		if (root.kind !== 'instance' || root.path.length > 0) return [];
		const members = instanceMembers(root.site.module.facts.classes[root.site.fact], property);
		return members.flatMap(({ kind, value }) => (kind === 'getter' ? functionOf(at(value, root.site)) : []));
	});
}

function ofObject(site: Site<Value>, name: string): readonly Site<FunctionFacts>[] {
	const entries = site.fact.kind === 'object' ? site.fact.entries : [];
	const entry = entries.findLast(each => each.kind === 'property' && each.key === name);
	return entry?.kind === 'property' && entry.accessor === 'get' ? functionOf(at(entry.value, site)) : [];
}

function functionOf({ fact, ...place }: Site<Value>): readonly Site<FunctionFacts>[] {
	const found = fact.kind === 'function' ? functionAt(place.module, fact.function) : undefined;
	return found === undefined ? [] : [at(found, place)];
}

const calls = new WeakMap<MemberValue, Call>();

/** The call that a getter gets where its property is read. */
export function callForRead(read: MemberValue): Call {
	const { start, end } = read;
	const known: Call = calls.get(read) ?? {
		kind: 'call',
		form: 'call',
		callee: read,
		args: [],
		usage: 'operand',
		outer: undefined,
		function: 0,
		region: undefined,
		start,
		end,
	};
	calls.set(read, known);
	return known;
}
