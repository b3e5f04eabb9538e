import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, problem, type Campaign, type Submission } from '@pro-kid/contract';
import { individualSubmission } from '@pro-kid/contract/testing';
import { createApp } from '../http/app.ts';
import { changedCampaign, sampleCampaign } from '../testing/campaigns.ts';
import { createReceiver } from '../testing/receiver.ts';
import { newPledge } from '../testing/submissions.ts';

const IN_TIME = Date.parse('2026-11-15T12:00:00Z');
const consent = (id: string, granted = true) => ({
  id,
  granted,
  text: `The words of ${id}.\n“Exactly” — así.`,
  language: 'en',
});

/** A pledge that gives the sample campaign all that it asks for. */
function goodPledge(changes: Partial<Submission> = {}): Submission {
  return {
    ...newPledge(),
    pledge: { commitments: ['share'], comment: 'For my kids.', showName: true },
    answers: { why: 'They are kids.', role: 'parent', topics: 'health, school', 'grown-up': 'yes' },
    consents: [consent('terms'), consent('updates', false)],
    ...changes,
  };
}

const receiverFor = (campaign: Campaign = sampleCampaign, now = () => IN_TIME) =>
  createReceiver({ campaigns: [campaign], now });

type Receiver = Awaited<ReturnType<typeof createReceiver>>;
const post = ({ post }: Receiver, submission: Submission) => post(JSON.stringify(submission));

async function problemOf(response: Response) {
  const verdict = check(problem, await response.json());
  assert.ok(verdict.valid);
  const { type, retryable, retryAfter, errors } = verdict.value;
  assert.deepEqual([retryable, retryAfter], [undefined, undefined]);
  return { status: response.status, type, errors };
}

describe('a campaign with an opening and a closing', () => {
  const clock = { now: 0 };
  const at = (time: string) => {
    clock.now = Date.parse(time);
  };
  const open = () => receiverFor(sampleCampaign, () => clock.now);
  const refused = (code: string) => ({ status: 403, type: `/problems/${code}`, errors: undefined });

  it('takes pledges from the first moment to the last, by the clock of the server', async () => {
    const receiver = await open();
    // What a visitor's clock says does not matter.
    const pledge = () => goodPledge({ submittedAt: '2026-11-15T12:00:00.000Z' });
    at('2026-10-31T23:59:59.999Z');
    assert.deepEqual(await problemOf(await post(receiver, pledge())), refused('campaign-not-open'));
    at('2026-11-01T00:00:00Z');
    assert.equal((await post(receiver, pledge())).status, 201);
    at('2026-12-01T07:58:59.999Z');
    assert.equal((await post(receiver, pledge())).status, 201);
    at('2026-12-01T07:59:00Z');
    assert.deepEqual(await problemOf(await post(receiver, pledge())), refused('campaign-closed'));
    assert.equal(receiver.rows().length, 2);
  });

  it('acknowledges after its end what it took before, and nothing else', async () => {
    const receiver = await open();
    const pledge = goodPledge();
    at('2026-11-30T00:00:00Z');
    await post(receiver, pledge);
    at('2026-12-24T00:00:00Z');
    const again = await post(receiver, pledge);
    assert.equal(again.status, 201);
    const { counts } = (await again.json()) as { counts: { individuals: number } };
    assert.equal(counts.individuals, 1);
    const edited = { ...pledge, language: 'es' };
    assert.deepEqual(await problemOf(await post(receiver, edited)), refused('campaign-closed'));
    assert.equal(receiver.rows().length, 1);
  });

  it('does not keep anybody from joining, nor from signing what is not known here', async () => {
    const receiver = await open();
    at('2026-12-24T00:00:00Z');
    const source = { ...individualSubmission.source, campaign: sampleCampaign.id };
    assert.equal((await post(receiver, { ...individualSubmission, source })).status, 201);
    for (const campaign of ['another', 'constructor', '__proto__']) {
      assert.equal((await post(receiver, newPledge({ campaign }))).status, 201);
    }
    const pledge = newPledge();
    delete pledge.source.campaign;
    assert.equal((await post(receiver, pledge)).status, 201);
  });

  it('says that it is busy where it cannot look for an earlier one', async () => {
    const receiver = await open();
    at('2026-12-24T00:00:00Z');
    await receiver.store.close();
    assert.equal((await post(receiver, goodPledge())).status, 503);
  });
});

