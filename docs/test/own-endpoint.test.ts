import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { deliver } from '@pro-kid/client';
import type { Submission } from '@pro-kid/contract';
import {
  individualSubmission as submission,
  names,
  organizationSubmission,
  pledgeSubmission,
} from '@pro-kid/contract/testing';
import { find, load, read } from './repository.ts';
import { openAppsScript } from './support/apps-script-sample.ts';
import { openWorker } from './support/cloud-samples.ts';
import { fromPageOf, ORIGIN, type EndpointSample } from './support/endpoint-sample.ts';
import { openNode, openPhp, phpIsMissing } from './support/server-samples.ts';

const send = (sample: EndpointSample, what: Submission, origin = ORIGIN) =>
  deliver(what, sample.endpoint, { fetch: fromPageOf(origin, sample.fetch), retries: 0 });

/** The status that a text is answered with, from a page of that site that asks nobody first. */
const post = async (sample: EndpointSample, body: string, origin = ORIGIN) => {
  const answer = await sample.fetch(sample.endpoint.url, {
    method: 'POST',
    headers: { origin, 'content-type': 'text/plain' },
    body,
  });
  return { status: answer.status, text: await answer.text() };
};

const numbered = (number: number) => `6f1f7f0e-6a43-4a53-9f2e-${String(number).padStart(12, '0')}`;
const json = (member: unknown, id: unknown = numbered(1)) => JSON.stringify({ id, member });
const member = { email: 'ana@example.org' };

/** What the doctor sends to see if an endpoint answers. */
const { TEST_BODY } = await load<{ TEST_BODY: string }>(
  'packages/elements/src/doctor/endpoint-test.ts',
);

/** Texts that are no submission, or hide in one what no form sends. */
const hostile = [
  ...['', '{', '[]', 'null', 'true', '1', '"text"', '\u0000', '{"id":1}', '['.repeat(30_000)],
  TEST_BODY,
  JSON.stringify({ member }),
  json(member, null),
  json(member, ''),
  json(member, 'other'),
  json(member, `../${numbered(1)}`),
  json(member, [numbered(1)]),
  json(member, { toString: 1 }),
  json(undefined),
  json(null),
  json([]),
  json('ana@example.org'),
  json({ email: null }),
  json({ email: ['ana@example.org'] }),
  json({ email: { toString: 1 } }),
  json({ email: 'ana@example.org\n' }),
  `{"__proto__":${json(member)}}`,
  `{"constructor":{"prototype":${json(member)}}}`,
];

interface Platform {
  name: string;
  open: () => Promise<EndpointSample>;
  /** Why it cannot run here. */
  missing?: string | false;
  /** Apps Script shows a script no header, and lets it set no status. */
  hasHeaders: boolean;
}

const platforms: Platform[] = [
  { name: 'Node', open: openNode, hasHeaders: true },
  { name: 'PHP', open: openPhp, missing: phpIsMissing, hasHeaders: true },
  { name: 'a Cloudflare Worker', open: openWorker, hasHeaders: true },
  { name: 'Google Apps Script', open: openAppsScript, hasHeaders: false },
];

