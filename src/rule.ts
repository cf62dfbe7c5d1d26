import { channel } from 'node:diagnostics_channel';
import { debuglog } from 'node:util';

import type { Rule } from 'eslint';

import type { Edit } from './fixes/edit.ts';
import { laidOut, type Layout, layoutOf } from './fixes/layout.ts';
import { hostOf, keptResultsOf } from './kept.ts';
import { type Options, type Values, optionsSchema, valuesIn, valuesOf } from './option.ts';
import type { Report, Suggestion } from './report.ts';
import type { Span } from './syntax/facts.ts';
import { type ConfigFile, openConfigFile } from './config-file.ts';
import { settingsOf } from './settings.ts';
import { openTestFile } from './open-test-file.ts';
import type { TestFile } from './test-file.ts';
import type { Workflow } from './workflow/model.ts';
import { openWorkflow } from './workflow/workflow-file.ts';

/** The names between double braces in a message. */
type Placeholders<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholders<Rest> : never;
type Data<Text extends string> = [Placeholders<Text>] extends [never] ? [] : [data: Readonly<Record<Placeholders<Text>, string | number>>];
type Texts = Readonly<Record<string, string>>;

/** One function per message: what it wants is what its text has braces for. */
export type Reporters<M extends Texts> = {
	readonly [Id in keyof M]: (at: Span, ...rest: [...Data<M[Id]>, ...suggestions: (Suggestion | undefined)[]]) => Report;
};
/** One function per suggestion; where there is no edit there is no suggestion. */
export type Suggesters<S extends Texts> = { readonly [Id in keyof S]: (edit: Edit | undefined) => Suggestion | undefined };

export interface RuleDefinition<M extends Texts, S extends Texts, O extends Options> {
	/** Begins with a verb, ends without a full stop: "disallow …". */
	readonly description: string;
	/** `always`: in every preset; `strict`: in `strict` and `all`; `false`: in `all` alone. */
	readonly recommended: 'always' | 'strict' | false;
	readonly messages: M;
	readonly suggestions?: S;
	readonly options?: O;
	check?(file: TestFile, say: Reporters<M> & Suggesters<S>, options: Values<O>): Iterable<Report>;
	/** What the rule says of a runner's configuration file. */
	checkConfig?(file: ConfigFile, say: Reporters<M> & Suggesters<S>, options: Values<O>): Iterable<Report>;
	/** What the rule says of a workflow of CI; such a rule speaks of nothing else. */
	checkWorkflow?(workflow: Workflow, say: Reporters<M> & Suggesters<S>, options: Values<O>): Iterable<Report>;
}

/** A rule module that also says which options the presets set; undefined where they set none. */
export interface DeflakeRule extends Rule.RuleModule {
	readonly presetOptions: Readonly<Record<'recommended' | 'strict' | 'all', Readonly<Record<string, unknown>> | undefined>>;
}

/** The one door between a rule and ESLint: a generator of reports over models becomes a rule module. */
export function defineRule<const M extends Texts, const S extends Texts = {}, const O extends Options = {}>(
	definition: RuleDefinition<M, S, O>,
): DeflakeRule {
	const { description, recommended, messages, suggestions, options } = definition;
	const say = { ...reportersOf(messages), ...suggestersOf<S>(suggestions) };
	return {
		presetOptions: { recommended: undefined, strict: valuesIn('strict', options), all: valuesIn('all', options) },
		meta: {
			type: 'problem',
			docs: { description, recommended },
			messages: { ...messages, ...suggestions },
			hasSuggestions: suggestions !== undefined,
			schema: optionsSchema(options),
			...(options === undefined ? {} : { defaultOptions: [valuesOf(options, undefined)] }),
			languages: [definition.checkWorkflow === undefined ? 'js/js' : 'deflake/yaml'],
		},
		create(context) {
			settingsOf(context.settings);
			const kept = keptResultsOf(context);
			const check = `${description}\0${JSON.stringify(context.options)}`;
			return {
				Program() {
					const find = (): readonly Report[] | undefined => reportsOf(() => checked(definition, say, context), context.filename);
					for (const report of (kept === undefined ? find() : kept.of(check, find)) ?? [])
						context.report(descriptor(report, context));
				},
				'Program:exit': () => kept?.save(),
			};
		},
	};
}

