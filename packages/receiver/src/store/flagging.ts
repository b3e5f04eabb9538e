import type { Transaction } from 'kysely';
import { claimPlaces, releasePlaces } from './claim-places.ts';
import { changeCounts } from './count-shards.ts';
import type { AddOptions } from './add-entries.ts';
import { lockSubmissions } from './lock-submissions.ts';
import { draftCounted, withdrawCounted } from './outbox-drafts.ts';
import type { SubmissionState, SubmissionRow, Tables } from './tables.ts';

const now = () => new Date().toISOString();

/** Takes submissions out of the counts. Whoever repeated one of them is counted in its place. */
export async function flagSubmissions(
  transaction: Transaction<Tables>,
  ids: readonly string[],
  reason: string,
  options: AddOptions,
): Promise<number> {
  const found = await lockSubmissions(transaction, options.engine, ids);
  const rows = found.filter(({ state }) => state !== 'flagged');
  if (rows.length === 0) return 0;
  const pending = rows.filter(({ state }) => state === 'pending');
  const others = rows.filter(({ state }) => state !== 'pending');
  for (const [from, part] of [
    ['pending', pending],
    ['counted', others],
  ] as const) {
    if (part.length === 0) continue;
    await transaction
      .updateTable('submissions')
      .set({ state: 'flagged', reason, flagged_from: from, decided_at: now() })
      .where('id', 'in', idsOf(part))
      .execute();
  }
  await withdrawCounted(transaction, idsOf(rows));
  const counted = rows.filter(({ state }) => state === 'counted');
  await releasePlaces(transaction, counted);
  const promoted = await countRepeated(transaction, counted, options);
  await changeCounts(transaction, options.engine, counted, -1);
  await changeCounts(transaction, options.engine, promoted, 1);
  return rows.length;
}

/** Gives flagged submissions back their state: those that count do so unless their person counts already. */
export async function unflagSubmissions(
  transaction: Transaction<Tables>,
  ids: readonly string[],
  options: AddOptions,
): Promise<number> {
  const found = await lockSubmissions(transaction, options.engine, ids);
  const rows = found.filter(({ state }) => state === 'flagged');
  await setState(transaction, rows.filter(isFromPending), 'pending');
  await settle(
    transaction,
    rows.filter((row) => !isFromPending(row)),
    options,
  );
  return rows.length;
}

const isFromPending = (row: SubmissionRow) => row.flagged_from === 'pending';

/** Counts a pending submission, unless its person counts already; returns its state afterwards. */
export async function confirmSubmission(
  transaction: Transaction<Tables>,
  id: string,
  options: AddOptions,
): Promise<SubmissionState | undefined> {
  const [row] = await lockSubmissions(transaction, options.engine, [id]);
  if (row?.state === 'flagged' && isFromPending(row)) {
    // It is held back for another reason, and is confirmed nonetheless should that fall away.
    await transaction
      .updateTable('submissions')
      .set({ flagged_from: 'counted' })
      .where('id', '=', id)
      .execute();
  }
  if (row?.state !== 'pending') return row?.state;
  const repeated = await settle(transaction, [row], options);
  return repeated.has(id) ? 'repeated' : 'counted';
}

/** Counts submissions whose people hold no place yet; returns the ids of the others. */
async function settle(
  transaction: Transaction<Tables>,
  rows: readonly SubmissionRow[],
  options: AddOptions,
): Promise<Set<string>> {
  const repeated = await claimPlaces(transaction, rows, options);
  const counted = rows.filter(({ id }) => !repeated.has(id));
  await setState(transaction, counted, 'counted');
  await draftCounted(transaction, counted, options);
  await setState(
    transaction,
    rows.filter(({ id }) => repeated.has(id)),
    'repeated',
  );
  await changeCounts(transaction, options.engine, counted, 1);
  return repeated;
}

async function setState(
  transaction: Transaction<Tables>,
  rows: readonly SubmissionRow[],
  state: SubmissionState,
): Promise<void> {
  if (rows.length === 0) return;
  await transaction
    .updateTable('submissions')
    .set({ state, reason: null, flagged_from: null })
    .set({ decided_at: state === 'pending' ? null : now() })
    .where('id', 'in', idsOf(rows))
    .execute();
}

/** Gives the places that became free to those who repeated what held them, first come first served. */
export async function countRepeated(
  transaction: Transaction<Tables>,
  freed: readonly SubmissionRow[],
  options: AddOptions,
): Promise<SubmissionRow[]> {
  const mailboxes = new Set(freed.flatMap(({ mailbox }) => mailbox ?? []));
  if (mailboxes.size === 0) return [];
  const placeOf = ({ scope, person }: SubmissionRow) => JSON.stringify([scope, person]);
  const places = new Set(freed.map(placeOf));
  const repeated = await transaction
    .selectFrom('submissions')
    .selectAll()
    .where('mailbox', 'in', [...mailboxes])
    .where('state', '=', 'repeated')
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  const candidates = repeated.filter((row) => places.has(placeOf(row)));
  const still = await claimPlaces(transaction, candidates, options);
  const promoted = candidates.filter(({ id }) => !still.has(id));
  await setState(transaction, promoted, 'counted');
  await draftCounted(transaction, promoted, options);
  return promoted;
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
