import { browserPackages } from '../../knowledge/browser-packages.ts';
import { pageRoots } from '../../knowledge/page-words.ts';
import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';

const drivers: ReadonlySet<string> = new Set(browserPackages);

/** Whether a value is a page that Playwright or Puppeteer drives, or the context of several: what happens to it comes from the browser. */
export function isPage({ provenance }: Knowing, site: Site<Value>): boolean {
	return provenance.origins(site).some(({ from, steps }) => {
		const [root, ...others] = steps.filter(({ kind }) => kind !== 'await');
		return drivers.has(from) && root?.kind === 'property' && pageRoots.has(root.name) && others.length === 0;
	});
}
