import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { DoctorElement } from '@pro-kid/elements/doctor.js';
import type { HTTPRequest } from 'puppeteer-core';
import { WIDGET_FOLDER, WIDGETS, widgetPath } from '../server/widget-files.ts';
import { assertAccessible } from './support/axe.ts';
import { setStage } from './support/stage.ts';
import type { Visit } from './support/visit.ts';

/** One line in a group, and what the browser says of a status that is no success. */
const CONSOLE = /^(?:startGroupCollapsed: <pro-kid-doctor>: |endGroup: |error: Failed to load)/;

interface Seen {
  title: string;
  codes: string[];
  report: string;
}

/** What the doctor shows, once it has looked. */
async function seen({ page }: Visit): Promise<Seen> {
  await page.waitForFunction(
    () => (document.querySelector('pro-kid-doctor') as DoctorElement | null)?.findings?.length,
  );
  return page.$eval('pro-kid-doctor', (element) => {
    const { shadowRoot, findings, report } = element as DoctorElement;
    const codes = findings.flatMap(({ code, level }) => (code && level !== 'fine' ? [code] : []));
    return { title: shadowRoot!.querySelector('h2')!.textContent, codes, report };
  });
}

const press = async ({ page }: Visit, name: string) => {
  const button = await page.waitForSelector(`pro-kid-doctor >>> ::-p-aria(${name}[role="button"])`);
  await button!.click();
};

const says = ({ page }: Visit, text: string) =>
  page.waitForFunction(
    (part) =>
      document
        .querySelector('pro-kid-doctor')!
        .shadowRoot!.querySelector('[role=status]')!
        .textContent.includes(part),
    {},
    text,
  );

test('the doctor finds a good page fine, and its test leaves nothing at the receiver', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/loader.html?pro-kid-doctor&mail=ana@private.example', {
    consoleMaySay: CONSOLE,
  });
  const { title, codes, report } = await seen(visit);
  assert.deepEqual([title, codes], ['Pro-Kid doctor: all fine', []], report);
  assert.match(report, /loaded by http:\/\/localhost:\d+\/pro-kid\/[\d.]+\/loader\.js/);
  const posts = () => visit.requests.filter((request) => request.method() !== 'GET');
  assert.deepEqual(posts(), []);

  await press(visit, 'Run the test');
  await says(visit, 'Tested. Sent: POST');
  const after = await seen(visit);
  assert.deepEqual(after.codes, [], after.report);
  assert.match(after.report, /answers this page and refused the test, as it should \(status 422\)/);
  assert.deepEqual(
    posts().flatMap((request) => (request.method() === 'POST' ? [request.postData()] : [])),
    ['{"test":"pro-kid-doctor: refuse and do not store this"}'],
  );
  assert.deepEqual(stage.rows(), []);
  const { individuals, organizations } = await stage.counts();
  assert.deepEqual([individuals, organizations], [0, 0]);
  assert.doesNotMatch(after.report, /private|mail=/);
  assert.equal(visit.console.filter((text) => text.startsWith('startGroup')).length, 1);
  await assertAccessible(visit.page);

  await press(visit, 'Close');
  assert.equal(await visit.page.$('pro-kid-doctor'), null);
});

test('nobody gets the doctor who does not ask for it, or on a page that does not allow it', async (t) => {
  const stage = await setStage(t);
  const usual = await stage.visit('/loader.html');
  await usual.form('#first');
  assert.equal(usual.requestsTo(`${stage.site}${widgetPath('doctor.js')}`).length, 0);

  const markup = `<script type="module" src="${widgetPath('loader.js')}"></script>`;
  const visit = await partnerPage(t, { markup, path: '/?pro-kid-doctor', withDoctor: false });
  await visit.page.waitForNetworkIdle();
  assert.equal(await visit.page.$('pro-kid-doctor'), null);
});

/** What lets any site read an answer. */
const OPEN = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

const SCRIPT = `<script type="module" src="${widgetPath('join.js')}"></script>`;
const FORM = `<pro-kid-join endpoint="https://sign-up.example/submissions" privacy="/privacy" style="display:block;min-height:900px"><p>Write to us.</p></pro-kid-join>`;

interface PartnerPage {
  markup: string;
  path?: string;
  scheme?: 'https' | 'http';
  policy?: string;
  withDoctor?: boolean;
  /** What the endpoint answers; without it, the connection fails. */
  endpoint?: (request: HTTPRequest) => object;
}

/** A page of a site that is nowhere, with the built files of the widgets. */
async function partnerPage(t: TestContext, each: PartnerPage): Promise<Visit> {
  const { markup, path = '/', scheme = 'https', policy = '', withDoctor = true, endpoint } = each;
  const doctor = `<script type="module" src="${widgetPath('doctor.js')}"></script><pro-kid-doctor></pro-kid-doctor>`;
  const body = `<!doctype html><html lang="en"><title>Sample</title>${markup}${withDoctor ? doctor : ''}</html>`;
  const stage = await setStage(t);
  return stage.visit(`${scheme}://partner.example${path}`, {
    consoleMaySay: /./,
    prepare: async (page) => {
      await page.evaluateOnNewDocument(async () => {
        await customElements.whenDefined('pro-kid-doctor');
        const doctor = customElements.get('pro-kid-doctor') as unknown as typeof DoctorElement;
        doctor.patience = 300;
      });
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const { hostname, pathname } = new URL(request.url());
        const file = join(WIDGET_FOLDER, pathname.replace(WIDGETS, ''));
        if (hostname === 'sign-up.example' && endpoint) return request.respond(endpoint(request));
        if (hostname !== 'partner.example') return request.abort();
        if (pathname === '/') {
          const headers = policy ? { 'content-security-policy': policy } : {};
          return request.respond({ contentType: 'text/html; charset=utf-8', headers, body });
        }
        return pathname.startsWith(WIDGETS) && existsSync(file)
          ? request.respond({ contentType: 'text/javascript', body: readFileSync(file) })
          : request.respond({ status: 404, body: '' });
      });
    },
  });
}

