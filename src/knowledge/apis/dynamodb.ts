import type { ApiRow } from '../row.ts';

/** Items of one partition, which a Query reads, are sorted by their sort key; a Scan reads partitions in the order of their hashes. */
export const dynamodb = [
	{
		effect: 'order',
		from: '@aws-sdk/lib-dynamodb',
		path: 'DynamoDBDocument.from().scan().Items',
		yields: 'list',
		narrowedBy: [{ argument: 0, has: 'FilterExpression' }, { argument: 0, has: 'Limit' }],
		see: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.Partitions.html',
		flaky: `import { DynamoDB } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';\nconst db = DynamoDBDocument.from(new DynamoDB());\n(await db.scan({ TableName: 'users' })).Items;`,
		steady: `import { DynamoDB } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';\nconst db = DynamoDBDocument.from(new DynamoDB());\n(await db.query({ TableName: 'users' })).Items;`,
	},
	{
		effect: 'order',
		from: '@aws-sdk/client-dynamodb',
		path: 'new DynamoDB.scan().Items',
		yields: 'list',
		narrowedBy: [{ argument: 0, has: 'FilterExpression' }, { argument: 0, has: 'Limit' }],
		see: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.Partitions.html',
		flaky: `import { DynamoDB } from '@aws-sdk/client-dynamodb';\nconst db = new DynamoDB();\n(await db.scan({ TableName: 'users' })).Items;`,
		steady: `import { DynamoDB } from '@aws-sdk/client-dynamodb';\nconst db = new DynamoDB();\n(await db.query({ TableName: 'users' })).Items;`,
	},
	{
		effect: 'order',
		from: 'aws-sdk',
		path: 'DynamoDB.new DocumentClient.scan().promise().Items',
		yields: 'list',
		narrowedBy: [{ call: 1, argument: 0, has: 'FilterExpression' }, { call: 1, argument: 0, has: 'Limit' }],
		see: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.Partitions.html',
		flaky: `import { DynamoDB } from 'aws-sdk';\nconst db = new DynamoDB.DocumentClient();\n(await db.scan({ TableName: 'users' }).promise()).Items;`,
		steady: `import { DynamoDB } from 'aws-sdk';\nconst db = new DynamoDB.DocumentClient();\n(await db.query({ TableName: 'users' }).promise()).Items;`,
	},
	{
		effect: 'order',
		from: ['@aws-sdk/lib-dynamodb', '@aws-sdk/client-dynamodb'],
		path: 'paginateScan()',
		yields: 'list',
		see: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.Partitions.html',
		flaky: `import { DynamoDB, paginateScan } from '@aws-sdk/client-dynamodb';\npaginateScan({ client: new DynamoDB() }, { TableName: 'users' });`,
		steady: `import { DynamoDB, paginateQuery } from '@aws-sdk/client-dynamodb';\npaginateQuery({ client: new DynamoDB() }, { TableName: 'users' });`,
	},
	{
		effect: 'store',
		from: '@aws-sdk/lib-dynamodb',
		path: 'DynamoDBDocument.from().put()',
		data: { argument: 0, key: 'Item' },
		table: { argument: 0, key: 'TableName' },
		see: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-lib-dynamodb/Class/DynamoDBDocument/',
		flaky: `import { DynamoDB } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';\nawait DynamoDBDocument.from(new DynamoDB()).put({ TableName: 'users', Item: { id: '1' } });`,
		steady: `import { DynamoDB } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';\nawait DynamoDBDocument.from(new DynamoDB()).get({ TableName: 'users', Key: { id: '1' } });`,
	},
] as const satisfies readonly ApiRow[];
