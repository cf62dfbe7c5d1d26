import type { Influence } from '../effects/model.ts';
import type { Frame, Site } from '../project/model.ts';
import type { Origin } from '../provenance/model.ts';
import type { FunctionFacts } from '../syntax/facts.ts';

/** What a test puts in the place of the code that it would otherwise run. */
export interface StandIns {
	isStubbed(target: Origin | Site<FunctionFacts>): boolean;
	/** Whether a container may hand out something else than what annotations name. */
	readonly tellsContainer: () => boolean;
}

/** Whether the code that an influence comes through is what runs. */
export function isReached(influence: Influence, { isStubbed, tellsContainer }: StandIns): boolean {
	const frames = [...framesOf(influence.source.frame)];
	if (influence.origin !== undefined && isStubbed(influence.origin)) return false;
	if (isCutOff(influence, isStubbed)) return false;
	return !(isNamedByType(influence) || frames.some(isOfNamedInstance)) || !tellsContainer();
}

/** Whether a stub stands in for a function that an influence comes through. */
export function isCutOff({ source }: Influence, isStubbed: StandIns['isStubbed']): boolean {
	return [...framesOf(source.frame)].some(frame => isStubbed({ module: frame.module, fact: frame.function }));
}

function* framesOf(frame: Frame | undefined): Iterable<Frame> {
	for (let current = frame; current !== undefined; current = current.call?.frame) yield current;
}

/** Only an annotation says that it is an instance of the package's class. */
function isNamedByType({ origin }: Influence): boolean {
	return origin?.steps.some(step => step.kind === 'construct' && step.site === undefined) === true;
}

/** A method of an instance that no construction in reach made. */
function isOfNamedInstance({ function: { class: owner }, lexical }: Frame): boolean {
	return owner !== undefined && lexical === undefined;
}
