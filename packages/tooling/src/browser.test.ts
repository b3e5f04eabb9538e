import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, test } from 'node:test';
import { chromiumPath, launchBrowser } from './browser.ts';
import { freePort } from './free-port.ts';

const before = process.env['CHROME_PATH'];
afterEach(() => {
  if (before === undefined) delete process.env['CHROME_PATH'];
  else process.env['CHROME_PATH'] = before;
});

test('the browser is there, and starts', async () => {
  assert.ok(existsSync(await chromiumPath()));
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent('<h1>Hello</h1>');
  assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'Hello');
  await browser.close();
});

test('CHROME_PATH chooses the browser, and a wrong one is no reason to take another', async () => {
  process.env['CHROME_PATH'] = process.execPath;
  assert.equal(await chromiumPath(), process.execPath);
  process.env['CHROME_PATH'] = '/there/is/no/such/browser';
  await assert.rejects(chromiumPath(), /CHROME_PATH is \/there\/is\/no\/such\/browser/);
});

test('a free port can be listened on', async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  server.close();
});
