import type { Assertion } from '../../assertions/model.ts';
import type { ClockReading } from '../../effects/clocks/clock-forms.ts';
import type { Influence } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import type { Path } from '../../provenance/model.ts';
import type { Span, Value } from '../../syntax/facts.ts';

/** What has to be known of an assertion's two sides. */
export interface Sides {
	readonly claim: Assertion & { readonly place: Span };
	/** Readings of clocks that nothing controls. */
	readonly actual: readonly Influence[];
	readonly expected: readonly Influence[];
	readonly readingOf: (site: Site<Value>, path?: Path) => ClockReading;
	/** A number that stands in the code. */
	readonly numberOf: (site: Site<Value> | undefined) => number | undefined;
	/** The greatest difference that passes. */
	readonly tolerance: number | undefined;
	/** Whether the value is written down, all of it, and has something in it that a time could be compared with. */
	readonly isFixed: (site: Site<Value>) => boolean;
	/** Whether the value is a reading, or a text that nothing but readings tells from others: `id-${Date.now()}`. */
	readonly isStamped: (site: Site<Value>) => boolean;
	/** Whether all that is left of the clock in a value is the year. */
	readonly isOfYear: (site: Site<Value>) => boolean;
	/** Whether two values differ whatever the clock says; false where nothing but the time is in them to tell them apart, undefined where nobody can tell. */
	readonly areToldApart: (one: Site<Value>, other: Site<Value>) => boolean | undefined;
	/** Whether the value is a time that will pass while the tests are in use. */
	readonly isTimeBomb: (site: Site<Value>) => boolean;
	/** Whether the value is an object of the project's own, which is itself whatever time it holds. */
	readonly isObject: (site: Site<Value>) => boolean;
	/** Whether a reading goes nowhere but into assertions, so that what it is compared with was read, or made, by itself. */
	readonly isOnlyCompared: (read: Influence) => boolean;
	/** Whether a reading goes nowhere but into assertions, on whichever side. */
	readonly isOnlyClaimed: (read: Influence) => boolean;
	/** Whether another assertion of the test holds the same subject against a reading, from the other side. */
	readonly isHeldBetween: () => boolean;
	/** Whether a value is the time at which a record was stored, and the test does not wait after the reading. */
	readonly isLaterStamp: (site: Site<Value>, read: Influence) => boolean;
	/** How many milliseconds the test waits on purpose in a stretch of its text; undefined where it waits for no fixed time there. */
	readonly waitedIn: (stretch: Span) => number | undefined;
	/** Whether the test tells others to wait for longer than so many milliseconds, and for nothing that is as long. */
	readonly leavesRoom: (ms: number) => boolean;
	/** Whether a reading stands in the test's own text. */
	readonly isOfTest: (read: Influence) => boolean;
	/** Whether nothing that the test does is known to take as long as a millisecond. */
	readonly isQuick: () => boolean;
	/** Whether the test runs in one go, with nothing to wait for between two readings. */
	readonly isAtOnce: () => boolean;
	/** Milliseconds from which a bound is no measure of speed. */
	readonly generous: number;
}
