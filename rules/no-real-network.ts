import type { Request } from '../src/effects/requests.ts';
import { describe } from '../src/effects/witness.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { isOwnHost } from '../src/verdict/network/local-hosts.ts';
import { realRequests } from '../src/verdict/network/real-network.ts';

/** A host that the test does not run can be slow, down, or of another opinion: the test then fails, and nothing in the project has changed. */
export default defineRule({
	description: 'disallow requests of tests to hosts that nothing stands in for',
	recommended: 'always',
	messages: {
		request:
			'This asks `{{host}}`{{where}} over the real network ({{path}}), which may be slow, down or changed. Answer in its place: with MSW, nock, or a stub of the client.',
		page: 'This opens a page of `{{host}}`{{where}} over the real network ({{path}}), which may be slow, down or changed. Serve a page of your own, or answer in its place.',
	},
	options: {
		allow: option.names([], 'Hosts that may be asked, such as one that a test environment runs.'),
		ownHosts: option.flag(false, 'Also report hosts named like the project in suites of integration.', { strict: true }),
		defaults: option.flag(
			false,
			"Also report hosts that an environment variable may replace, where the project sets none: `process.env.API ?? 'https://…'`.",
			{ strict: true },
		),
	},

	*check(file, { request, page }, { allow, ownHosts, defaults }) {
		for (const { scope, request: sent } of realRequests(file)) {
			if (allow.includes(sent.host) || (!ownHosts && isOwnHost(file, sent.host)) || (!defaults && sent.default !== undefined))
				continue;
			yield (sent.row.browser === true ? page : request)(file.placeIn(scope, sent.site), {
				host: sent.host,
				where: unlessSet(sent),
				path: describe(sent.witness),
			});
		}
	},
});

function unlessSet({ default: written }: Request): string {
	return written === undefined ? '' : `, unless ${written.unless.map(name => `\`${name}\``).join(' or ')} says another,`;
}
