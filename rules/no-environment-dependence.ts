import { describe } from '../src/effects/witness.ts';
import { inUtc } from '../src/fixes/time-zone.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { environmentDependence, shownInSnapshots } from '../src/verdict/environment/dependence.ts';
import { platformDependence } from '../src/verdict/environment/platform.ts';

/** What a machine's settings decide is right where the test was written, and wrong on a build server, or on a colleague's laptop. */
export default defineRule({
	description: 'disallow assertions that hang on the time zone, the locale or the engine of the machine',
	recommended: 'always',
	messages: {
		zone: 'What is expected here is only so in some time zones ({{path}}). Say which zone is meant, or set `TZ` for all tests.',
		locale: 'What is expected here is only so where the machine has that locale ({{path}}). Say which locale is meant.',
		both: 'What is expected here is only so in some time zones, and where the machine has that locale ({{path}}). Say which zone and which locale are meant.',
		engine: 'The engine words this message ({{text}}), each version in its own way. Ask for the kind of error, or for the part that is yours.',
		separator:
			'What is expected here is only so where paths are written with `/` ({{path}}), which Windows does not do. Make the expected path in the same way, or compare both with forward slashes.',
		ending: 'What is expected here is only so where lines end with `\\n` ({{path}}), which they do not on Windows. Expect `EOL` there too, or split the text into lines.',
		machine: 'What is expected here depends on the machine ({{path}}). Assert what the code does with it, or hand it in.',
	},
	suggestions: {
		utc: 'Show it in UTC.',
	},
	options: {
		platform: option.flag(
			false,
			'Also report what is compared with a path that has `/` in it, with lines that end with `\\n`, or with the processors, names and memory of a machine.',
			{ all: true },
		),
	},

	*check(file, { zone, locale, both, engine, separator, ending, machine, utc }, { platform }) {
		for (const scope of file.scopes) {
			for (const claim of file.assertionsIn(scope)) {
				if (claim.retried) continue;
				const made = platform ? platformDependence(file, scope, claim) : undefined;
				if (made !== undefined)
					yield { separator, 'line-ending': ending, machine }[made.of](claim.told, { path: describe(made.witness) });
				const found = environmentDependence(file, scope, claim);
				if (found === undefined) continue;
				if (found.of === 'engine') yield engine(claim.told, { text: JSON.stringify(found.text) });
				else if (found.both) yield both(claim.told, { path: describe(found.witness) });
				else if (found.of === 'locale') yield locale(claim.told, { path: describe(found.witness) });
				else yield zone(claim.told, { path: describe(found.witness) }, utc(inUtc(file, found.call)));
			}
			for (const { of, call, witness } of shownInSnapshots(file, scope)) {
				if (of === 'zone') yield zone(call.fact, { path: describe(witness) }, utc(inUtc(file, call)));
				else yield locale(call.fact, { path: describe(witness) });
			}
		}
	},
});