for (const { name, open, missing = false, hasHeaders } of platforms) {
  describe(`the endpoint of your own for ${name}`, () => {
    let sample: EndpointSample;
    before(async () => {
      if (!missing) sample = await open();
    });
    after(() => sample?.stop());
    const duty = (title: string, test: () => Promise<void>) => it(title, { skip: missing }, test);

    duty('keeps a submission once, and acknowledges it each time', async () => {
      const receipt = { id: submission.id, status: 'confirmed' };
      for (let time = 0; time < 3; time++) {
        assert.deepEqual(await send(sample, submission), { outcome: 'confirmed', receipt });
      }
      const other = { ...submission, id: numbered(0) };
      const many = Array.from({ length: 20 }, () => send(sample, other));
      for (const { outcome } of await Promise.all(many)) assert.equal(outcome, 'confirmed');
      assert.deepEqual(sample.stored(), [submission, other]);
    });

    duty('keeps twenty people who join at once', async () => {
      const before = sample.stored().length;
      const people = Array.from({ length: 20 }, (_, index) => ({
        ...submission,
        id: numbered(100 + index),
      }));
      const outcomes = await Promise.all(people.map((person) => send(sample, person)));
      for (const { outcome } of outcomes) assert.equal(outcome, 'confirmed');
      const ids = sample.stored().map((kept) => (kept as Submission).id);
      assert.deepEqual(ids.slice(before).toSorted(), people.map(({ id }) => id).toSorted());
    });

    duty('keeps what was sent as it was sent', async () => {
      const answers = Object.fromEntries(names.map((each, index) => [`name-${index}`, each]));
      const line = 'One\r\ntwo\ttabs "and" </script> \u2028 \ud83e\uddd2 =1+1 \\u0000';
      const sent = [
        organizationSubmission,
        pledgeSubmission,
        { ...submission, id: numbered(2), answers, source: { ...submission.source, utm: {} } },
        { ...submission, id: numbered(3), answers: { line, ['__proto__']: 'x' } },
      ];
      for (const each of sent) assert.equal((await send(sample, each)).outcome, 'confirmed');
      assert.deepEqual(sample.stored().slice(-sent.length), sent);
    });

    duty('says which field is wrong, and keeps nothing of it', async () => {
      const before = sample.stored().length;
      for (const email of ['ana', 'ana@', '@example.org', 'ana ruiz@example.org', '']) {
        const wrong = { ...submission, id: numbered(4), member: { ...submission.member, email } };
        const outcome = await send(sample, wrong);
        assert.ok(outcome.outcome === 'invalid', `${outcome.outcome} for "${email}"`);
        assert.deepEqual(
          outcome.errors.map(({ pointer, code }) => [pointer, code]),
          [['/member/email', 'email']],
        );
      }
      assert.equal(sample.stored().length, before);
    });

    if (hasHeaders) {
      duty('lets pages of its own site post, and no other', async () => {
        const before = sample.stored().length;
        const others = [
          ...['https://evil.example', `${ORIGIN}.evil.example`, `https://evil.example/${ORIGIN}`],
          ...[ORIGIN.replace('https', 'http'), `${ORIGIN}:8443`, 'https://example', 'null', ''],
        ];
        const other = { ...submission, id: numbered(5) };
        for (const origin of others) {
          assert.equal((await send(sample, other, origin)).outcome, 'unreachable', origin);
          const unasked = await post(sample, JSON.stringify(other), origin);
          assert.equal(unasked.status, 403, origin);
        }
        assert.equal(sample.stored().length, before);
      });
    }

    if (hasHeaders) {
      duty('is reached without a preflight, too', async () => {
        const unasked: typeof fetch = (input, init) => {
          assert.equal(init?.method, 'POST');
          return sample.fetch(input, init);
        };
        const outcome = await deliver(
          { ...submission, id: numbered(9) },
          { ...sample.endpoint, format: 'json-simple' },
          { fetch: fromPageOf(ORIGIN, unasked), retries: 0 },
        );
        assert.equal(outcome.outcome, 'confirmed');
      });
    }

    duty('refuses what is too large or no submission, and goes on', async () => {
      const before = sample.stored().length;
      for (const length of [70_000, 5_000_000]) {
        const pledge = { ...pledgeSubmission.pledge!, comment: 'x'.repeat(length) };
        const large = { ...pledgeSubmission, id: numbered(1), pledge };
        const { status, text } = await post(sample, JSON.stringify(large));
        if (hasHeaders) assert.equal(status, 413);
        else assert.ok('error' in JSON.parse(text));
        const outcome = await send(sample, large);
        assert.equal(outcome.outcome, 'refused');
      }
      for (const body of hostile) {
        const { status, text } = await post(sample, body);
        const says = `${status} ${text} for ${body.slice(0, 80)}`;
        if (hasHeaders) assert.ok(status === 400 || status === 422, says);
        else assert.ok('error' in JSON.parse(text) || 'errors' in JSON.parse(text), says);
      }
      assert.equal(sample.stored().length, before);
      assert.equal((await send(sample, { ...submission, id: numbered(6) })).outcome, 'confirmed');
    });

    duty('thanks nobody whom it could not keep', async () => {
      sample.breakStore();
      const { outcome } = await send(sample, { ...submission, id: numbered(7) });
      assert.ok(outcome === 'unreachable' || outcome === 'refused', outcome);
    });
  });
}

describe('the page of the endpoint of your own', () => {
  it('shows each sample, and is right about how long they are', () => {
    const page = read('docs/endpoints/own.md');
    const samples = find('docs/endpoints/samples/*');
    assert.equal(samples.length, platforms.length);
    for (const path of samples) {
      assert.ok(page.includes(`<<< ${path.replace('docs/endpoints', '.')}`), path);
      assert.ok(read(path).trimEnd().split('\n').length < 40, path);
    }
  });
});

describe('the file of the endpoint of your own for PHP', () => {
  it('loses nothing to half a line that a power cut left', { skip: phpIsMissing }, async () => {
    const sample = await openPhp();
    try {
      await send(sample, submission);
      const next = { ...submission, id: numbered(8) };
      appendFileSync(sample.file, `\n${JSON.stringify(next).slice(0, 90)}`);
      for (const time of [1, 2]) {
        assert.equal((await send(sample, next)).outcome, 'confirmed', `time ${time}`);
        const [first, , last, ...more] = sample.lines();
        assert.deepEqual([JSON.parse(first!), JSON.parse(last!), more], [submission, next, []]);
      }
    } finally {
      await sample.stop();
    }
  });

  it('has nobody twice when it takes long to read', { skip: phpIsMissing }, async () => {
    const sample = await openPhp();
    try {
      const many = Array.from({ length: 100_000 }, (_, id) => JSON.stringify({ id: numbered(id) }));
      appendFileSync(sample.file, many.join('\n'));
      await Promise.all(Array.from({ length: 8 }, () => send(sample, submission)));
      assert.deepEqual(sample.stored().slice(many.length), [submission]);
    } finally {
      await sample.stop();
    }
  });
});

describe('the sheet of the endpoint of your own for Google Apps Script', () => {
  it('shows texts as they were typed: no formula, no date, no lost zero', async () => {
    const sample = await openAppsScript();
    for (const [index, name] of [
      '=1+1',
      '+1',
      '-1',
      '@x',
      '\t=1',
      '\r=1',
      '\n=1',
      "'O",
      '1/2',
      'TRUE',
    ].entries()) {
      const person = {
        ...submission.member,
        givenName: name,
        telephone: '+1',
        postalCode: '00501',
      };
      const id = numbered(index);
      await send(sample, { ...submission, id, member: person });
      assert.deepEqual(sample.cells().at(-1)?.slice(0, -1), [
        ...[id, submission.submittedAt, 'individual', '', name, submission.member.familyName],
        ...[submission.member.email, '+1', '00501', 'true'],
      ]);
    }
  });

  it('is written whatever types the values have', async () => {
    const sample = await openAppsScript();
    const strange = { email: 'a@b', kind: { toString: 1 }, givenName: [null], name: { toJSON: 1 } };
    const body = { id: numbered(1), member: strange, consents: 'abc', submittedAt: null };
    const { text } = await post(sample, JSON.stringify(body));
    assert.deepEqual(JSON.parse(text), { id: numbered(1), status: 'confirmed' });
    assert.deepEqual(sample.stored(), [body]);
  });
});
