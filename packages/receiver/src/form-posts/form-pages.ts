import { html } from 'hono/html';
import { pageResponse, type PageLanguage } from '../pages/page.ts';
import { problems } from '../http/problems.ts';
import type { NotTaken } from '../http/take-submission.ts';
import { refusalOf } from './reasons.ts';
import { words, type Deed } from './words.ts';

export interface Thanks {
  language: PageLanguage;
  deed: Deed;
  /** Whether the person still has to confirm it by e-mail. */
  pending: boolean;
  /** The origin of the partner's site, for a link back to it. */
  site?: string | undefined;
}

/** The page that thanks. It is the same for whoever asks for it, and says nothing of anybody. */
export function thanksPage({ language, deed, pending, site }: Thanks): Promise<Response> {
  const { thanks, backTo } = words[language];
  const { title, text } = pending ? thanks.pending : thanks[deed];
  const link =
    site &&
    html`<p><a href="${site}/">${backTo.replace('{site}', () => new URL(site).host)}</a></p>`;
  return pageResponse({
    language,
    title,
    tone: 'good',
    body: html`<p>${text}</p>
      ${link ?? ''}`,
  });
}

/** The page that says why a form was not taken, without a word of what was typed. */
export function problemPage(language: PageLanguage, notTaken: NotTaken): Promise<Response> {
  const { problem, retryAfter } = notTaken;
  const { title, reasons, again } = refusalOf(words[language], notTaken);
  return pageResponse({
    language,
    title,
    tone: 'bad',
    status: problems[problem].status,
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    body: html`${
      reasons.length === 1
        ? html`<p>${reasons[0]}</p>`
        : html`<ul>
            ${reasons.map((reason) => html`<li>${reason}</li>`)}
          </ul>`
    }
    ${again ? html`<p class="quiet">${words[language].goBack}</p>` : ''}`,
  });
}
