import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Submission } from '@pro-kid/contract';
import { ana, formReceiver, redirectOf } from '../testing/form-receiver.ts';
import { ORIGIN } from '../testing/receiver.ts';

describe('a plain form of a listed site', () => {
  it('signs a person up, and leads to a page that thanks', async () => {
    const { app, submit, submissions } = await formReceiver();
    const response = await submit(
      {
        ...ana,
        'postal-code': '95814',
        'family-name': ' ',
        partner: 'first-steps',
        'consent-updates': 'on',
        'consent-updates-text': 'Send me updates.',
      },
      { origin: ORIGIN, referer: `${ORIGIN}/join?utm_source=mail` },
    );
    const [{ id, submittedAt, ...sent }] = submissions() as [Submission];
    assert.match(id, /^[\da-f-]{36}$/);
    assert.ok(Date.parse(submittedAt) > 0);
    assert.deepEqual(sent, {
      version: 1,
      type: 'join',
      member: {
        kind: 'individual',
        givenName: 'Ana',
        email: 'ana@example.org',
        postalCode: '95814',
      },
      consents: [{ id: 'updates', granted: true, text: 'Send me updates.', language: 'en' }],
      source: {
        partner: 'first-steps',
        page: `${ORIGIN}/join`,
        widget: 'form',
        widgetVersion: '1',
      },
      language: 'en',
    });
    const thanks = await app.request(`/${redirectOf(response)}`);
    const text = await thanks.text();
    assert.match(text, /<h1>Thank you! You are in\.<\/h1>/);
    assert.match(
      text,
      /<a href="https:\/\/firststeps\.example\/">Back to firststeps\.example<\/a>/,
    );
    assert.doesNotMatch(redirectOf(response) + text, /ana/i);
  });

  it('signs an organization up', async () => {
    const { submit, submissions } = await formReceiver();
    redirectOf(
      await submit({
        ...ana,
        kind: 'organization',
        organization: 'First Steps',
        'organization-title': 'Director',
        url: 'firststeps.example',
        authorized: 'on',
      }),
    );
    const [{ member }] = submissions() as [Submission];
    assert.deepEqual(member, {
      kind: 'organization',
      name: 'First Steps',
      url: 'https://firststeps.example/',
      jobTitle: 'Director',
      givenName: 'Ana',
      email: 'ana@example.org',
      authorized: true,
    });
  });

  it('signs a pledge, with what it asks', async () => {
    const { submit, submissions, app } = await formReceiver();
    const response = await submit([
      ...Object.entries(ana),
      ['type', 'pledge'],
      ['campaign', 'story-time'],
      ['commitment', 'read'],
      ['commitment', 'share'],
      ['comment', 'For my daughter.\nAnd yours.'],
      ['answer-county', 'Yolo'],
      ['answer-role', ''],
      ['answer-topics', 'health'],
      ['answer-topics', 'school'],
      ['language', 'es'],
      ['consent-updates-text', 'Quiero recibir novedades.'],
    ]);
    const [{ pledge, answers, consents }] = submissions() as [Submission];
    assert.deepEqual(pledge, {
      commitments: ['read', 'share'],
      comment: 'For my daughter.\nAnd yours.',
      showName: false,
    });
    assert.deepEqual(answers, { county: 'Yolo', topics: 'health, school' });
    assert.equal(consents[0]?.granted, false);
    const thanks = await (await app.request(`/${redirectOf(response)}`)).text();
    assert.match(thanks, /<html lang="es">/);
    assert.match(thanks, /¡Gracias! Ya firmó\./);
  });

  it('sent twice, since nothing stops a second click, counts once', async () => {
    const { submit, app, rows } = await formReceiver();
    assert.equal(redirectOf(await submit(ana)), redirectOf(await submit(ana)));
    assert.equal(rows().length, 2);
    const counts = (await (await app.request('/counts')).json()) as { individuals: number };
    assert.equal(counts.individuals, 1);
  });

  it('takes as ticked what a browser sends of a checkbox, and no other value', async () => {
    const { submit, submissions } = await formReceiver();
    for (const value of ['on', 'yes', 'no', '']) {
      const consent = { 'consent-updates': value, 'consent-updates-text': 'Send me updates.' };
      redirectOf(await submit({ ...ana, ...consent }));
    }
    const granted = submissions().map(({ consents }) => consents[0]!.granted);
    assert.deepEqual(granted.sort(), [false, false, true, true]);
  });

  it('may be on a page whose address has no end', async () => {
    const { submit, submissions } = await formReceiver();
    const referer = `${ORIGIN}/${'a'.repeat(3000)}`;
    redirectOf(await submit(ana, { origin: ORIGIN, referer }));
    assert.equal(submissions()[0]!.source.page, undefined);
  });

  it('leads to the page that the form names, on a listed site alone', async () => {
    const { submit } = await formReceiver();
    const at = async (redirect: string) => redirectOf(await submit({ ...ana, redirect }));
    assert.equal(await at(`${ORIGIN}/thanks?from=form`), `${ORIGIN}/thanks?from=form`);
    for (const elsewhere of [
      'https://evil.example/',
      `${ORIGIN}.evil.example/`,
      `${ORIGIN}@evil.example/`,
      '//evil.example',
      'javascript:alert(1)',
      'https://user@firststeps.example/',
      `blob:${ORIGIN}/thanks`,
    ]) {
      assert.match(await at(elsewhere), /^thanks\?/, elsewhere);
    }
  });
});

