import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { individualSubmission as submission, pledgeSubmission } from '@pro-kid/contract/testing';
import { deliver } from '../deliver.ts';
import { recorded, refusal } from '../testing/recorded.ts';
import { mailchimp } from './mailchimp.ts';

const url = 'https://movement.us1.list-manage.com/subscribe/post?u=abc&id=def&f_id=1';
const script = url.replace('/post?', '/post-json?');
const answer = (result: string, msg: string) => recorded(200, { result, msg });
const read = (result: string, msg: string, extra = {}) =>
  mailchimp.read(answer(result, msg), submission, { url: script, ...extra });

describe('the mailchimp format (recorded, not live)', () => {
  it('opens the form of the audience in a new tab, under its merge tags', () => {
    const handOff = mailchimp.request(submission, { url, extra: { tags: '77' } });
    assert.deepEqual(handOff, {
      handOff: 'new-tab',
      url,
      fields: [
        ['FNAME', 'Ana'],
        ['LNAME', 'Ruiz'],
        ['EMAIL', 'ana@example.org'],
        ['tags', '77'],
        ['b_abc_def', ''],
      ],
    });
  });

  it('ticks permissions and groups of the audience only for what was ticked', () => {
    const fields = {
      'consent-updates': 'gdpr[9]',
      commitments: 'group[4][1]',
      'show-name': 'SHOW',
    };
    const names = (granted: boolean) => {
      const consents = pledgeSubmission.consents.map((consent) => ({ ...consent, granted }));
      const handOff = mailchimp.request({ ...pledgeSubmission, consents }, { url, fields });
      assert.ok('fields' in handOff);
      return Object.fromEntries(handOff.fields);
    };
    assert.equal(names(true)['gdpr[9]'], 'Y');
    assert.equal('gdpr[9]' in names(false), false);
    assert.equal(names(false)['group[4][1]'], pledgeSubmission.pledge!.commitments.join(', '));
  });

  it('asks by script only where the address says so', () => {
    const handOff = mailchimp.request(submission, { url: script });
    assert.ok('callback' in handOff && handOff.handOff === 'script');
    const asked = new URL(handOff.url);
    assert.equal(asked.pathname, '/subscribe/post-json');
    assert.equal(asked.searchParams.get('EMAIL'), 'ana@example.org');
    assert.equal(asked.searchParams.get('u'), 'abc');
  });

  it('sends nothing to an address that is no form of an audience', () => {
    for (const wrong of [
      'https://movement.us1.list-manage.com/subscribe/post?u=abc',
      'https://mailchimp.com/',
      'https://movement.us1.list-manage.com/subscribe/postpone?u=abc&id=def',
    ]) {
      assert.match(refusal(mailchimp, submission, { url: wrong }), /list-manage\.com/);
    }
  });

  it('cannot be used outside of a page', async () => {
    const outcome = await deliver(submission, { url, format: 'mailchimp' });
    assert.ok(outcome.outcome === 'refused' && outcome.code === 'configuration');
  });

  it('reads what the script answers', () => {
    const { id } = submission;
    const confirmed = (status: string) => ({ outcome: 'confirmed', receipt: { id, status } });
    assert.deepEqual(read('success', 'Thank you for subscribing!'), confirmed('confirmed'));
    assert.deepEqual(
      read('success', 'Almost finished... We need to confirm your email address.'),
      confirmed('pending'),
    );
    assert.deepEqual(
      read('error', 'ana@example.org is already subscribed to list Kids. <a>…</a>'),
      {
        outcome: 'duplicate',
      },
    );
    assert.deepEqual(read('error', 'ana@example.org has too many recent signup requests'), {
      outcome: 'limited',
    });
    assert.deepEqual(read('error', '0 - The domain portion of the email address is invalid'), {
      outcome: 'invalid',
      errors: [{ pointer: '/member/email', code: 'email', detail: undefined }],
    });
    const rejected = { outcome: 'refused', code: 'rejected', status: 200 };
    assert.deepEqual(read('error', '<b>Something</b> else'), rejected);
    assert.deepEqual(mailchimp.read(recorded(200, '{}'), submission, { url: script }), {
      ...rejected,
      code: 'unreadable-answer',
    });
  });

  it('sends the visitor to the hosted form where a captcha is asked for', () => {
    const hosted = 'https://movement.us1.list-manage.com/subscribe?u=abc&id=def&f_id=1';
    const refused = { outcome: 'refused', code: 'captcha', status: 200 };
    assert.deepEqual(read('error', 'captcha'), { ...refused, hostedPage: hosted });
    const own = 'https://mailchi.mp/kids/join';
    assert.deepEqual(read('error', 'captcha', { extra: { 'hosted-page': own } }), {
      ...refused,
      hostedPage: own,
    });
  });
});
