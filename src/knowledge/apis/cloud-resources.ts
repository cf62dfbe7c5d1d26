import type { ApiRow, NamePlace } from '../row.ts';

/** What is made in a cloud's account under a name of its own; every machine that tests with the account sees it. */

/** Not keys and their rings, which cannot be deleted: suites make them once and share them (https://cloud.google.com/kms/docs/object-hierarchy). */
const ids: readonly NamePlace[] = [
	{ argument: 0, key: 'glossaryId' }, { argument: 0, key: 'secretId' }, { argument: 0, key: 'queueId' }, { argument: 0, key: 'topicId' }, { argument: 0, key: 'subscriptionId' }, { argument: 0, key: 'instanceId' }, { argument: 0, key: 'clusterId' }, { argument: 0, key: 'databaseId' }, { argument: 0, key: 'tableId' }, { argument: 0, key: 'backupId' }, { argument: 0, key: 'jobId' }, { argument: 0, key: 'datasetId' }, { argument: 0, key: 'modelId' }, { argument: 0, key: 'endpointId' }, { argument: 0, key: 'registryId' }, { argument: 0, key: 'deviceId' }, { argument: 0, key: 'groupId' }, { argument: 0, key: 'productId' }, { argument: 0, key: 'productSetId' }, { argument: 0, key: 'phraseSetId' }, { argument: 0, key: 'customClassId' }, { argument: 0, key: 'serviceId' }, { argument: 0, key: 'functionId' }, { argument: 0, key: 'workflowId' }, { argument: 0, key: 'triggerId' }, { argument: 0, key: 'connectionId' }, { argument: 0, key: 'repositoryId' }, { argument: 0, key: 'namespaceId' }, { argument: 0, key: 'certificateId' }, { argument: 0, key: 'poolId' }, { argument: 0, key: 'policyId' }, { argument: 0, key: 'sinkId' }, { argument: 0, key: 'metricId' }, { argument: 0, key: 'agentId' }, { argument: 0, key: 'knowledgeBaseId' }, { argument: 0, key: 'scheduleId' }, { argument: 0, key: 'templateId' }, { argument: 0, key: 'environmentId' }, { argument: 0, key: 'featurestoreId' }, { argument: 0, key: 'storeId' }, { argument: 0, key: 'documentId' }, { argument: 0, key: 'processorId' }, { argument: 0, key: 'bucketId' }, { argument: 0, key: 'glossary.name' }, { argument: 0, key: 'queue.name' }, { argument: 0, key: 'job.name' }, { argument: 0, key: 'topic.name' }, { argument: 0, key: 'clusterName' }, { argument: 0, key: 'cluster.clusterName' },
];
const machines: readonly NamePlace[] = [
	{ argument: 0, key: 'disk' }, { argument: 0, key: 'instance' }, { argument: 0, key: 'snapshot' }, { argument: 0, key: 'image' }, { argument: 0, key: 'network' }, { argument: 0, key: 'subnetwork' }, { argument: 0, key: 'firewall' }, { argument: 0, key: 'address' }, { argument: 0, key: 'route' }, { argument: 0, key: 'instanceTemplate' }, { argument: 0, key: 'instanceGroupManager' }, { argument: 0, key: 'healthCheck' }, { argument: 0, key: 'forwardingRule' }, { argument: 0, key: 'backendService' }, { argument: 0, key: 'urlMap' }, { argument: 0, key: 'machineImage' }, { argument: 0, key: 'resourcePolicy' }, { argument: 0, key: 'reservation' }, { argument: 0, key: 'diskResource.name' }, { argument: 0, key: 'instanceResource.name' }, { argument: 0, key: 'firewallResource.name' }, { argument: 0, key: 'snapshotResource.name' }, { argument: 0, key: 'imageResource.name' }, { argument: 0, key: 'instanceTemplateResource.name' }, { argument: 0, key: 'networkResource.name' }, { argument: 0, key: 'addressResource.name' }, { argument: 0, key: 'reservationResource.name' },
];
const google = [
	'@google-cloud/translate', '@google-cloud/secret-manager', '@google-cloud/tasks', '@google-cloud/scheduler', '@google-cloud/iot', '@google-cloud/redis', '@google-cloud/bigtable', '@google-cloud/spanner', '@google-cloud/dataproc', '@google-cloud/container', '@google-cloud/automl', '@google-cloud/aiplatform', '@google-cloud/vision', '@google-cloud/speech', '@google-cloud/video-intelligence', '@google-cloud/dialogflow', '@google-cloud/dialogflow-cx', '@google-cloud/service-directory', '@google-cloud/monitoring', '@google-cloud/logging', '@google-cloud/functions', '@google-cloud/workflows', '@google-cloud/eventarc', '@google-cloud/notebooks', '@google-cloud/artifact-registry', '@google-cloud/documentai', '@google-cloud/retail', '@google-cloud/talent', '@google-cloud/security-center', '@google-cloud/asset', '@google-cloud/dlp', '@google-cloud/network-connectivity', '@google-cloud/filestore', '@google-cloud/memcache', '@google-cloud/data-fusion', '@google-cloud/metastore', '@google-cloud/batch', '@google-cloud/run',
] as const;

