import path from 'node:path';

import { localHosts } from '../../knowledge/interception.ts';
import { stringAt } from '../../project/json.ts';
import type { Models } from '../models.ts';

/** Whether a host is this machine, in its own network, or nobody's. */
export function isLocalHost(host: string): boolean {
	return localHosts.some(pattern => pattern.test(host));
}

const aboutIntegration = /(?:^|[/._-])integration(?:[/._-])/i;

/** Whether the file is of a suite of integration, and the host bears the name of the project: it is what the suite is about. */
export function isOwnHost({ module, project }: Models, host: string): boolean {
	if (!aboutIntegration.test(module.path)) return false;
	const name = stringAt(project.json(path.join(project.root, 'package.json')), 'name') ?? '';
	return name.split('/').some(part => {
		const word = part.replace(/^@|[-.](?:js|node|sdk|client|ts)$/g, '').toLowerCase();
		return word.length >= 4 && `.${host.replaceAll('-', '.')}.`.includes(`.${word.replaceAll('-', '.')}.`);
	});
}
