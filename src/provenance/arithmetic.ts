/** What an operator makes of two numbers (ECMAScript 13.15.3, 13.10); undefined for one that is none of theirs. */
export function ofNumbers(operator: string, left: number, right: number): number | boolean | undefined {
	switch (operator) {
		case '+':
			return left + right;
		case '-':
			return left - right;
		case '*':
			return left * right;
		case '/':
			return left / right;
		case '%':
			return left % right;
		case '**':
			return left ** right;
		case '|':
			return left | right;
		case '&':
			return left & right;
		case '^':
			return left ^ right;
		case '<<':
			return left << right;
		case '>>':
			return left >> right;
		case '>>>':
			return left >>> right;
		case '<':
			return left < right;
		case '<=':
			return left <= right;
		case '>':
			return left > right;
		case '>=':
			return left >= right;
		default:
			return undefined;
	}
}
