import type { ApiRow } from '../row.ts';

const registered = ['register', 'getRegistration'];
const asked = '{add,put,delete,clear,get,getKey,getAll,getAllKeys,count}()';
/** By either import. */
const dexies = [['', 'Dexie'], ['Dexie', '{ Dexie }']] as const;

/** Web APIs that do their work later and give a promise of it, and libraries over the browser's stores. */
export const webPromises = [
	{
		effect: 'promise', from: 'global', path: 'caches.{open,delete,has,keys,match}()',
		see: 'https://developer.mozilla.org/docs/Web/API/CacheStorage',
		flaky: `caches.delete('pages');`,
		steady: `caches.toString();`,
	},
	{
		effect: 'promise', from: 'global', path: 'caches.open().{add,addAll,put,delete,keys,match,matchAll}()',
		see: 'https://developer.mozilla.org/docs/Web/API/Cache',
		flaky: `const cache = await caches.open('pages');\ncache.put('/', new Response('a'));`,
		steady: `const cache = await caches.open('pages');\ncache.toString();`,
	},
	{
		effect: 'promise', from: 'global', path: 'new {Cache,CacheStorage}.{add,addAll,open,put,delete,keys,match,matchAll}()',
		see: 'https://developer.mozilla.org/docs/Web/API/Cache',
		flaky: `async function fill(cache: Cache) { cache.put('/', new Response('a')); }`,
	},
	{
		effect: 'promise', from: 'global', path: 'navigator.serviceWorker.{register,getRegistration,getRegistrations}()',
		see: 'https://developer.mozilla.org/docs/Web/API/ServiceWorkerContainer',
		flaky: `navigator.serviceWorker.register('/worker.js');`,
		steady: `navigator.serviceWorker.addEventListener('message', heard);`,
	},
	...registered.map((method): ApiRow => ({
		effect: 'promise', from: 'global', path: `navigator.serviceWorker.${method}().{update,unregister,showNotification,getNotifications}()`,
		see: 'https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration',
		flaky: `const registration = await navigator.serviceWorker.${method}('/worker.js');\nregistration.unregister();`,
		steady: `const registration = await navigator.serviceWorker.${method}('/worker.js');\nregistration.addEventListener('updatefound', found);`,
	})),
	{
		effect: 'promise', from: 'global', path: 'navigator.serviceWorker.getRegistrations().[].{update,unregister,showNotification,getNotifications}()',
		see: 'https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration',
		flaky: `const registrations = await navigator.serviceWorker.getRegistrations();\nregistrations[0].unregister();`,
	},
	{
		effect: 'promise', from: 'global', path: 'navigator.clipboard.{read,readText,write,writeText}()',
		see: 'https://developer.mozilla.org/docs/Web/API/Clipboard',
		flaky: `navigator.clipboard.writeText('a');`,
		steady: `navigator.clipboard.addEventListener('clipboardchange', changed);`,
	},
	{
		effect: 'promise', from: 'global', path: 'navigator.locks.{request,query}()',
		see: 'https://developer.mozilla.org/docs/Web/API/LockManager',
		flaky: `navigator.locks.request('file', async () => save());`,
	},
	{
		effect: 'promise', from: 'global', path: 'navigator.permissions.query()',
		see: 'https://developer.mozilla.org/docs/Web/API/Permissions/query',
		flaky: `navigator.permissions.query({ name: 'camera' });`,
	},
	{
		effect: 'promise', from: 'global', path: 'navigator.storage.{persist,persisted,estimate,getDirectory}()',
		see: 'https://developer.mozilla.org/docs/Web/API/StorageManager',
		flaky: `navigator.storage.getDirectory();`,
	},
	{
		effect: 'promise', from: 'global', path: 'navigator.storage.getDirectory().**.{getFileHandle,getDirectoryHandle,removeEntry,getFile,createWritable}()',
		see: 'https://developer.mozilla.org/docs/Web/API/FileSystemDirectoryHandle',
		flaky: `const root = await navigator.storage.getDirectory();\nroot.removeEntry('a');`,
		steady: `const root = await navigator.storage.getDirectory();\nroot.entries();`,
	},
	{
		effect: 'promise', from: ['global', 'node:crypto'], path: '{crypto,webcrypto}.subtle.{decrypt,deriveBits,deriveKey,digest,encrypt,exportKey,generateKey,importKey,sign,unwrapKey,verify,wrapKey}()',
		see: 'https://developer.mozilla.org/docs/Web/API/SubtleCrypto',
		flaky: `crypto.subtle.digest('SHA-256', bytes);`,
		steady: `crypto.getRandomValues(bytes);`,
	},
	{
		effect: 'promise', from: 'global', path: 'customElements.whenDefined()',
		see: 'https://developer.mozilla.org/docs/Web/API/CustomElementRegistry/whenDefined',
		flaky: `customElements.whenDefined('my-panel');`,
		steady: `customElements.define('my-panel', Panel);`,
	},
	{
		effect: 'promise', from: 'global', path: 'document.fonts.load()',
		see: 'https://developer.mozilla.org/docs/Web/API/FontFaceSet/load',
		flaky: `document.fonts.load('12px Inter');`,
		steady: `document.fonts.check('12px Inter');`,
	},
	{
		effect: 'promise', from: 'global', path: 'createImageBitmap()',
		see: 'https://developer.mozilla.org/docs/Web/API/Window/createImageBitmap',
		flaky: `createImageBitmap(canvas);`,
	},
	{
		effect: 'promise', from: 'global', path: 'new {AudioContext,OfflineAudioContext}.{resume,suspend,close,startRendering}()',
		see: 'https://developer.mozilla.org/docs/Web/API/BaseAudioContext',
		flaky: `new AudioContext().resume();`,
		steady: `new AudioContext().createGain();`,
	},
	{
		effect: 'promise', from: 'global', path: 'new RTCPeerConnection.{createOffer,createAnswer,setLocalDescription,setRemoteDescription,addIceCandidate}()',
		see: 'https://developer.mozilla.org/docs/Web/API/RTCPeerConnection',
		flaky: `new RTCPeerConnection().setLocalDescription(offer);`,
		steady: `new RTCPeerConnection().close();`,
	},
	{
		effect: 'promise', from: 'global', path: 'chrome.storage.{local,session,sync,managed}.{get,set,remove,clear,getBytesInUse}()', unless: [0, 1].map(argument => ({ argument, callable: true })),
		see: 'https://developer.chrome.com/docs/extensions/reference/api/storage',
		flaky: `chrome.storage.local.set({ theme: 'dark' });`,
		steady: `chrome.storage.local.set({ theme: 'dark' }, () => {});`,
	},
	{
		effect: 'promise', from: ['global', 'webextension-polyfill'], path: '{browser,default}.storage.{local,session,sync,managed}.{get,set,remove,clear,getBytesInUse}()',
		see: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/StorageArea',
		flaky: `browser.storage.local.clear();`,
	},

	// Libraries over the browser's stores
	{
		effect: 'promise', from: 'idb', path: '{openDB,deleteDB}()',
		see: 'https://github.com/jakearchibald/idb#opendb',
		flaky: `import { deleteDB } from 'idb';\ndeleteDB('shop');`,
		steady: `import { unwrap } from 'idb';\nunwrap(db);`,
	},
	{
		effect: 'promise', inTurn: true, from: 'idb', path: `openDB().${asked}`,
		see: 'https://github.com/jakearchibald/idb#shortcuts-to-getset-from-an-object-store',
		flaky: `import { openDB } from 'idb';\nconst db = await openDB('shop', 1);\ndb.put('items', { id: 1 });`,
		steady: `import { openDB } from 'idb';\nconst db = await openDB('shop', 1);\ndb.close();`,
	},
	{
		effect: 'promise', inTurn: true, from: 'idb-keyval', path: '{get,getMany,set,setMany,del,delMany,update,clear,keys,values,entries}()',
		see: 'https://github.com/jakearchibald/idb-keyval#usage',
		flaky: `import { set } from 'idb-keyval';\nset('theme', 'dark');`,
		steady: `import { createStore } from 'idb-keyval';\ncreateStore('shop', 'items');`,
	},
	{
		effect: 'promise', inTurn: true, from: 'localforage', path: '{getItem,setItem,removeItem,clear,length,key,keys,iterate,dropInstance,ready}()', unless: [0, 1, 2].map(argument => ({ argument, callable: true })),
		see: 'https://localforage.github.io/localForage/#data-api',
		flaky: `import localforage from 'localforage';\nlocalforage.setItem('theme', 'dark');`,
		steady: `import localforage from 'localforage';\nlocalforage.setItem('theme', 'dark', () => {});`,
	},
	{
		effect: 'promise', inTurn: true, from: 'localforage', path: 'createInstance().{getItem,setItem,removeItem,clear,length,key,keys,iterate,dropInstance,ready}()', unless: [0, 1, 2].map(argument => ({ argument, callable: true })),
		see: 'https://localforage.github.io/localForage/#multiple-instances-createinstance',
		flaky: `import localforage from 'localforage';\nconst store = localforage.createInstance({ name: 'shop' });\nstore.clear();`,
		steady: `import localforage from 'localforage';\nlocalforage.createInstance({ name: 'shop' }).config();`,
	},
	{
		effect: 'promise', from: '@react-native-async-storage/async-storage', path: '{getItem,setItem,removeItem,mergeItem,clear,getAllKeys,multiGet,multiSet,multiRemove,multiMerge}()', unless: [0, 1, 2].map(argument => ({ argument, callable: true })),
		see: 'https://react-native-async-storage.github.io/async-storage/docs/api',
		flaky: `import AsyncStorage from '@react-native-async-storage/async-storage';\nAsyncStorage.setItem('theme', 'dark');`,
		steady: `import AsyncStorage from '@react-native-async-storage/async-storage';\nAsyncStorage.setItem('theme', 'dark', () => {});`,
	},
	...dexies.flatMap(([root, named]): ApiRow[] => [
		{
			effect: 'promise', from: 'dexie', path: `new ${root}.{open,delete,transaction}()`,
			see: 'https://dexie.org/docs/Dexie/Dexie',
			flaky: `import ${named} from 'dexie';\nnew Dexie('shop').delete();`,
			steady: `import ${named} from 'dexie';\nnew Dexie('shop').close();`,
		},
		{
			effect: 'promise', inTurn: true, from: 'dexie', path: `new ${root}.**.{add,bulkAdd,put,bulkPut,update,upsert,bulkUpdate,delete,bulkDelete,clear,modify,toArray,primaryKeys}()`,
			see: 'https://dexie.org/docs/Table/Table',
			flaky: `import ${named} from 'dexie';\nconst db = new Dexie('shop');\ndb.items.where('price').above(3).delete();`,
			steady: `import ${named} from 'dexie';\nconst db = new Dexie('shop');\ndb.items.where('price').above(3);`,
		},
	]),
] as const satisfies readonly ApiRow[];
