import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Receipt } from '@pro-kid/contract';
import { openStore } from '../store/open-store.ts';
import { changedCampaign } from '../testing/campaigns.ts';
import { collect } from '../testing/collect.ts';
import { createConfirmingReceiver, linkIn } from '../testing/confirming-receiver.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { smtpForSuite } from '../testing/smtp.ts';
import { entryOf, newPledge, newSubmission, sentBy } from '../testing/submissions.ts';

const HOUR_MS = 3_600_000;

describeForEachEngine('confirmation by e-mail', (engine) => {
  const smtp = smtpForSuite();

  const start = async (
    options: Partial<Parameters<typeof createConfirmingReceiver>[0]> = {},
    database?: string,
  ) => {
    const store = await openStore(database ?? (await engine.newDatabase()));
    const receiver = createConfirmingReceiver({ store, smtp, ...options });
    const states = async () => (await collect(store.export())).map(({ state }) => state);
    /** Posts it, and gives the link that was mailed. */
    const postAndRead = async (submission: Parameters<typeof receiver.post>[0]) => {
      const { length } = smtp.mails;
      const response = await receiver.post(submission);
      assert.equal(response.status, 202);
      await smtp.received(length + 1);
      return linkIn(smtp.mails[length]!)!;
    };
    return { ...receiver, store, states, postAndRead };
  };

  it('counts nobody before the button is pressed, and then once', async () => {
    const { open, post, postAndRead, states, stop, store, log } = await start();
    const ana = newSubmission();
    const link = await postAndRead(ana);
    const receipt = (await (await post(ana)).json()) as Receipt;
    assert.deepEqual([receipt.id, receipt.status], [ana.id, 'pending']);
    assert.equal(receipt.counts!.individuals, 0);

    // As a scanner of mail does.
    for (const method of ['HEAD', 'GET', 'GET'] as const) {
      const response = await open(link, method);
      assert.equal(response.status, 200);
      if (method === 'GET') assert.match(await response.text(), /<button>Yes, it was me</);
    }
    assert.deepEqual(await states(), ['pending']);

    const pages = [];
    for (const method of ['POST', 'POST', 'GET'] as const) {
      const response = await open(link, method);
      assert.equal(response.status, 200);
      pages.push(await response.text());
    }
    assert.match(pages[0]!, /Thank you! You are in\./);
    assert.deepEqual(new Set(pages).size, 1);
    assert.deepEqual(await states(), ['counted']);
    assert.equal((await store.counts()).individuals, 1);
    // What is sent again is answered as before, and mails nothing.
    assert.equal((await post(ana)).status, 202);
    assert.equal(smtp.mails.length, 1);
    assert.deepEqual(log, []);
    await stop();
  });

  it('keeps no token, and shows pages that nothing can run on', async () => {
    const { open, postAndRead, stop, store } = await start();
    const link = await postAndRead(newSubmission());
    const token = link.slice('/confirm/'.length);
    assert.match(token, /^[\w-]{43}$/);
    const page = await open(link);
    assert.match(page.headers.get('content-security-policy')!, /default-src 'none'/);
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(page.headers.get('cache-control'), 'no-store');
    const forged = ['a', `${token}x`, token.slice(1), 'A'.repeat(43), "'%20or%201=1", '%00'];
    for (const text of forged) {
      for (const method of ['GET', 'POST'] as const) {
        const response = await open(`/confirm/${text}`, method);
        assert.equal(response.status, 404, text);
        assert.match(await response.text(), /This link does not work/);
      }
    }
    assert.equal((await open(link.toLowerCase(), 'POST')).status, 404);
    assert.equal(await store.confirmations.find(token), undefined);
    assert.equal((await store.counts()).individuals, 0);
    const other = await open(link, 'PUT' as 'POST');
    assert.equal(other.status, 405);
    await stop();
  });

  it('speaks the language of the form', async () => {
    const { open, postAndRead, stop } = await start();
    const link = await postAndRead({ ...newSubmission(), language: 'es-MX' });
    const [mail] = smtp.mails;
    assert.ok(mail!.headers.includes('Content-Language: es'));
    assert.match(mail!.text, /^Hola, Ana:\n/);
    assert.match(await (await open(link)).text(), /<html lang="es">[^]*¿Fue usted\?/);
    assert.match(await (await open(link, 'POST')).text(), /¡Gracias! Ya es parte\./);
    await stop();
  });

  it('takes a link for as long as it said, and says when it is too old', async () => {
    let now = Date.now();
    const { open, postAndRead, states, stop } = await start({ now: () => now });
    const [first, second] = [
      await postAndRead(newSubmission()),
      await postAndRead(newSubmission()),
    ];
    now += 7 * 24 * HOUR_MS - 1;
    assert.equal((await open(first, 'POST')).status, 200);
    now += 1;
    for (const method of ['GET', 'POST'] as const) {
      const late = await open(second, method);
      assert.equal(late.status, 410);
      assert.match(await late.text(), /This link is too old/);
    }
    // It was used in time, and shows so.
    assert.equal((await open(first, 'POST')).status, 200);
    assert.deepEqual((await states()).toSorted(), ['counted', 'pending']);
    await stop();
  });

  it('confirms for 24 hours after a campaign closed, however clocks change', async () => {
    // In the night in which California turns its clocks back, so that the day has 25 hours.
    const closes = '2026-11-01T00:30:00-07:00';
    const campaign = changedCampaign({
      id: 'a',
      closes,
      opens: undefined,
      custom: [],
      consents: [],
    });
    let now = Date.parse(closes) - 1;
    const { open, post, postAndRead, states, stop } = await start({
      campaigns: [{ ...campaign, fields: {} }],
      now: () => now,
    });
    const links = [
      await postAndRead(newPledge({ campaign: 'a' })),
      await postAndRead(newPledge({ campaign: 'a' })),
    ];
    assert.match(smtp.mails[0]!.text, /to sign “A sample pledge”/);
    now = Date.parse('2026-11-01T23:29:59-08:00');
    assert.equal((await post(newPledge({ campaign: 'a' }))).status, 403);
    assert.match(await (await open(links[0]!)).text(), /sign “A sample pledge”/);
    assert.match(await (await open(links[0]!, 'POST')).text(), /You have signed/);
    now += 1_000;
    const late = await open(links[1]!, 'POST');
    assert.equal(late.status, 410);
    assert.match(await late.text(), /This campaign is closed/);
    assert.deepEqual((await states()).toSorted(), ['counted', 'pending']);
    await stop();
  });

  it('does not tell a known address from a new one, but in the mail to it', async () => {
    const { open, post, postAndRead, states, stop, store } = await start();
    const ana = newSubmission();
    const known = await postAndRead(ana);
    await open(known, 'POST');
    const answers = [];
    for (const submission of [sentBy(ana), newSubmission()]) {
      const response = await post(submission);
      const { id: _, ...receipt } = (await response.json()) as Receipt;
      const { status, counts } = receipt;
      answers.push([response.status, Object.keys(receipt), status, counts!.individuals]);
    }
    assert.deepEqual(answers[0], answers[1]);
    await smtp.received(3);
    const again = smtp.mails.find(({ to }, index) => index > 0 && to[0] === ana.member.email)!;
    assert.match(again.text, /You are in already, and count once/);
    assert.equal(linkIn(again), undefined);
    assert.deepEqual((await states()).toSorted(), ['counted', 'pending', 'pending']);
    assert.equal((await store.counts()).individuals, 1);
    await stop();
  });

  it('counts one who signed twice before confirming once', async () => {
    const { open, postAndRead, states, stop, store } = await start();
    const ana = newSubmission();
    const links = [await postAndRead(ana), await postAndRead(sentBy(ana))];
    const pages = await Promise.all(links.map(async (link) => (await open(link, 'POST')).text()));
    assert.equal(pages[0], pages[1]);
    assert.deepEqual((await states()).toSorted(), ['counted', 'repeated']);
    assert.equal((await store.counts()).individuals, 1);
    await stop();
  });

  it('mails one mailbox at most so often without an answer, and answers alike', async () => {
    const { post, stop, log } = await start({ mostMails: 2 });
    const ana = newSubmission();
    const [name] = ana.member.email.split('@');
    for (let count = 0; count < 4; count++) {
      const email = `${name}+${count}@example.org`;
      assert.equal((await post(sentBy(ana, { email }))).status, 202);
    }
    await smtp.received(2);
    const other = newSubmission();
    await post(other);
    await smtp.received(3);
    await stop();
    assert.equal(smtp.mails.filter(({ to }) => to[0]!.startsWith(name!)).length, 2);
    assert.deepEqual(log, ['A confirmation was not sent, and is given up: too-many-mails']);
  });

  it('counts those at once who have no address to ask', async () => {
    const { post, stop, store, states } = await start();
    const response = await post(newPledge({ campaign: 'a', kind: 'anonymous' }));
    assert.equal(response.status, 201);
    assert.equal(((await response.json()) as Receipt).status, 'confirmed');
    assert.equal((await store.counts({ campaign: 'a' })).individuals, 1);
    assert.deepEqual(await states(), ['counted']);
    await stop();
    assert.equal(smtp.mails.length, 0);
  });

  it('answers who is held back as everybody, and mails them nothing', async () => {
    const { post, stop, states, store } = await start({
      fairness: { blockDomains: ['spam.example'] },
    });
    const blocked = sentBy(newSubmission(), { email: 'a@spam.example' });
    const response = await post(blocked);
    assert.equal(response.status, 202);
    assert.equal(((await response.json()) as Receipt).status, 'pending');
    const other = newSubmission();
    await post(other);
    await smtp.received(1);
    assert.deepEqual(smtp.mails[0]!.to, [other.member.email]);
    // Whoever lets it go afterwards does not count it: nobody confirmed it.
    assert.equal(await store.unflag({ ids: [blocked.id] }), 1);
    assert.deepEqual(await states(), ['pending', 'pending']);
    await stop();
    assert.equal(smtp.mails.length, 1);
  });

  it('makes no link for what was held back before its mail went', async () => {
    const store = await openStore(await engine.newDatabase());
    const ana = newSubmission();
    await store.add([entryOf(ana, { pending: true })]);
    const now = Date.now();
    const issue = (hash: string) =>
      store.confirmations.issue(ana.id, hash, { now, expiresAt: now + HOUR_MS, mostMails: 5 });
    assert.deepEqual(await issue('first'), { submission: ana, isInAlready: false });
    assert.equal(await store.flag({ ids: [ana.id] }, 'looked-at'), 1);
    assert.equal(await issue('second'), 'settled');
    assert.equal(await store.confirmations.find('second'), undefined);
    // The first link still confirms, should the other reason fall away.
    assert.equal((await store.confirmations.find('first'))!.isWaiting, true);
    assert.equal(await store.confirm(ana.id), 'flagged');
    assert.equal((await store.confirmations.find('first'))!.isWaiting, false);
    assert.equal(await store.unflag({ ids: [ana.id] }), 1);
    assert.equal((await store.counts()).individuals, 1);
    await store.close();
  });

  it('takes submissions while no mail can be sent, and sends it later', async () => {
    smtp.behave('later');
    const { open, post, stop, log, states } = await start({ wait: 40 });
    const attempts = smtp.attempts();
    assert.equal((await post(newSubmission())).status, 202);
    while (smtp.attempts() < attempts + 2) await new Promise((resolve) => setImmediate(resolve));
    smtp.behave('accept');
    await smtp.received(1);
    await open(linkIn(smtp.mails[0]!)!, 'POST');
    assert.deepEqual(await states(), ['counted']);
    assert.deepEqual(log, ['A confirmation was not sent, and is tried again later: EENVELOPE 450']);
    await stop();
  });

  it('forgets the links of a person who is erased', async () => {
    const { open, postAndRead, stop, store } = await start();
    const ana = newSubmission();
    const link = await postAndRead(ana);
    assert.equal(await store.deletePerson(ana.member.email, 'drop'), 1);
    assert.equal((await open(link, 'POST')).status, 404);
    await stop();
  });

  it('says so when the database fails, and confirms afterwards', async () => {
    const { postAndRead, stop, store } = await start();
    const link = await postAndRead(newSubmission());
    const failing = {
      ...store,
      confirm: () => Promise.reject(Object.assign(new Error('ana'), { code: 'EDOWN' })),
    };
    const broken = createConfirmingReceiver({ store: failing, smtp });
    const response = await broken.open(link, 'POST');
    assert.equal(response.status, 503);
    assert.match(await response.text(), /nothing was changed/);
    assert.deepEqual(broken.log, ['Store failed: Error EDOWN']);
    await broken.worker.stop();
    await stop();
  });
});
