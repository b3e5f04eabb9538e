import { memberRules } from '@pro-kid/contract/rules';
import { createTransport } from 'nodemailer';
import type { Sent } from '../outbox/outbox-worker.ts';
import { codesOf, connectionTo, mailFaultOf, type MailServerOptions } from './mail-server.ts';

export interface Mail {
  /** One address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  /** The same for each attempt to send it, so that some mailboxes show it once. */
  id: string;
}

export interface Mailer {
  send(mail: Mail): Promise<Sent>;
}

export interface MailerOptions extends MailServerOptions {
  from: { name: string; address: string };
}

/** Sends mail by SMTP, one connection for each. */
export function createMailer({ from, ...server }: MailerOptions): Mailer {
  const transport = createTransport(connectionTo(server));
  const host = from.address.slice(from.address.lastIndexOf('@') + 1);

  return {
    async send({ to, subject, text, html, language, id }) {
      // Whatever is in the database: with a comma in it, it would be two recipients.
      if (memberRules.email.findFault(to) !== undefined) return { dead: 'no-address' };
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          envelope: { from: from.address, to: [to] },
          subject,
          text,
          html,
          messageId: `<${id}@${host}>`,
          headers: {
            'Content-Language': language,
            // Asks for no answer of machines: RFC 3834, and Exchange's own.
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
          },
        });
        return 'done';
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

/** Only a mailbox that is refused for good is given up. */
function failureOf(error: unknown): Sent {
  const fault = mailFaultOf(error);
  const isRefused = fault.command === 'RCPT TO' && (fault.status ?? 0) >= 500;
  return isRefused ? { dead: codesOf(fault) } : { retry: codesOf(fault) };
}
