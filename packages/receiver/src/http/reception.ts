import type { Counts, Receipt, Submission } from '@pro-kid/contract';
import { canonicalJson, fingerprint, fingerprintOf } from '../canonical-json.ts';
import type { Standing } from '../fairness/fairness.ts';
import { GroupCommit } from '../store/group-commit.ts';
import { LiveCounts, raised, type Figures } from '../store/live-counts.ts';
import { scopeOf } from '../people/scope-of.ts';
import type { Store, Verdict } from '../store/store.ts';

/** What became of a submission: `busy` where too many wait already, `other` where its id is taken. */
export type Received = { receipt: Receipt } | 'busy' | 'other';

/** Keeps submissions, and acknowledges each once it is on disk. */
export class Reception {
  readonly #store: Pick<Store, 'find'>;
  readonly #group: GroupCommit;
  readonly #counts: LiveCounts;
  readonly #onCountsError: (error: unknown) => void;

  constructor(
    store: Pick<Store, 'add' | 'find'>,
    counts: LiveCounts,
    onCountsError: (error: unknown) => void,
    onWaiting?: (submissions: number) => void,
  ) {
    this.#store = store;
    this.#counts = counts;
    this.#onCountsError = onCountsError;
    this.#group = new GroupCommit(async (entries) => {
      const verdicts = await store.add(entries);
      counts.raise(
        entries.flatMap(({ submission }, index) =>
          isNewlyCounted(verdicts[index]!) ? submission : [],
        ),
      );
      return verdicts;
    }, onWaiting && { onWaiting });
  }

  /** Rejects where the store does. */
  async receive(submission: Submission, standing: Standing): Promise<Received> {
    // Before it is counted, so that the figures are the same whether or not it will be.
    const figures = this.#figuresFor(submission);
    const body = canonicalJson(submission);
    const kept = this.#group.keep({
      submission,
      body,
      fingerprint: fingerprintOf(body),
      ...standing,
    });
    if (kept === undefined) return 'busy';
    const verdict = await kept;
    return verdict.kept === 'other'
      ? 'other'
      : { receipt: receiptFor(submission, verdict.receivedAt, await figures) };
  }

  /** Acknowledges what was kept before; undefined where it was not, or with another content. */
  async acknowledge(submission: Submission): Promise<Received | undefined> {
    const verdict = await this.#store.find(submission.id, fingerprint(submission));
    if (verdict === undefined || verdict.kept === 'other') return undefined;
    const figures = await this.#figuresFor(submission);
    return { receipt: receiptFor(submission, verdict.receivedAt, figures) };
  }

  /** Undefined where there are none: a submission is acknowledged with counts or without. */
  async #figuresFor(submission: Submission): Promise<Figures | undefined> {
    const campaign = scopeOf(submission);
    if (campaign === null) return undefined;
    try {
      return await this.#counts.figures({ campaign });
    } catch (error) {
      this.#onCountsError(error);
      return undefined;
    }
  }
}

const isNewlyCounted = (verdict: Verdict | Error) =>
  'kept' in verdict && verdict.kept === 'stored' && verdict.state === 'counted';

/**
 * What every sender reads alike: the figures from before, and theirs. It does not tell whether it was
 * counted, or the person was in already, or it is held back.
 */
function receiptFor(
  submission: Submission,
  receivedAt: string,
  figures: Figures | undefined,
): Receipt {
  const receipt: Receipt = { id: submission.id, status: 'confirmed' };
  if (figures) receipt.counts = withThisOne(figures, submission, receivedAt);
  return receipt;
}

function withThisOne(
  { counts, until }: Figures,
  submission: Submission,
  receivedAt: string,
): Counts {
  if (until > receivedAt) return counts;
  // From now on, older figures without it are not to be shown any more.
  return { ...raised(counts, submission), asOf: new Date().toISOString() };
}
