import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vetEndpoint } from './index.ts';

const PAGE = 'https://firststeps.example/join/index.html?email=ana@example.org';

describe('vetEndpoint()', () => {
  for (const [given, url] of [
    ['https://receiver.example/submissions', 'https://receiver.example/submissions'],
    [' https://receiver.example ', 'https://receiver.example/'],
    ['/submissions', 'https://firststeps.example/submissions'],
    ['http://localhost:8787/submissions', 'http://localhost:8787/submissions'],
    ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787/'],
    ['http://[::1]:8787/', 'http://[::1]:8787/'],
  ] as const) {
    it(`takes ${given}`, () => {
      assert.deepEqual(vetEndpoint(given, PAGE), { endpoint: { url } });
    });
  }

  for (const [given, error] of [
    ['http://receiver.example/', 'endpoint-scheme'],
    ['javascript:alert(1)', 'endpoint-scheme'],
    ['data:text/plain,x', 'endpoint-scheme'],
    ['ftp://receiver.example/', 'endpoint-scheme'],
    ['http://localhost.evil.example/', 'endpoint-scheme'],
    ['https://user:secret@receiver.example/', 'endpoint-credentials'],
    ['https://', 'endpoint-syntax'],
    ['https:\\\\receiver.example', 'endpoint-syntax'],
    ['https://receiver.example/a\nb', 'endpoint-syntax'],
  ] as const) {
    it(`refuses ${JSON.stringify(given)}: ${error}`, () => {
      assert.deepEqual(vetEndpoint(given, PAGE), { error });
    });
  }

  it('takes plain http on the origin of a plain http page, with a warning', () => {
    assert.deepEqual(vetEndpoint('/s', 'http://intranet.example/join'), {
      endpoint: { url: 'http://intranet.example/s' },
      warning: 'insecure-endpoint',
    });
  });
});
