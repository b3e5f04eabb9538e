import type { Submission } from '@pro-kid/contract';
import type { Kysely } from 'kysely';
import { personOf } from '../../people/person-of.ts';
import { scopeOf } from '../../people/scope-of.ts';
import type { PersonRow, SubmissionRow } from '../tables.ts';

const ROWS_AT_ONCE = 200;

type OldRow = Pick<
  SubmissionRow,
  'id' | 'fingerprint' | 'type' | 'kind' | 'email' | 'campaign' | 'partner' | 'body' | 'received_at'
>;

interface OldAndNew {
  submissions: OldRow;
  submissions_next: SubmissionRow;
  people: PersonRow;
}

/** Copies what was received to the new table, in the order in which it came: who came first is counted. */
export async function moveSubmissions(database: Kysely<unknown>): Promise<void> {
  const tables = database as Kysely<OldAndNew>;
  let last: OldRow | undefined;
  for (;;) {
    let next = tables
      .selectFrom('submissions')
      .selectAll()
      .orderBy('received_at')
      .orderBy('id')
      .limit(ROWS_AT_ONCE);
    if (last) {
      const { received_at: time, id } = last;
      next = next.where(({ eb, or, and }) =>
        or([eb('received_at', '>', time), and([eb('received_at', '=', time), eb('id', '>', id)])]),
      );
    }
    const rows = await next.execute();
    if (rows.length === 0) return;
    await moveSome(tables, rows);
    last = rows.at(-1);
  }
}

async function moveSome(tables: Kysely<OldAndNew>, rows: readonly OldRow[]): Promise<void> {
  const moved = rows.map((row): SubmissionRow => {
    const submission = JSON.parse(row.body) as Submission;
    const { mailbox, person } = personOf(submission);
    return {
      ...row,
      mailbox,
      person,
      scope: scopeOf(submission),
      state: 'counted',
      reason: null,
      flagged_from: null,
      address: null,
      decided_at: row.received_at,
    };
  });
  const claims = moved.flatMap(({ id, scope, person }) =>
    scope === null || person === null ? [] : [{ scope, person, place: 1, submission_id: id }],
  );
  const first = new Set<string>();
  if (claims.length > 0) {
    const taken = await tables
      .insertInto('people')
      .values(claims)
      .onConflict((conflict) => conflict.doNothing())
      .returning('submission_id')
      .execute();
    for (const place of taken) first.add(place.submission_id);
  }
  const again = new Set(claims.map((claim) => claim.submission_id).filter((id) => !first.has(id)));
  await tables
    .insertInto('submissions_next')
    .values(moved.map((row) => (again.has(row.id) ? { ...row, state: 'repeated' } : row)))
    .execute();
}
