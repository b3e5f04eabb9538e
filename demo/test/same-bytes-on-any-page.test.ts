import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { WIDGET_FOLDER } from '../server/widget-files.ts';
import { setStage, type Stage } from './support/stage.ts';

/** What other scripts of a page do to what belongs to all scripts. */
const scripts: Record<string, { source?: () => void; file?: string }> = {
  'a toJSON on arrays, which Prototype.js had before 1.7': {
    source() {
      Object.assign(Array.prototype, {
        toJSON(this: unknown[]) {
          return `[${this.map((each) => JSON.stringify(each)).join(', ')}]`;
        },
      });
    },
  },
  'an Event that nobody can make, which MooTools has': {
    source() {
      Object.assign(window, {
        Event: function DOMEvent(event: { type: string; target: unknown }) {
          if (typeof event === 'string') throw new TypeError('event.target is undefined');
        },
      });
    },
  },
  'options of a request on Object.prototype': {
    source() {
      const gadgets = {
        headers: { 'x-evil': '1' },
        body: 'evil',
        method: 'PUT',
        mode: 'no-cors',
        credentials: 'include',
        outcome: 'confirmed',
        handOff: 'script',
        extra: { evil: '1' },
        fields: { email: 'evil' },
      };
      for (const [name, value] of Object.entries(gadgets)) {
        const descriptor = Object.create(null) as PropertyDescriptor;
        Object.defineProperty(
          Object.prototype,
          name,
          Object.assign(descriptor, { value, writable: true }),
        );
      }
    },
  },
  'an Array.from that forgets its second argument, which Prototype.js has': {
    source() {
      const { slice } = Array.prototype;
      Array.from = (<T>(list: ArrayLike<T>) => slice.call(list) as T[]) as typeof Array.from;
    },
  },
  'Prototype.js 1.7.3': { file: '/usr/share/javascript/prototype/prototype.js' },
  'MooTools 1.4.5': { file: '/usr/share/javascript/mootools/mootools.js' },
};

interface Sent {
  method: string;
  headers: Record<string, string>;
  body: string;
}

/** Runs a script as the first one of the page, once there is a document for it to work on. */
const runFirst = (page: Page, script: string) =>
  page.evaluateOnNewDocument((text) => {
    new MutationObserver((_changes, observer) => {
      observer.disconnect();
      (0, eval)(text);
    }).observe(document, { childList: true });
  }, script);

/** Joins on a page with a script on it, and returns what was sent, less what is new each time. */
async function joinBeside(
  stage: Stage,
  script = '',
  when: 'before' | 'after' = 'before',
): Promise<Sent> {
  const visit = await stage.visit('/', {
    async prepare(page) {
      await page.setBypassCSP(true);
      if (when === 'before') await runFirst(page, script);
    },
  });
  const form = await visit.form();
  if (when === 'after') await visit.page.evaluate(script);
  await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@example.org' });
  await form.click('Join as Pro-Kid');
  await form.becomes('done');

  const posts = visit.requests.filter(
    (request) =>
      request.url() === `${stage.endpoint}/submissions` && request.method() !== 'OPTIONS',
  );
  assert.equal(posts.length, 1);
  const [post] = posts;
  const body = (await post!.fetchPostData()) ?? '';
  const { id, submittedAt } = JSON.parse(body) as { id: string; submittedAt: string };
  await visit.page.close();
  return {
    method: post!.method(),
    headers: post!.headers(),
    body: body.replace(id, '<id>').replace(submittedAt, '<time>'),
  };
}

test('the same bytes are sent beside any other script, loaded before or after', async (t) => {
  const stage = await setStage(t);
  const clean = await joinBeside(stage);
  assert.match(clean.body, /^\{"version":1,"id":"<id>"/);

  for (const [title, { source, file }] of Object.entries(scripts)) {
    const skip = file && !existsSync(file) && `${file} is not on this computer`;
    for (const when of ['before', 'after'] as const) {
      await t.test(`${title}, ${when}`, { skip }, async () => {
        const script = file ? readFileSync(file, 'utf8') : `(${asFunction(source!)})()`;
        assert.deepEqual(await joinBeside(stage, script, when), clean);
      });
    }
  }
});

/** A method's text, as the text of a function. */
const asFunction = (method: () => void) => `({ ${String(method)} }).source`;

test('no file of ours walks over what other scripts gave to every object', () => {
  const files = globSync('**/*.js', { cwd: WIDGET_FOLDER });
  assert.ok(files.includes('join.js') && files.includes('loader.js'));
  // The library in it walks over all that an object has: there, no brought issue can be checked.
  for (const file of files.filter((name) => !name.endsWith('check-issue.js'))) {
    const code = readFileSync(join(WIDGET_FOLDER, file), 'utf8');
    assert.doesNotMatch(code, /\bfor ?\((?:var|let|const) \w+ in /, file);
  }
});
