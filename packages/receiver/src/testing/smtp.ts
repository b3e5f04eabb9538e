import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came: its headers as they are, its two bodies decoded. */
export interface ReceivedMail {
  from: string;
  /** Of the envelope. */
  to: string[];
  headers: string[];
  text: string;
  html: string;
}

/** `later`: 450 for each mailbox; `never`: 550; `refuse`: 554 for what was sent; `cut`: hangs up; `silent`: says no more. */
export type SmtpBehaviour = 'accept' | 'later' | 'never' | 'refuse' | 'cut' | 'silent';

/** A real mail server on this machine, that can be told to fail. */
export interface SmtpStandIn {
  url: string;
  mails: ReceivedMail[];
  /** How often somebody wanted to send. */
  attempts(): number;
  behave(behaviour: SmtpBehaviour): void;
  /** Fulfilled when so many mails have come. */
  received(length: number): Promise<void>;
  stop(): Promise<void>;
}

const replyWith = (responseCode: number, words: string) =>
  Object.assign(new Error(words), { responseCode });

export async function startSmtp(): Promise<SmtpStandIn> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let behaviour: SmtpBehaviour = 'accept';
  let attempts = 0;
  let onMail = () => {};

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(address, _session, answer) {
      attempts++;
      if (behaviour === 'later') answer(replyWith(450, `${address.address} is busy`));
      else if (behaviour === 'never') answer(replyWith(550, `No ${address.address} here`));
      else answer();
    },
    onData(stream, session, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (behaviour === 'silent') return;
        if (behaviour === 'cut') {
          for (const socket of sockets) socket.destroy();
          return;
        }
        if (behaviour === 'refuse') {
          answer(replyWith(554, 'Looks like spam'));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : (mailFrom?.address ?? ''),
          to: rcptTo.map(({ address }) => address),
          ...readMail(Buffer.concat(parts).toString('utf8')),
        });
        answer();
        onMail();
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    attempts: () => attempts,
    behave(next) {
      behaviour = next;
    },
    async received(length) {
      while (mails.length < length) {
        await new Promise<void>((resolve) => {
          onMail = resolve;
        });
      }
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** Reads a mail of two bodies, text and HTML. */
function readMail(raw: string): Pick<ReceivedMail, 'headers' | 'text' | 'html'> {
  const [head, body] = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1];
  const [text = '', html = ''] = body
    .split(`--${boundary}`)
    .slice(1, 3)
    .map((part) => decodePart(part).replaceAll('\r\n', '\n').trim());
  return { headers: head.replace(/\r\n[ \t]+/g, ' ').split('\r\n'), text, html };
}

function split(text: string): [head: string, body: string] {
  const end = text.indexOf('\r\n\r\n');
  return [text.slice(0, end), text.slice(end + 4)];
}

function decodePart(part: string): string {
  const [head, body] = split(part);
  const encoding = /content-transfer-encoding: (\S+)/i.exec(head)?.[1];
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