const pages: Record<string, PartnerPage & { codes: string[]; says?: RegExp }> = {
  'all that it should have': { markup: SCRIPT + FORM, codes: [], says: /from the one file https/ },
  'no script line': { markup: FORM, codes: ['doctor/script-missing'] },
  'a script that is not there': {
    markup: `<script type="module" src="/gone/join.js"></script>${FORM}`,
    codes: ['doctor/script-failed'],
    says: /gone\/join\.js did not arrive\. The answer has status 404/,
  },
  'a script that is no module': {
    markup: `<script src="${widgetPath('bundle.js')}"></script>${FORM}`,
    codes: ['doctor/script-type'],
  },
  'a script that waits for consent': {
    markup: SCRIPT.replace('module', 'text/plain') + FORM,
    codes: ['doctor/script-blocked'],
  },
  'a checksum of another file': {
    markup: SCRIPT.replace(' src', ' integrity="sha384-AAAA" src') + FORM,
    codes: ['doctor/script-failed'],
    says: /It has a checksum, which may be that of another file/,
  },
  'two script lines': {
    markup: `${SCRIPT}<script type="module" src="${widgetPath('bundle.js')}"></script>${FORM}`,
    codes: ['doctor/script-twice'],
  },
  'another library on the tag': {
    markup: `<script>customElements.define('pro-kid-join', class extends HTMLElement {})</script>${SCRIPT}${FORM}`,
    codes: ['pro-kid/tag-taken'],
  },
  'plain http': { markup: SCRIPT + FORM, scheme: 'http', codes: ['doctor/http-page'] },
  'a file on plain http': {
    markup: `<script type="module" src="${widgetPath('pledge.js')}"></script><pro-kid-pledge src="http://files.example/campaign.json"><p>Write to us.</p></pro-kid-pledge>`,
    codes: ['doctor/mixed-content', 'pro-kid/campaign-unreachable'],
  },
  'a policy that refuses the script': {
    markup: `${SCRIPT.replace('/pro-kid/', 'https://files.example/pro-kid/')}${FORM}`,
    policy: "script-src 'self'",
    codes: ['doctor/script-failed', 'doctor/policy'],
    says: /script-src-elem refused https:\/\/files\.example\/pro-kid\/[\d.]+\/join\.js/,
  },
  'a policy that lets no widget write': {
    markup: SCRIPT + FORM,
    policy: "require-trusted-types-for 'script'; trusted-types other",
    codes: ['doctor/script-failed', 'pro-kid/trusted-types'],
  },
};

for (const [title, { codes, says: words, ...page }] of Object.entries(pages)) {
  test(`the doctor looks at a page with ${title}`, async (t) => {
    const found = await seen(await partnerPage(t, page));
    assert.deepEqual(found.codes, codes, found.report);
    if (words) assert.match(found.report, words);
  });
}

/** An answer that any site may read, once the browser has asked if it may send. */
const answer = (request: HTTPRequest, status: number) => ({
  status: request.method() === 'OPTIONS' ? 204 : status,
  headers: OPEN,
});

const endpoints: Record<string, Pick<PartnerPage, 'endpoint' | 'policy'> & { codes: string[] }> = {
  'refuses what is no sign-up': {
    endpoint: (request) => answer(request, 422),
    codes: [],
  },
  'takes whatever comes': {
    endpoint: (request) => answer(request, 200),
    codes: ['doctor/endpoint-took-it'],
  },
  'does not allow the site': {
    endpoint: () => ({ status: 422, body: '{}' }),
    codes: ['doctor/endpoint-cors'],
  },
  'is not there': { codes: ['doctor/endpoint-unreachable'] },
  'the page’s own policy refuses': {
    endpoint: (request) => answer(request, 422),
    policy: "connect-src 'self'",
    codes: ['doctor/endpoint-unreachable', 'doctor/policy'],
  },
};

for (const [title, { codes, ...page }] of Object.entries(endpoints)) {
  test(`the doctor tests an endpoint that ${title}`, async (t) => {
    const visit = await partnerPage(t, { ...page, markup: SCRIPT + FORM });
    await seen(visit);
    await press(visit, 'Run the test');
    await says(visit, 'Tested.');
    // What a policy refuses is told a moment later.
    if (codes.includes('doctor/policy')) {
      await visit.page.waitForSelector('pro-kid-doctor >>> ::-p-text([doctor/policy])');
    }
    const { codes: found, report } = await seen(visit);
    assert.deepEqual([...new Set(found)].toSorted(), codes.toSorted(), report);
  });
}

test('the doctor speaks on a page that was opened as a file', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'pro-kid-page-'));
  t.after(() => rm(folder, { recursive: true }));
  const stage = await setStage(t);
  const file = join(folder, 'page.html');
  const doctor = `<script type="module" src="${stage.site}${widgetPath('doctor.js')}"></script>`;
  await writeFile(file, `<!doctype html>${FORM}${doctor}<pro-kid-doctor></pro-kid-doctor>`);
  const visit = await stage.visit(`file://${file}`, { consoleMaySay: CONSOLE });
  assert.ok((await seen(visit)).codes.includes('doctor/file-page'));
});
