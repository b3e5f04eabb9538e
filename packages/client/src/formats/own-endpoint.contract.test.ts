import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { invalidSubmissions, validSubmissions } from '@pro-kid/contract/testing';
import type { NamedSubmission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import { confirmed, deliverFromPage, unreachable } from '../testing/deliver-from-page.ts';
import { startOwnEndpoint, type OwnEndpointSettings } from '../testing/stand-ins/own-endpoint.ts';

const answersOptions = { allowHeaders: 'content-type, idempotency-key' };
const person = validSubmissions['a person']!;

async function start(format: 'json' | 'json-simple', settings: OwnEndpointSettings = {}) {
  const service = await startOwnEndpoint(settings);
  const post = (submission: NamedSubmission, more: Partial<Endpoint> = {}) =>
    deliverFromPage(submission, { url: `${service.origin}/submissions`, format, ...more });
  const methods = () => service.received.map(({ method }) => method);
  return { ...service, post, methods };
}

for (const [format, settings, expected] of [
  ['json', answersOptions, ['OPTIONS', 'POST']],
  ['json-simple', {}, ['POST']],
] as const) {
  describe(`an endpoint of one's own, spoken to in ${format}`, () => {
    for (const [title, submission] of Object.entries(validSubmissions)) {
      it(`keeps ${title} as the contract has it`, async () => {
        const { post, stored, methods } = await start(format, settings);
        assert.deepEqual(await post(submission), confirmed(submission));
        assert.deepEqual(stored, [submission]);
        assert.deepEqual(methods(), expected);
      });
    }

    for (const [title, { body, errors }] of Object.entries(invalidSubmissions)) {
      it(`names what is wrong: ${title}`, async () => {
        const { post, stored } = await start(format, settings);
        const outcome = await post(body as NamedSubmission);
        assert.ok(outcome.outcome === 'invalid');
        assert.deepEqual(
          outcome.errors.map(({ pointer, code }) => ({ pointer, code })),
          errors,
        );
        assert.deepEqual(stored, []);
      });
    }

    it('keeps the same id once, and says who is in already', async () => {
      const { post, stored } = await start(format, settings);
      assert.deepEqual(await post(person), confirmed(person));
      assert.deepEqual(await post(person), confirmed(person));
      const again = { ...person, id: '6f1f7f0e-6a43-4a53-9f2e-3f2d4bb7a009' };
      assert.deepEqual(await post(again), { outcome: 'duplicate' });
      assert.deepEqual(stored, [person]);
    });

    it('says when to come back, where it lets pages read that', async () => {
      const hidden = await start(format, { ...settings, isBusy: true });
      assert.deepEqual(await hidden.post(person), { outcome: 'limited' });
      const shown = await start(format, {
        ...settings,
        isBusy: true,
        exposeHeaders: 'Retry-After',
      });
      assert.deepEqual(await shown.post(person), { outcome: 'limited', retryAfter: 30 });
    });
  });
}

describe("what an endpoint of one's own must allow", () => {
  it('is asked for before JSON is sent, and nothing is sent where it does not answer', async () => {
    const { post, methods } = await start('json');
    assert.deepEqual(await post(person), unreachable);
    assert.deepEqual(methods(), ['OPTIONS']);
  });

  it('is asked for the key of retries where it takes one', async () => {
    const { post, received } = await start('json', answersOptions);
    assert.deepEqual(await post(person, { idempotencyKey: true }), confirmed(person));
    assert.equal(received[1]!.headers.get('idempotency-key'), `"${person.id}"`);
    const strict = await start('json', { allowHeaders: 'content-type' });
    assert.deepEqual(await strict.post(person, { idempotencyKey: true }), unreachable);
  });
});
