import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  individualMember,
  individualSubmission as person,
  organizationSubmission as organization,
  pledgeSubmission as pledge,
} from '@pro-kid/contract/testing';
import { recorded, refusal, written } from '../testing/recorded.ts';
import { appsScript } from './apps-script.ts';
import { form } from './form.ts';
import { formspree } from './formspree.ts';
import { googleForms } from './google-forms.ts';
import { jsonSimple } from './json-simple.ts';
import { salesforce } from './salesforce.ts';
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

describe('services whose answer no page may read (recorded, not live)', () => {
  it('Salesforce gets a lead, whole even for a person with one name', () => {
    const lead = { url: 'https://webto.salesforce.com/x', extra: { oid: '00D1' } };
    const { fields, mode } = written(salesforce, person, lead);
    assert.equal(mode, 'no-cors');
    assert.deepEqual(fields, {
      first_name: 'Ana',
      last_name: 'Ruiz',
      email: 'ana@example.org',
      zip: '95814',
      company: 'Household',
      oid: '00D1',
    });
    const { familyName: _, ...oneName } = { familyName: '', ...person.member };
    const single = written(
      salesforce,
      { ...person, member: oneName },
      { ...lead, extra: { oid: '00D1', company: 'Person' } },
    );
    assert.equal(single.fields['last_name'], 'Ana');
    assert.equal(single.fields['company'], 'Person');
    assert.equal(written(salesforce, organization, lead).fields['company'], 'First Steps');
    assert.match(refusal(salesforce, person, endpoint), /oid/);
  });

  it('a Google Form gets the questions that are mapped, and only those', () => {
    const questions = {
      url: 'https://docs.google.com/forms/d/e/1/viewform?usp=sf_link',
      fields: { 'given-name': 'entry.1', email: 'entry.2' },
    };
    const request = written(googleForms, person, questions);
    assert.equal(request.url, 'https://docs.google.com/forms/d/e/1/formResponse');
    assert.equal(request.mode, 'no-cors');
    assert.deepEqual(request.fields, { 'entry.1': 'Ana', 'entry.2': 'ana@example.org' });
    assert.match(refusal(googleForms, person, endpoint), /entry/);
  });
});
