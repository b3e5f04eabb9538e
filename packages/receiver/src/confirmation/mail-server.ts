/** Where mail goes, and how. */
export interface MailServerOptions {
  /** `smtp://…` (with STARTTLS), or `smtps://…`, with a user and password where the server wants them. */
  smtp: string;
  /** How long the server may keep silent, in milliseconds (default: 30 000). */
  patience?: number;
  /** The certificate to trust, in PEM (default: those of the authorities that Node knows). */
  authority?: string;
}

const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** How to reach a mail server: encrypted, unless it is this machine. */
export function connectionTo({ smtp, patience = 30_000, authority }: MailServerOptions) {
  const { protocol, hostname, port, username, password } = new URL(smtp);
  const secure = protocol === 'smtps:';
  const isLocal = LOCAL.test(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    requireTLS: !isLocal,
    ignoreTLS: isLocal,
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    ...(authority !== undefined && { tls: { ca: authority } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What went wrong with a mail server, in codes alone: its words may hold an address, or a password. */
export interface MailFault {
  /** Nodemailer's, such as `EAUTH`; `unknown` where it has none. */
  code: string;
  /** Node's, where the network or the certificate is at fault, such as `ECONNREFUSED`. */
  cause?: string;
  /** What was asked of the server, such as `RCPT TO`. */
  command?: string;
  /** The server's answer, from 400 to 599. */
  status?: number;
}

export function mailFaultOf(error: unknown): MailFault {
  const { code, originalCode, command, responseCode } = error as Record<string, unknown>;
  const isCode = (value: unknown) => typeof value === 'string' && /^\w{1,60}$/.test(value);
  return {
    code: isCode(code) ? (code as string) : 'unknown',
    ...(isCode(originalCode) && { cause: originalCode as string }),
    ...(typeof command === 'string' && { command }),
    ...(typeof responseCode === 'number' && { status: responseCode }),
  };
}

/** The codes of a fault in one line, such as `EAUTH 535`. */
export const codesOf = ({ code, cause, status }: MailFault): string =>
  [code, cause, status].filter((part) => part !== undefined).join(' ');
