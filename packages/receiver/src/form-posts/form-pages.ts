import type { FieldError } from '@pro-kid/contract';
import { html } from 'hono/html';
import { pageResponse, type PageLanguage } from '../pages/page.ts';
import { problems, type ProblemCode } from '../http/problems.ts';
import type { NotTaken } from '../http/take-submission.ts';
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
export function problemPage(
  language: PageLanguage,
  { problem, errors = [], retryAfter }: NotTaken,
): Promise<Response> {
  const { problem: title, failed, goBack } = words[language];
  const isForVisitor = problem === 'validation' || problem === 'too-large';
  const reasons = reasonsOf(language, problem, errors);
  return pageResponse({
    language,
    title: isForVisitor ? title : failed,
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
      <p class="quiet">${goBack}</p>`,
  });
}

function reasonsOf(
  language: PageLanguage,
  problem: ProblemCode,
  errors: readonly FieldError[],
): string[] {
  const said = words[language];
  if (problem === 'validation') {
    const fields = Object.keys(said.fields);
    const reasons = errors.map(({ pointer }) => {
      const field = fields.find((each) => pointer === each || pointer.startsWith(`${each}/`));
      return field === undefined ? said.otherField : said.fields[field]!;
    });
    return [...new Set(reasons)];
  }
  const byProblem: Partial<Record<ProblemCode, string>> = {
    origin: said.origin,
    'too-large': said.tooLarge,
    busy: said.busy,
    unavailable: said.failure,
    'campaign-closed': said.closed,
    'campaign-not-open': said.notOpen,
  };
  return [byProblem[problem] ?? said.failure];
}
