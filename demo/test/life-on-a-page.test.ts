import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ElementHandle } from 'puppeteer-core';
import { JoinForm } from './support/join-form.ts';
import { openPledge, PledgeForm } from './support/pledge-form.ts';
import { setStage } from './support/stage.ts';
import type { Visit } from './support/visit.ts';

const fallback = '<p><a href="mailto:hello@partner.example">Write to us</a>.</p>';
const join = `<pro-kid-join endpoint="%RECEIVER%/submissions">${fallback}</pro-kid-join>`;
const pledge = `<pro-kid-pledge src="/campaigns/permanent-connections.json">${fallback}</pro-kid-pledge>`;
const script = (address: string) => `<script type="module" src="/${address}.js"></script>`;

const page = (body: string) => ({
  text: `<!doctype html><html lang="en"><title>Sample</title><body>${body}</body></html>`,
});

const pages = {
  '/join': page(script('pro-kid/join') + join),
  '/widgets': page(
    `${script('pro-kid/bundle')}<main>${join}${pledge}
    <pro-kid-fact-card issue="permanent-connections" loading="eager"></pro-kid-fact-card>
    <pro-kid-progress value="3" goal="10"></pro-kid-progress>
    <pro-kid-share></pro-kid-share></main>`,
  ),
  '/pledge': page(script('pro-kid/pledge') + pledge),
  '/none': page(script('pro-kid/bundle')),
  '/elsewhere': page('<p>Sample</p>'),
} as const;

const ana = { 'First name': 'Ana', 'Email address': 'ana@example.org' };

const boxOf = (element: ElementHandle) =>
  element.evaluate((each) => {
    const { width, height } = each.getBoundingClientRect();
    return { width, height };
  });

