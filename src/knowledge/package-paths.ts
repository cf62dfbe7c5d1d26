/** A path of a package, and where it is documented. */
export interface PackagePath {
	readonly from: string | readonly string[];
	readonly path: string;
	readonly see: `https://${string}`;
}