describe('who may post a form', () => {
  const refused: Record<string, Record<string, string>> = {
    'another site': { origin: 'https://evil.example' },
    'a site whose name begins alike': { origin: `${ORIGIN}.evil.example` },
    'a page without an origin': { origin: 'null', referer: `${ORIGIN}/` },
    'a browser that says nothing': {},
    'a part of a listed site that is no page': { referer: `blob:${ORIGIN}/1` },
    'another site, by its Referer': { referer: `https://evil.example/${ORIGIN}/` },
  };
  for (const [who, headers] of Object.entries(refused)) {
    it(`not ${who}`, async () => {
      const { submit, rows } = await formReceiver();
      const response = await submit(ana, headers);
      assert.equal(response.status, 403);
      assert.match(await response.text(), /may not send sign-ups here/);
      assert.equal(rows().length, 0);
    });
  }

  it('a listed site whose browser sends only Referer', async () => {
    const { submit, rows } = await formReceiver();
    redirectOf(await submit(ana, { referer: `${ORIGIN}/join` }));
    assert.equal(rows().length, 1);
  });

  it('nobody, unless it was allowed', async () => {
    const { submit, app, rows } = await formReceiver({ allowFormPosts: false });
    assert.equal((await submit(ana)).status, 415);
    assert.equal((await app.request('/thanks')).status, 404);
    assert.equal(rows().length, 0);
  });
});

describe('the pages', () => {
  it('run no script, load nothing, and lie in no frame', async () => {
    const { app } = await formReceiver();
    const response = await app.request('/thanks');
    assert.match(
      response.headers.get('content-security-policy')!,
      /^default-src 'none'; style-src 'sha256-.{44}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });

  it('have the style that their policy allows', async () => {
    const { app } = await formReceiver();
    const response = await app.request('/thanks');
    const [, style] = /<style>([^]*)<\/style>/.exec(await response.text()) ?? [];
    const hash = createHash('sha256').update(style!).digest('base64');
    assert.ok(response.headers.get('content-security-policy')!.includes(`'sha256-${hash}'`));
  });

  it('lead back to listed sites only', async () => {
    const { app } = await formReceiver();
    const text = await (await app.request('/thanks?site=https://evil.example')).text();
    assert.doesNotMatch(text, /evil/);
  });

  it('speak the language of the form, else that of the browser', async () => {
    const { app } = await formReceiver();
    const lang = async (query: string, accepted: string) =>
      /<html lang="(\w+)"/.exec(
        await (
          await app.request(`/thanks${query}`, { headers: { 'accept-language': accepted } })
        ).text(),
      )?.[1];
    assert.equal(await lang('', 'es-MX,es;q=0.9'), 'es');
    assert.equal(await lang('?language=en', 'es'), 'en');
    assert.equal(await lang('?language=<b>', 'fr, de'), 'en');
    assert.equal(await lang('?language=es-MX', 'en'), 'es');
    assert.equal(await lang('?language=est', 'fr'), 'en');
  });
});
