import type { Counts, Receipt, Submission } from '@pro-kid/contract';
import { canonicalJson, fingerprint, fingerprintOf } from '../canonical-json.ts';
import type { Standing } from '../fairness/fairness.ts';
import { afterOthers } from './end-of-turn.ts';
import { GroupCommit } from '../store/group-commit.ts';
import { LiveCounts, raised, type Figures } from '../store/live-counts.ts';
import { scopeOf } from '../people/scope-of.ts';
import type { Intake } from '../store/intake.ts';
import type { OutboxDraft, Store, Verdict } from '../store/store.ts';

/** What became of a submission: `busy` where too many wait already, `other` where its id is taken. */
export type Received = { receipt: Receipt } | 'busy' | 'other';

/** For a receiver that asks people by e-mail whether it was they. */
export interface ReceptionConfirmation {
  /** There may be mails to send. */
  onQueued: () => void;
}

const CONFIRMATION: OutboxDraft = {
  kind: 'confirmation',
  target: '',
  payload: '{}',
  // What is held back for another reason gets no mail.
  states: ['pending'],
};

interface ReceptionOptions {
  confirmation?: ReceptionConfirmation | undefined;
  /** Told how many submissions wait, whenever that changes. */
  onWaiting?: ((submissions: number) => void) | undefined;
}

/** Where submissions are kept. One that counts some of them later says when it did. */
export type ReceptionStore = Pick<Store, 'add' | 'find'> & Partial<Pick<Intake, 'onSettled'>>;

/** Keeps submissions, and acknowledges each once it is on disk. */
export class Reception {
  readonly #store: Pick<Store, 'find'>;
  readonly #group: GroupCommit;
  readonly #counts: LiveCounts;
  readonly #onCountsError: (error: unknown) => void;
  readonly #asksToConfirm: boolean;

  constructor(
    store: ReceptionStore,
    counts: LiveCounts,
    onCountsError: (error: unknown) => void,
    { confirmation, onWaiting }: ReceptionOptions = {},
  ) {
    this.#store = store;
    this.#counts = counts;
    this.#onCountsError = onCountsError;
    this.#asksToConfirm = confirmation !== undefined;
    this.#group = new GroupCommit(async (entries) => {
      await counts.settled(entries.map(({ submission }) => submission));
      const verdicts = await store.add(entries);
      counts.raise(
        entries.flatMap(({ submission }, index) =>
          isNewlyCounted(verdicts[index]!) ? submission : [],
        ),
      );
      confirmation?.onQueued();
      return verdicts;
    }, onWaiting && { onWaiting });
    store.onSettled?.(() => {
      counts.forget();
      confirmation?.onQueued();
    });
  }

  /** Rejects where the store does. */
  async receive(submission: Submission, standing: Standing): Promise<Received> {
    // Before it is counted, so that the figures are the same whether or not it will be.
    const figures = this.#figuresFor(submission);
    const body = canonicalJson(submission);
    const digest = fingerprintOf(body);
    await afterOthers();
    const kept = this.#group.keep({
      submission,
      body,
      fingerprint: digest,
      ...standing,
      ...(this.#isToConfirm(submission) && { pending: true, outbox: [CONFIRMATION] }),
    });
    if (kept === undefined) return 'busy';
    const verdict = await kept;
    return verdict.kept === 'other'
      ? 'other'
      : { receipt: this.#receiptFor(submission, decidedAtOf(verdict), await figures) };
  }

  /** Acknowledges what was kept before; undefined where it was not, or with another content. */
  async acknowledge(submission: Submission): Promise<Received | undefined> {
    const verdict = await this.#store.find(submission.id, fingerprint(submission));
    if (verdict === undefined || verdict.kept === 'other') return undefined;
    const figures = await this.#figuresFor(submission);
    return { receipt: this.#receiptFor(submission, decidedAtOf(verdict), figures) };
  }

  /** Of those who have an e-mail address, all. */
  #isToConfirm({ member }: Submission): boolean {
    return this.#asksToConfirm && member.kind !== 'anonymous';
  }

  /**
   * What every sender reads alike: the figures from before, and theirs if it needs no confirmation. It does
   * not tell whether it was counted, or the person was in already, or it is held back.
   */
  #receiptFor(
    submission: Submission,
    decidedAt: string | null,
    figures: Figures | undefined,
  ): Receipt {
    const { id } = submission;
    if (this.#isToConfirm(submission)) {
      return { id, status: 'pending', ...(figures && { counts: figures.counts }) };
    }
    return {
      id,
      status: 'confirmed',
      ...(figures && { counts: withThisOne(figures, submission, decidedAt) }),
    };
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

/** What waits to be counted came to no state yet. */
const decidedAtOf = (verdict: Verdict) => ('decidedAt' in verdict ? verdict.decidedAt : null);

const isNewlyCounted = (verdict: Verdict | Error) =>
  'kept' in verdict && verdict.kept === 'stored' && verdict.state === 'counted';

function withThisOne(
  { counts, include }: Figures,
  submission: Submission,
  decidedAt: string | null,
): Counts {
  if (include(submission.id, decidedAt)) return counts;
  // From now on, older figures without it are not to be shown any more.
  return { ...raised(counts, submission), asOf: new Date().toISOString() };
}
