import type { Transaction } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import { personOf } from '../people/person-of.ts';
import { scopeOf } from '../people/scope-of.ts';
import { claimPlaces } from './claim-places.ts';
import { changeCounts } from './count-shards.ts';
import type { Engine } from './engine.ts';
import { insertNew, type InsertedTable } from './insert-new.ts';
import { draftOutbox } from './outbox-drafts.ts';
import { findOverLimit, type Rate } from './limits.ts';
import type { Entry, Verdict, WhenCounted } from './store.ts';
import type { SubmissionRow, Tables } from './tables.ts';

export interface AddOptions {
  engine: Engine;
  /** Whether a second of a family counts on one e-mail address. */
  family: boolean;
  limits: readonly Rate[];
  whenCounted: WhenCounted;
  /** When something comes: each time later than the one before. */
  now: () => Date;
}

interface AddNow extends AddOptions {
  /** When they came (default: now). */
  receivedAt?: Date;
}

interface Draft {
  entry: Entry;
  row: SubmissionRow;
}

/** Keeps entries in one transaction; a verdict for each, in the same order. */
export async function addEntries(
  transaction: Transaction<Tables>,
  entries: readonly Entry[],
  { engine, family, limits, whenCounted, receivedAt, now: nextTime }: AddNow,
): Promise<Verdict[]> {
  const now = nextTime();
  const came = receivedAt ?? now;
  const times = { receivedAt: came.toISOString(), now: now.toISOString() };
  const over = await findOverLimit(transaction, entries, limits, came.getTime());
  const drafts = new Map<string, Draft>();
  for (const entry of entries) {
    const { id } = entry.submission;
    if (drafts.has(id)) continue;
    const flag = entry.flag ?? (over.has(entry) ? 'limit' : undefined);
    drafts.set(id, { entry, row: rowOf({ ...entry, flag }, times) });
  }
  // In this order everywhere, so that no two transactions wait for each other.
  const sorted = [...drafts.values()].sort((a, b) => (a.row.id < b.row.id ? -1 : 1));
  const isNew = await insertNew(
    transaction,
    engine,
    SUBMISSIONS,
    sorted.map(({ row }) => row),
  );
  const added = sorted.filter(({ row }) => isNew.has(row.id));
  const known = await readKnown(
    transaction,
    sorted.map(({ row }) => row.id).filter((id) => !isNew.has(id)),
  );

  const counted = await countRows(
    transaction,
    [...drafts.values()].map(({ row }) => row).filter(({ id }) => isNew.has(id)),
    { engine, family },
  );
  await draftOutbox(transaction, added, { engine, whenCounted }, times.now);
  await changeCounts(transaction, engine, counted, 1);

  const told = new Set<string>();
  return entries.map(({ submission: { id }, fingerprint }): Verdict => {
    const kept = known.get(id) ?? drafts.get(id)!.row;
    if (kept.fingerprint !== fingerprint) return { kept: 'other' };
    const isFirst = isNew.has(id) && !told.has(id);
    told.add(id);
    return { kept: isFirst ? 'stored' : 'same', state: kept.state, decidedAt: kept.decided_at };
  });
}

function rowOf(
  entry: Entry,
  { receivedAt, now }: { receivedAt: string; now: string },
): SubmissionRow {
  const { submission, fingerprint, address = null, flag, pending = false } = entry;
  const { id, type, member, source } = submission;
  const state = flag === undefined ? (pending ? 'pending' : 'counted') : 'flagged';
  return {
    id,
    fingerprint,
    type,
    kind: member.kind,
    ...personOf(submission),
    campaign: source.campaign ?? null,
    partner: source.partner ?? null,
    scope: scopeOf(submission),
    state,
    reason: flag ?? null,
    flagged_from: flag === undefined ? null : pending ? 'pending' : 'counted',
    address,
    body: entry.body ?? canonicalJson(submission),
    received_at: receivedAt,
    decided_at: state === 'pending' ? null : now,
  };
}

const SUBMISSIONS: InsertedTable<'submissions'> = {
  name: 'submissions',
  columns: {
    id: 'text',
    fingerprint: 'text',
    type: 'text',
    kind: 'text',
    email: 'text',
    mailbox: 'text',
    person: 'text',
    campaign: 'text',
    partner: 'text',
    scope: 'text',
    state: 'text',
    reason: 'text',
    flagged_from: 'text',
    address: 'text',
    body: 'text',
    received_at: 'text',
    decided_at: 'text',
  },
  returning: 'id',
};

type Known = Pick<SubmissionRow, 'id' | 'fingerprint' | 'state' | 'decided_at'>;

async function readKnown(
  transaction: Transaction<Tables>,
  ids: readonly string[],
): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('submissions')
    .select(['id', 'fingerprint', 'state', 'decided_at'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Finds who is new among those that would count, marks the others, and returns those that do count. */
async function countRows(
  transaction: Transaction<Tables>,
  rows: readonly SubmissionRow[],
  options: Pick<AddOptions, 'engine' | 'family'>,
): Promise<SubmissionRow[]> {
  const counting = rows.filter(({ state }) => state === 'counted');
  const repeated = await claimPlaces(transaction, counting, options);
  if (repeated.size > 0) {
    await transaction
      .updateTable('submissions')
      .set({ state: 'repeated' })
      .where('id', 'in', [...repeated])
      .execute();
    for (const row of counting) if (repeated.has(row.id)) row.state = 'repeated';
  }
  return counting.filter(({ state }) => state === 'counted');
}
