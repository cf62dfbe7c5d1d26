import { optionsOrEnd } from '../options-or-end.ts';
import { draw } from './draw.ts';
import type { Judged } from './finding.ts';
import { gather } from './gather.ts';
import { figuresOf, readJudged } from './judged.ts';
import { type Drawing, readOptions, usage } from './options.ts';

/** Of the findings that are drawn, from one repository. */
const share = 0.1;

async function drawn(drawing: Drawing): Promise<string> {
	const findings = draw(await gather(drawing, process.stderr), drawing.seed, drawing.draw, share);
	return findings.map(finding => `${JSON.stringify({ ...finding, verdict: 'unjudged', reason: '' } satisfies Judged)}\n`).join('');
}

const options = optionsOrEnd(readOptions, usage);
process.stdout.write('figures' in options ? figuresOf(readJudged(options.figures)) : await drawn(options));
