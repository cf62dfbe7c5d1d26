import type { Influence } from '../../effects/model.ts';
import { rowsOfCall } from '../../effects/knowing.ts';
import { valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { at } from '../../provenance/walker.ts';
import type { FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { isOnlyCompared } from './compared-readings.ts';
import type { Models } from '../models.ts';

/** A time shortly after the file was loaded, that tests use whenever they get to run. */
export interface EarlyDeadline {
	readonly place: Span;
	readonly ms: number;
	readonly read: Influence;
}

/** Times that are further off than this outlast a suite. */
const soon = 10_000;

/** What is called so is a mere value: another day in a list of dates. */
const dates =
	/^(?:.*(?:first|second|third|last|other|another|new|updated|modified|changed|created|later|start|end))?_?(?:date|time|day|timestamp|at|on)s?\d*$/i;

/** Times a little later than the loading of the file, kept in a variable that is never set anew and that tests or hooks mention. */
export function* earlyDeadlines(models: Models): Iterable<EarlyDeadline> {
	const { framework, module, effects } = models;
	for (const { body } of [framework.root, ...framework.suites]) {
		if (body.module !== module || !body.fact.calls.some(call => isReading(models, call) || isHelped(models, call))) continue;
		for (const value of valuesIn(body.fact, module.facts)) {
			if ((!isSum(value) && !isHelped(models, value)) || !isUsedLater(models, value, body.fact)) continue;
			const { form, offset } = effects.clockReading(at(value, { module }));
			const [read] = effects.behind({ module, fact: value }, [{ kind: 'parts' }]).filter(({ kind }) => kind === 'clock');
			if (read === undefined || form !== 'moved' || offset === undefined || offset <= 0 || offset >= soon) continue;
			// What assertions expect is compared with another reading, and told of there.
			if (!isOnlyCompared(models, read)) yield { place: value, ms: offset, read };
		}
	}
}

function isSum(value: Value): boolean {
	return value.kind === 'operation' && value.operator === '+';
}

/** What a function of the project makes, given a number: `inSeconds(2)`. */
function isHelped({ module, provenance }: Models, value: Value): boolean {
	if (value.kind !== 'call' || value.form !== 'call' || value.usage === 'discarded' || !value.args.some(({ kind }) => kind === 'literal'))
		return false;
	return provenance.roots({ module, fact: value.callee }).some(root => root.kind === 'function' && root.path.length === 0);
}

function isReading(models: Models, call: FunctionFacts['calls'][number]): boolean {
	return call.args.length === 0 && rowsOfCall(models, { module: models.module, fact: call }).some(({ row }) => row.effect === 'clock');
}

/** A clock that stands still at the use stood still before, or is set to what the test says. A test that has tests inside is no later than what it reads itself. */
function isUsedLater({ module, scopes, framework }: Models, value: Value, body: FunctionFacts): boolean {
	const { bindings, functions } = module.facts;
	const index = bindings.findIndex(({ definitions, function: owner }) => {
		const [given, ...others] = definitions.filter(({ kind }) => kind === 'value');
		return (
			functions[owner] === body &&
			others.length === 0 &&
			given?.kind === 'value' &&
			given.value.start <= value.start &&
			value.end <= given.value.end
		);
	});
	const using =
		index === -1
			? []
			: scopes.filter(
					scope =>
						scope.body.module === module &&
						scope.body.fact !== body &&
						mentions(scope.body.fact, index, module.facts.functions),
				);
	const given = bindings[index]?.definitions.find(each => each.kind === 'value');
	if (given?.kind === 'value' && nameOf(given.value, value, bindings[index]?.word ?? '').match(dates) !== null) return false;
	return using.length > 0 && using.every(scope => !framework.clockAt(scope, scope.body.fact.end).date);

	function mentions(scope: FunctionFacts, binding: number, all: readonly FunctionFacts[]): boolean {
		const inside = all.filter(({ start, end }) => scope.start <= start && end <= scope.end);
		return inside.some(each =>
			[...valuesIn(each, module.facts)].some(one =>
				[...valuesInside(one)].some(part => part.kind === 'reference' && part.binding === binding),
			),
		);
	}
}

/** What the innermost entry that holds a value is called; the variable, where none does. */
function nameOf(holder: Value, { start, end }: Value, name: string): string {
	const entries = valuesInside(holder).flatMap(each => (each.kind === 'object' ? each.entries : []));
	const keys = entries.flatMap(entry =>
		entry.kind === 'property' && typeof entry.key === 'string' && entry.value.start <= start && end <= entry.value.end
			? [entry.key]
			: [],
	);
	return keys.at(-1) ?? name;
}
