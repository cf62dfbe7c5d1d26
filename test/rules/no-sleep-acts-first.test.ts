import { describe } from 'vitest';

import rule from '../../rules/no-sleep.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-sleep', rule);

describe('a timer that asserts what it has done itself', () => {
	const mark = '\t~~~~~~~~~~~~~~~~~~ What runs 20 ms later (setTimeout) decides this test\n';
	const inTimer = (lines: string, mark = ''): string => `
import { it } from 'mocha';
import { assert } from 'chai';
import { board } from './board.js';
it('moves', done => {
	const piece = board.add('rook');
	const moved = [];
	board.on('move', place => moved.push(place));
	setTimeout(() => {
${mark}		${lines.split('\n').join('\n\t\t')}
		done();
	}, 20);
});`;
	const acting = [
		`drag(piece, { x: 3, y: 4 });\nassert.equal(piece.x, 3);`,
		`piece.moveTo(3);\nassert.equal(moved.length, 1);\nassert.equal(piece.x, 3);`,
		`console.log('moving');\npiece.moveTo(3);\nassert.deepEqual(moved, [3]);`,
		`piece.moveTo(3);\nassert.equal(piece.x, 3);\npiece.moveTo(5);\nassert.equal(piece.x, 5);`,
	];
	for (const lines of acting) {
		allows(lines, inTimer(lines));
		flags(lines, inTimer(lines, mark), { options: { acts: true } });
	}

	const looking = [
		`try {\n\tpiece.moveTo(9);\n} catch (error) {\n\tassert.equal(error.message, 'off the board');\n}`,
		`assert.equal(piece.x, 3);`,
		`assert.equal(moved.length, 1);\npiece.moveTo(5);\nassert.equal(piece.x, 5);`,
		`console.log(moved);\nassert.equal(moved.length, 1);`,
		`board.redraw();\nassert.equal(moved.length, 1);`,
		`board.off('move', noted);\nassert.equal(moved.length, 1);`,
		`board.close(true);\nassert.equal(moved.length, 1);`,
		`clearInterval(ticking);\nassert.equal(moved.length, 1);`,
		`const place = board.find('rook');\nassert.equal(place.x, 3);`,
		`act(() => piece.refresh());\nassert.equal(piece.x, 3);`,
		`checkPlaces(board);\nassert.equal(piece.x, 3);`,
		`board.list((error, all) => {\n\tassert.equal(all.length, 1);\n});`,
		`board.send('hello', { to: 'all' });\nboard.once('reply', reply => {\n\tassert.equal(reply, 'hello');\n});`,
	];
	for (const lines of looking) flags(lines, inTimer(lines, mark));
});
