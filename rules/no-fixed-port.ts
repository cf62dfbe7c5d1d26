import { describe } from '../src/effects/witness.ts';
import { usePortZero } from '../src/fixes/port.ts';
import { defineRule } from '../src/rule.ts';
import { besidePorts } from '../src/verdict/sharing/beside-ports.ts';
import { drawnPorts } from '../src/verdict/sharing/drawn-ports.ts';
import { forgottenPorts } from '../src/verdict/sharing/forgotten-ports.ts';
import { refusedPorts } from '../src/verdict/sharing/refused-ports.ts';
import { takenPorts } from '../src/verdict/sharing/taken-ports.ts';
import { toldPorts } from '../src/verdict/sharing/told-ports.ts';

/** A port belongs to one process of the machine: who else wants the same one, a neighbouring test or any other program, is refused. */
export default defineRule({
	description: 'disallow servers of tests from listening on a port that something else may hold',
	recommended: 'always',
	messages: {
		fixed: 'A server of this test listens on port {{port}} ({{path}}), which another test or program may hold. Listen on port 0, and ask the server which port it got.',
		shared: 'A server of this test listens on port {{port}} ({{path}}), and so does {{rival}}, which may run at the same time. Listen on port 0, and ask the server which port it got.',
		counted:
			'A server of this test listens on a port that is counted from {{port}} ({{path}}), and so may others that count, in another process. Listen on port 0, and ask the server which port it got.',
		beside: 'A server of this test listens on a port that is counted on from one that the system picked for another ({{path}}), and nobody knows whether that one is free. Listen on port 0, and ask the server which port it got.',
		refused:
			'This test counts on nobody listening on port {{port}}, where another test or program may. Let a server listen on port 0, close it, and connect to the port that it had.',
		forgotten:
			'This sets the other ports to 0 and leaves `{{name}}` at {{port}}, which another test or program may hold. Set it to 0 as well.',
		told: 'A program that this test runs is to listen on port {{port}}, which another test or program may hold. Ask the system for a free port, and hand it over.',
		random: 'A server of this test listens on a port that chance picks ({{path}}), and that another test or program may hold. Listen on port 0, and ask the server which port it got.',
	},
	suggestions: {
		zero: 'Listen on port 0: the system picks one that is free.',
	},

	*check(file, { fixed, forgotten, shared, counted, beside, refused, random, told, zero }) {
		for (const { place, port } of refusedPorts(file)) yield refused(place, { port: String(port) });
		for (const { place, port } of toldPorts(file)) yield told(place, { port: String(port) });
		for (const { place, of } of besidePorts(file)) yield beside(place, { path: of });
		for (const { place, generator } of drawnPorts(file)) yield random(place, { path: describe(generator.witness) });
		for (const { at, name, port } of forgottenPorts(file)) yield forgotten(at, { name, port: String(port) });
		for (const { taking, place, rival } of takenPorts(file)) {
			const path = describe((taking.generator ?? taking).witness);
			if (taking.generator !== undefined) yield random(place, { path });
			else if (taking.beside === true) yield beside(place, { path });
			else if (taking.counted === true) yield counted(place, { port: taking.name, path });
			else if (rival === undefined)
				yield fixed(place, { port: taking.name, path }, zero(usePortZero(file, taking.call, taking.written)));
			else
				yield shared(
					place,
					{ port: taking.name, path, rival: `${rival.path}:${rival.line}` },
					zero(usePortZero(file, taking.call, taking.written)),
				);
		}
	},
});
