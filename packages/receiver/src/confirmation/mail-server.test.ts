import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { certificates, skipCertificates } from '../testing/certificates.ts';
import { startSmtp, type SmtpOptions } from '../testing/smtp.ts';
import { createMailer } from './mailer.ts';

const from = { name: 'Pro-Kid', address: 'hello@firststeps.example' };
const SECRET = 's3cret@/#:% ñ';
const mail = {
  to: 'ana@example.org',
  subject: 'One more step',
  text: 'Please confirm',
  html: '<p>Please confirm</p>',
  language: 'en',
  id: 'id',
};
const login = { method: 'PLAIN', user: 'hello@firststeps.example', password: SECRET } as const;

/** A server, and how a mail to it went; nothing of what was said of that may be secret. */
async function startFor(test: TestContext, options: SmtpOptions) {
  const smtp = await startSmtp(options);
  test.after(() => smtp.stop());
  const send = async (changes: { smtp?: string; authority?: string; patience?: number } = {}) => {
    const mailer = createMailer({ smtp: smtp.url, from, patience: 5_000, ...changes });
    const sent = await mailer.send(mail);
    const said = JSON.stringify(sent);
    assert.doesNotMatch(said, /s3cret|guessed|hello@|ana@/);
    assert.ok(!said.includes(Buffer.from(SECRET).toString('base64')));
    return sent;
  };
  return { smtp, send };
}

const changed = (address: string, change: (url: URL) => void) => {
  const url = new URL(address);
  change(url);
  return url.href;
};

describe('a mail server that wants a login', () => {
  for (const method of ['PLAIN', 'LOGIN'] as const) {
    it(`gets user and password by AUTH ${method}`, async (test) => {
      const { smtp, send } = await startFor(test, { login: { ...login, method } });
      assert.equal(await send(), 'done');
      assert.equal(smtp.mails.length, 1);
      assert.deepEqual(smtp.logins, [{ method, isEncrypted: false }]);
    });

    it(`that does not take a password by AUTH ${method} is tried again, and gets no mail`, async (test) => {
      const { smtp, send } = await startFor(test, { login: { ...login, method } });
      const wrong = changed(smtp.url, (url) => (url.password = 'guessed'));
      assert.deepEqual(await send({ smtp: wrong }), { retry: 'EAUTH 535' });
      assert.equal(smtp.attempts(), 0);
      // As it is once somebody has set it right.
      assert.equal(await send(), 'done');
    });
  }

  it('is tried again where there is no password, or no login at all', async (test) => {
    const { smtp, send } = await startFor(test, { login });
    const none = changed(smtp.url, (url) => (url.password = ''));
    assert.deepEqual(await send({ smtp: none }), { retry: 'EAUTH' });
    const nobody = changed(none, (url) => (url.username = ''));
    assert.deepEqual(await send({ smtp: nobody }), { retry: 'EENVELOPE 530' });
    assert.deepEqual(smtp.mails, []);
  });
});

describe('a mail server on another machine', () => {
  it('that does not encrypt gets neither a password nor an address', async (test) => {
    const { smtp, send } = await startFor(test, { login, isRemote: true });
    assert.deepEqual(await send(), { retry: 'ETLS 500' });
    assert.deepEqual([smtp.logins, smtp.attempts()], [[], 0]);
  });
});

describe('a mail server that encrypts', { skip: skipCertificates }, () => {
  const make = certificates();
  const names = 'IP:0.0.0.0,DNS:mail.example';

  for (const spoken of ['from the start', 'when asked'] as const) {
    it(`${spoken} gets user, password and mail so`, async (test) => {
      const { key, cert } = make(names);
      const { smtp, send } = await startFor(test, { login, tls: { key, cert, spoken } });
      assert.equal(await send({ authority: cert }), 'done');
      assert.deepEqual(smtp.logins, [{ method: 'PLAIN', isEncrypted: true }]);
      assert.equal(smtp.mails.length, 1);
    });

    it(`${spoken} gets nothing where its certificate does not fit`, async (test) => {
      const fitting = make(names);
      const foreign = make('DNS:other.example');
      const ended = make(names, -1);
      for (const [{ key, cert }, authority, code] of [
        [fitting, undefined, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
        [fitting, foreign.cert, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
        [foreign, foreign.cert, 'ERR_TLS_CERT_ALTNAME_INVALID'],
        [ended, ended.cert, 'CERT_HAS_EXPIRED'],
      ] as const) {
        const { smtp, send } = await startFor(test, { login, tls: { key, cert, spoken } });
        const trusted = authority === undefined ? {} : { authority };
        assert.deepEqual(await send(trusted), { retry: `ESOCKET ${code}` });
        assert.deepEqual([smtp.logins, smtp.attempts()], [[], 0]);
      }
    });
  }

  it('is not mixed up: what one speaks from the start, and the other when asked', async (test) => {
    const { key, cert } = make(names);
    const asked = await startFor(test, { login, tls: { key, cert, spoken: 'when asked' } });
    const smtps = asked.smtp.url.replace('smtp:', 'smtps:');
    assert.deepEqual(await asked.send({ smtp: smtps, authority: cert }), {
      retry: 'ESOCKET ERR_SSL_WRONG_VERSION_NUMBER',
    });
    const start = await startFor(test, { login, tls: { key, cert, spoken: 'from the start' } });
    const plain = start.smtp.url.replace('smtps:', 'smtp:');
    assert.deepEqual(await start.send({ smtp: plain, authority: cert, patience: 200 }), {
      retry: 'ETIMEDOUT',
    });
    assert.deepEqual([asked.smtp.logins, start.smtp.logins], [[], []]);
  });
});
