import assert from 'node:assert/strict';
import { test } from 'node:test';
import embed from '@pro-kid/embed/package.json' with { type: 'json' };
import { WIDGETS, widgetPath } from '../server/widget-files.ts';
import { setStage } from './support/stage.ts';

test('any site may load a file of the widgets, and a browser asks for it once', async (t) => {
  const { site } = await setStage(t);
  assert.equal(WIDGETS, `/pro-kid/${embed.version}/`);
  for (const file of ['join.js', 'loader.js', 'languages/join.es.js']) {
    const { status, headers } = await fetch(site + widgetPath(file));
    assert.equal(status, 200);
    assert.match(headers.get('content-type')!, /^text\/javascript/);
    assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
  }
});

test('a file that is not there is not kept, and neither is a page', async (t) => {
  const { site } = await setStage(t);
  const lost = await fetch(site + widgetPath('lost.js'));
  assert.equal(lost.status, 404);
  assert.equal(lost.headers.get('cache-control'), null);
  const page = await fetch(site);
  assert.equal(page.headers.get('cache-control'), 'no-cache');
});

test('files without a version in their address are nowhere', async (t) => {
  const { site } = await setStage(t);
  assert.equal((await fetch(`${site}/pro-kid/join.js`)).status, 404);
});
