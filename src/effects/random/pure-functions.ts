import { ofNumbers } from '../../provenance/arithmetic.ts';
import { safePattern } from './safe-pattern.ts';
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
	'Array.from': (list, callback) => (callback === undefined ? listOfAll(list) : unknown),
	'JSON.stringify': (value, replacer, indent) => (replacer === undefined || replacer === null ? written(value, indent) : unknown),
};

/** What a list or a set holds, one after the other; `unknown` of anything else. */
export function listOfAll(value: unknown): unknown {
	return value instanceof Set ? [...value] : Array.isArray(value) ? value : unknown;
}

/** A value as JSON; `unknown` where something in it cannot be told. */
function written(value: unknown, indent: unknown): unknown {
	const plain = plainly(value);
	return plain === unknown ? unknown : JSON.stringify(plain, undefined, typeof indent === 'number' ? indent : undefined);
}

function plainly(value: unknown): unknown {
	if (Array.isArray(value)) return whole(value.map(plainly));
	if (value instanceof Map) {
		const held = whole([...value.values()].map(plainly));
		return Array.isArray(held) ? Object.fromEntries([...value.keys()].map((key, index) => [String(key), held[index]])) : unknown;
	}
	return isPlain(value) ? value : unknown;
}

const whole = (values: readonly unknown[]): unknown => (values.includes(unknown) ? unknown : values);

/** A pattern that is put together when the program runs. */
export function patternOf(source: unknown, flags: unknown): unknown {
	if (typeof source !== 'string' || (flags !== undefined && typeof flags !== 'string')) return unknown;
	try {
		return safePattern(source, flags ?? '') ?? (new RegExp(source, flags) instanceof RegExp ? unknown : thrown);
	} catch {
		return thrown;
	}
}

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
	'localeCompare',
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
/** They change the list itself, which nobody may see: a copy is what they give. */
const orderingMethods: ReadonlySet<string> = new Set(['sort', 'toSorted', 'reverse', 'toReversed']);
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
		return Reflect.apply(method, ownCopy(receiver), args);
	} catch {
		return unknown;
	}
}

/** What a method may be called on that changes it. */
function ownCopy(receiver: unknown): unknown {
	if (receiver instanceof RegExp) return new RegExp(receiver.source, receiver.flags.replace(/[gy]/g, ''));
	if (!Array.isArray(receiver)) return receiver;
	const elements: readonly unknown[] = receiver;
	return [...elements];
}

function isKnownMethod(receiver: unknown, name: string): boolean {
	if (typeof receiver === 'string') return textMethods.has(name);
	if (typeof receiver === 'number') return numberMethods.has(name);
	if (Array.isArray(receiver)) return listMethods.has(name) || orderingMethods.has(name);
	if (receiver instanceof Set) return name === 'has';
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
