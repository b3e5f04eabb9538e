import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { individualSubmission as submission } from '@pro-kid/contract/testing';
import { deliver } from '../deliver.ts';
import { recorded, refusal } from '../testing/recorded.ts';
import { mailchimp } from './mailchimp.ts';

const url = 'https://movement.us1.list-manage.com/subscribe/post?u=abc&id=def&f_id=1';
const script = url.replace('/post?', '/post-json?');

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

  it('takes nothing else for an answer of its script', () => {
    const rejected = { outcome: 'refused', code: 'rejected', status: 200 };
    const unknown = recorded(200, { result: 'error', msg: '<b>Something</b> else' });
    assert.deepEqual(mailchimp.read(unknown, submission, { url: script }), rejected);
    assert.deepEqual(mailchimp.read(recorded(200, '{}'), submission, { url: script }), {
      ...rejected,
      code: 'unreadable-answer',
    });
  });
});
