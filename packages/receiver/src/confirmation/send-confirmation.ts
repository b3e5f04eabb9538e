import type { Campaign } from '@pro-kid/contract';
import type { Send } from '../outbox/outbox-worker.ts';
import { confirmationMail } from './confirmation-mail.ts';
import type { Confirmations } from './confirmations.ts';
import { nameDeed } from './deed.ts';
import type { Mailer } from './mailer.ts';
import { hashOfToken, newToken } from './tokens.ts';

export interface ConfirmationSenderOptions {
  confirmations: Confirmations;
  mailer: Mailer;
  /** Where visitors reach this receiver, such as `https://receiver.your-site.example`. */
  publicUrl: string;
  /** How long a link works, in milliseconds. */
  within: number;
  /** How many mails one mailbox may have that it did not answer. */
  mostMails: number;
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
  const base = publicUrl.replace(/\/$/, '');
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
    const link = isInAlready ? undefined : `${base}/confirm/${token}`;
    const deed = nameDeed(submission, byId);
    return mailer.send(await confirmationMail({ member, deed, within, link, id }));
  };
}
