import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApp } from './app.ts';
import type { Answered } from './answered.ts';
import { createReceiver } from '../testing/receiver.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('what is told of answers', () => {
  const requests: Record<string, [string, RequestInit, Omit<Answered, 'seconds'>]> = {
    'an address with a query': [
      '/counts?email=ana@example.org',
      {},
      { method: 'GET', route: '/counts', status: 400 },
    ],
    'a part of the address': [
      '/problems/ana@example.org',
      {},
      { method: 'GET', route: '/problems/:code', status: 404 },
    ],
    'an address that there is not': [
      '/ana@example.org',
      {},
      { method: 'GET', route: 'none', status: 404 },
    ],
    'a method of their own': [
      '/submissions',
      { method: 'ANA' },
      { method: 'other', route: '/submissions', status: 405 },
    ],
    'a body that is none': [
      '/submissions',
      { method: 'POST', headers: JSON_TYPE, body: '{' },
      { method: 'POST', route: '/submissions', status: 400 },
    ],
    'an origin that is not listed': [
      '/submissions',
      { method: 'POST', headers: { ...JSON_TYPE, origin: 'https://ana.example' }, body: '{}' },
      { method: 'POST', route: '/submissions', status: 403 },
    ],
  };
  for (const [title, [path, request, expected]] of Object.entries(requests)) {
    it(`holds nothing of whoever asked: ${title}`, async () => {
      const { store } = await createReceiver();
      const told: Answered[] = [];
      const app = createApp({ store, origins: [], onAnswer: (answered) => told.push(answered) });
      await app.request(path, request);
      assert.equal(told.length, 1);
      const { seconds, ...rest } = told[0]!;
      assert.deepEqual(rest, expected);
      assert.ok(seconds >= 0 && seconds < 60);
    });
  }
});
