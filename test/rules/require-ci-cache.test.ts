import { describe } from 'vitest';

import rule from '../../rules/require-ci-cache.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('require-ci-cache', rule);

const workflow = '.github/workflows/ci.yml';
const steps = (text: string): string => `
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
${text}`;

describe('GitHub Actions', () => {
	flags('an install without a cache, with the step that could have it', {
		[workflow]: `
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
             ~~~~~~ \`npm ci\` downloads every package anew in each run of \`test\`, and fails whenever the registry does. Keep them: put \`cache: npm\` under \`with:\` of the setup-node step in line 8.
      - run: npm test`,
	});

	flags('an install among other commands, without such a step', {
		[workflow]: steps(`      - name: Install
        run: |
          corepack enable # for pnpm
          pnpm install --frozen-lockfile
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ put an \`actions/setup-node\` step with \`cache: pnpm\` in front of it.
          pnpm test`),
	});

	flags('each job by itself, and each way to install', {
		[workflow]: `
jobs:
  a:
    steps:
      - run: cd app && yarn --frozen-lockfile && yarn test
                       ~~~~~~~~~~~~~~~~~~~~~~
  b:
    steps:
      - run: npm install
             ~~~~~~~~~~~
  c:
    steps:
      - run: bun install
             ~~~~~~~~~~~ an \`actions/cache\` step for \`~/.bun/install/cache\`
  d:
    steps:
      - { uses: actions/setup-node@v4, with: { cache: yarn } }
      - run: yarn install`,
	});

	flags('an install in another folder', {
		[workflow]: `
jobs:
  a:
    steps:
      - run: npm --prefix assets install
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~
  b:
    steps:
      - run: pnpm -C site install
             ~~~~~~~~~~~~~~~~~~~~
  c:
    steps:
      - run: yarn --cwd site
             ~~~~~~~~~~~~~~~`,
	});

	flags('a cache of something else', {
		[workflow]: steps(`      - uses: actions/cache@v4
        with:
          path: ~/.cache/ms-playwright
          key: browsers
      - run: npm ci
             ~~~~~~`),
	});

	flags('a local action that installs and keeps nothing, where it is used', {
		[workflow]: steps(`      - uses: ./.github/actions/install
              ~~~~~~~~~~~~~~~~~~~~~~~~~
      - run: npm test`),
		'.github/actions/install/action.yml': `runs:\n  using: composite\n  steps:\n    - uses: actions/setup-node@v4\n    - run: npm ci\n      shell: bash\n`,
	});

	allows('setup-node with a cache', { [workflow]: steps(`      - uses: actions/setup-node@v4\n        with:\n          cache: npm\n      - run: npm ci`) });
	allows('a cache of packages', { [workflow]: steps(`      - uses: actions/cache@v4\n        with:\n          path: |\n            ~/.cache/ms-playwright\n            ~/.npm\n          key: a\n      - run: npm ci`) });
	allows('a cache that is only restored', { [workflow]: steps(`      - uses: actions/cache/restore@v4\n        with: { path: node_modules, key: a }\n      - run: npm ci`) });
	allows('pnpm\'s own action with a cache', { [workflow]: steps(`      - uses: pnpm/action-setup@v4\n        with: { cache: true }\n      - run: pnpm install`) });
	allows('an action that caches by itself', { [workflow]: steps(`      - uses: cypress-io/github-action@v6\n      - uses: bahmutov/npm-install@v1\n      - run: npm install`) });
	allows('setup-node that finds npm in package.json by itself', {
		[workflow]: steps(`      - uses: actions/setup-node@v5\n      - run: npm ci`),
		'package.json': '{ "packageManager": "npm@11.0.0" }',
	});
	allows('the same by `devEngines`, and where the version is not known', {
		[workflow]: steps(`      - uses: actions/setup-node@v6\n      - run: npm ci\n  other:\n    steps:\n      - uses: actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e\n      - run: npm ci`),
		'package.json': '{ "devEngines": { "packageManager": { "name": "npm" } } }',
	});
	allows('jobs that publish, which may leave out the cache for safety', {
		[workflow]: `
jobs:
  a:
    permissions: { id-token: write }
    steps:
      - run: npm ci
  b:
    steps:
      - uses: actions/setup-node@v4
        with: { registry-url: 'https://registry.npmjs.org' }
      - run: npm ci`,
	});
	allows('a local action that keeps packages', {
		[workflow]: steps(`      - uses: ./.github/actions/setup\n      - run: npm ci`),
		'.github/actions/setup/action.yaml': `runs:\n  using: composite\n  steps:\n    - uses: actions/setup-node@v4\n      with:\n        cache: npm\n`,
	});
	allows('a local action inside another', {
		[workflow]: steps(`      - uses: ./.github/actions/a\n      - run: npm ci`),
		'.github/actions/a/action.yml': `runs:\n  using: composite\n  steps:\n    - uses: ./.github/actions/b\n`,
		'.github/actions/b/action.yml': `runs:\n  using: composite\n  steps:\n    - uses: actions/setup-node@v4\n      with: { cache: npm }\n`,
	});
	allows('what cannot be seen: actions of others, local ones that are not there, machines that keep their disk', {
		[workflow]: `
jobs:
  a:
    steps:
      - uses: acme/setup-node-project@v1
      - run: npm ci
  b:
    steps:
      - uses: ./.github/actions/gone
      - run: npm ci
  c:
    runs-on: [self-hosted, linux]
    steps:
      - run: npm ci`,
	});
	allows('commands that install nothing of the project', { [workflow]: steps(`      - run: |\n          npm install -g npm\n          npm install --no-save left-pad\n          npm run ci\n          pip install -r requirements.txt\n          # npm ci\n          echo "npm-ci"\n          yarn test`) });
	allows('anchors', {
		[workflow]: `
jobs:
  a:
    steps: &steps
      - uses: actions/setup-node@v4
        with: { cache: npm }
      - run: npm ci
  b:
    steps: *steps`,
	});
	allows('files that are no workflows, and empty ones', { 'config/ci.yml': 'jobs:\n  a:\n    steps:\n      - run: npm ci\n' });
	allows('an empty workflow', { [workflow]: '' });
	allows('a workflow of another shape', { [workflow]: 'jobs:\n  - a\n  - steps: 1\n' });
});

