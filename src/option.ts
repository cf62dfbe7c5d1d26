/** One option of a rule: its type, schema, default and line in the documentation come from here. */
export interface Option<Value> {
	readonly standard: Value;
	/** The value in the preset `strict`, where it differs. */
	readonly strict?: Value;
	/** The value in the preset `all`, where it differs. */
	readonly all?: Value;
	readonly description: string;
	readonly schema: Readonly<Record<string, unknown>>;
	/** Whether a value given by the user is of the option's type. */
	accepts(value: unknown): value is Value;
}

export type Options = Readonly<Record<string, Option<unknown>>>;
export type Values<O extends Options> = { readonly [Name in keyof O]: O[Name] extends Option<infer Value> ? Value : never };

/** Flags that are off unless some presets switch them on, each with its description. */
function flags<Name extends string>(on: Presets, descriptions: Readonly<Record<Name, string>>): Readonly<Record<Name, Option<boolean>>>;
function flags(on: Presets, descriptions: Readonly<Record<string, string>>): Options {
	return Object.fromEntries(Object.entries(descriptions).map(([name, description]) => [name, option.flag(false, description, on)]));
}

interface Presets {
	readonly strict?: boolean;
	readonly all?: boolean;
}

export const option = {
	number(standard: number, description: string, { strict = standard } = {}): Option<number> {
		return {
			standard,
			strict,
			all: strict,
			description,
			schema: { type: 'number', minimum: 0 },
			accepts: value => typeof value === 'number',
		};
	},
	/** Something that the user may switch on, and that a preset may. */
	flag(standard: boolean, description: string, { strict = standard, all = strict }: Presets = {}): Option<boolean> {
		return { standard, strict, all, description, schema: { type: 'boolean' }, accepts: value => typeof value === 'boolean' };
	},
	/** Flags that the presets `strict` and `all` switch on. */
	strictFlags: <Name extends string>(descriptions: Readonly<Record<Name, string>>) => flags({ strict: true }, descriptions),
	/** Flags that the preset `all` switches on. */
	allFlags: <Name extends string>(descriptions: Readonly<Record<Name, string>>) => flags({ all: true }, descriptions),
	names(standard: readonly string[], description: string): Option<readonly string[]> {
		return {
			standard,
			description,
			schema: { type: 'array', items: { type: 'string' }, uniqueItems: true },
			accepts: value => Array.isArray(value),
		};
	},
};

/** The JSON schema of a rule's only argument; none where it has no options. */
export function optionsSchema(options: Options | undefined): object[] {
	if (options === undefined || Object.keys(options).length === 0) return [];
	const properties = Object.fromEntries(
		Object.entries(options).map(([name, { schema, description, standard }]) => [name, { ...schema, description, default: standard }]),
	);
	return [{ type: 'object', properties, additionalProperties: false }];
}

/** The options that the preset sets; undefined where the standard values do. */
export function valuesIn(preset: 'strict' | 'all', options: Options | undefined): Readonly<Record<string, unknown>> | undefined {
	const others = Object.entries(options ?? {}).flatMap(([name, option]) =>
		option[preset] === undefined || option[preset] === option.standard ? [] : [[name, option[preset]] as const],
	);
	return others.length === 0 ? undefined : Object.fromEntries(others);
}

/** What the user gave, and the standard value for what they did not. */
export function valuesOf<O extends Options>(options: O | undefined, given: unknown): Values<O>;
export function valuesOf(options: Options | undefined, given: unknown): Readonly<Record<string, unknown>> {
	const chosen = new Map<string, unknown>(typeof given === 'object' && given !== null ? Object.entries(given) : []);
	return Object.fromEntries(
		Object.entries(options ?? {}).map(([name, { standard, accepts }]) => {
			const value = chosen.get(name);
			return [name, accepts(value) ? value : standard];
		}),
	);
}
