/** Folders where package managers put what a project depends on: nothing in them is its own. */
export const packageFolders: readonly string[] = ['node_modules', 'bower_components', 'jspm_packages'];
