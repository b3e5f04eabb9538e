import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  individualMember,
  individualSubmission as person,
  organizationSubmission as organization,
  pledgeSubmission as pledge,
} from '@pro-kid/contract/testing';
import { recorded, written } from '../testing/recorded.ts';
import { appsScript } from './apps-script.ts';
import { form } from './form.ts';
import { formspree } from './formspree.ts';
import { hubspot } from './hubspot.ts';
import { jsonSimple } from './json-simple.ts';
import { proca } from './proca.ts';
import { webhook } from './webhook.ts';
import { zapier } from './zapier.ts';

const url = 'https://service.example/f/1';
const endpoint = { url };
const { familyName: _, ...member } = individualMember;
const oneName = { ...person, member };

describe('form services (recorded, not live): what is sent', () => {
  it('an answer that bears one of our names, beside what it is named after', () => {
    const { fields } = written(form, { ...person, answers: { email: 'no' } }, endpoint);
    assert.equal(fields['email'], 'ana@example.org');
    assert.equal(fields['answer-email'], 'no');
  });

  it('an answer that bears a name of ours beside it also where nothing stands there this time', () => {
    const fields = { tel: 'phone', 'family-name': '' };
    const named = { ...oneName, answers: { tel: '2 cans', 'family-name': 'Doe', phone: 'red' } };
    assert.partialDeepStrictEqual(written(form, named, { url, fields }).fields, {
      'answer-tel': '2 cans',
      'answer-family-name': 'Doe',
      phone: 'red',
    });
    const { telephone } = organization.member;
    const both = { ...organization, answers: { phone: 'red' } };
    assert.partialDeepStrictEqual(written(form, both, { url, fields }).fields, {
      phone: telephone,
      'answer-phone': 'red',
    });
  });

  it("the service's names and constants, less what has no name there", () => {
    for (const format of [form, formspree, zapier, webhook]) {
      const mapped = { url, fields: { 'given-name': 'FNAME', widget: '' }, extra: { list: '7' } };
      const { fields } = written(format, person, mapped);
      assert.equal(fields['FNAME'], 'Ana');
      assert.equal(fields['list'], '7');
      assert.ok(!('given-name' in fields) && !('widget' in fields));
    }
  });

  it('the whole submission as text, where a preflight would fail', () => {
    const { fields, headers } = written(jsonSimple, pledge, endpoint);
    assert.deepEqual(fields, pledge);
    assert.equal(headers['content-type'], 'text/plain;charset=UTF-8');
  });
});

describe('form services (recorded, not live): what the answer means', () => {
  it('a page is no answer of theirs: something stands in between, such as a captive portal', () => {
    for (const format of [appsScript, zapier, webhook]) {
      const outcome = format.read(recorded(200, '<!doctype html>'), person, endpoint);
      assert.deepEqual(outcome, { outcome: 'refused', code: 'unreadable-answer', status: 200 });
    }
  });

  it('a failure in the body is one, whatever else it says', () => {
    const refused = (code: string) => ({ outcome: 'refused', code, status: 200 });
    const failed = zapier.read(recorded(200, { status: 'error' }), person, endpoint);
    assert.deepEqual(failed, refused('unreadable-answer'));
    const data = { addActionContact: { contactRef: 'r' } };
    const both = proca.read(recorded(200, { data, errors: [{ message: 'no' }] }), person, endpoint);
    assert.deepEqual(both, refused('rejected'));
  });

  it('HubSpot names a missing field in two ways', () => {
    for (const message of [
      "Error in 'fields.zip'. Required field 'zip' is missing",
      "Required field 'zip' is missing",
    ]) {
      const answer = recorded(400, { errors: [{ errorType: 'REQUIRED_FIELD', message }] });
      assert.deepEqual(hubspot.read(answer, person, endpoint), {
        outcome: 'invalid',
        errors: [{ pointer: '/member/postalCode', code: 'required', detail: undefined }],
      });
    }
  });

  it('errors come back under our names, also where the service has its own', () => {
    const mapped = { url, fields: { email: 'EMAIL' } };
    const answer = recorded(422, { errors: [{ field: 'EMAIL' }, { field: 'size' }] });
    const outcome = form.read(answer, person, mapped);
    assert.ok(outcome.outcome === 'invalid');
    assert.deepEqual(
      outcome.errors.map(({ pointer }) => pointer),
      ['/member/email', '/answers/size'],
    );
  });
});
