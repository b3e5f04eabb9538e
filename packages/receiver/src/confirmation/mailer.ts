import { memberRules } from '@pro-kid/contract/rules';
import { createTransport } from 'nodemailer';
import type { Sent } from '../outbox/outbox-worker.ts';

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

export interface MailerOptions {
  /** `smtp://…` (with STARTTLS), or `smtps://…`, with a user and password where the server wants them. */
  smtp: string;
  from: { name: string; address: string };
  /** How long the server may keep silent, in milliseconds (default: 30 000). */
  patience?: number;
}

const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Sends mail by SMTP, one connection for each, encrypted unless the server is this machine. */
export function createMailer({ smtp, from, patience = 30_000 }: MailerOptions): Mailer {
  const { protocol, hostname, port, username, password } = new URL(smtp);
  const secure = protocol === 'smtps:';
  const isLocal = LOCAL.test(hostname);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    requireTLS: !isLocal,
    ignoreTLS: isLocal,
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
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

/** By code alone: the server's words hold the address. Only a mailbox that is refused for good is given up. */
function failureOf(error: unknown): Sent {
  const { code, command, responseCode } = error as {
    code?: unknown;
    command?: unknown;
    responseCode?: unknown;
  };
  const words = [code, responseCode].filter(
    (part) => typeof part === 'string' || typeof part === 'number',
  );
  const reason = words.join(' ') || 'unknown';
  const isRefused = command === 'RCPT TO' && Number(responseCode) >= 500;
  return isRefused ? { dead: reason } : { retry: reason };
}
