import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check, problem, submission } from '@pro-kid/contract';
import { createReceiver, ORIGIN } from '../receiver.ts';
import { hostilePost, type HostilePost } from './hostile-posts.ts';

/** How many posts were answered with which status. */
export type Tally = Map<number, number>;

/**
 * Posts what {@link hostilePost} makes up to a receiver on SQLite, and holds each answer, and what was
 * kept, to what was promised. Rejects with the shortest post that breaks it.
 */
export async function fuzzReceiver(parameters: fc.Parameters<[HostilePost]>): Promise<Tally> {
  const receiver = await createReceiver({ allowFormPosts: true });
  const newest = receiver.database.prepare(
    'select id, body from submissions order by rowid desc limit 1',
  );
  const count = receiver.database.prepare('select count(*) as rows from submissions');
  const rows = () => (count.get() as { rows: number }).rows;
  const tally: Tally = new Map();

  const holds = async ({ headers, body }: HostilePost) => {
    const before = rows();
    const response = await receiver.app.request('/submissions', { method: 'POST', headers, body });
    const { status } = response;
    tally.set(status, (tally.get(status) ?? 0) + 1);
    const answer = await response.text();
    const isForm = headers['content-type'] !== 'application/json';

    assert.ok([201, 303, 400, 413, 415, 422].includes(status), `${status}: ${answer}`);
    assert.deepEqual(receiver.log, []);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.doesNotMatch(answer, /node_modules|file:\/\/|\.ts:\d|SQLITE|\bselect\b|\bat \w+ \(/);

    const isNew = rows() === before + 1;
    if (status === 303) {
      assert.ok(isNew);
      assertLeadsToListed(response.headers.get('location')!);
    } else if (isForm) {
      assert.equal(rows(), before);
      assert.match(response.headers.get('content-type')!, /^text\/html/);
      assert.match(response.headers.get('content-security-policy')!, /^default-src 'none'/);
    } else if (status !== 201) {
      assert.equal(rows(), before);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.ok(check(problem, JSON.parse(answer)).valid);
      assert.ok(answer.length < 200_000);
    }
    if (isNew) {
      const kept = newest.get() as { id: string; body: string };
      const value: unknown = JSON.parse(kept.body);
      // What is kept is what the contract takes, as it takes it, and nothing besides.
      assert.deepEqual(check(submission, value), { valid: true, value });
      assert.equal((value as { id: string }).id, kept.id);
      if (!isForm) {
        const sent = check(submission, JSON.parse(new TextDecoder().decode(body)));
        assert.deepEqual(sent, { valid: true, value });
      }
    }
    assert.deepEqual(Object.keys(Object.prototype), []);
  };
  await fc.assert(fc.asyncProperty(hostilePost, holds), parameters);
  return tally;
}

function assertLeadsToListed(location: string): void {
  const { origin, pathname } = new URL(location, 'https://receiver.example/submissions');
  assert.ok(
    origin === ORIGIN || (origin === 'https://receiver.example' && pathname === '/thanks'),
    location,
  );
}
