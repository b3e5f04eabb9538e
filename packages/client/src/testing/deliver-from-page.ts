import { runInNewContext } from 'node:vm';
import type { NamedSubmission } from '@pro-kid/contract';
import { deliver } from '../deliver.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Answer, HandOff } from '../formats/format.ts';
import type { Outcome } from '../outcome.ts';
import { likeABrowser } from './like-a-browser.ts';

/** The page that the sample submissions come from. */
const PAGE = 'https://firststeps.example/join';

/** Delivers once, as from a page in a browser. */
export const deliverFromPage = (
  submission: NamedSubmission,
  endpoint: Endpoint,
  page = PAGE,
): Promise<Outcome> =>
  deliver(submission, endpoint, { fetch: likeABrowser(page), handOff: byPage, retries: 0 });

/** What a page does without `fetch`: neither a form nor a script is asked for permission. */
async function byPage(handOff: HandOff): Promise<Answer | Outcome> {
  if (handOff.handOff === 'new-tab') {
    const body = new URLSearchParams(handOff.fields.map(([name, value]) => [name, value]));
    const shown = await fetch(handOff.url, { method: 'POST', body });
    await shown.text();
    return { outcome: 'sent', newTab: true };
  }
  const url = new URL(handOff.url);
  url.searchParams.set(handOff.callback, 'callback');
  const script = await (await fetch(url)).text();
  let body = '';
  runInNewContext(script, { callback: (answer: unknown) => (body = JSON.stringify(answer)) });
  return { status: 200, redirected: false, headers: new Headers(), body };
}

/** The same submission with other consents: one question, ticked or not. */
export const withConsent = (submission: NamedSubmission, granted: boolean): NamedSubmission => ({
  ...submission,
  consents: [{ ...submission.consents[0]!, granted }],
});

export const withEmail = (submission: NamedSubmission, email: string): NamedSubmission => ({
  ...submission,
  member: { ...submission.member, email },
});

export const confirmed = ({ id }: NamedSubmission): Outcome => ({
  outcome: 'confirmed',
  receipt: { id, status: 'confirmed' },
});

export const invalid = (pointer: string, code?: string, detail?: string): Outcome => ({
  outcome: 'invalid',
  errors: [{ pointer, code, detail }],
});

export const refused = (
  code: 'status' | 'rejected' | 'unreadable-answer' | 'redirected' | 'captcha',
  status: number,
  hostedPage?: string,
): Outcome => ({ outcome: 'refused', code, status, ...(hostedPage && { hostedPage }) });

export const unreachable: Outcome = { outcome: 'unreachable', cause: 'network' };
