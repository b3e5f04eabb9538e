import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { freePort } from '@pro-kid/tooling/free-port';
import { originsOf } from '../../server/site-server.ts';
import { JoinForm } from '../../test/support/join-form.ts';
import { setStage } from '../../test/support/stage.ts';
import { serveApp } from './support/serve-app.ts';
import { openWorkshop, type Workshop } from './support/workshop.ts';

interface App {
  /** The file with the tags in it, if their attributes have types there. */
  typed?: string;
  /** Whether its HTML is made on a server first. */
  onServer: boolean;
}

const apps: Record<string, App> = {
  react: { typed: 'src/app.tsx', onServer: true },
  vue: { typed: 'src/app.vue', onServer: true },
  svelte: { typed: 'src/app.svelte', onServer: true },
  angular: { onServer: false },
  astro: { onServer: true },
  vite: { onServer: true },
};

let workshop: Workshop;
before(async () => {
  workshop = await openWorkshop();
});
after(() => workshop.close());

describe('an app on the packages as npm installs them', { concurrency: 2 }, () => {
  for (const [name, app] of Object.entries(apps)) {
    test(name, async (t) => {
      const folder = join(workshop.folder, name);
      await t.test('has its types checked', () => checkTypes(name, app));

      const build = await workshop.run(name, 'build');
      assert.ok(build.isDone, build.output);

      const port = await freePort();
      const stage = await setStage(t, { origins: originsOf(port) });
      const endpoint = `${stage.endpoint}/submissions`;
      const served = await serveApp(t, { folder, port, endpoint });
      if (app.onServer) {
        const html = await (await fetch(served.url)).text();
        assert.match(html, /<pro-kid-join[^>]* partner="first-steps"/);
        assert.match(html, /The form could not be loaded/);
      }

      const visit = await stage.visit(served.url);
      const form = await visit.form();
      assert.equal(await form.value('First name'), 'Ana');
      await form.control('Phone number (optional)');
      await form.type('Email address', 'ana@example.org');
      await form.click('Join as Pro-Kid');
      await form.becomes('done');
      await visit.page.waitForSelector('output::-p-text(individual confirmed)');
      assert.deepEqual(
        stage.rows().map(({ email, partner }) => [email, partner]),
        [['ana@example.org', 'first-steps']],
      );

      const pledge = await new JoinForm(visit.page, 'pro-kid-pledge').ready();
      assert.match(await pledge.text(), /Sample pledge: a story every day/);
      await pledge.click('Sample: I read a story with a child every day.');
      await pledge.typeAll({ 'First name': 'Ben', 'Email address': 'ben@example.org' });
      await pledge.click('I pledge');
      await pledge.becomes('done');
      assert.deepEqual(
        served.pledges.map(({ member, source }) => [member.kind, source.campaign]),
        [['individual', 'story-time']],
      );
    });
  }
});

/** An app's types are right, and a misspelt attribute is found where attributes have types. */
async function checkTypes(name: string, { typed }: App): Promise<void> {
  if (typed) {
    const file = join(workshop.folder, name, typed);
    const misspelt = (await readFile(file, 'utf8')).replace('partner=', 'partnr=');
    await writeFile(file.replace('/app.', '/misspelt.'), misspelt);
  }
  const { isDone, output } = await workshop.run(name, 'check');
  if (!typed) return assert.ok(isDone, output);
  assert.ok(!isDone, `${name} takes an attribute that there is not.`);
  assert.match(output, /misspelt\.\w+[\s\S]*partnr/);
  assert.doesNotMatch(output, /\/app\.\w+/);
}
