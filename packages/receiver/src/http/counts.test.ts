import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { check, counts, receipt, type Counts, type Submission } from '@pro-kid/contract';
import { individualSubmission, organizationSubmission } from '@pro-kid/contract/testing';
import { createApp } from './app.ts';
import { openStore } from '../store/open-store.ts';
import { createReceiver, ORIGIN } from '../testing/receiver.ts';
import { newPledge, newSubmission } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

type App = ReturnType<typeof createApp>;

const post = (app: App, submission: Submission) =>
  app.request('/submissions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify(submission),
  });

async function readCounts(app: App, query = ''): Promise<Counts> {
  const response = await app.request(`/counts${query}`);
  assert.equal(response.status, 200, query);
  assert.match(response.headers.get('cache-control')!, /^public, max-age=5, /);
  const verdict = check(counts, await response.json());
  assert.ok(verdict.valid);
  return verdict.value;
}

const figures = ({ individuals, organizations }: Omit<Counts, 'asOf'>) => [
  individuals,
  organizations,
];

const byPartner = async (app: App, campaign: string) =>
  Object.fromEntries(
    Object.entries((await readCounts(app, `?campaign=${campaign}&by=partner`)).partners!).map(
      ([partner, each]) => [partner, figures(each)],
    ),
  );

