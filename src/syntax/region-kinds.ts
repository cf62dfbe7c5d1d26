import type { Region } from './facts.ts';

/** Branches that a condition, or something thrown, decides. */
export const branches: ReadonlySet<Region['kind']> = new Set(['then', 'else', 'case', 'catch']);
