import { randomUUID } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { Entry, OutboxDraft, WhenCounted } from './store.ts';
import type { OutboxKind, OutboxRow, SubmissionRow, Tables } from './tables.ts';

/** What is sent only as long as its submission counts. */
const OF_COUNTED: OutboxKind = 'relay';

interface DraftOptions {
  engine: Engine;
  whenCounted: WhenCounted;
}

/** Notes what is to be sent for submissions that were just kept, each by the state it came to. */
export async function draftOutbox(
  transaction: Transaction<Tables>,
  kept: readonly { entry: Entry; row: SubmissionRow }[],
  { engine, whenCounted }: DraftOptions,
  now: string,
): Promise<void> {
  const rows = kept.flatMap(({ entry, row }) => [
    ...(entry.outbox ?? [])
      .filter(({ states }) => states.includes(row.state))
      .map((draft) => rowOf(row, draft, now)),
    ...(row.state === 'counted' ? whenCounted(row) : []).map((draft) => rowOf(row, draft, now)),
  ]);
  await insert(transaction, engine, rows);
}

/** Notes what is to be sent for submissions that did not count before, except what is noted already. */
export async function draftCounted(
  transaction: Transaction<Tables>,
  counted: readonly SubmissionRow[],
  { engine, whenCounted }: DraftOptions,
): Promise<void> {
  const now = new Date().toISOString();
  const rows = counted.flatMap((row) => whenCounted(row).map((draft) => rowOf(row, draft, now)));
  if (rows.length === 0) return;
  const known = await transaction
    .selectFrom('outbox')
    .select(['submission_id', 'kind', 'target'])
    .where(
      'submission_id',
      'in',
      counted.map(({ id }) => id),
    )
    .execute();
  const noted = new Set(known.map(placeOf));
  await insert(
    transaction,
    engine,
    rows.filter((row) => !noted.has(placeOf(row))),
  );
}

/** Takes back what is to be sent for submissions as they count, where it was not sent yet. */
export async function withdrawCounted(
  transaction: Transaction<Tables>,
  ids: readonly string[],
): Promise<void> {
  await transaction
    .deleteFrom('outbox')
    .where('submission_id', 'in', ids)
    .where('kind', '=', OF_COUNTED)
    .where('state', '!=', 'done')
    .execute();
}

const placeOf = ({
  submission_id,
  kind,
  target,
}: Pick<OutboxRow, 'submission_id' | 'kind' | 'target'>) =>
  JSON.stringify([submission_id, kind, target]);

const rowOf = (
  { id }: SubmissionRow,
  { kind, target, payload }: Omit<OutboxDraft, 'states'>,
  now: string,
): Insertable<OutboxRow> => ({
  id: randomUUID(),
  submission_id: id,
  kind,
  target,
  state: 'waiting',
  due_at: now,
  lease_until: null,
  last_error: null,
  created_at: now,
  finished_at: null,
  payload,
});

async function insert(
  transaction: Transaction<Tables>,
  { mostRows }: Engine,
  rows: readonly Insertable<OutboxRow>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += mostRows) {
    const some = rows.slice(start, start + mostRows);
    await transaction.insertInto('outbox').values(some).execute();
  }
}
