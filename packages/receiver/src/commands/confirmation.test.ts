import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Counts, Receipt } from '@pro-kid/contract';
import { PUBLIC_URL, linkIn } from '../testing/confirming-receiver.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { startReceiver } from '../testing/receiver-process.ts';
import { smtpForSuite } from '../testing/smtp.ts';
import { newSubmission } from '../testing/submissions.ts';

describeForEachEngine('pro-kid-receiver with a mail server', (engine) => {
  const smtp = smtpForSuite();

  it('mails after it was killed what it had not mailed before, and counts who confirms', async (test) => {
    const database = await engine.newDatabase();
    const environment = {
      PRO_KID_SMTP: smtp.url,
      PRO_KID_MAIL_FROM: 'hello@firststeps.example',
      PRO_KID_PUBLIC_URL: PUBLIC_URL,
      PRO_KID_LOG_LEVEL: 'error',
    };
    const start = () => {
      const receiver = startReceiver(['--port', '0', '--database', database], { environment });
      test.after(() => receiver.kill('SIGKILL'));
      return receiver;
    };
    // The first keeps its mails in the hands of a server that says nothing.
    smtp.behave('silent');
    const first = start();
    const ids = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const response = await fetch(`${await first.url}/submissions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(newSubmission()),
        });
        assert.equal(response.status, 202);
        return ((await response.json()) as Receipt).id;
      }),
    );
    assert.equal(ids.length, 6);
    while (smtp.attempts() < 4) await new Promise((resolve) => setImmediate(resolve));
    first.kill('SIGKILL');
    await first.ended;
    smtp.behave('accept');

    // What nobody had taken comes now. What was being sent comes when its lease ends.
    const second = start();
    await smtp.received(2);
    assert.match(second.written.out, /^People are asked to confirm by e-mail from hello@/m);
    const url = await second.url;
    for (const mail of smtp.mails) {
      const page = await fetch(url + linkIn(mail)!, { method: 'POST' });
      assert.match(await page.text(), /Thank you! You are in\./);
    }
    const third = start();
    const counts = (await (await fetch(`${await third.url}/counts`)).json()) as Counts;
    assert.equal(counts.individuals, 2);
    for (const receiver of [second, third]) {
      receiver.kill('SIGTERM');
      assert.deepEqual(await receiver.ended, { code: 0, signal: null });
      assert.equal(receiver.written.error, '');
    }
  });
});
