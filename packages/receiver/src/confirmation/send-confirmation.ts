import type { Campaign } from '@pro-kid/contract';
import type { ConfirmationOptions } from '../options/confirmation-options.ts';
import { startOutboxWorker, type OutboxWorker, type Send } from '../outbox/outbox-worker.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { confirmationMail } from './confirmation-mail.ts';
import type { Confirmations } from './confirmations.ts';
import { nameDeed } from './deed.ts';
import { createMailer, type Mailer } from './mailer.ts';
import { hashOfToken, newToken } from './tokens.ts';

export interface ConfirmationSenderOptions extends Pick<
  ConfirmationOptions,
  'publicUrl' | 'within' | 'mostMails'
> {
  confirmations: Confirmations;
  mailer: Mailer;
  campaigns: readonly Campaign[];
  now?: () => number;
}

/**
 * Sends the mails that ask for confirmation. The token is made only now, so that it is never kept: when a mail
 * is sent again, there are two links, and either works.
 */
export function confirmationSender({
  confirmations,
  mailer,
  publicUrl,
  within,
  mostMails,
  campaigns,
  now = Date.now,
}: ConfirmationSenderOptions): Send {
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  return async ({ id, submissionId }) => {
    const token = newToken();
    const issued = await confirmations.issue(submissionId, hashOfToken(token), {
      now: now(),
      expiresAt: now() + within,
      mostMails,
    });
    if (issued === 'settled') return 'done';
    if (issued === 'too-many') return { dead: 'too-many-mails' };
    const { submission, isInAlready } = issued;
    const { member } = submission;
    if (member.kind === 'anonymous') return 'done';
    const link = isInAlready ? undefined : `${publicUrl}/confirm/${token}`;
    const deed = nameDeed(submission, byId);
    return mailer.send(await confirmationMail({ member, deed, within, link, id }));
  };
}

/** Sends the mails of a store until it is stopped. */
export function sendConfirmations(
  { outbox, confirmations }: Pick<Store, 'outbox' | 'confirmations'>,
  options: ConfirmationOptions,
  campaigns: readonly Campaign[],
  log: Log = console.error,
): OutboxWorker {
  const mailer = createMailer(options);
  const confirmation = confirmationSender({ ...options, confirmations, mailer, campaigns });
  return startOutboxWorker({ queue: outbox, senders: { confirmation }, log });
}