/** The file is opened as what the rule speaks of. */
function* checked<M extends Texts, S extends Texts, O extends Options>(
	definition: RuleDefinition<M, S, O>,
	say: Reporters<M> & Suggesters<S>,
	context: Rule.RuleContext,
): Iterable<Report> {
	const chosen = valuesOf(definition.options, context.options[0]);
	const config = definition.checkConfig === undefined ? undefined : openConfigFile(context);
	if (config !== undefined && definition.checkConfig !== undefined) yield* definition.checkConfig(config, say, chosen);
	const workflow = definition.checkWorkflow === undefined ? undefined : openWorkflow(context, hostOf(context));
	if (workflow !== undefined && definition.checkWorkflow !== undefined) yield* definition.checkWorkflow(workflow, say, chosen);
	const file = definition.check === undefined ? undefined : openTestFile(context);
	if (file !== undefined && definition.check !== undefined) yield* definition.check(file, say, chosen);
}

const debug = debuglog('deflake');
const failures = channel('deflake:failure');

/**
 * What a check found, each thing once, however many tests a place stands for; undefined where it fails: a defect of ours must not end the whole run.
 * `NODE_DEBUG=deflake` tells of it, and so does the diagnostics channel `deflake:failure`, on which our own tests fail.
 */
function reportsOf(check: () => Iterable<Report>, file: string): readonly Report[] | undefined {
	try {
		return [...new Map([...check()].map(report => [keyOf(report), report])).values()];
	} catch (error) {
		debug('%s: %o', file, error);
		failures.publish({ file, error });
		return undefined;
	}
}

function keyOf({ messageId, at, data }: Report): string {
	return [messageId, at.start, at.end, ...Object.values(data)].join('\0');
}

function descriptor({ messageId, at, data, suggestions }: Report, { sourceCode }: Rule.RuleContext): Rule.ReportDescriptor {
	return {
		messageId,
		data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)])),
		loc: { start: sourceCode.getLocFromIndex(at.start), end: sourceCode.getLocFromIndex(at.end) },
		suggest: suggestions.map(suggestion => ({
			messageId: suggestion.messageId,
			fix: fixer =>
				suggestion.edit.replacements.map(({ start, end, text }) =>
					fixer.replaceTextRange([start, end], laidOut(text, layoutIn(sourceCode))),
				),
		})),
	};
}

const layouts = new WeakMap<object, Layout>();

function layoutIn(sourceCode: Rule.RuleContext['sourceCode']): Layout {
	const layout = layouts.get(sourceCode) ?? layoutOf(sourceCode.text);
	layouts.set(sourceCode, layout);
	return layout;
}

function reportersOf<M extends Texts>(messages: M): Reporters<M>;
function reportersOf(messages: Texts): Readonly<Record<string, (at: Span, ...rest: readonly unknown[]) => Report>> {
	return Object.fromEntries(
		Object.keys(messages).map(messageId => [
			messageId,
			(at, ...rest) => ({ messageId, at, data: rest.find(isData) ?? {}, suggestions: rest.filter(isSuggestion) }),
		]),
	);
}

function suggestersOf<S extends Texts>(suggestions: S | undefined): Suggesters<S>;
function suggestersOf(suggestions: Texts | undefined): Suggesters<Texts> {
	return Object.fromEntries(
		Object.keys(suggestions ?? {}).map(messageId => [messageId, edit => (edit === undefined ? undefined : { messageId, edit })]),
	);
}

function isSuggestion(value: unknown): value is Suggestion {
	return typeof value === 'object' && value !== null && 'edit' in value;
}

function isData(value: unknown): value is Report['data'] {
	return typeof value === 'object' && value !== null && !('edit' in value);
}
