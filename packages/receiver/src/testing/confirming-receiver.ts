import type { Campaign, Submission } from '@pro-kid/contract';
import { createMailer } from '../confirmation/mailer.ts';
import { confirmationSender } from '../confirmation/send-confirmation.ts';
import type { FairnessOptions } from '../fairness/fairness.ts';
import { createApp } from '../http/app.ts';
import { startOutboxWorker } from '../outbox/outbox-worker.ts';
import type { Store } from '../store/store.ts';
import type { ReceivedMail, SmtpStandIn } from './smtp.ts';

export const PUBLIC_URL = 'https://receiver.example';

interface ConfirmingOptions {
  store: Store;
  smtp: SmtpStandIn;
  campaigns?: Campaign[];
  fairness?: FairnessOptions;
  now?: () => number;
  mostMails?: number;
  /** The wait in milliseconds before a mail is sent again. */
  wait?: number;
  patience?: number;
}

/** A receiver without a socket that asks by e-mail, with real mail. */
export function createConfirmingReceiver({
  store,
  smtp,
  campaigns = [],
  fairness = {},
  now = Date.now,
  mostMails = 5,
  wait = 60_000,
  patience = 5_000,
}: ConfirmingOptions) {
  const log: string[] = [];
  const say = (line: string) => void log.push(line);
  const from = { name: 'Pro-Kid', address: 'hello@firststeps.example' };
  const worker = startOutboxWorker({
    queue: store.outbox,
    senders: {
      confirmation: confirmationSender({
        confirmations: store.confirmations,
        mailer: createMailer({ smtp: smtp.url, from, patience }),
        publicUrl: PUBLIC_URL,
        within: 7 * 24 * 3_600_000,
        mostMails,
        campaigns,
        now,
      }),
    },
    log: say,
    wait: () => wait,
  });
  const app = createApp({
    store,
    origins: [],
    campaigns,
    fairness,
    now,
    log: say,
    confirmation: { store, onQueued: () => worker.wake() },
  });
  return {
    app,
    log,
    worker,
    post: (submission: Submission) =>
      app.request('/submissions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(submission),
      }),
    open: (path: string, method: 'GET' | 'HEAD' | 'POST' = 'GET') => app.request(path, { method }),
    /** Sends what is being sent, then lets go. */
    async stop() {
      await worker.stop();
      await store.close();
    },
  };
}

/** The path of the page that a mail links to; undefined where it links to none. */
export const linkIn = ({ text }: ReceivedMail): string | undefined =>
  new RegExp(`^${PUBLIC_URL}(/confirm/\\S+)$`, 'm').exec(text)?.[1];
