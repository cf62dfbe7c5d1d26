import type { ApiRow, Condition } from '../row.ts';

/** A callback in any place, where a function has two forms. */
const called: readonly Condition[] = [0, 1, 2, 3].map(argument => ({ argument, callable: true }));

const gitTasks = '{add,addTag,branch,checkout,clone,commit,fetch,init,merge,pull,push,raw,reset,revert,rm,stash}()';
/** Contracts as Hardhat's ethers makes them, and what of theirs is no call of a contract (https://docs.ethers.org/v6/api/contract/). */
const contracts: Readonly<Record<string, string>> = {
	'ethers.getContractFactory().deploy()': `await (await ethers.getContractFactory('Token')).deploy()`,
	'ethers.deployContract()': `await ethers.deployContract('Token')`,
	'ethers.getContractAt()': `await ethers.getContractAt('Token', address)`,
};
const listens: readonly Condition[] = [...called, { chained: ['addListener', 'off', 'on', 'once', 'removeAllListeners', 'removeListener'] }];
const documents = '{set,update,delete,create}()';

/** Clients of databases and services, and devices that are driven, whose methods give promises of what they do. */
export const promiseClients = [
	// Databases
	{
		effect: 'promise', from: 'neo4j-driver', path: 'driver().session().{close,executeRead,executeWrite,readTransaction,writeTransaction}()',
		see: 'https://neo4j.com/docs/api/javascript-driver/current/class/lib6/session.js~Session.html',
		flaky: `import neo4j from 'neo4j-driver';\nconst session = neo4j.driver(url).session();\nsession.close();`,
		steady: `import neo4j from 'neo4j-driver';\nconst session = neo4j.driver(url).session();\nsession.lastBookmarks();`,
	},
	{
		effect: 'promise', from: 'neo4j-driver', path: 'driver().{close,executeQuery,getServerInfo,verifyConnectivity}()',
		see: 'https://neo4j.com/docs/api/javascript-driver/current/class/lib6/driver.js~Driver.html',
		flaky: `import neo4j from 'neo4j-driver';\nconst driver = neo4j.driver(url);\ndriver.verifyConnectivity();`,
		steady: `import neo4j from 'neo4j-driver';\nneo4j.driver(url).session();`,
	},
	{
		effect: 'promise', from: 'cassandra-driver', path: 'new Client.{batch,connect,execute,shutdown}()',
		unless: called,
		see: 'https://docs.datastax.com/en/developer/nodejs-driver/4.8/api/class.Client/',
		flaky: `import { Client } from 'cassandra-driver';\nconst client = new Client({});\nclient.execute('TRUNCATE items');`,
		steady: `import { Client } from 'cassandra-driver';\nconst client = new Client({});\nclient.execute('TRUNCATE items', [], () => {});`,
	},
	{
		effect: 'promise', from: 'arangojs', path: 'new Database.{createCollection,createDatabase,dropDatabase,query}()',
		see: 'https://arangodb.github.io/arangojs/latest/classes/databases.Database.html',
		flaky: `import { Database } from 'arangojs';\nconst db = new Database();\ndb.createCollection('items');`,
		steady: `import { Database } from 'arangojs';\nconst db = new Database();\ndb.collection('items');`,
	},
	{
		effect: 'promise', from: 'arangojs', path: 'new Database.collection().{create,drop,ensureIndex,remove,replace,save,saveAll,truncate,update}()',
		see: 'https://arangodb.github.io/arangojs/latest/interfaces/collections.DocumentCollection.html',
		flaky: `import { Database } from 'arangojs';\nnew Database().collection('items').save({ name: 'a' });`,
		steady: `import { Database } from 'arangojs';\nnew Database().collection('items').name;`,
	},
	{
		effect: 'promise', from: 'firebase/firestore', path: '{addDoc,deleteDoc,setDoc,updateDoc}()', heardFirst: true,
		see: 'https://firebase.google.com/docs/firestore/query-data/listen#events-local-changes',
		flaky: `import { setDoc } from 'firebase/firestore';\nsetDoc(reference, { name: 'a' });`,
		steady: `import { doc } from 'firebase/firestore';\ndoc(db, 'items', 'a');`,
	},
	{
		effect: 'promise', from: 'firebase/firestore', path: '{clearIndexedDbPersistence,disableNetwork,enableNetwork,terminate}()',
		see: 'https://firebase.google.com/docs/reference/js/firestore_',
		flaky: `import { terminate } from 'firebase/firestore';\nterminate(db);`,
		steady: `import { doc } from 'firebase/firestore';\ndoc(db, 'items', 'a');`,
	},
	{
		effect: 'promise', from: 'firebase/auth', path: '{createUserWithEmailAndPassword,deleteUser,signInAnonymously,signInWithCustomToken,signInWithEmailAndPassword,signOut,updateProfile}()',
		see: 'https://firebase.google.com/docs/reference/js/auth',
		flaky: `import { signOut } from 'firebase/auth';\nsignOut(auth);`,
		steady: `import { getAuth } from 'firebase/auth';\ngetAuth();`,
	},
	{
		effect: 'promise', from: 'firebase/storage', path: '{deleteObject,uploadBytes,uploadString}()',
		see: 'https://firebase.google.com/docs/reference/js/storage',
		flaky: `import { uploadString } from 'firebase/storage';\nuploadString(reference, 'a');`,
		steady: `import { ref } from 'firebase/storage';\nref(storage, 'a');`,
	},
	{
		effect: 'promise', from: 'firebase-admin/firestore', path: `getFirestore().**.doc().${documents}`,
		see: 'https://googleapis.dev/nodejs/firestore/latest/DocumentReference.html',
		flaky: `import { getFirestore } from 'firebase-admin/firestore';\ngetFirestore().collection('items').doc('a').set({});`,
		steady: `import { getFirestore } from 'firebase-admin/firestore';\ngetFirestore().batch().set(reference, {});`,
	},
	{
		effect: 'promise', asserts: true, from: '@firebase/rules-unit-testing', path: '{assertFails,assertSucceeds}()',
		see: 'https://firebase.google.com/docs/rules/unit-tests#v9',
		flaky: `import { assertFails } from '@firebase/rules-unit-testing';\nassertFails(read(reference));`,
		steady: `import { initializeTestEnvironment } from '@firebase/rules-unit-testing';\ninitializeTestEnvironment;`,
	},
	{
		effect: 'promise', from: '@firebase/rules-unit-testing', path: 'initializeTestEnvironment().{cleanup,clearDatabase,clearFirestore,clearStorage,withSecurityRulesDisabled}()',
		see: 'https://firebase.google.com/docs/rules/unit-tests#v9',
		flaky: `import { initializeTestEnvironment } from '@firebase/rules-unit-testing';\nconst env = await initializeTestEnvironment({});\nenv.clearFirestore();`,
		steady: `import { initializeTestEnvironment } from '@firebase/rules-unit-testing';\nconst env = await initializeTestEnvironment({});\nenv.unauthenticatedContext();`,
	},

	// Brokers, and requests that something stands in for
	{
		effect: 'promise', from: ['nats', '@nats-io/transport-node'], path: 'connect().{close,drain,flush,request}()',
		see: 'https://github.com/nats-io/nats.js/blob/main/core/README.md',
		flaky: `import { connect } from 'nats';\nconst connection = await connect();\nconnection.flush();`,
		steady: `import { connect } from 'nats';\nconst connection = await connect();\nconnection.publish('a');`,
	},
	{
		effect: 'promise', from: 'mqtt', path: '{connect,connectAsync}().{endAsync,publishAsync,subscribeAsync,unsubscribeAsync}()',
		see: 'https://github.com/mqttjs/MQTT.js#mqttclientpublishasynctopic-message-options',
		flaky: `import mqtt from 'mqtt';\nconst client = mqtt.connect('mqtt://localhost');\nclient.subscribeAsync('a');`,
		steady: `import mqtt from 'mqtt';\nconst client = mqtt.connect('mqtt://localhost');\nclient.subscribe('a', done);`,
	},
	{
		effect: 'promise', from: ['msw', 'msw/browser'], path: 'setupWorker().start()',
		see: 'https://mswjs.io/docs/api/setup-worker/start',
		flaky: `import { setupWorker } from 'msw/browser';\nconst worker = setupWorker();\nworker.start();`,
		steady: `import { setupWorker } from 'msw/browser';\nconst worker = setupWorker();\nworker.stop();`,
	},

	// Devices, other programs, and code that runs apart
	{
		effect: 'promise', from: 'detox', path: 'element().{clearText,longPress,multiTap,replaceText,scroll,scrollTo,swipe,tap,typeText}()',
		see: 'https://wix.github.io/Detox/docs/api/actions',
		flaky: `import { by, element } from 'detox';\nelement(by.id('a')).tap();`,
		steady: `import { by, element } from 'detox';\nelement(by.id('a')).atIndex(0);`,
	},
	{
		effect: 'promise', from: 'detox', path: 'device.{clearKeychain,installApp,launchApp,openURL,reloadReactNative,relaunchApp,sendToHome,setOrientation,terminateApp,uninstallApp}()',
		see: 'https://wix.github.io/Detox/docs/api/device',
		flaky: `import { device } from 'detox';\ndevice.reloadReactNative();`,
		steady: `import { device } from 'detox';\ndevice.getPlatform();`,
	},
	{
		effect: 'promise', asserts: true, from: 'detox', path: 'expect().**.{toBeFocused,toBeVisible,toExist,toHaveId,toHaveLabel,toHaveText,toHaveValue,toHaveToggleValue}()',
		see: 'https://wix.github.io/Detox/docs/api/expect',
		flaky: `import { by, element, expect } from 'detox';\nexpect(element(by.id('a'))).toBeVisible();`,
		steady: `import { by, element } from 'detox';\nelement(by.id('a'));`,
	},
	{
		effect: 'promise', from: 'clipboardy', path: '{read,write}()',
		see: 'https://github.com/sindresorhus/clipboardy#api',
		flaky: `import clipboard from 'clipboardy';\nclipboard.write('a');`,
		steady: `import clipboard from 'clipboardy';\nclipboard.writeSync('a');`,
	},
	{
		effect: 'promise', from: 'wait-on', path: '()',
		unless: called,
		see: 'https://github.com/jeffbski/wait-on#nodejs-api-usage',
		flaky: `import waitOn from 'wait-on';\nwaitOn({ resources: ['tcp:3000'] });`,
		steady: `import waitOn from 'wait-on';\nwaitOn({ resources: ['tcp:3000'] }, () => {});`,
	},
	{
		effect: 'promise', from: 'wait-port', path: '()',
		see: 'https://github.com/dwmkerr/wait-port#api',
		flaky: `import waitPort from 'wait-port';\nwaitPort({ port: 3000 });`,
		steady: `import waitPort from 'wait-port';\nwaitPort;`,
	},
	{
		effect: 'promise', from: 'isolated-vm', path: 'new Isolate.{compileScript,compileModule,createContext}()',
		see: 'https://github.com/laverdet/isolated-vm#api-documentation',
		flaky: `import ivm from 'isolated-vm';\nconst isolate = new ivm.Isolate();\nisolate.createContext();`,
		steady: `import ivm from 'isolated-vm';\nconst isolate = new ivm.Isolate();\nisolate.createContextSync();`,
	},
	{
		effect: 'promise', from: 'isolated-vm', path: 'new Isolate.{createContext,createContextSync}().global.{delete,get,set}()',
		see: 'https://github.com/laverdet/isolated-vm#class-reference-transferable',
		flaky: `import ivm from 'isolated-vm';\nconst context = new ivm.Isolate().createContextSync();\ncontext.global.set('a', 1);`,
		steady: `import ivm from 'isolated-vm';\nconst context = new ivm.Isolate().createContextSync();\ncontext.global.setSync('a', 1);`,
	},
	{
		effect: 'promise', from: '@nomicfoundation/hardhat-network-helpers', path: '{impersonateAccount,loadFixture,mine,mineUpTo,reset,setBalance,stopImpersonatingAccount,takeSnapshot}()',
		see: 'https://hardhat.org/hardhat-network-helpers/docs/reference',
		flaky: `import { mine } from '@nomicfoundation/hardhat-network-helpers';\nmine(10);`,
		steady: `import { time } from '@nomicfoundation/hardhat-network-helpers';\ntime.duration.days(1);`,
	},
	{
		effect: 'promise', from: '@nomicfoundation/hardhat-network-helpers', path: 'time.{increase,increaseTo,setNextBlockTimestamp}()',
		see: 'https://hardhat.org/hardhat-network-helpers/docs/reference#time-helpers',
		flaky: `import { time } from '@nomicfoundation/hardhat-network-helpers';\ntime.increase(3600);`,
		steady: `import { time } from '@nomicfoundation/hardhat-network-helpers';\ntime.duration.days(1);`,
	},
	{
		effect: 'promise', from: ['hardhat', 'global'], path: 'ethers.{deployContract,getContractAt,getContractFactory,getSigner,getSigners}()',
		see: 'https://hardhat.org/hardhat-runner/plugins/nomicfoundation-hardhat-ethers#helpers',
		flaky: `import { ethers } from 'hardhat';\nethers.deployContract('Token');`,
		steady: `import { ethers } from 'hardhat';\nethers.parseEther('1');`,
	},
	...Object.entries(contracts).flatMap(([path, contract]) => [
		{
			effect: 'promise', from: ['hardhat', 'global'], path: `${path}.*()`,
			unless: [...listens, { chained: ['attach', 'connect'] }],
			see: 'https://hardhat.org/hardhat-runner/plugins/nomicfoundation-hardhat-ethers#helpers',
			flaky: `import { ethers } from 'hardhat';\nconst token = ${contract};\ntoken.transfer(account, 10);`,
			steady: `import { ethers } from 'hardhat';\nconst token = ${contract};\ntoken.connect(account);`,
		},
		{
			effect: 'promise', from: ['hardhat', 'global'], path: `${path}.connect().*()`,
			unless: listens,
			see: 'https://hardhat.org/hardhat-runner/plugins/nomicfoundation-hardhat-ethers#helpers',
			flaky: `import { ethers } from 'hardhat';\nconst token = ${contract};\ntoken.connect(owner).transfer(account, 10);`,
			steady: `import { ethers } from 'hardhat';\nconst token = ${contract};\ntoken.connect(owner).removeAllListeners();`,
		},
	] as const satisfies readonly ApiRow[]),
	{
		effect: 'promise', from: 'global', path: 'artifacts.require().{at,deployed,new}()',
		see: 'https://archive.trufflesuite.com/docs/truffle/how-to/contracts/interact-with-your-contracts/',
		flaky: `const Token = artifacts.require('Token');\nToken.new();`,
		steady: `const Token = artifacts.require('Token');\nToken.setProvider(provider);`,
	},
	{
		effect: 'promise', from: 'global', path: 'artifacts.require().{at,deployed,new}().*()',
		unless: called,
		see: 'https://archive.trufflesuite.com/docs/truffle/how-to/contracts/interact-with-your-contracts/',
		flaky: `const token = await artifacts.require('Token').deployed();\ntoken.transfer(account, 10);`,
		steady: `const token = await artifacts.require('Token').deployed();\ntoken.address;`,
	},
	{
		effect: 'promise', inTurn: true, from: 'simple-git', path: `simpleGit().${gitTasks}`,
		unless: called,
		see: 'https://github.com/steveukx/git-js#api',
		flaky: `import { simpleGit } from 'simple-git';\nconst git = simpleGit('repo');\ngit.init();`,
		steady: `import { simpleGit } from 'simple-git';\nconst git = simpleGit('repo');\ngit.cwd('repo');`,
	},
	{
		effect: 'promise', inTurn: true, from: 'simple-git', path: `().${gitTasks}`,
		unless: called,
		see: 'https://github.com/steveukx/git-js#api',
		flaky: `const git = require('simple-git')('repo');\ngit.init();`,
		steady: `const git = require('simple-git')('repo');\ngit.init(() => {});`,
	},
] as const satisfies readonly ApiRow[];
