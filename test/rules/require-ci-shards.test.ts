import { describe } from 'vitest';

import rule from '../../rules/require-ci-shards.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('require-ci-shards', rule);

const workflow = '.github/workflows/e2e.yml';
const run = (command: string, more = ''): string => `
jobs:
  e2e:
    runs-on: ubuntu-latest
${more}    steps:
      - run: ${command}`;

describe('GitHub Actions', () => {
	flags('Playwright on one machine', {
		[workflow]: `
jobs:
  e2e:
    runs-on: ubuntu-latest
    steps:
      - run: npm ci
      - run: npx playwright test
             ~~~~~~~~~~~~~~~~~~~ \`strategy.matrix\` with a list of shards in this job, and \`--shard\` with \`matrix.shard\` on this command.`,
	});
	flags('a matrix that does not share the tests', {
		[workflow]: `
jobs:
  e2e:
    strategy:
      matrix:
        os: [ubuntu-latest, windows-latest]
    steps:
      - run: |
          npm ci
          npx playwright test --reporter=html
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`,
	});
	flags('a script of package.json', {
		[workflow]: `
jobs:
  e2e:
    steps:
      - run: npm run e2e
             ~~~~~~~~~~~
  other:
    defaults: { run: { working-directory: ./site } }
    steps:
      - run: yarn e2e
             ~~~~~~~~`,
		'package.json': '{ "scripts": { "e2e": "npm run build && npm run e2e:run", "e2e:run": "start-server-and-test start 3000 \\"wdio run wdio.conf.js\\"" } }',
		'site/package.json': '{ "scripts": { "e2e": "cypress run" } }',
	});
	flags('Cypress, by its command and by its action', {
		[workflow]: `
jobs:
  a:
    steps:
      - run: npx cypress run --record
             ~~~~~~~~~~~~~~~~~~~~~~~~ \`strategy.matrix\` in this job, and \`parallel\` for Cypress.
  b:
    steps:
      - uses: cypress-io/github-action@v6
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~
        with:
          start: npm start`,
	});
	flags('TestCafe and Nightwatch, which have no option for a share', {
		[workflow]: `
jobs:
  a:
    steps:
      - run: npx testcafe chrome:headless e2e
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`strategy.matrix\` with a list of folders or files in this job, and one of them on this command.
  b:
    steps:
      - run: yarn nightwatch
             ~~~~~~~~~~~~~~~`,
	});
	flags('Cypress behind a script', {
		[workflow]: `
jobs:
  a:
    steps:
      - run: yarn e2e
             ~~~~~~~~ \`strategy.matrix\` in this job, and \`parallel\` for Cypress.`,
		'package.json': '{ "scripts": { "e2e": "cypress run" } }',
	});
	flags('a local action that runs them, where it is used', {
		[workflow]: `
jobs:
  a:
    steps:
      - uses: ./.github/actions/e2e
              ~~~~~~~~~~~~~~~~~~~~~`,
		'.github/actions/e2e/action.yml': 'runs:\n  using: composite\n  steps:\n    - run: npx playwright test\n      shell: bash\n',
	});

	allows('a folder for each machine', { [workflow]: run('npx testcafe chrome:headless ${{ matrix.folder }}', '    strategy:\n      matrix:\n        folder: [e2e/shop, e2e/account]\n') });
	allows('a shard for each machine', { [workflow]: run('npx playwright test --shard=${{ matrix.shard }}/4', '    strategy:\n      matrix:\n        shard: [1, 2, 3, 4]\n') });
	allows('shards that the configuration reads', { [workflow]: run('npm run e2e', '    strategy:\n      matrix:\n        shardIndex: [1, 2]\n'), 'package.json': '{ "scripts": { "e2e": "playwright test" } }' });
	allows('a matrix that is made elsewhere', { [workflow]: run('npx playwright test', '    strategy:\n      matrix: ${{ fromJSON(needs.plan.outputs.matrix) }}\n') });
	allows('shards on one script\'s command line', { [workflow]: run('npm run e2e -- --shard=1/2'), 'package.json': '{ "scripts": { "e2e": "playwright test" } }' });
	allows('Cypress in parallel', { [workflow]: '\njobs:\n  a:\n    steps:\n      - uses: cypress-io/github-action@v6\n        with: { parallel: true, record: true }\n      - run: cypress run --record --parallel\n' });
	allows('an action that only installs', { [workflow]: '\njobs:\n  a:\n    steps:\n      - uses: cypress-io/github-action@v6\n        with: { runTests: false }\n' });
	allows('a part of the tests', { [workflow]: run('|\n          npx playwright test --grep @smoke\n          npx playwright test e2e/login.spec.ts\n          npx cypress run --spec cypress/e2e/a.cy.js') });
	allows('what runs no browser tests', { [workflow]: run('|\n          npx playwright install --with-deps\n          npx cypress verify\n          npm test\n          npx vitest run\n          # npx playwright test'), 'package.json': '{ "scripts": { "test": "vitest run" } }' });
	allows('scripts that are not there', { [workflow]: run('npm run e2e') });
});

describe('GitLab', () => {
	flags('Playwright on one machine', {
		'.gitlab-ci.yml': `
e2e:
  script:
    - npm ci
    - npx playwright test
      ~~~~~~~~~~~~~~~~~~~ \`parallel:\` in this job, and \`--shard=$CI_NODE_INDEX/$CI_NODE_TOTAL\` on this command.`,
	});
	allows('several machines', { '.gitlab-ci.yml': 'e2e:\n  parallel: 4\n  script:\n    - npx playwright test --shard=$CI_NODE_INDEX/$CI_NODE_TOTAL\n' });
	allows('several machines by what it extends', { '.gitlab-ci.yml': '.wide: { parallel: 4 }\ne2e:\n  extends: .wide\n  script: [npm run e2e]\n', 'package.json': '{ "scripts": { "e2e": "playwright test" } }' });
});
