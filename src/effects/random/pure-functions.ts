import { ofNumbers } from '../../provenance/arithmetic.ts';
import { thrown, unknown } from './samples.ts';

/** Functions of the language that compute something from plain values, as ECMAScript defines them (chapters 19 to 22), and those of promises that are awaited. */
const functions: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
	Number: value => Number(value),
	String: value => String(value),
	Boolean: value => Boolean(value),
	parseInt: (text, radix) => Number.parseInt(String(text), radix === undefined ? undefined : Number(radix)),
	'Number.parseInt': (text, radix) => Number.parseInt(String(text), radix === undefined ? undefined : Number(radix)),
	parseFloat: text => Number.parseFloat(String(text)),
	'Number.parseFloat': text => Number.parseFloat(String(text)),
	encodeURIComponent: text => encoded(encodeURIComponent, text),
	encodeURI: text => encoded(encodeURI, text),
	decodeURIComponent: text => encoded(decodeURIComponent, text),
	isNaN: value => Number.isNaN(Number(value)),
	isFinite: value => Number.isFinite(Number(value)),
	'Number.isNaN': value => Number.isNaN(value),
	'Number.isFinite': value => Number.isFinite(value),
	'Number.isInteger': value => Number.isInteger(value),
	'Number.isSafeInteger': value => Number.isSafeInteger(value),
	'Array.isArray': value => Array.isArray(value),
	'Promise.all': list => list,
	'Promise.resolve': value => value,
	'Object.is': (one, other) => Object.is(one, other),
};

/** What is coded wrongly cannot be read. */
function encoded(code: (text: string) => string, text: unknown): unknown {
	try {
		return code(String(text));
	} catch {
		return thrown;
	}
}

const arithmetic: readonly string[] = [
	'abs',
	'acos',
	'asin',
	'atan',
	'atan2',
	'cbrt',
	'ceil',
	'cos',
	'exp',
	'floor',
	'hypot',
	'log',
	'log10',
	'log2',
	'max',
	'min',
	'pow',
	'round',
	'sign',
	'sin',
	'sqrt',
	'tan',
	'trunc',
];
const numberNames: readonly string[] = [
	'EPSILON',
	'MAX_SAFE_INTEGER',
	'MAX_VALUE',
	'MIN_SAFE_INTEGER',
	'MIN_VALUE',
	'NaN',
	'NEGATIVE_INFINITY',
	'POSITIVE_INFINITY',
];
const mathNames: readonly string[] = ['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'];

const textMethods: ReadonlySet<string> = new Set([
	'at',
	'charAt',
	'charCodeAt',
	'codePointAt',
	'concat',
	'endsWith',
	'includes',
	'indexOf',
	'lastIndexOf',
	'match',
	'padEnd',
	'padStart',
	'replace',
	'replaceAll',
	'search',
	'slice',
	'split',
	'startsWith',
	'substr',
	'substring',
	'toLowerCase',
	'toString',
	'toUpperCase',
	'trim',
	'trimEnd',
	'trimStart',
	'valueOf',
]);
/** Longer texts are not made. */
const longest = 1_000;
const numberMethods: ReadonlySet<string> = new Set(['toFixed', 'toPrecision', 'toString', 'valueOf']);
const listMethods: ReadonlySet<string> = new Set(['at', 'concat', 'includes', 'indexOf', 'join', 'lastIndexOf', 'slice']);
const patternMethods: ReadonlySet<string> = new Set(['test', 'exec']);

/** A constant of the language by its name: `Number.MAX_SAFE_INTEGER`. */
export function constantOf(object: string, name: string): unknown {
	if (object === 'Number' && numberNames.includes(name)) return Reflect.get(Number, name);
	return object === 'Math' && mathNames.includes(name) ? Reflect.get(Math, name) : unknown;
}

/** Whether a function is one that `callFunction` knows. */
export function isPure(name: string): boolean {
	return Object.hasOwn(functions, name) || (name.startsWith('Math.') && arithmetic.includes(name.slice('Math.'.length)));
}

