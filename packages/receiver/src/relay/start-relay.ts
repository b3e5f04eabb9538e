import type { Log } from '../log.ts';
import { startOutboxWorker, type OutboxWorker } from '../outbox/outbox-worker.ts';
import type { Intake } from '../store/intake.ts';
import type { Entry, Store } from '../store/store.ts';
import { createRelaySender } from './relay-sender.ts';
import type { Target } from './target.ts';

/** Passes on what a store has for targets until it is stopped. */
export const startRelay = (store: Store, targets: readonly Target[], log: Log): OutboxWorker =>
  startOutboxWorker({
    queue: store.outbox,
    senders: { relay: createRelaySender({ targets, store }) },
    log,
  });

/** What comes to count is sent at once, and not when the worker looks next. */
export function wakingWhenKept<Kept extends Store & Pick<Intake, 'onSettled'>>(
  store: Kept,
  worker: OutboxWorker,
): Kept {
  const wake = <Result>(result: Result): Result => {
    worker.wake();
    return result;
  };
  store.onSettled(wake);
  return {
    ...store,
    add: (entries: readonly Entry[]) => store.add(entries).then(wake),
    confirm: (id: string) => store.confirm(id).then(wake),
  };
}
