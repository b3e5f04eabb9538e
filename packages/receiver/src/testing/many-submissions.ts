import { sql } from 'kysely';
import { openDatabase } from '../store/open-database.ts';
import { openStore } from '../store/open-store.ts';
import { entryOf, newSubmission } from './submissions.ts';

/** Fills an empty database with as many submissions, of which only one counts: faster than to send them. */
export async function fillWithMany(address: string, total: number): Promise<void> {
  const store = await openStore(address);
  await store.add([entryOf(newSubmission())]);
  await store.close();
  const { database } = await openDatabase(address);
  await sql`
    insert into submissions
    with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${sql.lit(total - 1)})
    select cast(n as text), fingerprint, type, kind, email,
      n || '@example.org', 'individual ' || n || '@example.org', campaign, partner, scope,
      'repeated', reason, flagged_from, address, body, received_at, decided_at
    from submissions, numbers`.execute(database);
  await database.destroy();
}
