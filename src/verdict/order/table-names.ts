import type { Module, Site } from '../../project/model.ts';
import type { Call, Value } from '../../syntax/facts.ts';

/**
 * What the code calls the table that a call is about, by the class that it is handed or the model that it is called on: `User` of `User.create(…)`,
 * `manager.save(User, …)` and `source.getRepository(User).find()`, `users` of `db('users').insert(…)` and `prisma.users.create(…)`, `Task` of `user.createTask(…)`.
 */
export function tableName({ module, fact }: Site<Call>): string | undefined {
	return associated(fact) ?? entityIn(module, fact) ?? (fact.callee.kind === 'member' ? nameOf(module, fact.callee.object) : undefined);
}

/** What a method says that an association adds. */
export function associated({ callee }: Call): string | undefined {
	return callee.kind === 'member' && typeof callee.property === 'string' ? /^create([A-Z]\w*)$/.exec(callee.property)?.[1] : undefined;
}

function nameOf(module: Module, value: Value): string | undefined {
	switch (value.kind) {
		case 'reference':
			return module.facts.bindings[value.binding]?.word;
		case 'member':
			return typeof value.property === 'string' ? value.property : undefined;
		case 'await':
			return nameOf(module, value.value);
		case 'call': {
			const [first] = value.args;
			const named =
				entityIn(module, value) ?? (first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined);
			return named ?? (value.callee.kind === 'member' ? nameOf(module, value.callee.object) : undefined);
		}
		default:
			return undefined;
	}
}

/** A class that a call is handed first. */
function entityIn(module: Module, { args: [first] }: Call): string | undefined {
	const name = first?.kind === 'reference' ? module.facts.bindings[first.binding]?.word : undefined;
	return name !== undefined && /^[A-Z]/.test(name) ? name : undefined;
}