describe('three partners who ask for pledges at once', () => {
  it('add up to one campaign, each sees its own part, and a restart changes nothing', async () => {
    const file = join(temporaryFolder(), 'counts.sqlite');
    const partners = ['first-steps', 'library', 'clinic'];
    // Every fifth is an organization, and every seventh of the others gives no name.
    const kindOf = (index: number) =>
      index % 5 === 0 ? 'organization' : index % 7 === 0 ? 'anonymous' : 'individual';
    const pledges = Array.from({ length: 100 }, (_, index) =>
      newPledge({ partner: partners[index % 3], kind: kindOf(index) }),
    );
    // The visitors of some pages press twice, or their first answer is lost.
    const again = pledges.filter((_, index) => index % 4 === 0);
    const others = [newPledge({ campaign: 'another' }), newSubmission(), organizationSubmission];

    const read = async () => {
      const store = await openStore(file);
      const app = createApp({ store, origins: [ORIGIN] });
      const views = {
        all: figures(await readCounts(app)),
        campaign: figures(await readCounts(app, '?campaign=permanent-connections')),
        partners: await byPartner(app, 'permanent-connections'),
      };
      await store.close();
      return views;
    };

    const store = await openStore(file);
    const app = createApp({ store, origins: [ORIGIN] });
    const answers = await Promise.all(
      [...pledges, ...again, ...others].map((submission) => post(app, submission)),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
    await store.close();

    const expected = {
      all: [1, 1],
      campaign: [80, 20],
      partners: { 'first-steps': [27, 7], library: [27, 6], clinic: [26, 7] },
    };
    assert.deepEqual(await read(), expected);
    assert.deepEqual(await read(), expected);
  });
});

describe('the receipt', () => {
  const countsOf = async (response: Response) => {
    const verdict = check(receipt, await response.json());
    assert.ok(verdict.valid);
    return verdict.value.counts && figures(verdict.value.counts);
  };

  it('counts what was done: those who joined, or those who signed the same campaign', async () => {
    const { app } = await createReceiver();
    assert.deepEqual(await countsOf(await post(app, individualSubmission)), [1, 0]);
    const pledge = newPledge();
    assert.deepEqual(await countsOf(await post(app, pledge)), [1, 0]);
    assert.deepEqual(await countsOf(await post(app, newPledge({ kind: 'anonymous' }))), [2, 0]);
    assert.deepEqual(await countsOf(await post(app, newPledge({ kind: 'organization' }))), [2, 1]);
    assert.deepEqual(await countsOf(await post(app, newPledge({ campaign: 'b' }))), [1, 0]);
    assert.deepEqual(await countsOf(await post(app, organizationSubmission)), [1, 1]);
    assert.deepEqual(await countsOf(await post(app, pledge)), [2, 1]);
  });

  it('counts a petition with its campaign, and a join never, whatever it names', async () => {
    const { app } = await createReceiver();
    const joined = newSubmission();
    joined.source = { ...joined.source, campaign: 'a', partner: 'library' };
    assert.deepEqual(await countsOf(await post(app, joined)), [1, 0]);
    const petition = newPledge({ campaign: 'a', type: 'petition', partner: 'clinic' });
    assert.deepEqual(await countsOf(await post(app, petition)), [1, 0]);
    assert.deepEqual(await byPartner(app, 'a'), { clinic: [1, 0] });
  });

  it('has no counts for a signature that names no campaign, which is kept all the same', async () => {
    const { app, rows } = await createReceiver();
    const pledge = newPledge();
    delete pledge.source.campaign;
    const response = await post(app, pledge);
    assert.equal(response.status, 201);
    assert.deepEqual(await response.json(), { id: pledge.id, status: 'confirmed' });
    assert.equal(rows().length, 1);
    assert.deepEqual(figures(await readCounts(app)), [0, 0]);
  });
});

describe('somebody who is counted without a name', () => {
  it('leaves no e-mail address behind', async () => {
    const { app, rows } = await createReceiver();
    await post(app, newPledge({ kind: 'anonymous' }));
    const named = newPledge();
    await post(app, named);
    assert.deepEqual(
      new Set(rows().map(({ email }) => email)),
      new Set([null, `${named.id}@example.org`]),
    );
  });
});

describe('GET /counts', () => {
  it('has zeros for a campaign that nobody signed, and for one that there is not', async () => {
    const { app } = await createReceiver();
    await post(app, individualSubmission);
    assert.deepEqual(figures(await readCounts(app, '?campaign=none')), [0, 0]);
    const { partners, ...total } = await readCounts(app, '?campaign=none&by=partner');
    assert.deepEqual([figures(total), Object.keys(partners!)], [[0, 0], []]);
  });

  it('says nothing of partners where it is not asked, or none is named', async () => {
    const { app } = await createReceiver();
    await post(app, newPledge());
    assert.equal((await readCounts(app, '?campaign=permanent-connections')).partners, undefined);
    assert.deepEqual(await byPartner(app, 'permanent-connections'), {});
  });

  it('lists the hundred partners with the most signatures', async () => {
    const { app } = await createReceiver();
    const names = Array.from({ length: 120 }, (_, index) => `partner-${index}`);
    await Promise.all(names.map((partner) => post(app, newPledge({ partner }))));
    const popular = names.slice(-20);
    await Promise.all(popular.map((partner) => post(app, newPledge({ partner }))));
    const listed = await byPartner(app, 'permanent-connections');
    assert.equal(Object.keys(listed).length, 100);
    for (const partner of popular) assert.deepEqual(listed[partner], [2, 0]);
    const total = await readCounts(app, '?campaign=permanent-connections&by=partner');
    assert.deepEqual(figures(total), [140, 0]);
  });

  it('takes any text for a partner or a campaign', async () => {
    const { app } = await createReceiver();
    const texts = ['__proto__', 'constructor', '42', "'; drop table submissions", 'Jardín & Co'];
    for (const text of texts) await post(app, newPledge({ campaign: text, partner: text }));
    for (const text of texts) {
      const campaign = encodeURIComponent(text);
      const body = await (await app.request(`/counts?campaign=${campaign}&by=partner`)).text();
      assert.ok(
        body.includes(`"partners":{${JSON.stringify(text)}:{"individuals":1,"organizations":0}}`),
        body,
      );
    }
  });

  for (const query of [
    '?campaign=',
    '?campaign',
    '?campaign=a&campaign=b',
    '?campaign=a%00b',
    `?campaign=${'a'.repeat(256)}`,
    '?campaign=a&by=kind',
    '?campaign=a&by=',
    '?campaign=a&by=partner&by=partner',
    '?by=partner',
    '?campain=a',
    '?__proto__=a',
  ]) {
    it(`does not guess what is meant by ${query.slice(0, 40)}`, async () => {
      const { app } = await createReceiver();
      const response = await app.request(`/counts${query}`);
      assert.equal(response.status, 400);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.match(await response.text(), /"type":"\/problems\/parameters"/);
    });
  }

  it('reads a campaign by the rule that submissions follow', async () => {
    const { app } = await createReceiver();
    await post(app, newPledge({ campaign: ' Jardi\u0301n ' }));
    assert.deepEqual(figures(await readCounts(app, '?campaign=Jard%C3%ADn')), [1, 0]);
    assert.deepEqual(figures(await readCounts(app, '?campaign=+Jardi%CC%81n')), [1, 0]);
  });
});
