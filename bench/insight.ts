/** What a profiled child process tells of itself. */
export interface Insight {
	/** Milliseconds by rule. The rule that asks a model first pays for what the model then remembers. */
	readonly rules: readonly (readonly [rule: string, milliseconds: number])[];
	/** For each helper of the suite, how often it was parsed. */
	readonly parses: readonly number[];
}

export function isInsight(value: unknown): value is Insight {
	return typeof value === 'object' && value !== null && 'rules' in value && 'parses' in value;
}
