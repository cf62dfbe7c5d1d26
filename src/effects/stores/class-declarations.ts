import { type ClassDecorator, type PropertyDecorator, type UniqueDeclaration, uniqueDeclarations } from '../../knowledge/unique-columns.ts';
import type { Module, Site } from '../../project/model.ts';
import { matchPattern, parsePattern } from '../../provenance/pattern.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { callStep } from '../../provenance/walk-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, ClassFacts, Value } from '../../syntax/facts.ts';
import { alone, namesIn, valuesAt } from './column-declarations.ts';
import type { Knowing } from '../knowing.ts';

/** What the decorators of a class say of its columns. */
export interface DeclaredColumns {
	readonly columns: readonly string[];
	/** They say all columns there are: what they do not make unique is not. */
	readonly complete: boolean;
}

type DecoratorDeclaration = PropertyDecorator | ClassDecorator;

const declarations: readonly UniqueDeclaration[] = uniqueDeclarations;
const compiled = declarations.flatMap(declaration =>
	'decorator' in declaration ? [{ declaration, pattern: parsePattern(declaration.decorator) }] : [],
);
const packages: ReadonlySet<string> = new Set(compiled.flatMap(({ declaration }) => declaration.from));

/** How many ancestors of a class are looked at. */
const maxAncestors = 6;

/** Columns that the decorators of a class, and of the project's classes above it, make unique. */
export function decoratedColumns(knowing: Knowing, { module, fact }: Site<number>, depth = 0): DeclaredColumns {
	const facts = module.facts.classes[fact];
	if (facts === undefined || depth > maxAncestors) return { columns: [], complete: false };
	const own = ownColumns(knowing, module, facts);
	if (facts.superClass === undefined) return own;
	const parents = knowing.provenance
		.roots({ module, fact: facts.superClass })
		.flatMap(root => (root.kind === 'class' && root.path.length === 0 ? [root.site] : []));
	const inherited = parents.map(parent => decoratedColumns(knowing, parent, depth + 1));
	return {
		columns: [...own.columns, ...inherited.flatMap(({ columns }) => columns)],
		complete: own.complete || inherited.some(({ complete }) => complete),
	};
}

function ownColumns(knowing: Knowing, module: Module, { members, decorators }: ClassFacts): DeclaredColumns {
	const onClass = decorators.map(fact => readDecorator(knowing, { module, fact }));
	const onMembers = members.flatMap(({ name, decorators: own }) =>
		own.map(fact => ({ name, ...readDecorator(knowing, { module, fact }) })),
	);
	const columns = [
		...onClass.flatMap(({ matches, call }) =>
			matches.flatMap(declaration =>
				declaration.kind === 'class-decorator' && call !== undefined ? listedColumns(knowing, declaration, call) : [],
			),
		),
		...onMembers.flatMap(({ name, matches, call }) =>
			matches.some(declaration => declaration.kind === 'property-decorator' && holds(knowing, declaration, call)) ? [name] : [],
		),
	];
	return { columns: [...new Set(columns)], complete: [...onClass, ...onMembers].some(({ known }) => known) };
}

interface Decorator {
	readonly matches: readonly DecoratorDeclaration[];
	readonly call: Site<Call> | undefined;
	/** It is one of a package whose declarations are known. */
	readonly known: boolean;
}

function readDecorator({ provenance }: Knowing, site: Site<Value>): Decorator {
	const call = site.fact.kind === 'call' ? at(site.fact, site) : undefined;
	const origins = provenance
		.written(call === undefined ? site : at(call.fact.callee, call))
		.flatMap(root => (root.kind === 'origin' ? [root.origin] : []));
	const matches = origins.flatMap(({ from, steps }) => {
		const origin = { from, steps: call === undefined ? steps : [...steps, callStep(call)] };
		return compiled.flatMap(({ declaration, pattern }) =>
			[declaration.from].flat().includes(from) && matchPattern(pattern, origin) !== undefined ? [declaration] : [],
		);
	});
	return { matches, call, known: origins.some(({ from }) => packages.has(from)) };
}

/** One of the options is there and not `false`; without options the decorator alone says it. */
function holds(knowing: Knowing, { options }: DecoratorDeclaration, call: Site<Call> | undefined): boolean {
	if (options === undefined) return true;
	const marks = call?.fact.args.flatMap(argument => options.flatMap(option => valuesAt(knowing, at(argument, call), option))) ?? [];
	return marks.some(mark => staticValue(knowing.provenance.roots, mark) !== false);
}

function listedColumns(knowing: Knowing, declaration: ClassDecorator, call: Site<Call>): string[] {
	const { key } = declaration;
	if (!holds(knowing, declaration, call)) return [];
	const lists = call.fact.args
		.map(argument => at(argument, call))
		.flatMap(site => (key === undefined ? (site.fact.kind === 'array' ? [site] : []) : valuesAt(knowing, site, key)));
	return lists.flatMap(list => alone(namesIn(knowing, list)));
}
