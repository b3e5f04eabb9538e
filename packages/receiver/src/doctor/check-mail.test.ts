import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { freePort } from '@pro-kid/tooling/free-port';
import { certificates, skipCertificates } from '../testing/certificates.ts';
import { collect } from '../testing/collect.ts';
import { runOn } from '../testing/command.ts';
import { startSmtp, type SmtpOptions } from '../testing/smtp.ts';
import { checkMail } from './check-mail.ts';

const login = { method: 'LOGIN', user: 'hello', password: 's3cret@/' } as const;

/** What the doctor says of a mail server, without its port. */
async function examine(smtp: string, more: { authority?: string; patience?: number } = {}) {
  const [finding, ...others] = await collect(checkMail({ smtp, patience: 5_000, ...more }));
  assert.deepEqual(others, []);
  const { level, text, remedy } = finding!;
  assert.equal(level === 'ok', remedy === undefined);
  const said = `${level}: ${text}`;
  assert.match(said, /: The mail server \S+:\d+ .+\.$/);
  assert.doesNotMatch(`${said}${remedy}`, /s3cret|guessed|hello/);
  return { said: said.replace(/The mail server \S+/, 'It'), remedy };
}

async function start(test: TestContext, options: SmtpOptions = {}) {
  const smtp = await startSmtp(options);
  test.after(() => {
    assert.equal(smtp.attempts(), 0, 'something was mailed');
    return smtp.stop();
  });
  return smtp;
}

/** A server that says one thing to whoever comes; returns its address. */
async function answering(test: TestContext, greet: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    greet(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the doctor on a mail server', () => {
  it('says nothing where there is none', async () => {
    assert.deepEqual(await collect(checkMail(undefined)), []);
  });

  it('finds one that is well, and mails nothing', async (test) => {
    const plain = await start(test);
    assert.equal((await examine(plain.url)).said, 'ok: It can be reached.');
    const wanting = await start(test, { login });
    const well = 'ok: It can be reached and takes user and password.';
    assert.equal((await examine(wanting.url)).said, well);
    assert.equal(wanting.logins.length, 1);
  });

  it('finds one that is not there, not found, or does not answer', async (test) => {
    const gone = await examine(`smtp://hello:s3cret@127.0.0.1:${await freePort()}`);
    assert.equal(gone.said, 'problem: It is not there: nothing answers.');
    assert.match(gone.remedy!, /^Check the port: /);
    const none = await examine('smtps://hello:s3cret@mail.invalid');
    assert.match(none.said, /^problem: It is not found by its name \(E\w+\)\.$/);
    assert.match(none.remedy!, /slip in the name/);
    const silent = await answering(test, () => {});
    const { said, remedy } = await examine(silent, { patience: 100 });
    assert.equal(said, 'problem: It does not answer.');
    assert.match(remedy!, /firewall/);
  });

  it('finds what is no mail server, and one that does not want us', async (test) => {
    for (const [greeting, expected, what] of [
      ['HTTP/1.1 400 Bad Request\r\n\r\n', /^problem: It is none: /, /^Check the port/],
      ['421 hello is busy\r\n', /^warning: It has no time just now \(421\)\.$/, /^Try again later/],
      ['554 Not you, hello\r\n', /^problem: It refuses this computer \(554\)\.$/, /let this/],
      ['', /^problem: It hangs up \(ECONNECTION\)\.$/, /Look at its log/],
    ] as const) {
      const { said, remedy } = await examine(await answering(test, (it) => it.end(greeting)));
      assert.match(said, expected);
      assert.match(remedy!, what);
    }
  });

  it('finds a login that is wrong, missing, or not wanted', async (test) => {
    const { url } = await start(test, { login });
    const { host } = new URL(url);
    const wrong = await examine(`smtp://hello:guessed@${host}`);
    assert.equal(wrong.said, 'problem: It does not take this user and password (EAUTH 535).');
    assert.match(wrong.remedy!, /%40/);
    const half = await examine(`smtp://hello@${host}`);
    assert.equal(half.said, 'problem: It cannot be given a password, since there is none.');
    assert.match(half.remedy!, /user:password@host/);
    const none = await examine(`smtp://${host}`);
    assert.equal(none.said, 'warning: It offers a login, and no user is given.');
    assert.match(none.remedy!, /If it takes no mail without one/);

    const open = await start(test);
    const unwanted = await examine(open.url.replace('//', '//hello:s3cret@'));
    assert.equal(unwanted.said, 'problem: It takes no login here (500).');
    assert.match(unwanted.remedy!, /leave out user and password/);
    const tired = await answering(test, (socket) => {
      socket.write('220 mail.example\r\n');
      socket.on('data', (text: Buffer) =>
        socket.write(/^EHLO/.test(String(text)) ? '250 AUTH PLAIN\r\n' : '454 hello is tired\r\n'),
      );
    });
    const later = await examine(tired.replace('//', '//hello:s3cret@'));
    assert.equal(later.said, 'warning: It takes no login just now (454).');
  });

  it('finds one that would let others read what is sent, and gives it no password', async (test) => {
    const remote = await start(test, { login, isRemote: true });
    const { said, remedy } = await examine(remote.url);
    assert.equal(said, 'problem: It does not encrypt (no STARTTLS).');
    assert.match(remedy!, /smtps:\/\/ and often 465/);
    assert.deepEqual(remote.logins, []);
  });
});

