import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFields } from './form-fields.ts';
import { formSubmission } from './form-submission.ts';
import { sampleCampaign } from '../testing/campaigns.ts';
import { ana, formReceiver, redirectOf, type Fields } from '../testing/form-receiver.ts';
import { ORIGIN } from '../testing/receiver.ts';

/** In the time that the sample campaign is open. */
const OPEN = Date.parse('2026-11-15T12:00:00Z');

describe('a form that is wrong', () => {
  it('says each field in plain words, in the language of the form, and repeats nothing', async () => {
    const { submit, rows } = await formReceiver();
    const response = await submit({
      'given-name': '',
      email: 'ana<b>',
      'postal-code': '9',
      language: 'es',
    });
    assert.equal(response.status, 422);
    const text = await response.text();
    for (const words of ['Escriba su nombre', 'con el signo @', 'código postal de 5 dígitos']) {
      assert.ok(text.includes(words), words);
    }
    assert.doesNotMatch(text, /ana/);
    assert.equal(rows().length, 0);
  });

  it('says what is too long, and what has characters that are none', async () => {
    const { submit } = await formReceiver();
    const given = { 'given-name': 'A'.repeat(256), 'family-name': 'Ruiz\r\nBcc: x' };
    const text = await (await submit({ ...ana, ...given })).text();
    assert.match(text, /First name: use fewer characters/);
    assert.match(text, /Last name: use plain letters/);
    assert.doesNotMatch(text, /Enter your|Bcc/);
  });

  it('is no fault of its visitor where the site made it', async () => {
    const { submit, rows } = await formReceiver({ campaigns: [sampleCampaign], now: () => OPEN });
    const signed = { ...ana, type: 'pledge', campaign: sampleCampaign.id };
    const faulty: Fields[] = [
      { ...ana, type: 'subscribe' },
      { ...ana, kind: 'anonymous', type: 'pledge' },
      { ...ana, 'consent-updates': 'on' },
      { ...ana, 'answer-a b': 'x' },
    ];
    for (const fields of faulty) {
      const response = await submit(fields);
      assert.equal(response.status, 422);
      const text = await response.text();
      assert.match(text, /This form has a fault. Please tell the site’s owner\./);
      assert.doesNotMatch(text, /Back button/);
    }
    const mixed = await (await submit({ ...signed, commitment: 'none' })).text();
    assert.match(mixed, /This form has a fault.*Choose what you want to pledge.*Back button/s);
    assert.equal(rows().length, 0);
  });

  it('is not taken where its letters cannot be read', async () => {
    const { app, submit, rows } = await formReceiver();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN };
    const bodies = [
      'given-name=N%FA%F1ez',
      '%ZZ=1',
      Buffer.from('given-name=N\xfa\xf1ez', 'latin1'),
    ];
    for (const body of bodies) {
      const response = await app.request('/submissions', { method: 'POST', headers, body });
      assert.equal(response.status, 415);
      assert.match(await response.text(), /This form has a fault/);
    }
    assert.equal(rows().length, 0);
    redirectOf(await submit({ ...ana, 'given-name': 'Núñez 100% 王' }));
  });

  it('with thousands of fields holds nobody up', () => {
    const work = (fields: number) => {
      const body = Array.from({ length: fields }, (_, i) => `consent-${i}-text=x&answer-${i}=x`);
      const started = performance.now();
      formSubmission(readFields(Buffer.from(body.join('&')))!, undefined);
      return performance.now() - started;
    };
    const quickest = (fields: number) => Math.min(...Array.from({ length: 9 }, () => work(fields)));
    const [few, many] = [quickest(400), quickest(3200)];
    // Eight times the fields take about 8 times as long, and 64 times where each looks through all.
    assert.ok(many < 20 * few + 20, `${few} ms, then ${many} ms`);
  });

  it('is told when its campaign is closed', async () => {
    const { submit, rows } = await formReceiver({
      campaigns: [
        {
          ...sampleCampaign,
          id: 'story-time',
          opens: '2025-01-01T00:00:00Z',
          closes: '2026-01-01T00:00:00Z',
        },
      ],
    });
    const response = await submit({ ...ana, type: 'pledge', campaign: 'story-time' });
    assert.equal(response.status, 403);
    const text = await response.text();
    assert.match(text, /This campaign is closed/);
    assert.doesNotMatch(text, /Back button/);
    assert.equal(rows().length, 0);
  });

  it('of more than 64 KiB is not read to its end', async () => {
    const { submit } = await formReceiver();
    const response = await submit({ ...ana, comment: 'x'.repeat(70_000) });
    assert.equal(response.status, 413);
    assert.match(response.headers.get('content-type')!, /^text\/html/);
  });

  it('cannot bring an id, a state or a prototype', async () => {
    const { submit, rows } = await formReceiver();
    redirectOf(
      await submit([
        ...Object.entries(ana),
        ['id', 'mine'],
        ['state', 'counted'],
        ['__proto__', 'x'],
        ['constructor', 'x'],
        ['answer-__proto__', 'x'],
      ]),
    );
    assert.notEqual(rows()[0]?.id, 'mine');
    assert.doesNotMatch(rows()[0]!.body, /mine|proto|constructor|state/);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });
});

describe('where something fails', () => {
  it('nobody reads more than is known', async () => {
    const { submit, database, log } = await formReceiver();
    database.exec('pragma query_only = true');
    const response = await submit(ana);
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '10');
    const text = await response.text();
    assert.match(text, /we cannot say that your form was stored.*Back button/s);
    assert.doesNotMatch(text, /Thank|not signed up/);
    assert.equal(log.length > 0, true);
  });

  it('that nobody expected, it is a page in the language of the form, and one line in the log', async () => {
    const { submit, log, rows } = await formReceiver({
      now: () => {
        throw new RangeError('ana@example.org');
      },
    });
    for (const [language, words] of [
      ['en', /<html lang="en">.*There is a problem.*we cannot say that your form was stored/s],
      ['es', /<html lang="es">.*Hay un problema.*no podemos decir que su formulario se guardó/s],
    ] as const) {
      const response = await submit({ ...ana, language });
      assert.equal(response.status, 500);
      assert.match(response.headers.get('content-type')!, /^text\/html/);
      assert.match(response.headers.get('content-security-policy')!, /default-src 'none'/);
      const text = await response.text();
      assert.match(text, words);
      assert.doesNotMatch(text, /ana@|problem\+json|RangeError/);
    }
    assert.deepEqual(log, ['Request failed: RangeError', 'Request failed: RangeError']);
    assert.equal(rows().length, 0);
  });

  it('a form that is cut off is no error of ours', async () => {
    const { app, log, rows } = await formReceiver();
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });
    const response = await app.request('/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
      body,
      duplex: 'half',
    });
    assert.equal(response.status, 415);
    assert.deepEqual(log, []);
    assert.equal(rows().length, 0);
  });
});
