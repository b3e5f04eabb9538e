import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, counts, problem, receipt, type Counts } from '@pro-kid/contract';
import {
  individualSubmission,
  invalidSubmissions,
  organizationSubmission,
  validSubmissions,
} from '@pro-kid/contract/testing';
import { createApp, type AppOptions } from './app.ts';
import { createReceiver, ORIGIN } from '../testing/receiver.ts';
import { newSubmission, withKeysReversed } from '../testing/submissions.ts';

const json = JSON.stringify;

describe('POST /submissions', () => {
  for (const [title, body] of Object.entries(validSubmissions)) {
    it(`stores ${title} in one row and says so`, async () => {
      const { post, rows } = await createReceiver();
      const response = await post(json(body));
      assert.equal(response.status, 201);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      const verdict = check(receipt, await response.json());
      assert.ok(verdict.valid);
      assert.equal(verdict.value.id, body.id);
      assert.equal(verdict.value.status, 'confirmed');
      assert.equal(rows().length, 1);
      assert.deepEqual(JSON.parse(rows()[0]?.body ?? ''), body);
    });
  }

  for (const [title, { body, errors }] of Object.entries(invalidSubmissions)) {
    it(`refuses, with the contract's own errors, ${title}`, async () => {
      const { post, rows } = await createReceiver();
      const response = await post(json(body));
      assert.equal(response.status, 422);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      const verdict = check(problem, await response.json());
      assert.ok(verdict.valid);
      assert.equal(verdict.value.type, '/problems/validation');
      assert.deepEqual(
        verdict.value.errors?.map(({ pointer, code }) => ({ pointer, code })),
        errors,
      );
      assert.equal(rows().length, 0);
    });
  }

  it('answers a repeat the same, in any order of keys, and keeps one row', async () => {
    const { post, rows } = await createReceiver();
    const bodies = [
      json(individualSubmission),
      json(individualSubmission, null, 2),
      json(withKeysReversed(individualSubmission)),
      json({ ...individualSubmission, newerKey: 'dropped' }),
    ];
    for (const body of bodies) {
      const response = await post(body);
      assert.equal(response.status, 201);
      const { id, status, counts } = (await response.json()) as Record<string, unknown>;
      assert.deepEqual([id, status], [individualSubmission.id, 'confirmed']);
      assert.equal((counts as Counts).individuals, 1);
    }
    assert.equal(rows().length, 1);
  });

  it('keeps one row of 100 that arrive at once', async () => {
    const { post, rows } = await createReceiver();
    const responses = await Promise.all(
      Array.from({ length: 100 }, () => post(json(individualSubmission))),
    );
    assert.deepEqual([...new Set(responses.map(({ status }) => status))], [201]);
    assert.equal(rows().length, 1);
  });

  it('keeps each of 500 that arrive at once', async () => {
    const { app, post, rows } = await createReceiver();
    const sent = Array.from({ length: 500 }, newSubmission);
    const responses = await Promise.all(sent.map((body) => post(json(body))));
    assert.deepEqual([...new Set(responses.map(({ status }) => status))], [201]);
    assert.deepEqual(new Set(rows().map(({ id }) => id)), new Set(sent.map(({ id }) => id)));
    const total = (await (await app.request('/counts')).json()) as Counts;
    assert.equal(total.individuals, 500);
  });

  it('refuses another content under a known id, and keeps the first', async () => {
    const { post, rows } = await createReceiver();
    await post(json(individualSubmission));
    const member = { ...individualSubmission.member, email: 'another@example.org' };
    const response = await post(json({ ...individualSubmission, member }));
    assert.equal(response.status, 422);
    const body = await response.text();
    assert.match(body, /"type":"\/problems\/id-reused"/);
    assert.doesNotMatch(body, /example\.org/);
    assert.deepEqual(
      rows().map(({ body: kept }) => JSON.parse(kept) as unknown),
      [individualSubmission],
    );
  });

  it('takes its id as Idempotency-Key, too, quoted or bare, and no other', async () => {
    const { post, rows } = await createReceiver();
    const { id } = individualSubmission;
    for (const key of [id, `"${id}"`]) {
      const response = await post(json(individualSubmission), { 'idempotency-key': key });
      assert.equal(response.status, 201, key);
    }
    for (const key of ['', '""', `"${id}`, newSubmission().id, 'x'.repeat(256), `${id}, ${id}`]) {
      const response = await post(json(newSubmission()), { 'idempotency-key': key });
      assert.equal(response.status, 400, key);
      assert.match(await response.text(), /"type":"\/problems\/idempotency-key"/);
    }
    assert.equal(rows().length, 1);
  });

  it('stores nothing that the contract does not know', async () => {
    const { post, rows } = await createReceiver();
    const hostile = json(individualSubmission).replace(
      '{',
      '{"__proto__":{"polluted":true},"constructor":1,"confirmed":true,"ip":"::1","receivedAt":"now",',
    );
    assert.equal((await post(hostile)).status, 201);
    assert.deepEqual(JSON.parse(rows()[0]?.body ?? ''), individualSubmission);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('names at most 100 errors, however many a hostile body holds', async () => {
    const { post } = await createReceiver();
    const wrong = Array.from({ length: 5000 }, (_, index) => [`<${index}>`, 'x']);
    const answers: unknown = Object.fromEntries(wrong);
    const response = await post(json({ ...individualSubmission, answers }));
    assert.equal(response.status, 422);
    const { errors } = (await response.json()) as { errors: unknown[] };
    assert.equal(errors.length, 100);
  });
});

describe('GET /counts', () => {
  it('counts by kind, for a few seconds of cache', async () => {
    const { app, post } = await createReceiver();
    const read = async () => {
      const response = await app.request('/counts', { headers: { origin: ORIGIN } });
      assert.equal(
        response.headers.get('cache-control'),
        'public, max-age=5, stale-while-revalidate=10, stale-if-error=3600',
      );
      const verdict = check(counts, await response.json());
      assert.ok(verdict.valid);
      return [verdict.value.individuals, verdict.value.organizations];
    };
    assert.deepEqual(await read(), [0, 0]);
    await post(json(individualSubmission));
    await post(json(individualSubmission));
    assert.deepEqual(await read(), [1, 0]);
    const response = await post(json(organizationSubmission));
    assert.deepEqual(await read(), [1, 1]);
    const verdict = check(receipt, await response.json());
    assert.ok(verdict.valid);
    assert.equal(verdict.value.counts?.organizations, 1);
  });
});

describe('when the database fails', () => {
  const assertRed = async (response: Response) => {
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '10');
    const { type, retryAfter } = (await response.json()) as Record<string, unknown>;
    assert.deepEqual([type, retryAfter], ['/problems/unavailable', 10]);
  };

  it('is healthy while it can write', async () => {
    const { app } = await createReceiver();
    const response = await app.request('/health');
    assert.deepEqual([response.status, await response.json()], [200, { status: 'ok' }]);
  });

  it('acknowledges nothing while it is read-only, and recovers', async () => {
    const { app, post, database, rows, log } = await createReceiver();
    database.exec('pragma query_only = true');
    await assertRed(await app.request('/health'));
    await assertRed(await post(json(individualSubmission)));
    assert.equal((await app.request('/counts')).status, 200);
    assert.equal(rows().length, 0);
    assert.deepEqual(
      [...new Set(log)],
      ['Store failed: Error ERR_SQLITE_ERROR attempt to write a readonly database'],
    );
    database.exec('pragma query_only = false');
    assert.equal((await app.request('/health')).status, 200);
    assert.equal((await post(json(individualSubmission))).status, 201);
  });

  it('acknowledges only what is stored when the disk is full', async () => {
    const { app, post, database, rows } = await createReceiver();
    const { page_count } = database.prepare('pragma page_count').get() as { page_count: number };
    database.exec(`pragma max_page_count = ${page_count + 8}`);
    const acknowledged: string[] = [];
    for (;;) {
      const body = newSubmission();
      const response = await post(json(body));
      if (response.status !== 201) {
        await assertRed(response);
        break;
      }
      acknowledged.push(body.id);
    }
    assert.ok(acknowledged.length > 0);
    assert.deepEqual(new Set(rows().map(({ id }) => id)), new Set(acknowledged));
    const total = (await (await app.request('/counts')).json()) as Counts;
    assert.equal(total.individuals, acknowledged.length);
  });

  it('is red when the database is closed', async () => {
    const { app, post, store } = await createReceiver();
    await store.close();
    await assertRed(await app.request('/health'));
    await assertRed(await app.request('/counts'));
    await assertRed(await post(json(individualSubmission)));
  });

  const failing = (parts: Partial<AppOptions['store']>) => {
    const log: string[] = [];
    const store: AppOptions['store'] = {
      add: (entries) =>
        Promise.resolve(
          entries.map(() => ({
            kept: 'stored',
            state: 'counted',
            decidedAt: new Date().toISOString(),
          })),
        ),
      find: () => Promise.resolve(undefined),
      counts: () => Promise.reject(new Error('no counts')),
      probe: () => Promise.resolve(),
      ...parts,
    };
    return { log, app: createApp({ store, origins: [ORIGIN], log: (line) => log.push(line) }) };
  };
  const posted = {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: json(individualSubmission),
  };

  it('logs no personal data', async () => {
    const add = () => Promise.reject(new RangeError(`duplicate: ${json(individualSubmission)}`));
    const counts = () => Promise.resolve({ individuals: 0, organizations: 0, asOf: '' });
    const { app, log } = failing({ add, counts });
    await assertRed(await app.request('/submissions', posted));
    assert.deepEqual(log, ['Store failed: RangeError']);
  });

  it('acknowledges what is stored even when the counts cannot be read', async () => {
    const { app } = failing({});
    const response = await app.request('/submissions', posted);
    assert.equal(response.status, 201);
    assert.deepEqual(await response.json(), { id: individualSubmission.id, status: 'confirmed' });
  });

  it('answers its own bug with a plain 500, readable by the page', async () => {
    // The answer itself throws, when it is written as JSON.
    const toJSON = () => {
      throw new TypeError('no');
    };
    const figures = { individuals: 0, organizations: 0, asOf: '2026-11-24T00:00:00Z', toJSON };
    const counts = () => Promise.resolve(figures);
    const { app, log } = failing({ counts });
    const response = await app.request('/submissions', posted);
    assert.equal(response.status, 500);
    assert.equal(response.headers.get('access-control-allow-origin'), ORIGIN);
    assert.match(
      await response.text(),
      /^\{"type":"\/problems\/server","title":"[^"]+","status":500/,
    );
    assert.deepEqual(log, ['Request failed: TypeError']);
  });
});
