import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { after, before, beforeEach } from 'node:test';
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

/** What a mail server wants: by default neither encryption nor a login. */
export interface SmtpOptions {
  /** TLS, spoken from the start, or after STARTTLS. Then it is not taken for one on the same machine. */
  tls?: { key: string; cert: string; spoken: 'from the start' | 'when asked' };
  /** The one user it knows, and how they log in. */
  login?: { method: 'PLAIN' | 'LOGIN'; user: string; password: string };
  /** Under the address of another machine, without offering to encrypt. */
  isRemote?: boolean;
}

/** A mail server for all tests of a suite, which takes mails and has none when each of them begins. */
export function smtpForSuite(): SmtpStandIn {
  const smtp = {} as SmtpStandIn;
  before(async () => {
    Object.assign(smtp, await startSmtp());
  });
  beforeEach(() => {
    smtp.mails.length = 0;
    smtp.behave('accept');
  });
  after(() => smtp.stop());
  return smtp;
}

type Given = { [Name in 'tls' | 'login']: SmtpOptions[Name] | undefined };

/** A real mail server on this machine, that can be told to fail. */
export interface SmtpStandIn {
  /** With the user and password that it wants. */
  url: string;
  mails: ReceivedMail[];
  /** How often somebody wanted to send. */
  attempts(): number;
  /** How each who wanted to log in did so, and whether nobody could listen. */
  logins: { method: string; isEncrypted: boolean }[];
  behave(behaviour: SmtpBehaviour): void;
  /** Fulfilled when so many mails have come. */
  received(length: number): Promise<void>;
  stop(): Promise<void>;
}

const replyWith = (responseCode: number, words: string) =>
  Object.assign(new Error(words), { responseCode });

export async function startSmtp({
  tls,
  login,
  isRemote = tls !== undefined,
}: SmtpOptions = {}): Promise<SmtpStandIn> {
  const logins: SmtpStandIn['logins'] = [];
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let behaviour: SmtpBehaviour = 'accept';
  let attempts = 0;
  let onMail = () => {};

  const server = new SMTPServer({
    disabledCommands: [...(login ? [] : ['AUTH']), ...(tls ? [] : ['STARTTLS'])],
    ...(tls && { key: tls.key, cert: tls.cert, secure: tls.spoken === 'from the start' }),
    ...(login && { authMethods: [login.method] }),
    allowInsecureAuth: tls === undefined,
    closeTimeout: 10,
    onAuth({ method, username, password }, { secure }, answer) {
      logins.push({ method, isEncrypted: secure });
      if (username === login?.user && password === login?.password)
        answer(null, { user: username });
      // As unkind as a server can be to who keeps secrets.
      else answer(replyWith(535, `Not ${username} with ${password}, but ${login?.password}`));
    },
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
  // The second is this machine too, and is not known for it.
  const host = isRemote ? '0.0.0.0' : '127.0.0.1';
  server.listen(0, host);
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  return {
    url: urlOf({ tls, login, host: `${host}:${port}` }),
    mails,
    logins,
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
      // To destroy what TLS is spoken over ends the whole process, in Node 24.
      if (!tls) for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function urlOf({ tls, login, host }: Given & { host: string }): string {
  const protocol = tls?.spoken === 'from the start' ? 'smtps' : 'smtp';
  const [user, password] = [login?.user ?? '', login?.password ?? ''].map(encodeURIComponent);
  return `${protocol}://${login ? `${user}:${password}@` : ''}${host}`;
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
