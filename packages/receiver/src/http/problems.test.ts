import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { problemCodes } from '@pro-kid/contract/codes';
import { problems } from './problems.ts';
import { createReceiver } from '../testing/receiver.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('each problem', () => {
  for (const [code, { status, title }] of Object.entries(problems)) {
    const remedy = problemCodes[code as keyof typeof problems];
    it(`explains itself where its type points: ${code}`, async () => {
      const { app } = await createReceiver();
      const response = await app.request(`/problems/${code}`);
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
      assert.equal(await response.text(), `${title} (HTTP status ${status}).\n${remedy}\n`);
    });

    it(`is in the README: ${code}`, () => {
      assert.match(README, new RegExp(`\\| \`${code}\` +\\| ${status} +\\|`));
    });
  }

  it('that does not exist is not found', async () => {
    const { app } = await createReceiver();
    for (const code of ['none', 'constructor', '__proto__', '%E0%A4%A']) {
      assert.equal((await app.request(`/problems/${code}`)).status, 404);
    }
  });
});

describe('an address that there is not', () => {
  it('is told all that there are', async () => {
    const { app } = await createReceiver();
    const served = new Set(
      app.routes
        .filter(({ method }) => method === 'GET' || method === 'POST')
        .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
    );
    assert.ok(served.size >= 6, [...served].join());
    const response = await app.request('/submission', { method: 'POST' });
    assert.equal(response.status, 404);
    const { detail } = (await response.json()) as { detail: string };
    const named = detail.match(/(?:GET|POST) \/\S*[\w}]/g);
    assert.deepEqual(named?.toSorted(), [...served].toSorted());
  });
});

describe('a wrong method', () => {
  for (const [path, allow] of [
    ['/submissions', 'POST, OPTIONS'],
    ['/counts', 'GET, HEAD, OPTIONS'],
    ['/health', 'GET, HEAD, OPTIONS'],
    ['/problems/method', 'GET, HEAD, OPTIONS'],
  ] as const) {
    it(`is told the right ones at ${path}`, async () => {
      const { app } = await createReceiver();
      const wrong = await app.request(path, { method: 'DELETE' });
      assert.equal(wrong.status, 405);
      assert.equal(wrong.headers.get('allow'), allow);
      assert.match(await wrong.text(), /"type":"\/problems\/method"/);
      const asked = await app.request(path, { method: 'OPTIONS' });
      assert.deepEqual([asked.status, asked.headers.get('allow')], [204, allow]);
    });
  }
});
