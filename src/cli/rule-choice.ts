import type { Linter } from 'eslint';
import deflake from '../index.ts';
import { meant } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** What one `--rule` says. */
export interface RuleChoice {
	readonly rule: string;
	/** Undefined: only this rule, as the preset has it. */
	readonly setting: Linter.RuleEntry | undefined;
}

const isSeverity = (value: unknown): value is Linter.Severity | Linter.StringSeverity =>
	value === 'off' || value === 'warn' || value === 'error' || value === 0 || value === 1 || value === 2;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

export function parseRuleChoice(text: string): RuleChoice {
	const colon = text.indexOf(':');
	const rule = (colon < 0 ? text : text.slice(0, colon)).trim().replace(/^deflake\//u, '');
	if (!Object.hasOwn(deflake.rules, rule))
		throw new UsageError(`there is no rule '${rule}'${meant(rule, Object.keys(deflake.rules))} (--help names all)`);
	return { rule, setting: colon < 0 ? undefined : settingIn(text.slice(colon + 1).trim()) };
}

function settingIn(text: string): Linter.RuleEntry {
	if (isSeverity(text)) return text;
	const value = parseJson(text);
	if (isSeverity(value)) return value;
	if (isList(value)) {
		const [severity, ...options] = value;
		if (isSeverity(severity)) return [severity, ...options];
	}
	throw new UsageError(`--rule wants off, warn, error or ["error", {options}] after the colon, not '${text}'`);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * The rules to run: those of `preset`, or only the ones named alone, and with them those with a setting of their own. A severity alone
 * leaves a rule the options of the preset, as in ESLint. A rule that is named but not in the preset runs as an error.
 */
export function chosenRules(
	preset: Readonly<Record<string, Linter.RuleEntry>>,
	choices: readonly RuleChoice[],
): Record<string, Linter.RuleEntry> {
	const named = choices.filter(({ setting }) => setting === undefined);
	const base = named.length === 0 ? preset : Object.fromEntries(named.map(({ rule }) => [rule, preset[rule] ?? 'error']));
	const set = choices.flatMap(({ rule, setting }) =>
		setting === undefined ? [] : [[rule, withOptions(setting, preset[rule])] as const],
	);
	return { ...base, ...Object.fromEntries(set) };
}

function withOptions(setting: Linter.RuleEntry, entry: Linter.RuleEntry | undefined): Linter.RuleEntry {
	if (!isSeverity(setting) || !isList(entry)) return setting;
	const options: readonly unknown[] = entry.slice(1);
	return [setting, ...options];
}
