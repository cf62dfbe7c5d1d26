import { homedir } from 'node:os';
import { join } from 'node:path';

/** Not inside of this package: what lies in a node_modules folder is no project of its own to the plugin. */
export const cacheFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'eslint-plugin-deflake');
