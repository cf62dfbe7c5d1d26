import deflake from '../src/index.ts';
import { parseCounts } from './counted-parser.ts';
import type { Insight } from './insight.ts';
import { lintSuite } from './lint-suite.ts';
import { isPreset } from './setups.ts';
import { suiteFromArguments } from './suite.ts';

const suite = suiteFromArguments();
const preset = process.argv[2];
if (!isPreset(preset)) throw new TypeError(`no preset is called ${preset ?? 'nothing'}`);
const { plugins, rules } = deflake.configs[preset];
const results = await lintSuite(suite, { plugins, rules }, true);

const milliseconds = new Map<string, number>();
for (const { stats } of results)
	for (const pass of stats?.times.passes ?? [])
		for (const [rule, { total }] of Object.entries(pass.rules ?? {})) milliseconds.set(rule, (milliseconds.get(rule) ?? 0) + total);

const insight: Insight = {
	rules: [...milliseconds],
	parses: suite.helpers.map(helper => parseCounts.get(helper) ?? 0),
};
process.send?.(insight);
process.disconnect();
