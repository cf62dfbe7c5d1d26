import { answered } from '../interception.ts';
import type { ApiRow, Condition, RequestRow } from '../row.ts';

/** A package that asks one host, which its user does not name. */
interface HostedClient {
	readonly from: string | readonly string[];
	readonly path: string;
	readonly host: string;
	readonly see: RequestRow['see'];
	readonly flaky: string;
	readonly steady?: string;
	/** Where options stand, and which of them name another host, or something else that answers. */
	readonly options: readonly { readonly call?: number; readonly argument: number; readonly names: readonly string[] }[];
}

const registry = 'registry.npmjs.org';
const registryAt = (argument: number, ...names: readonly string[]): HostedClient['options'] => [{ argument, names }];
const github = { host: 'api.github.com', options: [{ call: 0, argument: 0, names: ['baseUrl', 'request', 'fetch'] }] } as const;
const hosted = (...names: readonly string[]): HostedClient['options'] => [{ call: 0, argument: 0, names: ['baseURL', 'baseUrl', 'fetch', 'httpClient', ...names] }];

const clients: readonly HostedClient[] = [
	// Registries of packages
	{ from: 'package-json', path: '()', host: registry, options: registryAt(1, 'registryUrl'), see: 'https://github.com/sindresorhus/package-json#readme', flaky: `import packageJson from 'package-json';\nawait packageJson('express');`, steady: `import packageJson from 'package-json';\nawait packageJson('express', { registryUrl: 'http://localhost:4873' });` },
	{ from: ['latest-version', 'pkg-versions'], path: '()', host: registry, options: registryAt(1, 'registryUrl'), see: 'https://github.com/sindresorhus/latest-version#readme', flaky: `import latestVersion from 'latest-version';\nawait latestVersion('express');`, steady: `import latestVersion from 'latest-version';\nawait latestVersion('express', { registryUrl: 'http://localhost:4873' });` },
	{ from: 'pacote', path: 'packument()', host: registry, options: registryAt(1, 'registry', 'offline'), see: 'https://github.com/npm/pacote#api', flaky: `import pacote from 'pacote';\nawait pacote.packument('express');`, steady: `import pacote from 'pacote';\nawait pacote.packument('express', { registry: 'http://localhost:4873' });` },
	{ from: 'libnpmsearch', path: '()', host: registry, options: registryAt(1, 'registry'), see: 'https://www.npmjs.com/package/libnpmsearch', flaky: `import search from 'libnpmsearch';\nawait search('express');`, steady: `import search from 'libnpmsearch';\nawait search('express', { registry: 'http://localhost:4873' });` },
	{ from: 'npm-registry-fetch', path: 'json()', host: registry, options: registryAt(1, 'registry'), see: 'https://github.com/npm/npm-registry-fetch#-fetchjsonurl-opts---promise', flaky: `import fetch from 'npm-registry-fetch';\nawait fetch.json('/express');`, steady: `import fetch from 'npm-registry-fetch';\nawait fetch.json('/express', { registry: 'http://localhost:4873' });` },
	{ from: 'live-plugin-manager', path: 'new PluginManager.{installFromNpm,queryPackageFromNpm}()', host: registry, options: [{ call: 0, argument: 0, names: ['npmRegistryUrl'] }], see: 'https://github.com/davideicardi/live-plugin-manager#readme', flaky: `import { PluginManager } from 'live-plugin-manager';\nawait new PluginManager().installFromNpm('express');`, steady: `import { PluginManager } from 'live-plugin-manager';\nawait new PluginManager({ npmRegistryUrl: 'http://localhost:4873' }).installFromNpm('express');` },

	// Code hosting
	{ from: ['@octokit/rest', '@octokit/core', 'octokit'], path: 'new Octokit.{request,graphql,paginate}()', ...github, see: 'https://github.com/octokit/core.js#readme', flaky: `import { Octokit } from 'octokit';\nawait new Octokit().request('GET /users/octocat');`, steady: `import { Octokit } from 'octokit';\nawait new Octokit({ baseUrl: 'http://localhost:3000' }).request('GET /users/octocat');` },
	{ from: ['@octokit/rest', 'octokit'], path: 'new Octokit.rest.*.{get,getByUsername,getAuthenticated,getContent,getReadme,getCommit,getBranch,getRef,getTree,getBlob,getLatestRelease,getReleaseByTag,list,listForRepo,listForOrg,listForUser,listForAuthenticatedUser,listBranches,listComments,listCommits,listContributors,listFiles,listReleases,listReviews,listTags,create,createComment,createRelease,update,merge,repos,code,issuesAndPullRequests,users}()', ...github, see: 'https://octokit.github.io/rest.js/', flaky: `import { Octokit } from '@octokit/rest';\nawait new Octokit().rest.users.getByUsername({ username: 'octocat' });`, steady: `import { Octokit } from '@octokit/rest';\nawait new Octokit({ request: { fetch } }).rest.users.getByUsername({ username: 'octocat' });` },
	{ from: ['@octokit/request', '@octokit/graphql'], path: '{request,graphql}()', host: 'api.github.com', options: registryAt(1, 'baseUrl', 'request'), see: 'https://github.com/octokit/request.js#readme', flaky: `import { request } from '@octokit/request';\nawait request('GET /users/octocat');`, steady: `import { request } from '@octokit/request';\nawait request('GET /users/octocat', { baseUrl: 'http://localhost:3000' });` },
	{ from: ['degit', 'tiged'], path: '().clone()', host: 'github.com', options: [], see: 'https://github.com/Rich-Harris/degit#javascript-api', flaky: `import degit from 'degit';\nawait degit('sveltejs/template').clone('app');`, steady: `import degit from 'degit';\ndegit('sveltejs/template').on('info', print);` },
	{ from: 'giget', path: 'downloadTemplate()', host: 'codeload.github.com', options: registryAt(1, 'providers', 'registry', 'offline', 'preferOffline'), see: 'https://github.com/unjs/giget#programmatic', flaky: `import { downloadTemplate } from 'giget';\nawait downloadTemplate('github:unjs/template');`, steady: `import { downloadTemplate } from 'giget';\nawait downloadTemplate('local:template', { providers });` },

	// Models and payments
	{ from: 'openai', path: 'new .{responses,embeddings,models,images,moderations}.{create,list,retrieve,generate,stream}()', host: 'api.openai.com', options: hosted(), see: 'https://github.com/openai/openai-node#usage', flaky: `import OpenAI from 'openai';\nawait new OpenAI().models.list();`, steady: `import OpenAI from 'openai';\nawait new OpenAI({ baseURL: 'http://localhost:3000' }).models.list();` },
	{ from: 'openai', path: 'new OpenAI.{responses,embeddings,models,images,moderations}.{create,list,retrieve,generate,stream}()', host: 'api.openai.com', options: hosted(), see: 'https://github.com/openai/openai-node#usage', flaky: `import { OpenAI } from 'openai';\nawait new OpenAI().models.list();`, steady: `import { OpenAI } from 'openai';\nawait new OpenAI({ baseURL: 'http://localhost:3000' }).models.list();` },
	{ from: 'openai', path: 'new .chat.completions.{create,parse,stream}()', host: 'api.openai.com', options: hosted(), see: 'https://github.com/openai/openai-node#usage', flaky: `import OpenAI from 'openai';\nawait new OpenAI().chat.completions.create({ model: 'gpt-5', messages });`, steady: `import OpenAI from 'openai';\nawait new OpenAI({ fetch: answer }).chat.completions.create({ model: 'gpt-5', messages });` },
	{ from: 'openai', path: 'new OpenAI.chat.completions.{create,parse,stream}()', host: 'api.openai.com', options: hosted(), see: 'https://github.com/openai/openai-node#usage', flaky: `import { OpenAI } from 'openai';\nawait new OpenAI().chat.completions.create({ model: 'gpt-5', messages });`, steady: `import { OpenAI } from 'openai';\nawait new OpenAI({ fetch: answer }).chat.completions.create({ model: 'gpt-5', messages });` },
	{ from: '@anthropic-ai/sdk', path: 'new .messages.{create,stream,countTokens}()', host: 'api.anthropic.com', options: hosted(), see: 'https://github.com/anthropics/anthropic-sdk-typescript#usage', flaky: `import Anthropic from '@anthropic-ai/sdk';\nawait new Anthropic().messages.create({ model: 'claude', max_tokens: 9, messages });`, steady: `import Anthropic from '@anthropic-ai/sdk';\nawait new Anthropic({ baseURL: 'http://localhost:3000' }).messages.create({ model: 'claude', max_tokens: 9, messages });` },
	{ from: '@anthropic-ai/sdk', path: 'new Anthropic.messages.{create,stream,countTokens}()', host: 'api.anthropic.com', options: hosted(), see: 'https://github.com/anthropics/anthropic-sdk-typescript#usage', flaky: `import { Anthropic } from '@anthropic-ai/sdk';\nawait new Anthropic().messages.create({ model: 'claude', max_tokens: 9, messages });`, steady: `import { Anthropic } from '@anthropic-ai/sdk';\nawait new Anthropic({ baseURL: 'http://localhost:3000' }).messages.create({ model: 'claude', max_tokens: 9, messages });` },
	{ from: 'stripe', path: 'new .*.{create,retrieve,update,list,del,cancel,search}()', host: 'api.stripe.com', options: [{ call: 0, argument: 1, names: ['host', 'httpClient'] }], see: 'https://github.com/stripe/stripe-node#usage', flaky: `import Stripe from 'stripe';\nawait new Stripe('sk_test').customers.list();`, steady: `import Stripe from 'stripe';\nawait new Stripe('sk_test', { host: 'localhost' }).customers.list();` },
	{ from: 'stripe', path: 'new Stripe.*.{create,retrieve,update,list,del,cancel,search}()', host: 'api.stripe.com', options: [{ call: 0, argument: 1, names: ['host', 'httpClient'] }], see: 'https://github.com/stripe/stripe-node#usage', flaky: `import { Stripe } from 'stripe';\nawait new Stripe('sk_test').customers.list();`, steady: `import { Stripe } from 'stripe';\nawait new Stripe('sk_test', { host: 'localhost' }).customers.list();` },
];

/** Clients of services that everybody asks at one host. */
export const hostedClients: readonly ApiRow[] = clients.map(({ options, ...client }) => ({
	effect: 'request',
	to: [],
	...client,
	unless: options.flatMap(({ names, ...place }) => [...names, ...answered].map((has): Condition => ({ ...place, has }))),
}));