describe('the doctor on a mail server that encrypts', { skip: skipCertificates }, () => {
  const make = certificates();
  const names = 'IP:0.0.0.0';

  it('finds one that is well, however it begins', async (test) => {
    const { key, cert } = make(names);
    for (const spoken of ['from the start', 'when asked'] as const) {
      const { url } = await start(test, { login, tls: { key, cert, spoken } });
      const { said } = await examine(url, { authority: cert });
      assert.equal(said, 'ok: It can be reached, encrypts and takes user and password.');
    }
  });

  it('finds that it begins otherwise', async (test) => {
    const { key, cert } = make(names);
    const asked = await start(test, { tls: { key, cert, spoken: 'when asked' } });
    const eager = await start(test, { tls: { key, cert, spoken: 'from the start' } });
    const early = await examine(asked.url.replace('smtp:', 'smtps:'));
    assert.equal(early.said, 'problem: It does not encrypt from the start.');
    assert.match(early.remedy!, /smtp:\/\/ with its port, often 587/);
    const late = await examine(eager.url.replace('smtps:', 'smtp:'), { patience: 200 });
    assert.equal(late.said, 'problem: It does not answer.');
    assert.match(late.remedy!, /465 for smtps:\/\//);
  });

  it('finds a certificate that does not fit', async (test) => {
    const own = make(names);
    const foreign = make('DNS:other.example');
    const ended = make(names, -1);
    for (const [{ key, cert }, authority, expected, remedy] of [
      [own, undefined, /no known authority vouches for \(DEPTH_ZERO/, /NODE_EXTRA_CA_CERTS/],
      [foreign, foreign.cert, /for another name\.$/, /Write the name/],
      [ended, ended.cert, /not valid today\.$/, /clock/],
    ] as const) {
      const smtp = await start(test, { login, tls: { key, cert, spoken: 'when asked' } });
      const found = await examine(smtp.url, authority === undefined ? {} : { authority });
      assert.match(found.said, /^problem: It shows a certificate /);
      assert.match(found.said, expected);
      assert.match(found.remedy!, remedy);
      assert.deepEqual(smtp.logins, []);
    }
  });

  it('is part of the command, and takes what Node is told to trust', async (test) => {
    const { key, cert, file } = make(names);
    const smtp = await start(test, { login, tls: { key, cert, spoken: 'from the start' } });
    const environment = {
      PRO_KID_SMTP: smtp.url,
      PRO_KID_MAIL_FROM: 'office@firststeps.example',
      PRO_KID_PUBLIC_URL: 'https://receiver.example',
    };
    const doctor = (more: Record<string, string>) =>
      runOn(':memory:', ['doctor', '--port', '0'], { environment: { ...environment, ...more } });
    const well = await doctor({ NODE_EXTRA_CA_CERTS: file });
    assert.match(
      well.out,
      /\nok {7}The mail server 0\.0\.0\.0:\d+ can be reached, encrypts and takes user and password\.\n/,
    );
    assert.equal(well.code, 0);
    const wrong = await doctor({});
    assert.match(
      wrong.out,
      /\nproblem {2}The mail server 0\.0\.0\.0:\d+ shows a certificate .+\n {9}If the server is/,
    );
    assert.equal(wrong.code, 1);
    for (const { out, error } of [well, wrong]) {
      assert.equal(error, '');
      assert.doesNotMatch(out, /s3cret|hello/);
    }
  });
});
