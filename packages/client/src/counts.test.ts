import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { CountsReader, fetchCounts, type CountsOutcome, type CountsSource } from './index.ts';
import { valueAt } from './json-pointer.ts';

const counts = { individuals: 12480, organizations: 512, asOf: '2026-11-23T18:05:00Z' };
const source: CountsSource = { url: 'https://receiver.example/counts' };

/** A reader of sources that answer as listed, at a time that the story tells. */
function reader(...answers: (Response | 'fails')[]) {
  const clock = { now: Date.parse('2026-11-24T00:00:00Z') };
  const asked: (RequestInit & { url: string })[] = [];
  const fetch: typeof globalThis.fetch = (url, init) => {
    asked.push({ ...init, url: url as string });
    const answer = answers[asked.length - 1] ?? 'fails';
    return answer === 'fails' ? Promise.reject(new TypeError()) : Promise.resolve(answer);
  };
  return { counts: new CountsReader(fetch, () => clock.now), asked, clock };
}

describe('reading counts', () => {
  it('takes our own shape, and asks once a minute for all who want to know', async () => {
    const { counts: it, asked, clock } = reader(Response.json(counts), Response.json(counts));
    const fresh = { outcome: 'counts', counts, isStale: false };
    const all = await Promise.all([it.read(source), it.read(source), it.read({ ...source })]);
    for (const outcome of all) assert.deepEqual(outcome, fresh);
    clock.now += 59_000;
    await it.read(source);
    assert.equal(asked.length, 1);
    assert.equal(asked[0]?.credentials, 'omit');
    clock.now += 2_000;
    await it.read(source);
    assert.equal(asked.length, 2);
  });

  it('keeps the last figures, with their own time, when the source fails', async () => {
    const { counts: it, clock } = reader(
      Response.json(counts),
      'fails',
      new Response('<p>', { status: 200 }),
      Response.json({ error: 1 }, { status: 500 }),
      Response.json({ ...counts, individuals: -1 }),
      Response.json({ ...counts, individuals: 12481 }),
    );
    await it.read(source);
    for (let failure = 0; failure < 4; failure++) {
      clock.now += 61_000;
      assert.deepEqual(await it.read(source), { outcome: 'counts', counts, isStale: true });
    }
    const again = await it.read(source);
    assert.ok(again.outcome === 'counts' && again.counts.individuals === 12481 && !again.isStale);
  });

  it('says that there are none, rather than zero', async () => {
    assert.deepEqual(await reader().counts.read(source), { outcome: 'unavailable' });
  });

  it('takes any JSON by pointers', async () => {
    const answer = () => Response.json({ total: 42, nested: { 'a/b': [7] }, at: 'x' });
    const { counts: it } = reader(answer(), answer());
    assert.deepEqual(await it.read({ ...source, map: { individuals: '/total' } }), {
      outcome: 'counts',
      counts: { individuals: 42, organizations: 0, asOf: '2026-11-24T00:00:00.000Z' },
      isStale: false,
    });
    const map = { individuals: '/total', organizations: '/nested/a~1b/0', asOf: '/at' };
    const outcome = await it.read({ ...source, map });
    assert.ok(outcome.outcome === 'counts' && outcome.counts.organizations === 7);
  });
});

describe('what is signed on this page', () => {
  const at = (time: string, people = 12480) => ({ ...counts, individuals: people, asOf: time });
  const signature = { id: '1', kind: 'individual' } as const;
  const figures = (outcome: CountsOutcome) =>
    outcome.outcome === 'counts' && [outcome.counts.individuals, outcome.counts.organizations];

  it('counts at once, by its kind and once, until the source has it', async () => {
    const { counts: it, clock } = reader(
      Response.json(at('2026-11-23T23:59:00Z')),
      Response.json(at('2026-11-24T00:00:00Z')),
      'fails',
      Response.json(at('2026-11-24T00:02:00Z', 12482)),
    );
    await it.read(source);
    assert.deepEqual(figures(it.add(source, signature)), [12481, 512]);
    assert.deepEqual(figures(it.add({ ...source }, signature)), [12481, 512]);
    const more = { id: '2', kind: 'organization' } as const;
    assert.deepEqual(figures(it.add(source, more)), [12481, 513]);
    const young = { id: '3', kind: 'anonymous' } as const;
    assert.deepEqual(figures(it.add(source, young)), [12482, 513]);
    for (const expected of [
      [12482, 513],
      [12482, 513],
      [12482, 512],
    ]) {
      clock.now += 61_000;
      assert.deepEqual(figures(await it.read(source)), expected);
    }
    assert.deepEqual(figures(it.add(source, signature)), [12482, 512], 'an old one again');
  });

  it('is in the figures of its receipt, which older ones never replace', async () => {
    const {
      counts: it,
      asked,
      clock,
    } = reader(
      Response.json(at('2026-11-23T23:59:00Z')),
      Response.json(at('2026-11-23T23:59:00Z')),
      Response.json(at('2026-11-24T00:02:00Z', 12500)),
    );
    await it.read(source);
    it.add(source, { id: '0', kind: 'individual' });
    clock.now += 1000;
    const receipt = at('2026-11-24T00:00:01Z', 12482);
    assert.deepEqual(figures(it.add(source, { ...signature, counts: receipt })), [12482, 512]);
    assert.deepEqual(await it.read(source), { outcome: 'counts', counts: receipt, isStale: false });
    assert.equal(asked.length, 1);
    clock.now += 61_000;
    assert.deepEqual(await it.read(source), { outcome: 'counts', counts: receipt, isStale: false });
    clock.now += 61_000;
    assert.deepEqual(figures(await it.read(source)), [12500, 512]);
    const late = { id: '4', kind: 'individual', counts: receipt } as const;
    assert.deepEqual(figures(it.add(source, late)), [12500, 512]);
  });

  it('is no count by itself, but its receipt’s figures are', () => {
    const { counts: it } = reader();
    assert.deepEqual(it.add(source, signature), { outcome: 'unavailable' });
    const receipt = at('2026-11-24T00:00:00Z');
    assert.deepEqual(figures(it.add(source, { ...signature, counts: receipt })), [12480, 512]);
  });

  it('is not counted for ever where the clock of the visitor is wrong', async () => {
    const { counts: it, clock } = reader(
      Response.json(at('2026-11-23T20:00:00Z')),
      Response.json(at('2026-11-23T20:05:00Z', 12481)),
      Response.json(at('2026-11-23T20:11:00Z', 12481)),
    );
    await it.read(source);
    it.add(source, signature);
    clock.now += 5 * 60_000;
    assert.deepEqual(figures(await it.read(source)), [12482, 512]);
    clock.now += 6 * 60_000;
    assert.deepEqual(figures(await it.read(source)), [12481, 512]);
  });

  it('adds to the one figure of a source that has one', async () => {
    const { counts: it } = reader(Response.json({ total: 42 }));
    const mapped: CountsSource = { ...source, map: { individuals: '/total' } };
    await it.read(mapped);
    assert.deepEqual(figures(it.add(mapped, { id: '5', kind: 'organization' })), [43, 0]);
  });
});

