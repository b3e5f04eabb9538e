import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  individualSubmission as person,
  organizationSubmission as organization,
  pledgeSubmission as pledge,
} from '@pro-kid/contract/testing';
import type { NamedSubmission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import type { Outcome } from '../outcome.ts';
import {
  confirmed,
  deliverFromPage,
  invalid,
  refused,
  withConsent,
  withEmail,
} from '../testing/deliver-from-page.ts';
import { startMailchimp, type MailchimpSettings } from '../testing/stand-ins/mailchimp.ts';

async function start(settings: MailchimpSettings = {}) {
  const service = await startMailchimp(settings);
  const post = (submission: NamedSubmission, more: Partial<Endpoint> = {}, way = 'post-json') =>
    deliverFromPage(submission, {
      url: `${service.origin}/subscribe/${way}?u=abc&id=def&f_id=1`,
      format: 'mailchimp',
      ...more,
    });
  return { ...service, post };
}

const fields = {
  'postal-code': 'ZIP',
  organization: 'COMPANY',
  'consent-updates': 'gdpr[9]',
  commitments: 'PLEDGED',
  comment: 'MESSAGE',
  'show-name': 'group[4][1]',
  'how-you-heard': 'HEARD',
  partner: 'PARTNER',
};

for (const [way, title, outcomeOf] of [
  ['post', 'in a new tab', (): Outcome => ({ outcome: 'sent', newTab: true })],
  ['post-json', 'by its script', confirmed],
] as const) {
  describe(`Mailchimp ${title} (recorded, not live)`, () => {
    it('keeps a person under the tags that every audience has, and no more', async () => {
      const { post, stored } = await start();
      assert.deepEqual(await post(person, { extra: { tags: '77' } }, way), outcomeOf(person));
      assert.deepEqual(stored, [
        { FNAME: 'Ana', LNAME: 'Ruiz', EMAIL: 'ana@example.org', tags: '77' },
      ]);
    });

    it('keeps an organization, a pledge, answers and where it came from as they are mapped', async () => {
      const { post, stored } = await start();
      await post(organization, { fields }, way);
      await post(pledge, { fields }, way);
      assert.deepEqual(stored, [
        {
          FNAME: 'Ben',
          LNAME: 'Okafor',
          EMAIL: 'ben@firststeps.example',
          PHONE: '+1 (916) 555-0100 ext. 4',
          ZIP: '00501-1234',
          COMPANY: 'First Steps',
          HEARD: 'De una vecina.\nEn la feria.',
          PARTNER: 'first-steps',
        },
        {
          FNAME: 'Ana',
          LNAME: 'Ruiz',
          EMAIL: 'ana@example.org',
          ZIP: '95814',
          'gdpr[9]': 'Y',
          'group[4][1]': '1',
          PLEDGED: 'share, write',
          MESSAGE: 'For my kids.\nAll of them.',
          PARTNER: 'first-steps',
        },
      ]);
    });

    it('ticks a permission only for those who did', async () => {
      const { post, stored } = await start();
      await post(withConsent(person, false), { fields }, way);
      assert.ok(!('gdpr[9]' in stored[0]!));
    });
  });
}

describe('what the script of Mailchimp answers (recorded, not live)', () => {
  it('says who is in already', async () => {
    const { post, stored } = await start();
    await post(person);
    assert.deepEqual(await post(person), { outcome: 'duplicate' });
    assert.equal(stored.length, 1);
  });

  it('says that it waits for an e-mail to be answered', async () => {
    const { post } = await start({ confirmsByMail: true });
    const receipt = { id: person.id, status: 'pending' };
    assert.deepEqual(await post(person), { outcome: 'confirmed', receipt });
  });

  it('names the address that is wrong, and no other field', async () => {
    const { post, stored } = await start();
    assert.deepEqual(await post(withEmail(person, 'ana')), invalid('/member/email', 'email'));
    const nameless = { ...person, member: { ...person.member, givenName: '' } };
    assert.deepEqual(await post(nameless), refused('rejected', 200));
    assert.deepEqual(stored, []);
  });

  it('says that there were too many', async () => {
    for (const scenario of ['too many', 'too recent'] as const) {
      const { post, stored } = await start({ scenario });
      assert.deepEqual(await post(person), { outcome: 'limited' });
      assert.deepEqual(stored, []);
    }
  });

  it('sends visitors to its own form where it wants a captcha', async () => {
    const { post, origin } = await start({ scenario: 'captcha' });
    const own = `${origin}/subscribe?u=abc&id=def&f_id=1`;
    assert.deepEqual(await post(person), refused('captcha', 200, own));
    const hosted = 'https://mailchi.mp/kids/join';
    assert.deepEqual(
      await post(person, { extra: { 'hosted-page': hosted } }),
      refused('captcha', 200, hosted),
    );
  });

  it('knows no audience of another number', async () => {
    const { post, origin } = await start();
    const url = `${origin}/subscribe/post-json?u=abc&id=another`;
    assert.deepEqual(await post(person, { url }), refused('rejected', 200));
  });
});
