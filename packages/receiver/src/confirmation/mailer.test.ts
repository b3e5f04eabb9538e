import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { freePort } from '@pro-kid/tooling/free-port';
import type { Submission } from '@pro-kid/contract';
import { smtpForSuite, type SmtpBehaviour } from '../testing/smtp.ts';
import { newSubmission } from '../testing/submissions.ts';
import { confirmationMail } from './confirmation-mail.ts';
import type { NamedDeed } from './deed.ts';
import { createMailer } from './mailer.ts';

const from = { name: 'Pro-Kid, "us"', address: 'hello@firststeps.example' };
const DAY_MS = 24 * 3_600_000;
const LINK = 'https://receiver.example/confirm/token';

type Member = Exclude<Submission['member'], { kind: 'anonymous' }>;
const member: Member = newSubmission().member;
const compose = (
  changes: Partial<Member> = {},
  deed: Partial<NamedDeed> = {},
  within = 7 * DAY_MS,
) =>
  confirmationMail({
    member: { ...member, ...changes } as Member,
    deed: { language: 'en', deed: 'join', title: '', ...deed },
    within,
    link: LINK,
    id: 'outbox-id',
  });

describe('a mail that asks for confirmation', () => {
  const smtp = smtpForSuite();
  const send = async (...parts: Parameters<typeof compose>) => {
    const mailer = createMailer({ smtp: smtp.url, from });
    const sent = await mailer.send(await compose(...parts));
    return { sent, mail: smtp.mails.at(-1) };
  };

  it('goes to one address, in words and in HTML, and asks machines for no answer', async () => {
    const { sent, mail } = await send();
    assert.equal(sent, 'done');
    assert.equal(mail!.from, from.address);
    assert.deepEqual(mail!.to, [member.email]);
    for (const header of [
      `To: ${member.email}`,
      'From: "Pro-Kid, \\"us\\"" <hello@firststeps.example>',
      'Subject: One more step: please confirm',
      'Message-ID: <outbox-id@firststeps.example>',
      'Auto-Submitted: auto-generated',
      'Content-Language: en',
    ]) {
      assert.ok(mail!.headers.includes(header), `${header} in ${mail!.headers.join('\n')}`);
    }
    assert.equal(
      mail!.text,
      [
        'Hello Ana,',
        "Somebody used this email address to join The Children's Movement of California as Pro-Kid.",
        'Was it you? Then open this link and press the button there. You are counted after that.',
        LINK,
        'The link works for 7 days.',
        'If it was not you, do nothing. Then nothing is counted.',
      ].join('\n\n'),
    );
    assert.ok(mail!.html.includes(`href="${LINK}"`));
    // Nothing in it loads anything, so that nobody learns when it is read.
    assert.doesNotMatch(mail!.html, /<img|<link|<script|url\(/);
  });

  it('says how long its link works', async () => {
    assert.match((await compose({}, {}, 47 * 3_600_000)).text, /works for 47 hours/);
    assert.match((await compose({}, {}, 2 * DAY_MS)).text, /works for 2 days/);
    assert.match((await compose({}, { language: 'es' })).text, /durante 7 días/);
  });

  it('greets by a name that is one, and by no advertisement', async () => {
    for (const name of ['Ana', 'María José', "N'Golo", 'Zoë-Lou', '李', 'Ọláyínká', 'अनु']) {
      assert.match((await compose({ givenName: name })).text, new RegExp(`^Hello ${name},\n`));
    }
    for (const name of [
      'spam.example',
      'https://spam.example',
      'Win $100 now!',
      '<b>Ana</b>',
      'a@b',
      'Ana\r\nBcc: all@example.org',
      'Ana\u0000',
      '\u202Eana',
      'a'.repeat(41),
      '',
    ]) {
      const mail = await compose({ givenName: name });
      assert.match(mail.text, /^Hello,\n\nSomebody/, name);
      assert.ok(name === '' || !mail.html.includes(name));
    }
  });

  it('escapes the title of a campaign', async () => {
    const title = '<script>a & "b"</script> $& {title}';
    const { mail } = await send({}, { deed: 'campaign', title });
    assert.ok(mail!.text.includes(`“${title}”`));
    assert.ok(mail!.html.includes('&lt;script&gt;a &amp; &quot;b&quot;&lt;/script&gt; $&amp;'));
  });

  it('gets neither another header nor another recipient by what people write', async () => {
    const { headers } = (await send()).mail!;
    const names = headers.map((header) => header.split(':')[0]);
    for (const text of [
      'a@example.org\r\nBcc: b@example.org',
      'a@example.org\nX-Other: yes\n\nbody',
      'a@example.org, b@example.org',
      'a@example.org;b@example.org',
      '<a@example.org> b@example.org',
      'a@example.org\u0000b@example.org',
      'a@example.org> RCPT TO:<b@example.org',
      '"a b"@example.org',
    ]) {
      const attempts = smtp.attempts();
      const { sent } = await send({ email: text });
      assert.deepEqual(sent, { dead: 'no-address' }, JSON.stringify(text));
      assert.equal(smtp.attempts(), attempts);
      // The name alone, beside an address that is one.
      const { mail } = await send({ givenName: text });
      assert.equal(mail!.to.length, 1);
      assert.deepEqual(
        mail!.headers.map((header) => header.split(':')[0]),
        names,
        JSON.stringify(text),
      );
    }
  });

  it('is tried again unless its mailbox is refused for good, and nothing said of whose it is', async () => {
    const expected: [SmtpBehaviour, object][] = [
      ['later', { retry: 'EENVELOPE 450' }],
      ['never', { dead: 'EENVELOPE 550' }],
      ['refuse', { retry: 'EMESSAGE 554' }],
      ['cut', { retry: 'ECONNECTION' }],
    ];
    for (const [behaviour, outcome] of expected) {
      smtp.behave(behaviour);
      assert.deepEqual((await send()).sent, outcome, behaviour);
    }
  });

  it('is tried again where the server is silent, or not there', async () => {
    smtp.behave('silent');
    const slow = createMailer({ smtp: smtp.url, from, patience: 100 });
    assert.deepEqual(await slow.send(await compose()), { retry: 'ETIMEDOUT' });
    const gone = createMailer({ smtp: `smtp://127.0.0.1:${await freePort()}`, from });
    const sent = await gone.send(await compose());
    assert.ok(typeof sent === 'object' && 'retry' in sent, JSON.stringify(sent));
  });
});
