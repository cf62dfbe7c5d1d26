import type { Frame, Site } from '../project/model.ts';
import type { Span } from '../syntax/facts.ts';
import { lineAt } from '../syntax/lower.ts';

export interface WitnessStep {
	/** Relative to the working directory, with forward slashes. */
	readonly file: string;
	/** 1-based. */
	readonly line: number;
	/** The function that is entered. */
	readonly text: string;
}

/** The calls from the reported line to the API, outermost first; none where the line itself uses the API. */
export interface Witness {
	readonly steps: readonly WitnessStep[];
	readonly api: string;
}

/** The way from the outermost frame to `place`, each step with the line in the function that leads on. */
export function witnessOf(api: string, place: Site<Span>): Witness {
	const steps: WitnessStep[] = [];
	let here: Site<Span> = place;
	for (let frame: Frame | undefined = place.frame; frame?.call !== undefined; frame = frame.call.frame) {
		const inside = here.module === frame.module ? here : { module: frame.module, fact: frame.function };
		steps.unshift({ file: frame.module.path, line: lineAt(frame.module.facts, inside.fact.start), text: nameOf(frame) });
		here = frame.call;
	}
	return { steps, api };
}

/** A way to `source` that begins in a test: the calls that have defined the test are no part of what it does. */
export function behindTest({ steps, api }: Witness, source: Site<unknown>, { frame }: Site<unknown>): Witness {
	const around = callsOf(frame);
	const isAround = around.length > 0 && callsOf(source.frame).some(({ fact }) => fact === around[0]?.fact);
	return { steps: isAround ? steps.slice(around.length) : steps, api };
}

/** The calls by which a frame is entered, innermost first. */
function callsOf(frame: Frame | undefined): readonly NonNullable<Frame['call']>[] {
	return frame?.call === undefined ? [] : [frame.call, ...callsOf(frame.call.frame)];
}

function nameOf({ function: entered, call }: Frame): string {
	if (entered.form === 'constructor') return `new ${calleeName(call) ?? entered.name ?? 'class'}`;
	return entered.name ?? calleeName(call) ?? 'a function';
}

/** What a function is called where it is called: `request` of `client.request()`. */
export function calleeName(call: Frame['call']): string | undefined {
	const callee = call?.fact.callee;
	if (callee?.kind === 'member' && typeof callee.property === 'string') return callee.property;
	return callee?.kind === 'reference' ? call?.module.facts.bindings[callee.binding]?.name : undefined;
}

/** For messages: `isMorning (src/time.ts:2) → new Date`. */
export function describe({ steps, api }: Witness): string {
	return [...steps.map(({ text, file, line }) => `${text} (${file}:${line})`), api].join(' → ');
}
