import type { Log } from '../log.ts';
import { startOutboxWorker, type OutboxWorker } from '../outbox/outbox-worker.ts';
import type { Store } from '../store/store.ts';
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
export function wakingWhenKept(store: Store, worker: OutboxWorker): Store {
  const wake = <Result>(result: Result): Result => {
    worker.wake();
    return result;
  };
  return {
    ...store,
    add: (entries) => store.add(entries).then(wake),
    confirm: (id) => store.confirm(id).then(wake),
  };
}
