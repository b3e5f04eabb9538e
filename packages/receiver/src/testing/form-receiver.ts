import assert from 'node:assert/strict';
import type { Submission } from '@pro-kid/contract';
import { createReceiver, ORIGIN } from './receiver.ts';

/** What a plain form has to hold at least. */
export const ana = { 'given-name': 'Ana', email: 'ana@example.org' };

export type Fields = Record<string, string> | [string, string][];

/** A receiver that takes forms, and a browser without script. */
export async function formReceiver(options: Parameters<typeof createReceiver>[0] = {}) {
  const receiver = await createReceiver({ allowFormPosts: true, ...options });
  return {
    ...receiver,
    submit: (fields: Fields, headers: Record<string, string> = { origin: ORIGIN }) =>
      receiver.app.request('/submissions', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    submissions: () => receiver.rows().map(({ body }) => JSON.parse(body) as Submission),
  };
}

/** Where a form that was taken leads to. */
export const redirectOf = (response: Response) => {
  assert.equal(response.status, 303);
  return response.headers.get('location')!;
};
