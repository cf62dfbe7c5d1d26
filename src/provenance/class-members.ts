import type { Module } from '../project/model.ts';
import type { ClassFacts, ClassMember, FunctionFacts } from '../syntax/facts.ts';
import { functionAt } from './walker.ts';

type Change = ClassFacts['changes'][number];

/** What a class has under each name: worked out once, for a class of thousands of lines is asked as often. */
interface Named {
	readonly ofInstance: ReadonlyMap<string, readonly ClassMember[]>;
	readonly changes: ReadonlyMap<string, readonly Change[]>;
	readonly constructor: ClassMember | undefined;
}

const known = new WeakMap<ClassFacts, Named>();

/** What an instance of the class gives for a name, by the class's own text; what is only declared is there as well. */
export function instanceMembers(facts: ClassFacts | undefined, name: string): readonly ClassMember[] {
	return facts === undefined ? [] : (namedIn(facts).ofInstance.get(name) ?? []);
}

/** What members bring into the field of a name; without one, into any field. */
export function changesOf(facts: ClassFacts, name: string | undefined): readonly Change[] {
	return name === undefined ? facts.changes : (namedIn(facts).changes.get(name) ?? []);
}

/** The body of the constructor that the class itself has. */
export function constructorOf(module: Module, facts: ClassFacts | undefined): FunctionFacts | undefined {
	const value = facts === undefined ? undefined : namedIn(facts).constructor?.value;
	return value?.kind === 'function' ? functionAt(module, value.function) : undefined;
}

function namedIn(facts: ClassFacts): Named {
	const named = known.get(facts) ?? readNames(facts);
	known.set(facts, named);
	return named;
}

function readNames({ members, changes }: ClassFacts): Named {
	return {
		ofInstance: grouped(
			members.filter(member => !member.static && member.kind !== 'setter' && member.kind !== 'constructor'),
			({ name }) => name,
		),
		changes: grouped(changes, ({ into }) => into[0]),
		constructor: members.find(({ kind }) => kind === 'constructor'),
	};
}

function grouped<Each>(all: readonly Each[], nameOf: (each: Each) => string | undefined): ReadonlyMap<string, readonly Each[]> {
	const groups = new Map<string, Each[]>();
	for (const each of all) {
		const name = nameOf(each);
		if (name === undefined) continue;
		const group = groups.get(name);
		if (group === undefined) groups.set(name, [each]);
		else group.push(each);
	}
	return groups;
}
