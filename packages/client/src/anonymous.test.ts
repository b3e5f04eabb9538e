import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anonymousFormatNames, formatNames } from '@pro-kid/contract';
import { anonymousSubmission } from '@pro-kid/contract/testing';
import { deliver, type Endpoint } from './index.ts';

const url = 'https://receiver.example/submissions';

/** What became of a pledge without a name, and all that was sent or handed to the page for it. */
async function deliverTo(endpoint: Omit<Endpoint, 'url'>) {
  const sent: unknown[] = [];
  const outcome = await deliver(
    anonymousSubmission,
    { url, ...endpoint },
    {
      retries: 0,
      fetch: async (_url, init) => {
        sent.push(JSON.parse(init!.body as string));
        return Response.json({ id: anonymousSubmission.id, status: 'confirmed' }, { status: 201 });
      },
      handOff: async (handOff) => {
        sent.push(handOff);
        return { outcome: 'sent' };
      },
    },
  );
  return { outcome, sent };
}

describe('a pledge without a name', () => {
  for (const format of anonymousFormatNames) {
    it(`is taken as it is by ${format}`, async () => {
      const { outcome, sent } = await deliverTo({ format });
      assert.equal(outcome.outcome, 'confirmed');
      assert.deepEqual(sent, [anonymousSubmission]);
    });
  }

  const refused: { title: string; endpoint: Omit<Endpoint, 'url'> }[] = [
    ...formatNames
      .filter((format) => !anonymousFormatNames.some((name) => name === format))
      .map((format) => ({ title: format, endpoint: { format } })),
    { title: 'json with fields of its own', endpoint: { fields: { id: 'ID' } } },
  ];
  for (const { title, endpoint } of refused) {
    it(`is refused by ${title} before anything is sent`, async () => {
      const { outcome, sent } = await deliverTo(endpoint);
      assert.deepEqual(outcome, {
        outcome: 'refused',
        code: 'configuration',
        reason: 'this format takes nobody without a name',
      });
      assert.deepEqual(sent, []);
    });
  }
});
