import { numbers } from '../../knowledge/duration-words.ts';
import type { Site } from '../../project/model.ts';
import { dotted } from '../../provenance/match.ts';
import { environmentVariable } from '../../provenance/environment-variable.ts';
import type { Root } from '../../provenance/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { LiteralValue, Value } from '../../syntax/facts.ts';
import { writtenNumbers } from '../random/counted-number.ts';
import type { Flow } from '../flow.ts';
import { generatorOf } from '../random/generator.ts';
import type { Influence } from '../model.ts';
import type { Field } from '../record.ts';
import type { TakenName } from './taken-name.ts';
import type { Knowing } from '../knowing.ts';

/** Ports below are the system's own: a test that asks for one wants to be refused. */
const first = 1024;
const last = 65_535;

/** The port that a value says, or that it leaves to chance; undefined for one that the system picks, and where nobody can tell. */
export function portName(knowing: Knowing, flow: Flow, field: Field): TakenName | undefined {
	const port = portOf(staticValue(knowing.provenance.roots, field.site, field.path));
	if (port !== undefined)
		return port < first || port > last ? undefined : { name: String(port), written: writtenAt(knowing, field), generator: undefined };
	const beside = besideGiven(knowing, flow, field);
	if (beside !== undefined) return { name: '*', written: beside, generator: undefined, beside: true };
	const generator = generatorOf(knowing, flow, field);
	if (generator !== undefined)
		return isFree(generator) || isNoNumber(knowing, field) ? undefined : { name: '*', written: field.site, generator };
	return countedPort(knowing, field) ?? defaultPort(knowing, field);
}

/** How many conversions deep the number of a text is looked for. */
const maxConversions = 3;

/**
 * `process.env.PORT ?? 3000`, `Number('3000')`: what is written down where no variable of the environment says another. What a server tells is the port
 * that it was given, kept once it listens.
 */
function defaultPort(knowing: Knowing, { site, path }: Field): TakenName | undefined {
	const unless = new Set<string>();
	const written = new Map<number, Site<Value>>();
	for (const root of rootsSaid(knowing, knowing.provenance.roots(site, path))) {
		const variable = environmentVariable(root);
		const port = root.kind === 'made' && root.path.length === 0 ? portOf(staticValue(knowing.provenance.roots, root.site)) : undefined;
		if (variable !== undefined) unless.add(variable);
		else if (isToldByServer(root)) continue;
		else if (port !== undefined && root.kind === 'made') written.set(port, root.site);
		else return undefined;
	}
	const [[port, place] = [], ...others] = written;
	return port === undefined || place === undefined || others.length > 0 || port < first || port > last
		? undefined
		: { name: String(port), written: place, generator: undefined, unless: [...unless] };
}

/** Numbers are what the text says that they are made from: `Number(process.env.PORT) || 3000`, `+(process.env.PORT || 3000)`. */
function rootsSaid(knowing: Knowing, roots: readonly Root[], depth = 0): readonly Root[] {
	return roots.flatMap(root => {
		const said = depth < maxConversions ? textOf(root) : undefined;
		return said === undefined ? [root] : rootsSaid(knowing, knowing.provenance.roots(said), depth + 1);
	});
}

/** The text that a number is made from. */
function textOf(root: Root): Site<Value> | undefined {
	if (root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'operation' && root.site.fact.operator === '+') {
		const [operand, ...others] = root.site.fact.operands;
		return operand === undefined || others.length > 0 ? undefined : at(operand, root.site);
	}
	const [name, call, ...further] = root.kind === 'origin' && root.origin.from === 'global' ? root.origin.steps : [];
	const said =
		name?.kind === 'property' && numbers.has(name.name) && call?.kind === 'call' && further.length === 0
			? call.site.fact.args[0]
			: undefined;
	return said === undefined || call?.kind !== 'call' ? undefined : at(said, call.site);
}

/** `let port = 9000; … listen(port++)`: whoever counts from the same number comes to the same ports. */
function countedPort(knowing: Knowing, field: Field): TakenName | undefined {
	const written = writtenNumbers(knowing, field);
	const [start] = written?.numbers.filter(({ value }) => value >= first && value <= last) ?? [];
	if (written === undefined || start === undefined || (!written.isCounted && written.numbers.some(({ value }) => value < first)))
		return undefined;
	return { name: String(start.value), written: start.site, generator: undefined, counted: written.isCounted };
}

/** `listen(server.address().port + 1)`: the system has found one port that is free, and says nothing of its neighbours. */
function besideGiven(knowing: Knowing, flow: Flow, { site, path }: Field): Site<Value> | undefined {
	const { provenance } = knowing;
	const [root, ...others] = provenance.roots(site, path);
	if (
		root?.kind !== 'made' ||
		others.length > 0 ||
		root.path.length > 0 ||
		root.site.fact.kind !== 'operation' ||
		root.site.fact.operator !== '+'
	)
		return undefined;
	const numbers = root.site.fact.operands.filter(({ kind }) => kind === 'literal');
	const [given, ...rest] = root.site.fact.operands.filter(({ kind }) => kind !== 'literal');
	const isCounted = numbers.length === 1 && numbers.every(each => each.kind === 'literal' && typeof each.value === 'number');
	return isCounted && given !== undefined && rest.length === 0 && isGiven(knowing, flow, at(given, root.site)) ? root.site : undefined;
}

/** Whether the system picked a port: a server tells it, or a package looked for it. */
function isGiven({ provenance }: Knowing, flow: Flow, site: Site<Value>): boolean {
	const roots = provenance.roots(site);
	return (roots.length > 0 && roots.every(isToldByServer)) || flow.behind(site, []).some(isFree);
}

/** `server.address().port` */
function isToldByServer(root: Root): boolean {
	return root.kind === 'origin' && /(?:^|\.)address\.port$/.test(dotted(root.origin));
}

/** Packages that look for a free port draw it too. */
function isFree({ row }: Influence): boolean {
	return row?.effect === 'random' && row.free === true;
}

/** A text with something filled in is the path of a socket, and options are not the port that one of them may say. */
function isNoNumber({ provenance }: Knowing, { site, path }: Field): boolean {
	return provenance
		.roots(site, path)
		.some(root => root.kind === 'made' && (root.site.fact.kind === 'template' || root.site.fact.kind === 'object'));
}

/** `3000`, `'3000'`, `'127.0.0.1:3000'`, `'http://127.0.0.1:3000'`. */
function portOf(value: LiteralValue['value']): number | undefined {
	if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
	const [, digits] = typeof value === 'string' ? (/^(?:(?:[a-z]+:\/\/)?[\w.[\]:-]*:)?(\d+)\/?$/i.exec(value) ?? []) : [];
	return digits === undefined ? undefined : Number(digits);
}

function writtenAt({ provenance }: Knowing, { site, path }: Field): Site<Value> {
	const [root] = provenance.roots(site, path);
	return root?.kind === 'made' ? root.site : site;
}
