import { allRows } from './knowledge/all-rows.ts';
import { methods } from './knowledge/methods.ts';
import { Rows } from './provenance/rows.ts';

/** The plugin's own rows, ready to be asked: the same for every linted file. */
export const knownRows = new Rows(allRows, methods);
