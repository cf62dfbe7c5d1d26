import type { FrameworkName } from '../framework/model.ts';
import type { Models, Scope } from './models.ts';

/** The framework of a test; of a hook the first that its file uses. */
export function frameworkOf({ framework }: Models, scope: Scope): FrameworkName | undefined {
	return 'framework' in scope ? scope.framework : framework.frameworks[0]?.name;
}
