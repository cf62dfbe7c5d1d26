import { describe } from '../src/effects/witness.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { type SharedStore, sharedStores } from '../src/verdict/sharing/shared-stores.ts';

/** What one test takes away, another has just stored: a database is shared by all who know its name. */
export default defineRule({
	description: 'disallow tests that run at once from emptying, or opening by one name, a database that they share',
	recommended: 'always',
	messages: {
		beside: 'This empties {{what}} ({{path}}) while {{rival}} stores there: {{reason}}. Give each test its own records, a transaction or a database, or run them one after another.',
		elsewhere:
			'This empties {{what}} ({{path}}) while {{rival}} stores there: test files run at once. Give each worker a database of its own, or each test a transaction.',
		cleared:
			'This empties {{what}} ({{path}}), and {{rival}} empties it too: test files run at once, and one takes away what the other has just made. Give each worker a database of its own, or each test a transaction.',
		timed: 'The name of this {{what}}, `{{name}}`, differs by the time alone ({{path}}), and {{rival}} makes its own in the same way: test files run at once. Put a UUID, or the number of the worker, into it.',
		remote: '`{{name}}` is one name for all runs in this account ({{path}}): a run beside this one, on a build server or another machine, makes or deletes the same, and one that broke leaves it behind. Put a UUID into it.',
		own: 'The {{what}} `{{name}}` is one for all runs on this server ({{path}}), and what an earlier one left in it is still there. Put a UUID into its name.',
		kept: 'The {{what}} `{{name}}` is also used by {{rival}}: what one of them leaves there comes to the other, and to the next run. Give it a name of its own in each test, with a UUID.',
		named: 'The {{what}} `{{name}}` is also used by {{rival}}, and test files run at once. Give it a name of its own in each file, or one with the number of the worker.',
	},

	options: {
		own: option.flag(false, 'Also report queues and topics with a fixed name that no other test is seen to use.', { strict: true }),
	},

	*check(file, { beside, elsewhere, cleared, named, kept, timed, remote, own }, options) {
		for (const store of sharedStores(file)) {
			const { place } = store;
			if (store.kind === 'named') {
				const { what, name, generator } = store.taking;
				if (generator === undefined) yield named(place, { what, name, rival: shown(store) });
				else yield timed(place, { what, name, path: describe(generator.witness), rival: shown(store) });
			} else if (store.kind === 'kept') {
				yield kept(place, { what: store.taking.what, name: store.taking.name, rival: shown(store) });
			} else if (store.kind === 'remote' || store.kind === 'own') {
				const { what, name, witness } = store.taking;
				if (store.kind === 'remote') yield remote(place, { name, path: describe(witness) });
				else if (options.own) yield own(place, { what, name, path: describe(witness) });
			} else {
				const { table, witness } = store.use;
				const data = { what: table === '*' ? 'all tables' : `\`${table}\``, path: describe(witness), rival: shown(store) };
				if (store.kind === 'beside') yield beside(place, { ...data, reason: store.reason });
				else yield (store.other.act === 'empty' ? cleared : elsewhere)(place, data);
			}
		}
	},
});

function shown(store: Extract<SharedStore, { kind: 'beside' | 'elsewhere' | 'named' | 'kept' }>): string {
	return store.kind === 'beside' ? `"${store.rival.title ?? 'another test'}"` : `${store.other.path}:${store.other.line}`;
}