/** Resources of clouds. */
export const cloudResources: readonly ApiRow[] = [
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: google, path: 'new *Client.create*()', names: ids,
		see: 'https://cloud.google.com/nodejs/docs/reference',
		flaky: `import { TranslationServiceClient } from '@google-cloud/translate';\nawait new TranslationServiceClient().createGlossary({ parent, glossary: { name: \`projects/\${project}/glossaries/words\` } });`,
		steady: `import { TranslationServiceClient } from '@google-cloud/translate';\nawait new TranslationServiceClient().getGlossary({ name: 'words' });`,
	},
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: google, path: 'v*.new *Client.create*()', names: ids,
		see: 'https://cloud.google.com/nodejs/docs/reference',
		flaky: `import { v3 } from '@google-cloud/translate';\nawait new v3.TranslationServiceClient().createGlossary({ parent, glossary: { name: \`projects/\${project}/glossaries/words\` } });`,
		steady: `import { v3 } from '@google-cloud/translate';\nawait new v3.TranslationServiceClient().getGlossary({ name: 'words' });`,
	},
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: '@google-cloud/compute', path: 'new *Client.{insert,delete}()', names: machines,
		see: 'https://cloud.google.com/nodejs/docs/reference/compute/latest',
		flaky: `import { DisksClient } from '@google-cloud/compute';\nawait new DisksClient().delete({ project, zone, disk: 'disk-name' });`,
		steady: `import { DisksClient } from '@google-cloud/compute';\nawait new DisksClient().get({ project, zone, disk: 'disk-name' });`,
	},
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: '@google-cloud/compute', path: 'v*.new *Client.{insert,delete}()', names: machines,
		see: 'https://cloud.google.com/nodejs/docs/reference/compute/latest',
		flaky: `import { v1 } from '@google-cloud/compute';\nawait new v1.DisksClient().delete({ project, zone, disk: 'disk-name' });`,
		steady: `import { v1 } from '@google-cloud/compute';\nawait new v1.DisksClient().get({ project, zone, disk: 'disk-name' });`,
	},
	{
		effect: 'take', what: 'bucket', act: 'open', remote: true,
		from: '@google-cloud/storage', path: 'new Storage.createBucket()', names: [{ argument: 0 }],
		see: 'https://cloud.google.com/nodejs/docs/reference/storage/latest',
		flaky: `import { Storage } from '@google-cloud/storage';\nnew Storage().createBucket('files');`,
		steady: `import { Storage } from '@google-cloud/storage';\nnew Storage().getBuckets();`,
	},
	{
		effect: 'take', what: 'dataset', act: 'open', remote: true,
		from: '@google-cloud/bigquery', path: 'new BigQuery.createDataset()', names: [{ argument: 0 }],
		see: 'https://cloud.google.com/nodejs/docs/reference/bigquery/latest',
		flaky: `import { BigQuery } from '@google-cloud/bigquery';\nawait new BigQuery().createDataset('sales');`,
		steady: `import { BigQuery } from '@google-cloud/bigquery';\nawait new BigQuery().getDatasets();`,
	},
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: '@google-cloud/bigquery', path: 'new BigQuery.{createQueryJob,createJob}()', names: [{ argument: 0, key: 'jobId' }],
		see: 'https://cloud.google.com/nodejs/docs/reference/bigquery/latest',
		flaky: `import { BigQuery } from '@google-cloud/bigquery';\nawait new BigQuery().createQueryJob({ query: 'SELECT 1', jobId: 'my-job' });`,
		steady: `import { BigQuery } from '@google-cloud/bigquery';\nawait new BigQuery().getJobs();`,
	},
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: ['@google-cloud/spanner', '@google-cloud/bigtable'], path: 'new {Spanner,Bigtable}.createInstance()', names: [{ argument: 0 }],
		see: 'https://cloud.google.com/nodejs/docs/reference/spanner/latest',
		flaky: `import { Spanner } from '@google-cloud/spanner';\nawait new Spanner().createInstance('my-instance', {});`,
		steady: `import { Spanner } from '@google-cloud/spanner';\nawait new Spanner().getInstances();`,
	},
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: ['@google-cloud/spanner', '@google-cloud/bigtable'], path: 'new {Spanner,Bigtable}.instance().{createDatabase,createTable}()', names: [{ argument: 0 }],
		see: 'https://cloud.google.com/nodejs/docs/reference/spanner/latest',
		flaky: `import { Spanner } from '@google-cloud/spanner';\nawait new Spanner().instance(name).createDatabase('my-database');`,
		steady: `import { Spanner } from '@google-cloud/spanner';\nawait new Spanner().getInstances();`,
	},
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: ['@aws-sdk/client-dynamodb', '@aws-sdk/client-sqs', '@aws-sdk/client-sns', '@aws-sdk/client-lambda', '@aws-sdk/client-kinesis', '@aws-sdk/client-secrets-manager', '@aws-sdk/client-iam', '@aws-sdk/client-cloudformation'],
		path: 'new {CreateTableCommand,CreateQueueCommand,CreateTopicCommand,CreateFunctionCommand,CreateStreamCommand,CreateSecretCommand,CreateRoleCommand,CreateUserCommand,CreateStackCommand}',
		names: [{ argument: 0, key: 'TableName' }, { argument: 0, key: 'QueueName' }, { argument: 0, key: 'Name' }, { argument: 0, key: 'FunctionName' }, { argument: 0, key: 'StreamName' }, { argument: 0, key: 'RoleName' }, { argument: 0, key: 'UserName' }, { argument: 0, key: 'StackName' }],
		see: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/',
		flaky: `import { CreateTableCommand } from '@aws-sdk/client-dynamodb';\nnew CreateTableCommand({ TableName: 'users' });`,
		steady: `import { ListTablesCommand } from '@aws-sdk/client-dynamodb';\nnew ListTablesCommand({});`,
	},
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: '@google-cloud/bigquery', path: '().{createQueryJob,createJob,createLoadJob}()', names: [{ argument: 0, key: 'jobId' }],
		see: 'https://cloud.google.com/nodejs/docs/reference/bigquery/latest',
		flaky: `const bigquery = require('@google-cloud/bigquery')();\nawait bigquery.createQueryJob({ query: 'SELECT 1', jobId: 'my-job' });`,
		steady: `const bigquery = require('@google-cloud/bigquery')();\nawait bigquery.getJobs();`,
	},
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: ['@google-cloud/storage', '@google-cloud/pubsub', '@google-cloud/bigquery', '@google-cloud/spanner', '@google-cloud/bigtable'],
		path: '().{createBucket,createTopic,createDataset,createInstance}()', names: [{ argument: 0 }],
		see: 'https://github.com/googleapis/nodejs-storage/releases/tag/v2.0.0',
		flaky: `const storage = require('@google-cloud/storage')();\nawait storage.createBucket('files');`,
		steady: `const storage = require('@google-cloud/storage')();\nawait storage.getBuckets();`,
	},
	{
		effect: 'take', what: 'queue', act: 'open',
		from: ['amqplib', 'amqplib/callback_api'], path: 'connect().{createChannel,createConfirmChannel}().{assertQueue,deleteQueue,purgeQueue}()', names: [{ argument: 0 }],
		see: 'https://amqp-node.github.io/amqplib/channel_api.html#channel_assertQueue',
		flaky: `import amqp from 'amqplib';\nconst connection = await amqp.connect('amqp://localhost');\nconst channel = await connection.createChannel();\nawait channel.assertQueue('mails');`,
		steady: `import amqp from 'amqplib';\nconst connection = await amqp.connect('amqp://localhost');\nawait connection.close();`,
	},
	{
		effect: 'take', what: 'topic', act: 'open',
		from: 'kafkajs', path: 'new Kafka.{consumer,producer}().{subscribe,send}()', names: [{ argument: 0, key: 'topic' }],
		see: 'https://kafka.js.org/docs/consuming',
		flaky: `import { Kafka } from 'kafkajs';\nconst consumer = new Kafka({}).consumer({ groupId: 'a' });\nawait consumer.subscribe({ topic: 'mails' });`,
		steady: `import { Kafka } from 'kafkajs';\nconst consumer = new Kafka({}).consumer({ groupId: 'a' });\nawait consumer.disconnect();`,
	},
	{
		effect: 'take', what: 'topic', act: 'open',
		from: ['node-rdkafka', '@confluentinc/kafka-javascript'], path: 'new {Producer,HighLevelProducer}.produce()', names: [{ argument: 0 }],
		see: 'https://github.com/Blizzard/node-rdkafka#sending-messages',
		flaky: `import Kafka from 'node-rdkafka';\nconst producer = new Kafka.Producer({});\nproducer.produce('mails', null, message);`,
		steady: `import Kafka from 'node-rdkafka';\nconst producer = new Kafka.Producer({});\nproducer.connect();`,
	},
	{
		effect: 'take', what: 'topic', act: 'open',
		from: ['node-rdkafka', '@confluentinc/kafka-javascript'], path: 'new KafkaConsumer.subscribe()', names: [{ argument: 0, key: '0' }, { argument: 0, key: '1' }],
		see: 'https://github.com/Blizzard/node-rdkafka#kafkakafkaconsumer',
		flaky: `import Kafka from 'node-rdkafka';\nconst consumer = new Kafka.KafkaConsumer({}, {});\nconsumer.subscribe(['mails']);`,
		steady: `import Kafka from 'node-rdkafka';\nconst consumer = new Kafka.KafkaConsumer({}, {});\nconsumer.connect();`,
	},
	{
		effect: 'take', what: 'consumer group', act: 'open',
		from: ['node-rdkafka', '@confluentinc/kafka-javascript'], path: 'new KafkaConsumer', names: [{ argument: 0, key: 'group\\.id' }],
		see: 'https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md',
		flaky: `import Kafka from 'node-rdkafka';\nnew Kafka.KafkaConsumer({ 'group.id': 'mail-tests' }, {});`,
		steady: `import Kafka from 'node-rdkafka';\nnew Kafka.Producer({ 'client.id': 'mail-tests' });`,
	},
	{
		effect: 'take', what: 'topic', act: 'open',
		from: '@confluentinc/kafka-javascript', path: 'KafkaJS.new Kafka.{consumer,producer}().{subscribe,send}()', names: [{ argument: 0, key: 'topic' }],
		see: 'https://docs.confluent.io/kafka-clients/javascript/current/overview.html',
		flaky: `import { KafkaJS } from '@confluentinc/kafka-javascript';\nconst producer = new KafkaJS.Kafka({}).producer();\nawait producer.send({ topic: 'mails', messages });`,
		steady: `import { KafkaJS } from '@confluentinc/kafka-javascript';\nconst producer = new KafkaJS.Kafka({}).producer();\nawait producer.connect();`,
	},
	{
		effect: 'take', what: 'consumer group', act: 'open',
		from: '@confluentinc/kafka-javascript', path: 'KafkaJS.new Kafka.consumer()', names: [{ argument: 0, key: 'kafkaJS.groupId' }, { argument: 0, key: 'group\\.id' }, { call: 0, argument: 0, key: 'kafkaJS.groupId' }, { call: 0, argument: 0, key: 'group\\.id' }],
		see: 'https://docs.confluent.io/kafka-clients/javascript/current/overview.html',
		flaky: `import { KafkaJS } from '@confluentinc/kafka-javascript';\nnew KafkaJS.Kafka({}).consumer({ kafkaJS: { groupId: 'mail-tests' } });`,
		steady: `import { KafkaJS } from '@confluentinc/kafka-javascript';\nnew KafkaJS.Kafka({}).admin();`,
	},
	{
		effect: 'take', what: 'consumer group', act: 'open',
		from: 'kafkajs', path: 'new Kafka.consumer()', names: [{ argument: 0, key: 'groupId' }],
		see: 'https://kafka.js.org/docs/consuming',
		flaky: `import { Kafka } from 'kafkajs';\nnew Kafka({}).consumer({ groupId: 'mail-tests' });`,
		steady: `import { Kafka } from 'kafkajs';\nnew Kafka({}).producer();`,
	},
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: '@google-cloud/logging', path: 'new Logging.log().{getEntries,write,delete}()', names: [{ call: 1, argument: 0 }],
		see: 'https://cloud.google.com/nodejs/docs/reference/logging/latest',
		flaky: `import { Logging } from '@google-cloud/logging';\nawait new Logging().log('mails').getEntries();`,
		steady: `import { Logging } from '@google-cloud/logging';\nawait new Logging().getLogs();`,
	},
	{
		effect: 'take', what: 'resource', act: 'open', remote: true,
		from: '@google-cloud/logging', path: '().log().{getEntries,write,delete}()', names: [{ call: 1, argument: 0 }],
		see: 'https://github.com/googleapis/nodejs-logging/releases/tag/v5.0.0',
		flaky: `const logging = require('@google-cloud/logging')();\nawait logging.log('mails').getEntries();`,
		steady: `const logging = require('@google-cloud/logging')();\nawait logging.getLogs();`,
	},
	{
		effect: 'take', what: 'topic', act: 'open', remote: true,
		from: '@google-cloud/pubsub', path: 'new PubSub.createTopic()', names: [{ argument: 0 }],
		see: 'https://cloud.google.com/nodejs/docs/reference/pubsub/latest',
		flaky: `import { PubSub } from '@google-cloud/pubsub';\nawait new PubSub().createTopic('mails');`,
		steady: `import { PubSub } from '@google-cloud/pubsub';\nawait new PubSub().getTopics();`,
	},
];
