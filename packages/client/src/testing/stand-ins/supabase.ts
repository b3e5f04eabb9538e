import { startStandIn, typeOf, type Reply } from './stand-in.ts';

type Row = Record<string, string>;

export interface SupabaseSettings {
  scenario?: 'row level security' | 'foreign key';
  columns: readonly string[];
  notNull?: readonly string[];
  unique?: string;
  /** A column that may hold five digits alone, by a constraint with the name that PostgreSQL gives it. */
  digits?: string;
}

const error = (
  status: number,
  code: string,
  message: string,
  details: string | null = null,
): Reply => ({
  status,
  body: { code, details, hint: null, message },
});

/** The table `members` of a Supabase project, as PostgREST serves it. */
export function startSupabase({
  scenario,
  columns,
  notNull = [],
  unique,
  digits,
}: SupabaseSettings) {
  const rows: Row[] = [];
  return startStandIn<Row>({
    cors: 'preflight',
    // A key is never covered by "*".
    allowHeaders: 'authorization, content-type, accept, apikey, prefer',
    answer(request, keep) {
      if (request.method !== 'POST') return { status: 405 };
      const apikey = request.headers.get('apikey');
      if (!apikey || request.headers.get('authorization') !== `Bearer ${apikey}`) {
        return { status: 401, body: { message: 'No API key found in request' } };
      }
      if (/^sb_secret_/.test(apikey)) {
        return { status: 401, body: { message: 'Forbidden use of secret API key in browser' } };
      }
      if (request.path !== '/rest/v1/members') {
        return error(404, '42P01', 'relation "public.unknown" does not exist');
      }
      if (typeOf(request) !== 'application/json') return error(415, 'PGRST102', 'Invalid type');
      const row = JSON.parse(request.body) as Row;
      const refusal = refusalOf(row);
      if (refusal) return refusal;
      rows.push(row);
      keep(row);
      // Nobody may select, so that a returned row would be refused.
      return request.headers.get('prefer') === 'return=minimal'
        ? { status: 201 }
        : error(401, '42501', 'permission denied for table members');
    },
  });

  function refusalOf(row: Row): Reply | undefined {
    if (scenario === 'row level security') {
      const message = 'new row violates row-level security policy for table "members"';
      return error(401, '42501', message);
    }
    if (scenario === 'foreign key') {
      const details = 'Key (campaign)=(x) is not present in table "campaigns".';
      return error(409, '23503', 'insert on table "members" violates a foreign key', details);
    }
    const unknown = Object.keys(row).find((column) => !columns.includes(column));
    if (unknown) {
      const message = `Could not find the '${unknown}' column of 'members' in the schema cache`;
      return error(400, 'PGRST204', message);
    }
    const details = `Failing row contains (${Object.values(row).join(', ')}).`;
    const missing = notNull.find((column) => row[column] === undefined);
    if (missing) {
      const message = `null value in column "${missing}" of relation "members" violates not-null constraint`;
      return error(400, '23502', message, details);
    }
    if (digits && !/^\d{5}$/.test(row[digits] ?? '')) {
      const message = `new row for relation "members" violates check constraint "members_${digits}_check"`;
      return error(400, '23514', message, details);
    }
    if (unique && rows.some((other) => other[unique] === row[unique])) {
      const message = `duplicate key value violates unique constraint "members_${unique}_key"`;
      return error(409, '23505', message, `Key (${unique})=(${row[unique]}) already exists.`);
    }
    return undefined;
  }
}