export function callFunction(name: string, args: readonly unknown[]): unknown {
	if (args.includes(thrown)) return thrown;
	if (!args.every(isTold)) return unknown;
	if (Object.hasOwn(functions, name)) return functions[name]?.(...args) ?? undefined;
	const method: unknown = Reflect.get(Math, name.slice('Math.'.length));
	return typeof method === 'function' ? Reflect.apply(method, Math, args.map(Number)) : unknown;
}

export function callMethod(receiver: unknown, name: string, args: readonly unknown[]): unknown {
	if (isNothing(receiver) || args.includes(thrown)) return thrown;
	if (!isTold(receiver) || !args.every(isTold) || !isKnownMethod(receiver, name)) return unknown;
	if (name.startsWith('pad') && !(Number(args[0]) <= longest)) return unknown;
	const method: unknown = Reflect.get(Object(receiver), name);
	if (typeof method !== 'function') return unknown;
	try {
		return Reflect.apply(
			method,
			receiver instanceof RegExp ? new RegExp(receiver.source, receiver.flags.replace(/[gy]/g, '')) : receiver,
			args,
		);
	} catch {
		return unknown;
	}
}

function isKnownMethod(receiver: unknown, name: string): boolean {
	if (typeof receiver === 'string') return textMethods.has(name);
	if (typeof receiver === 'number') return numberMethods.has(name);
	if (Array.isArray(receiver)) return listMethods.has(name);
	return receiver instanceof RegExp && patternMethods.has(name);
}

/** The length of a text or list, the size of a set, an entry, an element. */
export function memberOf(holder: unknown, name: string): unknown {
	if (isNothing(holder)) return thrown;
	if (typeof holder === 'string') return name === 'length' ? holder.length : /^\d+$/.test(name) ? holder[Number(name)] : unknown;
	if (Array.isArray(holder)) return name === 'length' ? holder.length : /^\d+$/.test(name) ? holder[Number(name)] : unknown;
	if (holder instanceof Set) return name === 'size' ? holder.size : unknown;
	return holder instanceof Map ? holder.get(name) : unknown;
}

/** The set of what a list holds. */
export function setOf(value: unknown): unknown {
	return Array.isArray(value) && !value.includes(unknown) ? new Set(value) : unknown;
}

/** What has no members. */
function isNothing(value: unknown): boolean {
	return value === undefined || value === null || value === thrown;
}

function isTold(value: unknown): boolean {
	return value !== unknown && !(Array.isArray(value) && value.includes(unknown));
}

/** The operators of the language over plain values. */
export function computed(operator: string, left: unknown, right: unknown, isUnary: boolean): unknown {
	if (left === thrown || right === thrown) return thrown;
	if (![left, right].every(isPlain)) return unknown;
	if (isUnary) return ofOne(operator, left);
	switch (operator) {
		case '===':
			return left === right;
		case '!==':
			return left !== right;
		case '==':
			return isLooselyEqual(left, right);
		case '!=':
			return !isLooselyEqual(left, right);
		case '+':
			return typeof left === 'string' || typeof right === 'string' ? String(left) + String(right) : Number(left) + Number(right);
		default:
			return typeof left === 'string' && typeof right === 'string' && operator in orders
				? ofOrder(operator, left < right ? -1 : left > right ? 1 : 0)
				: (ofNumbers(operator, Number(left), Number(right)) ?? unknown);
	}
}

const orders: Readonly<Record<string, readonly number[]>> = { '<': [-1], '<=': [-1, 0], '>': [1], '>=': [0, 1] };

function ofOrder(operator: string, order: number): boolean {
	return orders[operator]?.includes(order) === true;
}

function isPlain(value: unknown): boolean {
	return value === null || value === undefined || ['string', 'number', 'boolean'].includes(typeof value);
}

function isLooselyEqual(left: unknown, right: unknown): boolean {
	if (left === null || left === undefined) return right === null || right === undefined;
	return typeof left === typeof right ? left === right : Number(left) === Number(right);
}

function ofOne(operator: string, value: unknown): unknown {
	switch (operator) {
		case '!':
			return !value;
		case '-':
			return -Number(value);
		case '+':
			return Number(value);
		case '~':
			return ~Number(value);
		case 'typeof':
			return typeof value;
		default:
			return unknown;
	}
}
