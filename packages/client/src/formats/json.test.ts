import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { individualSubmission as submission } from '@pro-kid/contract/testing';
import { deliver } from '../index.ts';
import { recorded } from '../testing/recorded.ts';
import type { Endpoint } from '../endpoint.ts';
import { json } from './json.ts';
import { loadFormat } from './load-format.ts';

const url = 'https://receiver.example/submissions';

async function requestTo(endpoint: Partial<Endpoint>) {
  const format = await loadFormat(endpoint);
  const request = format.request(submission, { url, ...endpoint });
  assert.ok('init' in request);
  const { headers, body } = request.init;
  return {
    headers: headers as Record<string, string>,
    body: JSON.parse(body as string) as unknown,
  };
}

describe('the json format', () => {
  it('sends the submission as the contract has it', async () => {
    assert.deepEqual((await requestTo({})).body, submission);
  });

  it('adds constants, which never stand in for what was typed', async () => {
    const { body } = await requestTo({ extra: { list: '7', id: 'mine' } });
    assert.deepEqual(body, { list: '7', ...submission });
  });

  it('sends flat fields under names of the endpoint, where it maps them', async () => {
    let body = '';
    await deliver(
      submission,
      { url, fields: { 'given-name': 'FNAME', widget: '' }, extra: { list: '7' } },
      {
        fetch: async (_url, init) => {
          body = init!.body as string;
          return Response.json({}, { status: 201 });
        },
      },
    );
    const flat = JSON.parse(body) as Record<string, string>;
    assert.equal(flat['FNAME'], 'Ana');
    assert.equal(flat['email'], 'ana@example.org');
    assert.equal(flat['consent-updates'], '1');
    assert.equal(flat['list'], '7');
    assert.ok(!('given-name' in flat) && !('widget' in flat));
  });

  it('sends the id as a quoted Idempotency-Key only where the endpoint takes one', async () => {
    assert.equal((await requestTo({})).headers['idempotency-key'], undefined);
    const { headers } = await requestTo({ idempotencyKey: true });
    assert.equal(headers['idempotency-key'], `"${submission.id}"`);
  });

  it('adds harmless headers and refuses what may be a secret, or steer the request', async () => {
    const { headers } = await requestTo({ headers: { 'X-Source': 'a' } });
    assert.equal(headers['X-Source'], 'a');
    for (const name of [
      'authorization',
      'cookie',
      'x-api-key',
      'X-Auth-Token',
      'content-type',
      'x-a b',
    ]) {
      const outcome = await deliver(submission, { url, headers: { [name]: 'v' } });
      assert.equal(outcome.outcome, 'refused', name);
      assert.ok(outcome.outcome === 'refused' && outcome.reason?.includes(name));
    }
  });
});

describe('an endpoint behind a captcha', () => {
  const page = '{"title":"Solve the captcha first"}';
  const read = (status: number, extra?: Record<string, string>) =>
    json.read(recorded(status, page), submission, { url, ...(extra && { extra }) });

  it('sends the visitor to the page that the partner named', () => {
    const refused = { outcome: 'refused', code: 'captcha', status: 403 };
    assert.deepEqual(read(403), refused);
    const hostedPage = 'https://crm.example/join';
    assert.deepEqual(read(403, { 'hosted-page': hostedPage }), { ...refused, hostedPage });
  });

  it('is not seen in an answer that merely has the word in it', () => {
    assert.deepEqual(read(404), { outcome: 'refused', code: 'status', status: 404 });
  });

  it('does not get the address of that page', async () => {
    const { body } = await requestTo({
      extra: { 'hosted-page': 'https://crm.example/join', list: '7' },
    });
    assert.deepEqual(body, { list: '7', ...submission });
  });
});

describe('on a page that changed what belongs to everyone', () => {
  it('sends the same bytes beside a toJSON on arrays and objects', () => {
    const before = json.request(submission, { url });
    const polluted = [Array.prototype, Object.prototype] as { toJSON?: () => string }[];
    for (const prototype of polluted) {
      Object.defineProperty(prototype, 'toJSON', { value: () => 'wrong', configurable: true });
    }
    try {
      assert.deepEqual(json.request(submission, { url }), before);
    } finally {
      for (const prototype of polluted) delete prototype.toJSON;
    }
  });

  it('makes the same request where Object.prototype has headers, a body and a mode', async () => {
    const gadgets = { headers: { evil: '1' }, body: 'evil', mode: 'no-cors', outcome: 'confirmed' };
    const requests: Request[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      for (const name of Object.keys(gadgets))
        delete (Object.prototype as Record<string, unknown>)[name];
      requests.push(new Request(input, init));
      return Promise.resolve(Response.json({ id: submission.id, status: 'confirmed' }));
    };
    for (const [name, value] of Object.entries(gadgets)) {
      Object.defineProperty(Object.prototype, name, { value, configurable: true });
    }
    const outcome = await deliver(submission, { url }, { fetch });
    assert.equal(outcome.outcome, 'confirmed');
    assert.equal(requests[0]?.headers.get('evil'), null);
    assert.deepEqual(await requests[0]?.json(), submission);
  });
});
