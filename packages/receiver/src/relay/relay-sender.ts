import type { Outcome } from '@pro-kid/client';
import type { NamedSubmission, Submission } from '@pro-kid/contract';
import type { Send, Sent } from '../outbox/outbox-worker.ts';
import type { Store } from '../store/store.ts';
import { exchange, type NoAnswer } from './exchange.ts';
import { loadRelayFormat } from './formats/load-relay-format.ts';
import type { Target } from './target.ts';

const TIMEOUT_MS = 20_000;

/** What the operator can set right, or time: everything else is of no use to try again. */
const WORTH_ANOTHER_TRY = [401, 403, 404, 407, 408, 421, 425];

interface RelaySenderOptions {
  targets: readonly Target[];
  store: Pick<Store, 'export'>;
  fetch?: typeof fetch;
  /** In milliseconds since 1970. */
  now?: () => number;
  /** For one whole answer, in milliseconds (default: 20 000). */
  timeout?: number;
}

/** Passes submissions on to the targets that the outbox names for them. */
export function createRelaySender({
  targets,
  store,
  fetch,
  now = Date.now,
  timeout = TIMEOUT_MS,
}: RelaySenderOptions): Send {
  const byName = new Map(targets.map((target) => [target.name, target]));
  return async (job) => {
    const row = await firstOf(store.export({ ids: [job.submissionId] }));
    // Erased or flagged meanwhile, and its row of the outbox with it.
    if (row?.state !== 'counted') return 'done';
    const target = byName.get(job.target);
    if (target === undefined) return { retry: 'no-such-target' };
    const submission = JSON.parse(row.body) as Submission;
    const format = await loadRelayFormat(target);
    // A format that needs a name is asked for nobody without.
    const named = submission as NamedSubmission;
    const relayed = { submission: named, countedAt: row.decided_at ?? '', now: now() };
    const request = format.request(relayed, target);
    if ('outcome' in request) return { dead: codeOf(request) };
    const { headers } = target;
    const answer = await exchange(request, {
      timeout,
      ...(headers && { headers }),
      ...(fetch && { fetch }),
    });
    return typeof answer === 'string'
      ? { retry: answer satisfies NoAnswer }
      : sentBy(format.read(answer, named, target), answer.status);
  };
}

async function firstOf<Item>(items: AsyncIterable<Item>): Promise<Item | undefined> {
  for await (const item of items) return item;
  return undefined;
}

function sentBy(outcome: Outcome, status: number): Sent {
  switch (outcome.outcome) {
    case 'confirmed':
    case 'accepted':
    case 'sent':
    case 'duplicate':
      return 'done';
    case 'limited': {
      const { retryAfter } = outcome;
      const after = retryAfter === undefined ? {} : { after: retryAfter * 1_000 };
      return { retry: `http-${status}`, ...after };
    }
    case 'invalid':
      return { dead: `http-${status}-invalid` };
    case 'unreachable':
      return { retry: `http-${status}` };
    case 'refused':
      return isFinal(outcome.code, status)
        ? { dead: codeOf(outcome, status) }
        : { retry: codeOf(outcome, status) };
  }
}

function isFinal(code: string, status: number): boolean {
  if (code === 'unreadable-answer' || code === 'redirected') return false;
  if (code !== 'status') return true;
  return status >= 400 && !WORTH_ANOTHER_TRY.includes(status);
}

/** A code without personal data, for the log and the list of the outbox. */
function codeOf(outcome: Outcome, status?: number): string {
  const code = outcome.outcome === 'refused' ? outcome.code : outcome.outcome;
  if (status === undefined) return code;
  return code === 'status' ? `http-${status}` : `http-${status}-${code}`;
}
