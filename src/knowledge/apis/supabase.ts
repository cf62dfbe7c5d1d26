import type { ApiRow } from '../row.ts';

const packages = ['@supabase/supabase-js', '@supabase/ssr', '@supabase/postgrest-js'] as const;
const start = `import { createClient } from '@supabase/supabase-js';\nconst supabase = createClient('http://localhost:54321', 'key');`;

export const supabase = [
	{
		effect: 'order',
		from: packages,
		path: 'new SupabaseClient.from().select().**.data',
		yields: 'list',
		unless: [{ chained: ['order', 'single', 'maybeSingle', 'csv', 'geojson', 'explain'] }],
		narrowedBy: [{ chained: ['eq', 'match', 'filter', 'or', 'in', 'is', 'contains', 'textSearch', 'limit', 'range'] }],
		see: 'https://supabase.com/docs/reference/javascript/order',
		flaky: `${start}\n(await supabase.from('users').select('*').gt('age', 17)).data;`,
		steady: `${start}\n(await supabase.from('users').select('*').gt('age', 17).order('id')).data;`,
	},
	{
		effect: 'store',
		from: packages,
		path: 'new SupabaseClient.from().{insert,upsert}()',
		data: { argument: 0 },
		see: 'https://supabase.com/docs/reference/javascript/insert',
		flaky: `${start}\nawait supabase.from('users').insert({ email: 'a@example.com' });`,
		steady: `${start}\nawait supabase.from('users').update({ email: 'a@example.com' }).eq('id', 1);`,
	},
	{
		effect: 'empty',
		from: packages,
		path: 'new SupabaseClient.from().delete().{neq,gt,gte,not}()',
		unless: [{ chained: ['eq', 'match', 'filter', 'or', 'in', 'is', 'like', 'ilike', 'contains', 'lt', 'lte', 'limit'] }],
		see: 'https://supabase.com/docs/reference/javascript/delete',
		flaky: `${start}\nawait supabase.from('users').delete().neq('id', 0);`,
		steady: `${start}\nawait supabase.from('users').delete().neq('id', 0).eq('team', 1);`,
	},
	{
		effect: 'alias',
		from: packages,
		path: '{createClient,createServerClient,createBrowserClient}()',
		to: 'new SupabaseClient',
		see: 'https://supabase.com/docs/reference/javascript/initializing',
		flaky: `import { createClient } from '@supabase/supabase-js';\ncreateClient('http://localhost:54321', 'key');`,
	},
	{
		effect: 'alias',
		from: packages,
		path: 'new SupabaseClient.schema()',
		to: 'new SupabaseClient',
		see: 'https://supabase.com/docs/reference/javascript/select',
		flaky: `${start}\nsupabase.schema('private');`,
	},
	{
		effect: 'alias',
		from: '@supabase/postgrest-js',
		path: 'new PostgrestClient',
		to: 'new SupabaseClient',
		see: 'https://github.com/supabase/postgrest-js#readme',
		flaky: `import { PostgrestClient } from '@supabase/postgrest-js';\nnew PostgrestClient('http://localhost:3000');`,
	},
] as const satisfies readonly ApiRow[];
