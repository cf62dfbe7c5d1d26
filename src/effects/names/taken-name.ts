import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Influence } from '../model.ts';

/** What a shared name is, as far as the code says it. */
export interface TakenName {
	/** `2023`, `<tmp>/cache`, `/srv/x`; what a generator makes is `*`. */
	readonly name: string;
	/** Where the name is written. */
	readonly written: Site<Value>;
	/** What makes it, where that can make the same one twice. */
	readonly generator: Influence | undefined;
	/** Which kind of server it is on, where the code tells: two of different kinds have names of their own. */
	readonly server?: string | undefined;
	/** It is a path from the working directory of the process, which is taken to be the project. */
	readonly relative?: boolean;
	/** It is the first of several that are counted up from it. */
	readonly counted?: boolean;
	/** It is counted on from one that the system picked for something else. */
	readonly beside?: true;
	/** The environment variables that say another one, where somebody has set them: `process.env.PORT ?? 3000`. */
	readonly unless?: readonly string[];
}
