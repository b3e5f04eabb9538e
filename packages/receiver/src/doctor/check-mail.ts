import { createTransport } from 'nodemailer';
import {
  codesOf,
  connectionTo,
  mailFaultOf,
  type MailFault,
  type MailServerOptions,
} from '../confirmation/mail-server.ts';
import { ok, problem, warning, type Finding } from './finding.ts';

const PATIENCE_MS = 10_000;

/** Whether the mail server can be reached, encrypts, and takes user and password. Nothing is mailed. */
export async function* checkMail(server: MailServerOptions | undefined): AsyncGenerator<Finding> {
  if (server === undefined) return;
  const connection = connectionTo({ patience: PATIENCE_MS, ...server });
  const { host, port, auth, requireTLS } = connection;
  const name = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  // Else a server that offers no login would be as good as one that takes it.
  const transport = createTransport({ ...connection, forceAuth: true });
  try {
    await transport.verify();
    const does = [
      'can be reached',
      ...(requireTLS ? ['encrypts'] : []),
      ...(auth ? ['takes user and password'] : []),
    ];
    yield ok(`The mail server ${name} ${listOf(does)}.`);
  } catch (error) {
    yield findingFor(mailFaultOf(error), `The mail server ${name}`, connection.secure);
  } finally {
    transport.close();
  }
}

const listOf = (words: readonly string[]) => new Intl.ListFormat('en-GB').format(words);

const PORTS = 'Check the port: it is often 465 for smtps:// and 587 for smtp://.';
const LATER = 'Try again later. The receiver does so by itself.';

/** By codes alone, and never by the server's words. */
function findingFor(fault: MailFault, server: string, secure: boolean): Finding {
  const { code, cause = '', status } = fault;
  if (code === 'EDNS') {
    return problem(
      `${server} is not found by its name (${cause || code}).`,
      'Look for a slip in the name, and whether this computer finds other hosts.',
    );
  }
  if (cause === 'ECONNREFUSED') return problem(`${server} is not there: nothing answers.`, PORTS);
  if (code === 'ETIMEDOUT' || /^E(?:TIMEDOUT|HOSTUNREACH|NETUNREACH)$/.test(cause)) {
    return problem(
      `${server} does not answer.`,
      `${PORTS} A firewall may be in between: ask your host whether it lets mail out.`,
    );
  }
  if (/CERT|ISSUER|SIGNATURE/.test(cause)) return certificateFinding(cause, server);
  if (code === 'ETLS' || /^ERR_SSL/.test(cause)) {
    return problem(
      secure
        ? `${server} does not encrypt from the start.`
        : `${server} does not encrypt (no STARTTLS).`,
      secure
        ? 'Write smtp:// with its port, often 587: there it encrypts when asked.'
        : 'Take a port at which it does: smtps:// and often 465. Nothing is sent that others could read.',
    );
  }
  if (code === 'EAUTH' || code === 'ENOAUTH') return loginFinding(fault, server);
  if (code === 'EPROTOCOL' && status === undefined) {
    return problem(`${server} is none: what answers there does not speak SMTP.`, PORTS);
  }
  if (status !== undefined && status < 500) {
    return warning(`${server} has no time just now (${status}).`, LATER);
  }
  if (status !== undefined) {
    return problem(
      `${server} refuses this computer (${status}).`,
      'Ask whoever runs it to let this computer send, or take another.',
    );
  }
  return problem(`${server} hangs up (${codesOf(fault)}).`, `${PORTS} Look at its log.`);
}

function certificateFinding(cause: string, server: string): Finding {
  if (cause === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return problem(
      `${server} shows a certificate for another name.`,
      'Write the name that its owner gives, in full.',
    );
  }
  if (/EXPIRED|NOT_YET_VALID/.test(cause)) {
    return problem(
      `${server} shows a certificate that is not valid today.`,
      'Check the clock of this computer. If it is right, whoever runs the server renews the certificate.',
    );
  }
  return problem(
    `${server} shows a certificate that no known authority vouches for (${cause}).`,
    'If the server is your own, name a file with its certificate in NODE_EXTRA_CA_CERTS, here and where the receiver runs.',
  );
}

function loginFinding({ code, command, status = 0 }: MailFault, server: string): Finding {
  if (code === 'ENOAUTH') {
    return warning(
      `${server} offers a login, and no user is given.`,
      'If it takes no mail without one, write smtps://user:password@host.',
    );
  }
  if (command === 'API') {
    return problem(
      `${server} cannot be given a password, since there is none.`,
      'Write smtps://user:password@host, or leave out the user as well.',
    );
  }
  if (status >= 400 && status < 500) {
    return warning(`${server} takes no login just now (${status}).`, LATER);
  }
  if (status >= 500 && status <= 504) {
    return problem(
      `${server} takes no login here (${status}).`,
      `${PORTS} If it wants none, leave out user and password.`,
    );
  }
  return problem(
    `${server} does not take this user and password (${codesOf({ code, status })}).`,
    'Check both. Write @, / and # in them as %40, %2F and %23. Some providers want a password that is made for programs.',
  );
}
