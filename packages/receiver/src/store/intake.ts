import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises';
import { nameOfError, type Log } from '../log.ts';
import type { Entry, Store, Verdict } from './store.ts';

/** So many at once are a rush. */
const RUSH = 24;
/** A receiver that starts counts what waits before it takes anything: of more, that would take half a minute. */
const MOST_WAITING = 100_000;
/** A process that is at work for more than this part of the time has none to count. */
const CALM = 0.5;
/** In milliseconds: how long the process is watched to see whether it is calm, and how long it may not be. */
const GLANCE = 1;
const LOOK = 50;
const LONGEST_RUSH = 1_000;

/** Told what became of submissions that were counted later. */
export type SettledListener = (verdicts: readonly Verdict[]) => void;

/**
 * Takes submissions into a store: counts them at once, and in a rush keeps them first. Then they are counted
 * as soon as the process has time for it; some of them each second even if it never has.
 */
export class Intake {
  readonly #store: Pick<Store, 'add' | 'inbox'>;
  readonly #log: Log;
  readonly #mostWaiting: number;
  readonly #listeners: SettledListener[] = [];
  readonly #stopping = new AbortController();
  #settling: Promise<void> | undefined;

  /** @param mostWaiting how many may wait to be counted; beyond, who comes waits until some are. */
  constructor(store: Pick<Store, 'add' | 'inbox'>, log: Log, mostWaiting = MOST_WAITING) {
    this.#store = store;
    this.#log = log;
    this.#mostWaiting = mostWaiting;
  }

  readonly onSettled = (listener: SettledListener): void => void this.#listeners.push(listener);

  /** As a store does. Of what is counted later, it says that it waits. */
  readonly add = async (entries: readonly Entry[]): Promise<(Verdict | Error)[]> => {
    const { inbox } = this.#store;
    // While some wait, who comes later is not counted before them.
    if (entries.length < RUSH && inbox.waiting === 0) return this.#store.add(entries);
    while (inbox.waiting >= this.#mostWaiting) await this.#settle();
    const verdicts = await inbox.keep(entries);
    this.#settling ??= this.#settleWhenCalm().finally(() => (this.#settling = undefined));
    return verdicts;
  };

  /** Counts what still waits. Where it cannot, whoever opens the store next does. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#settling;
    await this.#trying(() => this.#store.inbox.settleAll());
  }

  async #settleWhenCalm(): Promise<void> {
    let pause = GLANCE;
    let latest = performance.now() + LONGEST_RUSH;
    while (this.#store.inbox.waiting > 0 && !this.#stopping.signal.aborted) {
      // A turn that took long ends here: a timer that was set in it would be over before anything is seen.
      await nextTurn();
      const before = performance.eventLoopUtilization();
      await setTimeout(pause);
      const isCalm = performance.eventLoopUtilization(before).utilization < CALM;
      pause = isCalm ? GLANCE : LOOK;
      if (!isCalm && performance.now() < latest) continue;
      const didCount = await this.#trying(() => this.#settle());
      if (!didCount) pause = LONGEST_RUSH;
      latest = performance.now() + LONGEST_RUSH;
    }
  }

  async #trying(run: () => Promise<void>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      this.#log(`Counting failed: ${nameOfError(error)}`);
      return false;
    }
  }

  async #settle(): Promise<void> {
    const verdicts = await this.#store.inbox.settle();
    if (verdicts) for (const tell of this.#listeners) tell(verdicts);
  }
}
