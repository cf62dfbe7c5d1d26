import type { Value } from '../syntax/facts.ts';
import type { Claim, Models, Scope } from './models.ts';

/** Whether the test asserts the same of another element of the list: then it does not matter which of them comes first. */
export function isSaidOfAnother(models: Models, scope: Scope, claim: Claim): boolean {
	const [said, exactly] = [saying(claim, anyPosition), saying(claim, String)];
	return said !== undefined && said !== exactly && models.assertionsIn(scope).some(other => saying(other, anyPosition) === said && saying(other, String) !== exactly);
}

type Position = (index: number) => string;

const anyPosition: Position = () => '*';

/** What an assertion says, its positions as they are to be written; undefined where it is more than paths and literals. */
function saying({ actual, expected, relation, negated, matcher }: Claim, position: Position): string | undefined {
	const [subject, wanted] = [textOf(actual.fact, position), expected === undefined ? '' : textOf(expected.fact, String)];
	return subject === undefined || wanted === undefined ? undefined : [subject, relation, negated, matcher, wanted].join(' ');
}

function textOf(value: Value, position: Position): string | undefined {
	switch (value.kind) {
		case 'reference':
			return `${value.binding}`;
		case 'literal':
			return typeof value.value === 'string' ? `'${value.value}'` : String(value.value);
		case 'member': {
			const { property } = value;
			const object = textOf(value.object, position);
			if (object === undefined) return undefined;
			if (typeof property === 'string') return `${object}.${property}`;
			return property.kind === 'literal' && typeof property.value === 'number' ? `${object}[${position(property.value)}]` : undefined;
		}
		case 'call': {
			const callee = value.args.length === 0 ? textOf(value.callee, position) : undefined;
			return callee === undefined ? undefined : `${callee}()`;
		}
		default:
			return undefined;
	}
}
