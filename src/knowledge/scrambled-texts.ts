/** How bytes are written: what an encoding is called, and the characters that it uses. */
export const alphabets: Readonly<Record<string, string>> = {
	hex: '0123456789abcdef',
	base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
	base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
	base36: '0123456789abcdefghijklmnopqrstuvwxyz',
};

/** An API of whose result each character or byte changes as soon as anything changes that it is made of. */
export interface ScrambledRow {
	readonly from: string | readonly string[];
	/** As in `ApiRow.path`. */
	readonly path: string;
	/**
	 * `bytes`, the name of an encoding, or the argument that names one: without it, bytes. `token`: three pieces with a full stop between two, of which the last
	 * is a signature in base64url.
	 */
	readonly gives: 'bytes' | 'hex' | 'base64' | 'base64url' | 'base36' | 'token' | { readonly encoding: number };
	/** What checks a token compares the text: elsewhere the bytes that it stands for. */
	readonly comparesText?: true;
	readonly see: `https://${string}`;
}

const nodeCrypto = 'https://nodejs.org/api/crypto.html';
const webCrypto = 'https://developer.mozilla.org/en-US/docs/Web/API/SubtleCrypto';

/** Digests, signatures, cipher texts, tokens and random bytes. */
export const scrambledRows: readonly ScrambledRow[] = [
	{ from: 'node:crypto', path: '{createHash,createHmac}().**.digest()', gives: { encoding: 0 }, see: `${nodeCrypto}#hashdigestencoding` },
	{ from: 'node:crypto', path: 'createSign().**.sign()', gives: { encoding: 1 }, see: `${nodeCrypto}#signsignprivatekey-outputencoding` },
	{ from: 'node:crypto', path: '{createCipheriv,createCipher}().update()', gives: { encoding: 2 }, see: `${nodeCrypto}#cipherupdatedata-inputencoding-outputencoding` },
	{ from: 'node:crypto', path: '{createCipheriv,createCipher}().final()', gives: { encoding: 0 }, see: `${nodeCrypto}#cipherfinaloutputencoding` },
	{ from: 'node:crypto', path: '{createCipheriv,createCipher}().getAuthTag()', gives: 'bytes', see: `${nodeCrypto}#ciphergetauthtag` },
	{
		from: 'node:crypto',
		path: '{randomBytes,pseudoRandomBytes,sign,pbkdf2Sync,scryptSync,publicEncrypt,privateEncrypt,diffieHellman}()',
		gives: 'bytes',
		see: `${nodeCrypto}#cryptosignalgorithm-data-key-callback`,
	},
	{ from: ['node:crypto', 'global'], path: '{webcrypto,crypto}.subtle.{sign,encrypt,digest,deriveBits}()', gives: 'bytes', see: webCrypto },
	{ from: 'node:crypto', path: 'subtle.{sign,encrypt,digest,deriveBits}()', gives: 'bytes', see: webCrypto },
	{ from: 'tweetnacl', path: '{box,secretbox,randomBytes,hash}()', gives: 'bytes', see: 'https://github.com/dchest/tweetnacl-js#documentation' },
	{ from: 'tweetnacl', path: 'sign.detached()', gives: 'bytes', see: 'https://github.com/dchest/tweetnacl-js#signatures' },
	{ from: ['libsodium-wrappers', 'libsodium-wrappers-sumo', 'sodium-native'], path: '{crypto_sign_detached,crypto_secretbox_easy,crypto_box_easy,crypto_box_seal,randombytes_buf}()', gives: 'bytes', see: 'https://github.com/jedisct1/libsodium.js#api' },
	{ from: 'crypto-js', path: '{SHA1,SHA256,SHA384,SHA512,HmacSHA1,HmacSHA256,HmacSHA512}().toString()', gives: 'hex', see: 'https://cryptojs.gitbook.io/docs/#hashing' },
	{ from: 'jsonwebtoken', path: 'sign()', gives: 'token', comparesText: true, see: 'https://github.com/auth0/node-jsonwebtoken#jwtsignpayload-secretorprivatekey-options-callback' },
	{ from: '@nestjs/jwt', path: 'new JwtService.{sign,signAsync}()', gives: 'token', comparesText: true, see: 'https://github.com/nestjs/jwt#usage' },
	{ from: 'jwt-simple', path: 'encode()', gives: 'token', comparesText: true, see: 'https://github.com/hokaccha/node-jwt-simple#usage' },
	{ from: 'jose', path: 'new {SignJWT,CompactSign,EncryptJWT,CompactEncrypt}.**.{sign,encrypt}()', gives: 'token', see: 'https://github.com/panva/jose/blob/main/docs/jwt/sign/classes/SignJWT.md' },
	{ from: ['jose', '@panva/jose'], path: '{JWT,JWS}.sign()', gives: 'token', see: 'https://github.com/panva/jose/blob/v2.x/docs/README.md#jwtsignpayload-key-options' },
	{ from: 'hono/jwt', path: 'sign()', gives: 'token', see: 'https://hono.dev/docs/helpers/jwt#sign' },
	{ from: 'bson', path: 'new {ObjectId,ObjectID}.{toString,toHexString}()', gives: 'hex', see: 'https://mongodb.github.io/node-mongodb-native/6.0/classes/BSON.ObjectId.html' },
	{ from: 'mongodb', path: 'new {ObjectId,ObjectID}.{toString,toHexString}()', gives: 'hex', see: 'https://mongodb.github.io/node-mongodb-native/6.0/classes/BSON.ObjectId.html' },
	{ from: '@paralleldrive/cuid2', path: 'createId()', gives: 'base36', see: 'https://github.com/paralleldrive/cuid2#usage' },
];

/** What holds the bytes of what it is handed, as they are: paths of the global object. */
export const sameBytes: readonly string[] = ['Buffer.from()', 'new Buffer', 'new Uint8Array', 'Uint8Array.from()'];

/** What holds the bytes of the list that it is handed, one after the other. */
export const joinedBytes = 'Buffer.concat()';

/** Methods that cut a piece out of a text or a list of bytes, from one place to another. */
export const cutting: ReadonlySet<string> = new Set(['slice', 'substring', 'subarray']);

/** Methods that put other text into the place of the first piece that fits. */
export const replacing: ReadonlySet<string> = new Set(['replace', 'replaceAll']);

/** Methods of bytes that write one byte: the first argument at the place that the second tells. */
export const byteWriters: ReadonlySet<string> = new Set(['writeUInt8', 'writeUint8', 'writeInt8']);