describe('counts of the services that a form posts to (recorded, not live)', () => {
  const individuals = 42;
  const counted = { individuals, organizations: 0, asOf: '2026-11-24T00:00:00.000Z' };

  it('takes the signatures of a petition of Action Network', async () => {
    const url = 'https://actionnetwork.org/api/v2/petitions/1';
    const { counts: it, asked } = reader(Response.json({ total_signatures: 42, title: 'Kids' }));
    const outcome = await it.read({ url, format: 'action-network' });
    assert.deepEqual(outcome, { outcome: 'counts', counts: counted, isStale: false });
    assert.equal(asked[0]?.url, url);
  });

  it("asks Proca for the supporters of an action page's campaign, by an address", async () => {
    const stats = { supporterCount: 42 };
    const { counts: it, asked } = reader(
      Response.json({ data: { actionPage: { campaign: { stats } } } }),
      Response.json({ data: null, errors: [{ message: 'no such page' }] }),
    );
    const outcome = await it.read({ url: 'https://api.proca.app/api?id=7', format: 'proca' });
    assert.deepEqual(outcome, { outcome: 'counts', counts: counted, isStale: false });
    const { origin, pathname, searchParams } = new URL(asked[0]!.url);
    assert.equal(origin + pathname, 'https://api.proca.app/api');
    assert.match(searchParams.get('query')!, /supporterCount/);
    assert.deepEqual(JSON.parse(searchParams.get('variables')!), { page: 7 });
    assert.deepEqual(await it.read({ url: 'https://api.proca.app/api?id=8', format: 'proca' }), {
      outcome: 'unavailable',
    });
  });
});

describe('all that show counts on a page', () => {
  const real = globalThis.fetch;
  const gadgets = { method: 'DELETE', body: 'evil' };
  afterEach(() => {
    globalThis.fetch = real;
    for (const name of Object.keys(gadgets))
      delete (Object.prototype as Record<string, unknown>)[name];
  });

  it('share one request a minute', async () => {
    let requests = 0;
    globalThis.fetch = () => {
      requests++;
      return Promise.resolve(Response.json(counts));
    };
    const both = await Promise.all([fetchCounts(source), fetchCounts({ ...source })]);
    await fetchCounts(source);
    for (const outcome of both)
      assert.deepEqual(outcome, { outcome: 'counts', counts, isStale: false });
    assert.equal(requests, 1);
  });

  it('ask the same where a page put options on Object.prototype', async () => {
    let request: RequestInit = {};
    for (const [name, value] of Object.entries(gadgets)) {
      Object.defineProperty(Object.prototype, name, { value, configurable: true });
    }
    await new CountsReader((_url, init) => {
      request = init!;
      return Promise.reject(new TypeError());
    }).read(source);
    assert.equal(request.method, undefined);
    assert.equal(request.body, undefined);
  });

  it('do not read an endless answer to its end', async () => {
    const pull = (controller: ReadableStreamDefaultController) =>
      controller.enqueue(new Uint8Array(65_536).fill(32));
    const { counts: it } = reader(new Response(new ReadableStream({ pull })));
    assert.deepEqual(await it.read(source), { outcome: 'unavailable' });
  });
});

describe('a JSON Pointer', () => {
  it('finds what RFC 6901 says it finds, and nothing that an object inherits', () => {
    const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'm~n': 8 };
    for (const [pointer, value] of [
      ['', document],
      ['/foo', document.foo],
      ['/foo/0', 'bar'],
      ['/', 0],
      ['/a~1b', 1],
      ['/m~0n', 8],
      ['/nope', undefined],
      ['/foo/length/x', undefined],
      ['/constructor', undefined],
      ['/__proto__', undefined],
      ['foo', undefined],
    ] as const) {
      assert.deepEqual(valueAt(document, pointer), value, pointer);
    }
  });
});