describe('what a campaign asks for', () => {
  it('is all there in a good pledge, whose consents are kept to the letter', async () => {
    const receiver = await receiverFor();
    const pledge = goodPledge();
    assert.equal((await post(receiver, pledge)).status, 201);
    const kept = JSON.parse(receiver.rows()[0]!.body) as Submission;
    assert.deepEqual(kept.consents, pledge.consents);
    assert.equal(kept.consents[0]?.text, 'The words of terms.\n“Exactly” — así.');
  });

  const { answers, member } = goodPledge() as Submission & { answers: Record<string, string> };
  const pledged = { commitments: ['share'], comment: 'For my kids.', showName: false };
  const wrongs: [string, Partial<Submission>, [string, string][]][] = [
    [
      'commitments that it does not have',
      { pledge: { ...pledged, commitments: ['share', 'fly', 'write', '__proto__'] } },
      [
        ['/pledge/commitments/1', 'unknown'],
        ['/pledge/commitments/3', 'unknown'],
      ],
    ],
    [
      'a pledge without the commitment that it is about',
      { pledge: { ...pledged, commitments: ['write'] } },
      [['/pledge/commitments', 'required']],
    ],
    ['no consent to what must be', { consents: [] }, [['/consents', 'required']]],
    [
      'a "no" to what must be',
      { consents: [consent('updates'), consent('terms', false)] },
      [['/consents/1/granted', 'required']],
    ],
    [
      'a "yes" that another answer takes back',
      { consents: [consent('terms'), consent('terms', false)] },
      [['/consents/1/granted', 'required']],
    ],
    [
      'no answers',
      { answers: undefined },
      [
        ['/answers/why', 'required'],
        ['/answers/grown-up', 'required'],
      ],
    ],
    ['an empty answer', { answers: { ...answers, why: ' ' } }, [['/answers/why', 'required']]],
    [
      'a box left empty that must be ticked',
      { answers: { ...answers, 'grown-up': 'no' } },
      [['/answers/grown-up', 'required']],
    ],
    [
      'answers that nobody could choose',
      { answers: { ...answers, role: 'king', topics: 'health,school', 'grown-up': 'maybe' } },
      [
        ['/answers/role', 'type'],
        ['/answers/topics', 'type'],
        ['/answers/grown-up', 'type'],
      ],
    ],
    [
      'no ZIP code and no comment, where it asks for both',
      {
        member: { ...member, postalCode: undefined } as Submission['member'],
        pledge: { ...pledged, comment: undefined },
      },
      [
        ['/member/postalCode', 'required'],
        ['/pledge/comment', 'required'],
      ],
    ],
    [
      'an organization, where it is for people',
      { member: newPledge({ kind: 'organization' }).member },
      [['/member/kind', 'type']],
    ],
    [
      'a petition, where it is a pledge',
      { type: 'petition', pledge: undefined, petition: { showName: false } },
      [['/type', 'type']],
    ],
  ];
  for (const [title, changes, errors] of wrongs) {
    it(`is named by pointer and code: ${title}`, async () => {
      const receiver = await receiverFor();
      const answer = await problemOf(await post(receiver, goodPledge(changes)));
      assert.deepEqual([answer.status, answer.type], [422, '/problems/validation']);
      assert.deepEqual(
        answer.errors?.map(({ pointer, code }) => [pointer, code]),
        errors,
      );
      assert.ok(answer.errors?.every(({ detail }) => /^[A-Z].+\.$/.test(detail ?? '')));
      assert.equal(receiver.rows().length, 0);
    });
  }

  it('is nothing, where a campaign asks for nothing', async () => {
    const { id, type, title, statement, commitments } = sampleCampaign;
    const receiver = await receiverFor({ id, type, title, statement, commitments });
    for (const kind of ['individual', 'organization'] as const) {
      assert.equal((await post(receiver, newPledge({ kind }))).status, 201);
    }
  });

  it('may be a signature under a petition', async () => {
    const petition = changedCampaign({
      type: 'petition',
      commitments: undefined,
      to: 'The council',
      ask: 'Act.',
    });
    const receiver = await receiverFor(petition);
    const signed: Submission = {
      ...goodPledge({ type: 'petition', petition: { comment: 'Now.', showName: false } }),
      pledge: undefined,
    };
    assert.equal((await post(receiver, signed)).status, 201);
    const silent = await problemOf(
      await post(receiver, { ...signed, petition: { showName: false } }),
    );
    assert.deepEqual(
      silent.errors?.map(({ pointer }) => pointer),
      ['/petition/comment'],
    );
    const pledge = await problemOf(await post(receiver, goodPledge()));
    assert.deepEqual(
      pledge.errors?.map(({ pointer }) => pointer),
      ['/type'],
    );
  });

  it('is not asked of those who are too young to be asked', async () => {
    const young: Submission = {
      ...newPledge({ kind: 'anonymous' }),
      pledge: { commitments: [], showName: false },
      consents: [],
    };
    assert.equal((await post(await receiverFor(), young)).status, 201);

    const forGrownUps = changedCampaign({ privacy: { minimumAge: 18 } });
    const { errors } = await problemOf(await post(await receiverFor(forGrownUps), young));
    assert.deepEqual(
      errors?.map(({ pointer, code }) => [pointer, code]),
      [['/member/kind', 'type']],
    );
  });
});

describe('a campaign in test mode', () => {
  it('takes nothing and counts nothing', async () => {
    const receiver = await receiverFor(changedCampaign({ test: true }));
    const { status, errors } = await problemOf(await post(receiver, goodPledge()));
    assert.equal(status, 422);
    assert.deepEqual(
      errors?.map(({ pointer, code }) => [pointer, code]),
      [['/source/campaign', 'test']],
    );
    assert.equal(receiver.rows().length, 0);
  });
});

describe('two campaigns with one id', () => {
  it('are a mistake of whoever starts the receiver', async () => {
    const { store } = await createReceiver();
    const campaigns = [sampleCampaign, changedCampaign({ title: 'Another' })];
    assert.throws(() => createApp({ store, origins: [], campaigns }), {
      name: 'TypeError',
      message:
        'createApp: two campaigns have the id "permanent-connections". Give each an id of its own. [pro-kid/campaign-twice]',
    });
  });
});