test('a widget goes through what pages do to it', async (t) => {
  const stage = await setStage(t, { pages, withLine: true });

  await t.test(
    'hidden, in a part that is not on show, or with no room: nothing shows, nothing breaks',
    async () => {
      const visit = await stage.visit(`${stage.pages}/widgets`);
      await visit.form('pro-kid-join');
      await visit.form('pro-kid-pledge');
      await visit.page.waitForSelector('pro-kid-share >>> [part=copy]');
      await visit.page.waitForSelector('pro-kid-fact-card >>> [part=card]');
      const widgets = await visit.page.$$('main > *');
      assert.equal(widgets.length, 5);

      for (const widget of widgets) {
        await widget.evaluate((each) => ((each as HTMLElement).hidden = true));
        assert.deepEqual(await boxOf(widget), { width: 0, height: 0 });
        await widget.evaluate((each) => ((each as HTMLElement).hidden = false));
        assert.ok((await boxOf(widget)).height > 10);
      }
      for (const width of [0, 240]) {
        await visit.page.$eval('main', ({ style }, pixels) => (style.width = `${pixels}px`), width);
        for (const widget of widgets) {
          const tooWide = await widget.evaluate((each) => each.scrollWidth - each.clientWidth);
          assert.equal((await boxOf(widget)).width, width);
          if (width > 0)
            assert.ok(tooWide <= 0, `${await nameOf(widget)} is ${tooWide} px too wide`);
        }
      }
      await visit.page.$eval('main', ({ style }) => (style.display = 'none'));
      await visit.page.$eval('main', (main) =>
        main.append(main.firstElementChild!.cloneNode(true)),
      );
      await visit.page.$eval('main', ({ style }) => style.removeProperty('display'));
      const second = await new JoinForm(visit.page, 'main > pro-kid-join:last-child').ready();
      await second.typeAll(ana);
      await second.click('Join as Pro-Kid');
      await second.becomes('done');
    },
  );

  await t.test('moved, cloned, written anew and adopted by another document', async (t) => {
    const visit = await stage.visit(`${stage.pages}/widgets`);
    const { page } = visit;
    const form = await visit.form('pro-kid-join');
    await form.typeAll(ana);
    const signed = await openPledge(visit);
    await signed.typeAll(ana);

    await t.test('moved: what was typed stays', async () => {
      await page.evaluate(() => {
        const section = document.body.appendChild(document.createElement('section'));
        section.append(...document.querySelectorAll('pro-kid-join, pro-kid-pledge'));
      });
      assert.deepEqual(await form.values(Object.keys(ana)), ana);
      assert.deepEqual(await signed.values(Object.keys(ana)), ana);
    });

    await t.test('cloned, and out of HTML: a form of its own, without what was typed', async () => {
      await page.evaluate(() => {
        const [clone, written] = [document.createElement('div'), document.createElement('div')];
        clone.id = 'clone';
        written.id = 'written';
        document.body.append(clone, written);
        clone.append(document.querySelector('section')!.cloneNode(true));
        written.innerHTML = document.querySelector('section')!.innerHTML;
      });
      for (const place of ['#clone', '#written']) {
        const other = await visit.form(`${place} pro-kid-join`);
        assert.equal(await other.value('First name'), '');
        const pledged = await visit.form(`${place} pro-kid-pledge`);
        assert.match(await pledged.text(), /What year were you born\?/);
      }
      assert.deepEqual(await form.values(Object.keys(ana)), ana);
    });

    await t.test('adopted: it has its look there, and sends', async () => {
      const look = () =>
        page.evaluate(() => {
          const parts = ['pro-kid-join', 'pro-kid-fact-card', 'pro-kid-progress', 'pro-kid-share'];
          return parts.map((part) => {
            const frame = document.querySelector('iframe')?.contentDocument ?? document;
            const root = frame.querySelector(part)!.shadowRoot!.querySelector('.root')!;
            const { fontFamily, color, display } = getComputedStyle(root);
            const button = root.querySelector('button');
            return [fontFamily, color, display, button && getComputedStyle(button).minHeight];
          });
        });
      const before = await look();
      await page.evaluate(() => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        Object.assign(frame.style, { width: '1280px', height: '900px' });
        frame.contentDocument!.body.append(...document.querySelectorAll('section > *, main > *'));
      });
      assert.deepEqual(await look(), before);
      const rows = stage.rows().length;
      const thanks = await page.evaluate(async () => {
        const join = document
          .querySelector('iframe')!
          .contentDocument!.querySelector('pro-kid-join')!;
        const { shadowRoot } = join;
        const done = new Promise((resolve) => join.addEventListener('pro-kid-delivered', resolve));
        shadowRoot!.querySelector<HTMLElement>('[type=submit]')!.click();
        await done;
        return getComputedStyle(shadowRoot!.querySelector('.thanks')!).display;
      });
      assert.equal(thanks, 'grid', 'Styles that came later are there.');
      assert.equal(stage.rows().length, rows + 1);
    });
  });

  await t.test(
    'taken away while it is being sent: the request stops, and back on the page it can be tried again',
    async (t) => {
      for (const tag of ['pro-kid-join', 'pro-kid-pledge']) {
        await t.test(tag, async () => {
          const path = tag === 'pro-kid-join' ? '/join' : '/pledge';
          const visit = await stage.visit(stage.pages + path, {
            consoleMaySay: /ERR_EMPTY_RESPONSE|ERR_FAILED/,
          });
          const { page } = visit;
          const form = tag === 'pro-kid-join' ? await visit.form() : await openPledge(visit);
          const held = Promise.withResolvers<void>();
          stage.line.mishap = ({ response }) => held.promise.then(() => void response.destroy());
          const failed = new Promise((resolve) => page.once('requestfailed', resolve));
          if (form instanceof PledgeForm) await form.sign();
          else {
            await form.typeAll(ana);
            await form.click('Join as Pro-Kid');
          }
          await form.becomes('sending');
          await page.$eval(tag, (element) => {
            Object.assign(window, { taken: element });
            element.remove();
          });
          await failed;
          held.resolve();
          stage.line.mishap = undefined;

          await page.evaluate(() =>
            document.body.append((window as unknown as { taken: Element }).taken),
          );
          await form.becomes('idle');
          assert.deepEqual(await form.values(Object.keys(ana)), ana);
          await form.click(tag === 'pro-kid-join' ? 'Join as Pro-Kid' : 'I pledge');
          await form.becomes('done');
          const [first, second] = stage.line.posts.slice(-2);
          assert.equal(first!.id, second!.id);
        });
      }
    },
  );

  await t.test(
    'what was taken away is given back to the browser, also in the middle of a request',
    async () => {
      const visit = await stage.visit(`${stage.pages}/none`);
      const { page } = visit;
      stage.line.mishap = () => new Promise(() => undefined);
      const posted = page.waitForRequest((request) => request.method() === 'POST');
      // In the page alone: whatever a test looks at is held for it.
      await page.evaluate(async (url) => {
        for (const tag of ['fact-card', 'fact-deck', 'join', 'pledge', 'progress', 'share']) {
          const element = document.createElement(`pro-kid-${tag}`);
          element.setAttribute('endpoint', url);
          element.setAttribute('value', '1');
          element.innerHTML =
            tag === 'fact-deck'
              ? '<pro-kid-fact-card><h3>Sample</h3></pro-kid-fact-card>'
              : '<h3>Sample</h3>';
          const ready = new Promise((resolve) =>
            element.addEventListener('pro-kid-ready', resolve),
          );
          document.body.append(element);
          await ready;
          if (tag !== 'join') element.remove();
        }
        const join = document.querySelector('pro-kid-join')!;
        for (const [name, value] of [
          ['given-name', 'Ana'],
          ['email', 'ana@example.org'],
        ]) {
          join.shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value!;
        }
        join.shadowRoot!.querySelector<HTMLElement>('[type=submit]')!.click();
      }, `${stage.endpoint}/submissions`);
      await posted;
      const failed = new Promise((resolve) => page.once('requestfailed', resolve));
      await page.evaluate(() => document.querySelector('pro-kid-join')!.remove());
      await failed;

      for (const tag of ['fact-card', 'fact-deck', 'join', 'pledge', 'progress', 'share']) {
        assert.equal(await countOf(visit, `pro-kid-${tag}`), 0, tag);
      }
    },
  );

  await t.test(
    'set up before the script comes and after it, by attributes and by properties',
    async () => {
      stage.line.mishap = undefined;
      const visit = await stage.visit(`${stage.pages}/elsewhere`);
      const setUp = (id: string) =>
        visit.page.evaluate(
          (name, endpoint) => {
            const form = document.createElement('pro-kid-join');
            form.id = name;
            // One that is not defined yet takes properties as any element does.
            Object.assign(form, { endpoint, kinds: 'organization' });
            form.setAttribute('partner', `partner-${name}`);
            form.setAttribute('lang', 'es');
            form.innerHTML = '<p>Sample</p>';
            document.body.append(form);
          },
          id,
          `${stage.endpoint}/submissions`,
        );
      await setUp('before');
      await visit.page.evaluate(() => import('/pro-kid/join.js' as string));
      await setUp('after');
      for (const id of ['before', 'after']) {
        const form = await visit.form(`#${id}`);
        await visit.page.waitForSelector(`#${id} >>> ::-p-text(Nombre de la organización)`);
        await form.typeAll({
          'Nombre de la organización': `Sample ${id}`,
          'Su nombre': 'Ana',
          'Correo electrónico': `${id}@example.org`,
        });
        await form.click('Puedo hablar en nombre de esta organización');
        await form.click('Unirme como Pro-Kid');
        await form.becomes('done');
        assert.equal(stage.rows().at(-1)!.partner, `partner-${id}`);
      }
    },
  );

  await t.test('somebody comes back to the thanks: nothing is sent again', async () => {
    stage.line.mishap = undefined;
    const posts = stage.line.posts.length;
    const visit = await stage.visit(`${stage.pages}/join`);
    const form = await visit.form();
    await form.typeAll(ana);
    await form.click('Join as Pro-Kid');
    await form.becomes('done');

    await visit.page.goto(`${stage.pages}/elsewhere`);
    await visit.page.goBack();
    await visit.page.waitForSelector('pro-kid-join:is(:state(done), :state(idle))');
    await visit.page.reload();
    await visit.form();
    assert.equal(await form.value('Email address'), '');
    assert.equal(stage.line.posts.length, posts + 1);
  });
});

const nameOf = (element: ElementHandle) => element.evaluate(({ localName }) => localName);

/** How many elements of a tag the browser still holds. */
async function countOf({ page }: Visit, tag: string): Promise<number> {
  const prototype = await page.evaluateHandle(
    (name) => customElements.get(name)!.prototype as object,
    tag,
  );
  const all = await page.queryObjects(prototype);
  const count = await all.evaluate((elements) => (elements as unknown as unknown[]).length);
  await Promise.all([prototype.dispose(), all.dispose()]);
  return count;
}
