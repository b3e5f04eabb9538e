import type { Entry, Store, Verdict } from './store.ts';

/** More would make the first in a batch wait for the last. */
const MOST_AT_ONCE = 200;
/** What is beyond would wait for seconds, and be sent again by its visitor meanwhile. */
const MOST_WAITING = 1_000;

interface Waiting {
  entry: Entry;
  answer: PromiseWithResolvers<Verdict>;
}

interface GroupCommitOptions {
  mostAtOnce?: number;
  mostWaiting?: number;
  /** Takes how many wait, whenever that changes. */
  onWaiting?: (entries: number) => void;
}

/**
 * Keeps what arrives at the same time in one transaction: a commit costs the same for one as for
 * many. No timer holds anything up. What arrives in one turn of the event loop is written together,
 * and what arrives while that is written goes into the next transaction.
 */
export class GroupCommit {
  readonly #add: Store['add'];
  readonly #mostAtOnce: number;
  readonly #mostWaiting: number;
  readonly #onWaiting: (entries: number) => void;
  #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(
    add: Store['add'],
    {
      mostAtOnce = MOST_AT_ONCE,
      mostWaiting = MOST_WAITING,
      onWaiting = () => {},
    }: GroupCommitOptions = {},
  ) {
    this.#add = add;
    this.#mostAtOnce = mostAtOnce;
    this.#mostWaiting = mostWaiting;
    this.#onWaiting = onWaiting;
  }

  /** Fulfilled when the entry is on disk; undefined at once where too many wait already. */
  keep(entry: Entry): Promise<Verdict> | undefined {
    if (this.#waiting.length >= this.#mostWaiting) return undefined;
    const answer = Promise.withResolvers<Verdict>();
    this.#waiting.push({ entry, answer });
    this.#onWaiting(this.#waiting.length);
    if (!this.#isRunning) void this.#run();
    return answer.promise;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      await this.#collect();
      const batch = this.#waiting.splice(0, this.#mostAtOnce);
      this.#onWaiting(this.#waiting.length);
      await this.#write(batch);
    }
    this.#isRunning = false;
  }

  /** Waits while more arrive: a request takes some turns from its first byte to its last. */
  async #collect(): Promise<void> {
    let before: number;
    do {
      before = this.#waiting.length;
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.#waiting.length > before && this.#waiting.length < this.#mostAtOnce);
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    try {
      const verdicts = await this.#add(batch.map(({ entry }) => entry));
      batch.forEach(({ answer }, index) => {
        const verdict = verdicts[index];
        if (verdict === undefined || verdict instanceof Error) answer.reject(verdict);
        else answer.resolve(verdict);
      });
    } catch (error) {
      for (const { answer } of batch) answer.reject(error);
    }
  }
}
