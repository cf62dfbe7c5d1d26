interface SignedTokens {
	readonly from: string;
	/** Paths of the package: what makes a token of its first argument, and what throws for one that has ended. */
	readonly sign: string;
	readonly verify: string;
	readonly see: `https://${string}`;
}

/** Packages whose tokens say when they end, and whose verification holds that against now. */
export const signedTokens: readonly SignedTokens[] = [
	{ from: 'jsonwebtoken', sign: 'sign()', verify: 'verify()', see: 'https://github.com/auth0/node-jsonwebtoken#jwtverifytoken-secretorpublickey-options-callback' },
	{ from: 'hono/jwt', sign: 'sign()', verify: 'verify()', see: 'https://hono.dev/docs/helpers/jwt#verify' },
];

/** The entry that says when a token ends, in seconds since 1970: https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 */
export const tokenEnd = 'exp';

/** Options of a verification that looks at no end, or at another present. */
export const endChecksOff: readonly string[] = ['ignoreExpiration', 'clockTimestamp', 'exp'];
