import { actualPackages } from '../knowledge/frameworks/module-mocks.ts';
import type { Site } from '../project/model.ts';
import type { Value } from '../syntax/facts.ts';
import type { Path, Root } from './model.ts';
import { type Walker, settled } from './walker.ts';

/** `vi.importActual('./x')`, `jest.requireActual('./x')`: an export of the module that is named; undefined for everything else. */
export function walkActual(walker: Walker, from: string, [object, method, call, ...rest]: Path, place: Site<Value>): Root[] | undefined {
	if (
		!actualPackages.has(from) ||
		object?.kind !== 'property' ||
		method?.kind !== 'property' ||
		call?.kind !== 'call' ||
		call.site.fact.args.length === 0
	)
		return undefined;
	const isGiver =
		from === '@jest/globals' || object.name === 'jest'
			? method.name === 'requireActual'
			: ['vi', 'vitest'].includes(object.name) && method.name === 'importActual';
	const [specifier] = call.site.fact.args;
	if (!isGiver || specifier?.kind !== 'literal' || typeof specifier.value !== 'string') return undefined;
	const { module } = call.site;
	const resolution = walker.project.resolve(specifier.value, module.file);
	const target = resolution.kind === 'file' ? walker.project.load(resolution.file) : undefined;
	return target === undefined ? undefined : walker.exported(target, '*', settled(rest), place);
}
