import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameAt } from './support/frames.ts';
import { JoinForm } from './support/join-form.ts';
import { setStage } from './support/stage.ts';

const ana = { 'First name': 'Ana', 'Email address': 'ana@example.org' };
const rights = ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups'] as const;

/** Every choice of those four. */
const sandboxes = Array.from({ length: 2 ** rights.length }, (_, choice) =>
  rights.filter((_right, index) => choice & (1 << index)),
);

test('a frame in a sandbox works, or says where to go', async (t) => {
  const stage = await setStage(t, { withSecondSite: true });

  for (const sandbox of sandboxes) {
    const may = (right: (typeof rights)[number]) => sandbox.includes(right);
    const works = may('allow-scripts') && may('allow-same-origin');
    const before = stage.rows().length;

    await t.test(`${works ? 'works' : 'says so'}: sandbox="${sandbox.join(' ')}"`, async () => {
      const visit = await stage.visit(`${stage.second}/framed.html`, {
        consoleMaySay: /\[pro-kid\/frame-sandbox\]$|Blocked script execution|Blocked opening/,
      });
      const { page } = visit;
      await page.evaluate(
        (src, tokens) => {
          const frame = document.createElement('iframe');
          Object.assign(frame, { id: 'boxed', title: 'Join', height: 900 });
          frame.setAttribute('sandbox', tokens);
          frame.src = src;
          document.querySelector('#join')!.replaceWith(frame);
        },
        `${stage.site}/frame.html#join`,
        sandbox.join(' '),
      );
      const frame = await frameAt(page, '#boxed');

      if (works) {
        const form = await new JoinForm(frame).ready();
        await form.typeAll(ana);
        await form.click('Join as Pro-Kid');
        await form.becomes('done');
        assert.equal(stage.rows().length, before + 1);
      } else {
        const words = await frame.waitForSelector('.instead [lang=en]', { visible: true });
        const isTold = visit.console.some((text) => text.endsWith('[pro-kid/frame-sandbox]'));
        assert.equal(isTold, may('allow-scripts'));
        assert.equal(await frame.$('pro-kid-join'), null);

        const opened = may('allow-popups') && new Promise((resolve) => page.once('popup', resolve));
        await (await words!.$('a'))!.click();
        await opened;
        assert.equal(frame.url(), `${stage.site}/frame.html#join`);
        assert.equal(stage.rows().length, before);
      }
      await page.close();
    });
  }
});
