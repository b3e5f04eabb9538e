import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { check, formatNames, submission as schema } from '@pro-kid/contract';
import fc from 'fast-check';
import { anySubmission, valuesOf } from '../testing/any-submission.ts';
import { readBacks } from '../testing/read-back.ts';
import { loadFormat } from './load-format.ts';

describe('any valid submission', () => {
  // Netlify takes forms from its own pages alone.
  before(() => {
    const location = new URL('https://service.example/join');
    Object.defineProperty(globalThis, 'location', { value: location, configurable: true });
  });
  after(() => void Reflect.deleteProperty(globalThis, 'location'));

  it('is valid indeed', () => {
    fc.assert(fc.property(anySubmission, (submission) => check(schema, submission).valid));
  });

  it('is read back from every format', () => {
    const read = readBacks.map(([name]) => name);
    assert.deepEqual(
      formatNames.filter((name) => !read.includes(name)),
      [],
    );
  });

  readBacks.forEach(([name, { endpoint, look, subscribed }], index) => {
    const times = readBacks.slice(0, index).filter(([other]) => other === name).length;
    const way = times > 0 ? ' in its other way' : '';

    it(`is written by ${name}${way} without loss of a mapped field, and without a throw`, async () => {
      const { fields } = endpoint;
      const format = await loadFormat({ format: name, ...(fields && { fields }) });
      fc.assert(
        fc.property(anySubmission, (submission) => {
          const request = format.request(submission, endpoint);
          assert.ok(!('outcome' in request), JSON.stringify(request));
          const valueOf = look(request);
          for (const [field, value] of Object.entries(valuesOf(submission))) {
            assert.equal(valueOf(field), value, field);
          }
          if (!subscribed) return;
          const updates = submission.consents.find(({ id }) => id === 'updates');
          assert.equal(subscribed(request), updates?.granted ?? false);
        }),
      );
    });
  });
});
