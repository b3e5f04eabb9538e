import type { Campaign } from '@pro-kid/contract';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { problemResponse } from '../http/problem-response.ts';
import { pageLanguage } from '../pages/language.ts';
import { pageResponse, type PageLanguage } from '../pages/page.ts';
import type { Store } from '../store/store.ts';
import type { Linked } from './confirmations.ts';
import { nameDeed, withTitle } from './deed.ts';
import { hashOfToken, isToken } from './tokens.ts';
import { words } from './words.ts';

/** Whoever signed just before a campaign closed has so long to find the mail. */
const GRACE_MS = 24 * 3_600_000;

export interface ConfirmationPagesOptions {
  store: Pick<Store, 'confirm' | 'confirmations'>;
  campaigns: ReadonlyMap<string, Campaign>;
  now: () => number;
  onStoreError: (error: unknown) => void;
}

/**
 * The page that a mailed link leads to. To look at it changes nothing, since mail scanners open links too: only
 * its button confirms. Whoever comes again after that sees the same thanks.
 */
export function takeConfirmations(
  app: Hono,
  { store, campaigns, now, onStoreError }: ConfirmationPagesOptions,
): void {
  const answer = async (context: Context, confirm: boolean): Promise<Response> => {
    const accepted = context.req.header('accept-language');
    const token = context.req.param('token') ?? '';
    try {
      const linked = isToken(token)
        ? await store.confirmations.find(hashOfToken(token))
        : undefined;
      if (!linked) return sorryPage(pageLanguage(null, accepted), 'unknown', 404);
      const { submission, isWaiting } = linked;
      const language = pageLanguage(submission.language);
      if (isWaiting) {
        const obstacle = obstacleTo(linked, campaigns, now());
        if (obstacle) return sorryPage(language, obstacle, 410);
        if (!confirm) return askPage(linked, campaigns);
        const state = await store.confirm(submission.id);
        // Erased in this very moment.
        if (state === undefined) return sorryPage(language, 'unknown', 404);
      }
      return donePage(language, submission.type === 'join' ? 'join' : 'sign');
    } catch (error) {
      onStoreError(error);
      return sorryPage(pageLanguage(null, accepted), 'failed', 503);
    }
  };
  app.get('/confirm/:token', (context) => answer(context, false));
  app.post('/confirm/:token', (context) => answer(context, true));
  app.all('/confirm/:token', () => problemResponse('method', { allow: 'GET, HEAD, POST' }));
}

function obstacleTo(
  { submission: { type, source }, expiresAt }: Linked,
  campaigns: ReadonlyMap<string, Campaign>,
  now: number,
): 'closed' | 'expired' | undefined {
  const closes = type === 'join' ? undefined : campaigns.get(source.campaign ?? '')?.closes;
  if (closes !== undefined && now >= Date.parse(closes) + GRACE_MS) return 'closed';
  return now >= Date.parse(expiresAt) ? 'expired' : undefined;
}

function askPage(
  { submission }: Linked,
  campaigns: ReadonlyMap<string, Campaign>,
): Promise<Response> {
  const deed = nameDeed(submission, campaigns);
  const { title, text, action, ignore } = words[deed.language].page.ask;
  return pageResponse({
    language: deed.language,
    title,
    body: html`<p>${withTitle(text[deed.deed], deed)}</p>
      <form method="post"><button>${action}</button></form>
      <p class="quiet">${ignore}</p>`,
  });
}

function donePage(language: PageLanguage, deed: 'join' | 'sign'): Promise<Response> {
  const { title, text } = words[language].page.done[deed];
  return pageResponse({ language, title, tone: 'good', body: html`<p>${text}</p>` });
}

function sorryPage(
  language: PageLanguage,
  why: 'unknown' | 'expired' | 'closed' | 'failed',
  status: number,
): Promise<Response> {
  const { title, text } = words[language].page[why];
  return pageResponse({ language, title, tone: 'bad', status, body: html`<p>${text}</p>` });
}