describe('GitLab', () => {
	flags('an install without a cache', {
		'.gitlab-ci.yml': `
stages: [test]
test:
  image: node:22
  before_script:
    - npm ci --prefer-offline
      ~~~~~~~~~~~~~~~~~~~~~~~ \`cache:\` with the folder that npm keeps packages in, in this job or under \`default:\`.
  script:
    - npm test`,
	});

	flags('what a job has from others', {
		'.gitlab-ci.yml': `
.node: &node
  image: node:22
  before_script:
    - yarn install --immutable
      ~~~~~~~~~~~~~~~~~~~~~~~~
unit:
  <<: *node
  script: [yarn test]
lint:
  extends: .node
  script: [yarn lint]`,
	});

	flags('what a job has from another file, at the job', {
		'.gitlab-ci.yml': `
include:
  - local: /ci/node.yml
unit:
~~~~
  extends: .node
  script: [npm test]`,
		'ci/node.yml': `.node:\n  before_script: [npm ci]\n`,
	});

	const cached = (text: string): string => `${text}\ntest:\n  script:\n    - npm ci\n    - npm test\n`;
	allows('a cache of the job', { '.gitlab-ci.yml': 'test:\n  cache:\n    paths: [.npm/]\n  script: [npm ci, npm test]\n' });
	allows('a cache for all jobs', { '.gitlab-ci.yml': cached('default:\n  cache:\n    paths: [.npm/]') });
	allows('the same in the old way', { '.gitlab-ci.yml': cached('cache: { paths: [node_modules/] }') });
	allows('a cache that a job extends', { '.gitlab-ci.yml': '.node:\n  cache: { paths: [.npm/] }\n.more:\n  extends: .node\ntest:\n  extends: [.more]\n  script: [npm ci]\n' });
	allows('a cache by an anchor', { '.gitlab-ci.yml': '.cache: &cache\n  cache: { paths: [.npm/] }\ntest:\n  <<: *cache\n  script: [npm ci]\n' });
	allows('a cache in an included file', { '.gitlab-ci.yml': cached('include: ci/all.yml'), 'ci/all.yml': 'default:\n  cache: { paths: [.npm/] }\n' });
	allows('what is in other repositories', { '.gitlab-ci.yml': cached('include:\n  - project: acme/ci\n    file: node.yml') });
	allows('what extends what cannot be seen', { '.gitlab-ci.yml': 'test:\n  extends: .elsewhere\n  script: [npm ci]\n' });
	allows('templates that no job uses', { '.gitlab-ci.yml': '.node:\n  script: [npm ci]\n' });
	allows('a reference to what is elsewhere', { '.gitlab-ci.yml': 'test:\n  script:\n    - !reference [.node, script]\n    - npm test\n' });
});
