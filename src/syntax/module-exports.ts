import type { Value } from './facts.ts';

/** `exports` or `module.exports` of CommonJS (https://nodejs.org/api/modules.html#exports-shortcut). */
export function isExports(value: Value): boolean {
	return isModuleExports(value) || isGlobal(value, 'exports');
}

export function isModuleExports(value: Value): boolean {
	return value.kind === 'member' && value.property === 'exports' && isGlobal(value.object, 'module');
}

/** The names by which CommonJS gives each module what it exports (https://nodejs.org/api/modules.html#the-module-scope). */
export const exportingNames: ReadonlySet<string> = new Set(['exports', 'module']);

function isGlobal(value: Value, name: string): boolean {
	return value.kind === 'global' && value.name === name;
}
