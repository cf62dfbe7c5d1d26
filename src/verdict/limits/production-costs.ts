import type { Expense } from '../../effects/expenses.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { CostMeasure } from '../../knowledge/row.ts';
import type { Module } from '../../project/model.ts';
import { isOwnPackage } from '../../project/own-package.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Models, Scope } from '../models.ts';
import { expectsFailureAt, isReplaced, isRun } from '../what-runs.ts';

/** Something slow on purpose that a test or hook runs at a cost meant for production. */
export interface ProductionCost {
	readonly scope: Scope;
	readonly expense: Expense;
}

/**
 * The first of each kind in a test or hook that costs more than `most` of what it is counted in; where the cost stands in another file, the first in
 * this one. A library that hashes is about the cost in all of its tests.
 */
export function* productionCosts(models: Models, most: Readonly<Record<CostMeasure, number>>): Iterable<ProductionCost> {
	const elsewhere = new Set<object>();
	for (const scope of models.scopes.filter(isRun)) {
		const told = new Set<string>();
		for (const expense of models.effects.expensesIn(scope.body)) {
			const { measure } = expense.row;
			const kind = measure.replace(/-.*/, '');
			if (expense.cost <= most[measure] || told.has(kind) || (measure === 'rsa' && isOnce(scope))) continue;
			if (
				isReplaced(models, scope, expense) ||
				expectsFailureAt(models, scope, expense.site) ||
				isAboutCost(models, scope, expense) ||
				isOwnPackage(models.project, expense.api.from) ||
				isLowered(models)
			)
				continue;
			told.add(kind);
			const { module, fact } = expense.written ?? expense.call;
			if (module !== models.module && elsewhere.has(fact)) continue;
			elsewhere.add(fact);
			yield { scope, expense };
		}
	}
}

/** One pair of keys for a whole file is what a suite can afford. */
function isOnce(scope: Scope): boolean {
	return 'phase' in scope && scope.phase.endsWith('-all');
}

const costWords = /\b(?:cost|rounds|iterations|work factor|memory|modulus|key (?:size|length)|bits?|rehash\w*|strength|test vectors?)\b/i;
/** What hashes begin with that tell their cost, and what known answers look like. */
const hashes = /^\^?\$(?:2[abxy]?\b|argon2|scrypt|pbkdf2)|^(?:[\da-f]{32,}|[\w+/-]{40,}={0,2})$/i;
const tellingNames = /rounds$|rehash|modulusLength|keySize|bitLength/i;

/** Whether the test says what the cost is, or what comes out of it: with another one it would test something else. */
function isAboutCost(models: Models, scope: Scope, { cost }: Expense): boolean {
	if ('title' in scope && scope.title !== undefined && costWords.test(scope.title)) return true;
	return models
		.assertionsIn(scope)
		.some(({ site, expected }) =>
			[site, ...(expected === undefined ? [] : [expected])].some(({ fact }) => valuesInside(fact).some(value => tells(value, cost))),
		);
}

function tells(value: Value, cost: number): boolean {
	switch (value.kind) {
		case 'literal':
			return value.value === cost || (typeof value.value === 'string' && (value.value === String(cost) || hashes.test(value.value)));
		case 'regexp':
			return hashes.test(value.pattern.replaceAll('\\', ''));
		case 'template':
			return hashes.test(value.quasis[0] ?? '');
		case 'member':
			return typeof value.property === 'string' && tellingNames.test(value.property);
		default:
			return false;
	}
}

const costNames = /rounds|cost|iterations|memory_?size|modulus|^N$/i;

/** Whether the file, or what runs before it, writes a cost somewhere: which of them it is, nobody can tell. */
function isLowered({ module, framework }: Models): boolean {
	return [module, ...framework.outsideModules].some(writesCost);
}

function writesCost({ facts }: Module): boolean {
	return facts.functions.some(({ writes }) =>
		writes.some(({ target }) => target.kind === 'member' && typeof target.property === 'string' && costNames.test(target.property)),
	);
}
