import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { deliver, isSuccess, type Outcome } from '@pro-kid/client';
import { individualSubmission } from '@pro-kid/contract/testing';
import { widgetPath } from '../server/widget-files.ts';
import { startFailureServer } from './failures/failure-server.ts';
import { failures, type Failure } from './failures/table.ts';
import { theBrowser } from './support/browser.ts';
import { setStage } from './support/stage.ts';

const LANGUAGES = ['en', 'es'] as const;
const extra = { 'hosted-page': 'https://crm.example/join' };
const email = 'ana@example.org';

/** What one form showed and said in the end. */
interface Seen {
  outcome: Outcome['outcome'];
  codes: readonly string[];
  /** All that it shows, in one line. */
  text: string;
  email: string | undefined;
  isAnnounced: boolean;
}

/** A partner's plain page, on an origin of its own, with a form in each language for each failure. */
async function servePage(t: TestContext, script: string, urls: Readonly<Record<string, string>>) {
  const forms = failures.flatMap(({ title }, index) =>
    LANGUAGES.map(
      (lang) =>
        `<pro-kid-join id="${lang}${index}" lang="${lang}" endpoint="${urls[title]}" extra='${JSON.stringify(extra)}'></pro-kid-join>`,
    ),
  );
  const page = `<!doctype html><html lang="en"><title>A partner</title><link rel="icon" href="data:,"><script type="module" src="${script}"></script>${forms.join('')}`;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  });
  await once(server.listen(0), 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}

/** Fills in every form of the page, sends them all at once, and waits for what becomes of each. */
async function submitAll(t: TestContext, address: string): Promise<Record<string, Seen>> {
  const context = await (await theBrowser()).createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('pro-kid-join')].every(({ shadowRoot }) =>
      shadowRoot?.querySelector('[type=submit]'),
    ),
  );
  return page.evaluate(async (typed) => {
    const seen: Record<string, Seen> = {};
    const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
    const submit = async (form: HTMLElementTagNameMap['pro-kid-join']) => {
      const settled = new Promise<Pick<Seen, 'outcome' | 'codes'>>((resolve) => {
        form.addEventListener('pro-kid-delivered', ({ outcome }) =>
          resolve({ outcome, codes: [] }),
        );
        form.addEventListener('pro-kid-failed', resolve);
      });
      await form.prefill({ givenName: 'Ana', email: typed });
      void form.submit();
      const { outcome, codes } = await settled;
      await form.updateComplete;
      const find = (selector: string) => form.shadowRoot!.querySelector<HTMLElement>(selector);
      seen[form.id] = {
        outcome,
        codes: [...codes],
        text: oneLine(find('[part=card]')!.innerText),
        email: find('[name=email]') ? (find('[name=email]') as HTMLInputElement).value : undefined,
        isAnnounced: oneLine(find('#live')?.textContent ?? '') !== '',
      };
    };
    await Promise.all([...document.querySelectorAll('pro-kid-join')].map(submit));
    return seen;
  }, email);
}

function checkWhatIsSeen(
  { becomes, reads }: Failure,
  lang: (typeof LANGUAGES)[number],
  seen: Seen,
) {
  assert.equal(seen.outcome, becomes.outcome);
  const code = becomes['cause'] ?? becomes['code'];
  if (code) assert.deepEqual(seen.codes, [code]);
  for (const words of reads) {
    assert.ok(seen.text.includes(words[lang]), `"${words[lang]}" is not in: ${seen.text}`);
  }
  const isThanked = isSuccess({ outcome: becomes.outcome } as Outcome);
  // What was typed goes with the thank-you, and stays in any other case.
  assert.equal(seen.email, isThanked ? undefined : email);
  if (becomes.outcome !== 'invalid') assert.ok(seen.isAnnounced);
}

test('whatever an endpoint does, the visitor reads what is known, and no more', async (t) => {
  const server = await startFailureServer(failures);
  t.after(() => server.close());
  const { site } = await setStage(t);
  const address = await servePage(t, site + widgetPath('join.js'), server.urls);

  const [inNode, inBrowser] = await Promise.all([
    Promise.all(
      failures.map(({ title }) =>
        deliver(individualSubmission, { url: server.urls[title]!, extra }),
      ),
    ),
    submitAll(t, address),
  ]);

  for (const [index, failure] of failures.entries()) {
    const { title, becomes } = failure;
    await t.test(`${title} → ${becomes.outcome}`, async (t) => {
      await t.test('in Node', () => {
        assert.partialDeepStrictEqual(inNode[index], failure.inNode ?? becomes);
      });
      for (const lang of LANGUAGES) {
        await t.test(`in a browser, in ${lang}`, () => {
          checkWhatIsSeen(failure, lang, inBrowser[lang + index]!);
        });
      }
      await t.test('and is sent again with the same id alone', () => {
        const sent = new Set(server.ids[title]);
        // One from Node, and one from each form that got so far as to post.
        assert.equal(sent.size, failure.refusesPreflight ? 1 : 3);
      });
    });
  }
});
