import type { ApiRow } from '../row.ts';

const packages = ['@prisma/client', '.prisma/client', '@prisma/client/edge'] as const;
const start = `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();`;

/**
 * `take`, `skip` and `cursor` alone make Prisma order by the primary key (`finalize_arguments` in
 * https://github.com/prisma/prisma-engines/blob/main/query-engine/core/src/query_graph_builder/extractors/query_arguments.rs), but
 * the limit of `findFirst` is added after that.
 */
const ordered = [
	{ argument: 0, has: 'orderBy' },
	{ argument: 0, has: 'take' },
	{ argument: 0, has: 'skip' },
	{ argument: 0, has: 'cursor' },
] as const;

export const prisma = [
	{
		effect: 'order',
		from: packages,
		path: 'new PrismaClient.*.findMany()',
		yields: 'list',
		unless: [...ordered],
		narrowedBy: [{ argument: 0, has: 'where.*' }],
		see: 'https://www.prisma.io/docs/orm/v7/prisma-client/queries/filtering-and-sorting',
		flaky: `${start}\nawait prisma.user.findMany({ where: { age: { gt: 17 } } });`,
		steady: `${start}\nawait prisma.user.findMany({ where: { age: { gt: 17 } }, orderBy: { id: 'asc' } });`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new PrismaClient.*.{findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,create,update,upsert,delete}().*',
		yields: 'list',
		when: [{ argument: 0, joins: 'include' }],
		narrowedBy: [{ argument: 0, has: 'include' }],
		see: 'https://www.prisma.io/docs/orm/v7/prisma-client/queries/relation-queries',
		flaky: `${start}\n(await prisma.user.findUnique({ where: { id: 1 }, include: { posts: true } })).posts;`,
		steady: `${start}\n(await prisma.user.findUnique({ where: { id: 1 }, include: { posts: { orderBy: { id: 'asc' } } } })).posts;`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new PrismaClient.*.findMany().[].*',
		yields: 'list',
		when: [{ argument: 0, joins: 'include' }],
		narrowedBy: [{ argument: 0, has: 'include' }],
		see: 'https://www.prisma.io/docs/orm/v7/prisma-client/queries/relation-queries',
		flaky: `${start}\n(await prisma.user.findMany({ orderBy: { id: 'asc' }, include: { posts: true } }))[0].posts;`,
		steady: `${start}\n(await prisma.user.findMany({ orderBy: { id: 'asc' }, include: { posts: { orderBy: { id: 'asc' } } } }))[0].posts;`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new PrismaClient.*.groupBy()',
		yields: 'list',
		unless: [...ordered],
		see: 'https://www.prisma.io/docs/orm/v7/prisma-client/queries/aggregation-grouping-summarizing',
		flaky: `${start}\nawait prisma.user.groupBy({ by: ['country'] });`,
		steady: `${start}\nawait prisma.user.groupBy({ by: ['country'], orderBy: { country: 'asc' } });`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new PrismaClient.*.{findFirst,findFirstOrThrow}()',
		yields: 'pick',
		unless: [...ordered, { argument: 0, has: 'where.*' }],
		see: 'https://www.prisma.io/docs/orm/v7/prisma-client/queries/filtering-and-sorting',
		flaky: `${start}\nawait prisma.user.findFirst({ where: {} });`,
		steady: `${start}\nawait prisma.user.findFirst({ where: { email: 'a@example.com' } });`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new PrismaClient.{$queryRaw,$queryRawUnsafe}()',
		yields: 'list',
		when: [{ argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ argument: 0, sql: 'narrowed-rows' }],
		see: 'https://www.postgresql.org/docs/current/queries-order.html',
		flaky: `${start}\nawait prisma.$queryRaw\`SELECT * FROM users WHERE age > \${18}\`;`,
		steady: `${start}\nawait prisma.$queryRaw\`SELECT * FROM users WHERE age > \${18} ORDER BY id\`;`,
	},
	{
		effect: 'store',
		from: packages,
		path: 'new PrismaClient.*.{create,createMany,createManyAndReturn}()',
		data: { argument: 0, key: 'data' },
		table: { step: 1 },
		see: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference#create',
		flaky: `${start}\nawait prisma.user.create({ data: { email: 'a@example.com' } });`,
		steady: `${start}\nawait prisma.user.update({ where: { id: 1 }, data: { name: 'a' } });`,
	},
	{
		effect: 'store',
		from: packages,
		path: 'new PrismaClient.*.upsert()',
		data: { argument: 0, key: 'create' },
		table: { step: 1 },
		see: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference#upsert',
		flaky: `${start}\nawait prisma.user.upsert({ where: { id: 1 }, update: {}, create: { email: 'a@example.com' } });`,
	},
	{
		effect: 'calls',
		from: packages,
		path: 'new PrismaClient.$transaction()',
		callback: 0,
		runs: 'now',
		parameters: ['new PrismaClient'],
		see: 'https://www.prisma.io/docs/orm/prisma-client/queries/transactions#interactive-transactions',
		flaky: `${start}\nawait prisma.$transaction(async tx => { await tx.user.count(); });`,
	},
	{
		effect: 'alias',
		from: packages,
		path: 'new PrismaClient.$extends()',
		to: 'new PrismaClient',
		see: 'https://www.prisma.io/docs/orm/prisma-client/client-extensions',
		flaky: `${start}\nprisma.$extends({});`,
	},
	{
		effect: 'alias',
		from: packages,
		path: 'Prisma.new TransactionClient',
		to: 'new PrismaClient',
		see: 'https://www.prisma.io/docs/orm/prisma-client/queries/transactions#interactive-transactions',
		flaky: `import type { Prisma } from '@prisma/client';\ndeclare const tx: Prisma.TransactionClient;\ntx;`,
	},
] as const satisfies readonly ApiRow[];
