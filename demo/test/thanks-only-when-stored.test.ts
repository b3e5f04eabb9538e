import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import type { Mishap } from './support/line.ts';
import { setStage } from './support/stage.ts';

/** An answer that the page may read. */
function readable({ headers }: IncomingMessage, status: number, body = ''): Response {
  const allow = { 'access-control-allow-origin': headers.origin ?? '' };
  return new Response(body, { status, headers: allow });
}

const UNKNOWN = /^We cannot tell if you are signed up .* It may have received your form, or not\./;
const UNCLEAR = /^We cannot tell if you are signed up .* gave an answer that cannot be read\./;

/** What becomes of a post, and what its visitor may be told of it. */
const answers: Record<string, { mishap: Mishap; says: RegExp }> = {
  'stored, but the page may not read the answer': {
    mishap: async ({ forward, giveBack }) => {
      await forward();
      await giveBack(new Response('{}', { status: 201 }));
    },
    says: UNKNOWN,
  },
  'a page to log in to the Wi-Fi': {
    mishap: ({ request, giveBack }) => giveBack(readable(request, 200, '<h1>Welcome!</h1>')),
    says: UNCLEAR,
  },
  'a refusal': {
    mishap: ({ request, giveBack }) => giveBack(readable(request, 403)),
    says: /^You are not signed up yet The sign-up service did not take your form\./,
  },
};

test('nobody is thanked for what the receiver did not confirm', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/', {
    consoleMaySay: /^error: (Failed to load resource|Access to fetch)/,
  });
  const form = await visit.form();
  await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@example.org' });

  let button = 'Join as Pro-Kid';
  for (const [title, { mishap, says }] of Object.entries(answers)) {
    await t.test(title, async () => {
      stage.line.mishap = mishap;
      const settled = form.hears('pro-kid-failed');
      await form.click(button);
      await settled;
      assert.match(await form.part('failure'), says);
      assert.equal(await form.has('thanks'), false);
      assert.equal(await form.value('Email address'), 'ana@example.org');
    });
    button = 'Try again';
  }

  await t.test('and in the end it is one submission', async () => {
    stage.line.mishap = undefined;
    await form.click(button);
    await form.becomes('done');
    const [row, ...others] = stage.rows();
    assert.equal(others.length, 0);
    assert.ok(stage.line.posts.length > Object.keys(answers).length);
    assert.deepEqual([...new Set(stage.line.posts.map(({ id }) => id))], [row!.id]);
  });
});
