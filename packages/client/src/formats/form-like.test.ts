import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  individualSubmission as person,
  organizationSubmission as organization,
  pledgeSubmission as pledge,
} from '@pro-kid/contract/testing';
import { recorded, refusal, written } from '../testing/recorded.ts';
import type { Outcome } from '../outcome.ts';
import { appsScript } from './apps-script.ts';
import { form } from './form.ts';
import type { Format } from './format.ts';
import { formspree } from './formspree.ts';
import { googleForms } from './google-forms.ts';
import { jsonSimple } from './json-simple.ts';
import { netlify } from './netlify.ts';
import { salesforce } from './salesforce.ts';
import { webhook } from './webhook.ts';
import { zapier } from './zapier.ts';

const url = 'https://service.example/f/1';
const endpoint = { url };
const confirmed: Outcome = {
  outcome: 'confirmed',
  receipt: { id: person.id, status: 'confirmed' },
};
const refused = (code: 'rejected' | 'unreadable-answer' | 'captcha' | 'redirected', status = 200) =>
  ({ outcome: 'refused', code, status }) as const;
const html = '<!doctype html><title>Log in</title>';

describe('form services (recorded, not live): what is sent', () => {
  it('flat fields that need no preflight, for a person', () => {
    const { method, headers, fields } = written(form, person, endpoint);
    assert.equal(method, 'POST');
    assert.deepEqual(headers, { accept: 'application/json' });
    assert.deepEqual(fields, {
      id: person.id,
      type: 'join',
      kind: 'individual',
      'given-name': 'Ana',
      'family-name': 'Ruiz',
      email: 'ana@example.org',
      'postal-code': '95814',
      'consent-updates': '1',
      'consent-updates-text': person.consents[0]!.text,
      'consent-updates-language': 'en',
      partner: 'first-steps',
      page: 'https://firststeps.example/join',
      referrer: 'https://search.example',
      utm_source: 'newsletter',
      widget: 'pro-kid-join',
      'widget-version': '0.1.0',
      language: 'en',
      'submitted-at': person.submittedAt,
    });
  });

  it('an organization, its contact, and the answers of the page', () => {
    const { fields } = written(form, organization, endpoint);
    assert.equal(fields['organization'], 'First Steps');
    assert.equal(fields['organization-title'], 'Director');
    assert.equal(fields['authorized'], '1');
    assert.equal(fields['consent-updates'], '0');
    assert.equal(fields['how-you-heard'], 'De una vecina.\nEn la feria.');
  });

  it('a pledge, with its comment', () => {
    const { fields } = written(form, pledge, endpoint);
    assert.equal(fields['commitments'], 'share, write');
    assert.equal(fields['comment'], 'For my kids.\nAll of them.');
    assert.equal(fields['show-name'], '1');
  });

  it('an answer that bears one of our names, beside what it is named after', () => {
    const { fields } = written(form, { ...person, answers: { email: 'no' } }, endpoint);
    assert.equal(fields['email'], 'ana@example.org');
    assert.equal(fields['answer-email'], 'no');
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
    for (const format of [jsonSimple, appsScript]) {
      const { fields, headers } = written(format, pledge, endpoint);
      assert.deepEqual(fields, pledge);
      assert.equal(headers['content-type'], 'text/plain;charset=UTF-8');
    }
  });
});

describe('form services (recorded, not live): what the answer means', () => {
  const table: [string, Format, ReturnType<typeof recorded>, Outcome][] = [
    ['form: ok', form, recorded(200, { ok: true, id: 7 }), confirmed],
    ['form: success', form, recorded(200, { success: true, message: 'Thanks' }), confirmed],
    ['form: nothing said', form, recorded(200, {}), { outcome: 'accepted' }],
    ['form: no body', form, recorded(200), { outcome: 'accepted' }],
    ['form: error at 200', form, recorded(200, { error: 'Form is off' }), refused('rejected')],
    ['form: ok false', form, recorded(200, { ok: false }), refused('rejected')],
    ['form: a page', form, recorded(200, html), refused('unreadable-answer')],
    ['form: sent elsewhere', form, recorded(200, {}, { redirected: true }), refused('redirected')],
    ['form: captcha', form, recorded(403, { error: 'captcha failed' }), refused('captcha', 403)],
    [
      'form: plan used up',
      form,
      recorded(402),
      { outcome: 'refused', code: 'status', status: 402 },
    ],
    [
      'form: too many',
      form,
      recorded(429, '', { headers: { 'retry-after': '9' } }),
      { outcome: 'limited', retryAfter: 9 },
    ],
    [
      'formspree: next',
      formspree,
      recorded(200, { next: 'https://formspree.io/thanks' }),
      confirmed,
    ],
    ['formspree: blocked', formspree, recorded(200, { error: 'BLOCKED' }), refused('rejected')],
    [
      'formspree: fields',
      formspree,
      recorded(422, {
        error: 'Validation errors',
        errors: [
          { code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' },
          { code: 'REQUIRED_FIELD_MISSING', field: 'given-name', message: 'is required' },
        ],
      }),
      {
        outcome: 'invalid',
        errors: [
          { pointer: '/member/email', code: 'email', detail: 'should be an email' },
          { pointer: '/member/givenName', code: 'required', detail: 'is required' },
        ],
      },
    ],
    [
      'apps-script: receipt',
      appsScript,
      recorded(200, confirmed.outcome === 'confirmed' && confirmed.receipt, { redirected: true }),
      confirmed,
    ],
    [
      'apps-script: error',
      appsScript,
      recorded(200, { error: 'quota' }, { redirected: true }),
      refused('rejected'),
    ],
    [
      'apps-script: fields',
      appsScript,
      recorded(200, { errors: [{ pointer: '/member/email', code: 'email' }] }),
      {
        outcome: 'invalid',
        errors: [{ pointer: '/member/email', code: 'email', detail: undefined }],
      },
    ],
    ['apps-script: log-in page', appsScript, recorded(200, html), refused('unreadable-answer')],
    [
      'zapier: success',
      zapier,
      recorded(200, { status: 'success', id: 'x' }),
      { outcome: 'accepted' },
    ],
    ['zapier: a page', zapier, recorded(200, html), refused('unreadable-answer')],
    ['zapier: too many', zapier, recorded(429), { outcome: 'limited' }],
    ['make: accepted', webhook, recorded(200, 'Accepted'), { outcome: 'accepted' }],
    [
      'n8n: started',
      webhook,
      recorded(200, { message: 'Workflow got started' }),
      { outcome: 'accepted' },
    ],
    ['n8n: own receipt', webhook, recorded(201, { id: person.id, status: 'confirmed' }), confirmed],
    ['webhook: a page', webhook, recorded(200, html), refused('unreadable-answer')],
    ['netlify: its page', netlify, recorded(200, html), { outcome: 'accepted' }],
    [
      'netlify: no such form',
      netlify,
      recorded(404, html),
      { outcome: 'refused', code: 'status', status: 404 },
    ],
  ];
  for (const [title, format, answer, outcome] of table) {
    it(`${title} → ${outcome.outcome}`, () => {
      assert.deepEqual(format.read(answer, person, endpoint), outcome);
    });
  }

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

  it('Netlify is refused from any other site, and without the name of its form', () => {
    assert.match(refusal(netlify, person, endpoint), /same site/);
  });
});
