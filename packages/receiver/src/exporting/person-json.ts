import type { Selectable } from 'kysely';
import type { IssuedLink } from '../confirmation/confirmations.ts';
import type { Store } from '../store/store.ts';
import type { OutboxRow, SubmissionRow } from '../store/tables.ts';

type PersonStore = Pick<Store, 'findOutbox' | 'confirmations'>;

/** All that is kept about whoever sent these submissions, as JSON, piece by piece. */
export async function* personJson(
  store: PersonStore,
  rows: AsyncIterable<SubmissionRow>,
): AsyncGenerator<string> {
  yield `{\n  "exportedAt": ${JSON.stringify(new Date().toISOString())},\n  "submissions": [`;
  let separator = '\n';
  for await (const row of rows) {
    const outbox = await store.findOutbox([row.id]);
    const links = await store.confirmations.linksOf(row.id);
    const kept = {
      receivedAt: row.received_at,
      state: row.state,
      reason: row.reason,
      decidedAt: row.decided_at,
      ipAddress: row.address,
      submission: JSON.parse(row.body) as unknown,
      confirmation: confirmationOf(row, outbox, links),
      // Without the payload: of a confirmation it holds what only its mail may hold.
      sent: outbox.map(({ kind, target, state, created_at, finished_at }) => ({
        kind,
        target,
        state,
        createdAt: created_at,
        finishedAt: finished_at,
      })),
    };
    yield separator + JSON.stringify(kept, null, 2).replace(/^/gm, '    ');
    separator = ',\n';
  }
  yield separator === '\n' ? ']\n}\n' : '\n  ]\n}\n';
}

/** What is kept of asking whether it was they; null where they were not asked, or nothing of it is kept any more. */
function confirmationOf(
  { state, flagged_from }: SubmissionRow,
  outbox: readonly Selectable<OutboxRow>[],
  links: readonly IssuedLink[],
) {
  const mail = outbox.find(({ kind }) => kind === 'confirmation');
  const isOpen = state === 'pending';
  if (!mail && links.length === 0 && !isOpen) return null;
  return {
    confirmed: !isOpen && flagged_from !== 'pending',
    askedAt: mail?.created_at ?? null,
    mailedAt: mail?.state === 'done' ? mail.finished_at : null,
    // More than one where a mail had to be sent again. What their tokens are, nobody knows.
    links,
  };
}
