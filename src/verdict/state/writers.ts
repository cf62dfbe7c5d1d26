import type { TestCase } from '../../framework/model.ts';
import type { Binding } from '../../syntax/facts.ts';
import { TestOrder } from './test-order.ts';

/** Which tests of a file leave another value in which variables; each test is asked once, however many others read what it wrote. */
export class Writers {
	readonly #order: TestOrder;
	/** The last test first. */
	readonly #byBinding = new Map<Binding, TestCase[]>();

	constructor(tests: readonly TestCase[], writtenBy: (test: TestCase) => Iterable<Binding>) {
		this.#order = new TestOrder(tests);
		for (const test of tests.toReversed()) for (const binding of new Set(writtenBy(test))) this.#add(binding, test);
	}

	#add(binding: Binding, test: TestCase): void {
		const known = this.#byBinding.get(binding);
		if (known === undefined) this.#byBinding.set(binding, [test]);
		else known.push(test);
	}

	/** Whether a test that writes anything stands before `reader`, be it that they run in memories of their own. */
	isAfterAny(reader: TestCase): boolean {
		return [...this.#byBinding.values()].some(writers => writers.some(writer => this.#order.isBefore(writer, reader, 'anywhere')));
	}

	/** The tests that write `binding` before `reader`, in the same memory or in any, the nearest first. */
	*before(reader: TestCase, binding: Binding, where: 'together' | 'anywhere'): Iterable<TestCase> {
		for (const writer of this.#byBinding.get(binding) ?? []) if (this.#order.isBefore(writer, reader, where)) yield writer;
	}
}
