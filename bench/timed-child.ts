import { lintSuite } from './lint-suite.ts';
import { isPreset, isSetupName, setups } from './setups.ts';
import { suiteFromArguments } from './suite.ts';
import type { Timing } from './timing.ts';

const [, , name, preset, cache = ''] = process.argv;
if (!isSetupName(name)) throw new TypeError(`no setup is called ${name ?? 'nothing'}`);
if (!isPreset(preset)) throw new TypeError(`no preset is called ${preset ?? 'nothing'}`);
const setup = await setups[name](preset, cache);

const before = process.cpuUsage();
const results = await lintSuite(suiteFromArguments(), setup, false);
const linting = process.cpuUsage(before);
const whole = process.cpuUsage();

const timing: Timing = {
	files: results.length,
	findings: results.reduce((sum, { messages }) => sum + messages.length, 0),
	wall: performance.now() / 1_000,
	cpu: (whole.user + whole.system) / 1e6,
	lintCpu: (linting.user + linting.system) / 1e6,
	// Kilobytes, whatever the platform.
	peak: process.resourceUsage().maxRSS / 1_024,
};
process.send?.(timing);
process.disconnect();
