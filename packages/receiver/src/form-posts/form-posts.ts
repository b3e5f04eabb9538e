import { check, submission, type FieldError, type Submission } from '@pro-kid/contract';
import type { Context, Hono } from 'hono';
import { readBody } from '../http/read-body.ts';
import type { Taken } from '../http/take-submission.ts';
import { pageLanguage } from '../pages/language.ts';
import { problemPage, thanksPage } from './form-pages.ts';
import { formSubmission } from './form-submission.ts';
import type { Deed } from './words.ts';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

export interface FormPostsOptions {
  origins: ReadonlySet<string>;
  maximumBytes: number;
  maximumErrors: number;
  /** Keeps a submission, as it would one that came as JSON. */
  take: (submission: Submission, context: Context) => Promise<Taken>;
}

/**
 * Takes posts of plain forms, from visitors without script: `application/x-www-form-urlencoded`, which any
 * site can send without a preflight. So Origin must be listed; where a browser sends none, the origin of
 * Referer. Answers with pages, and thanks by a redirect (303), so that to reload does not send again.
 */
export function takeFormPosts(
  app: Hono,
  { origins, maximumBytes, maximumErrors, take }: FormPostsOptions,
): void {
  app.post('/submissions', async (context, next) => {
    if (!isForm(context)) return next();
    const accepted = context.req.header('accept-language');
    const site = siteOf(context, origins);
    if (site === undefined) return problemPage(pageLanguage(null, accepted), { problem: 'origin' });

    const body = await readBody(context.req.raw, maximumBytes);
    if (body === null) return problemPage(pageLanguage(null, accepted), { problem: 'too-large' });
    const fields = new URLSearchParams(new TextDecoder().decode(body));
    const language = pageLanguage(fields.get('language'), accepted);

    const verdict = check(submission, formSubmission(fields, pageOf(context)));
    if (!verdict.valid) {
      const errors: FieldError[] = verdict.errors.slice(0, maximumErrors);
      return problemPage(language, { problem: 'validation', errors });
    }
    const taken = await take(verdict.value, context);
    if ('problem' in taken) return problemPage(language, taken);
    return context.redirect(
      wantedThanks(fields.get('redirect'), origins) ??
        ownThanks({
          language,
          deed: verdict.value.type,
          pending: taken.receipt.status === 'pending',
          site,
        }),
      303,
    );
  });

  app.get('/thanks', (context) => {
    const { language, deed, pending, site } = context.req.query();
    return thanksPage({
      language: pageLanguage(language, context.req.header('accept-language')),
      deed: deed === ('sign' satisfies Deed) ? 'sign' : 'join',
      pending: pending === 'yes',
      // A link to another site would be as good as a page of it under our name.
      site: site !== undefined && origins.has(site) ? site : undefined,
    });
  });
}

const isForm = (context: Context) =>
  FORM_TYPE.test(context.req.header('content-type') ?? '') &&
  (context.req.header('content-encoding') ?? 'identity').toLowerCase() === 'identity';

/** The origin of the site that the form is on, if it may post. */
function siteOf(context: Context, origins: ReadonlySet<string>): string | undefined {
  const origin = context.req.header('origin') ?? refererOf(context)?.origin;
  return origin !== undefined && origins.has(origin) ? origin : undefined;
}

function refererOf(context: Context): URL | undefined {
  const referer = context.req.header('referer') ?? '';
  return URL.canParse(referer) ? new URL(referer) : undefined;
}

function pageOf(context: Context): string | undefined {
  const referer = refererOf(context);
  return referer && referer.origin + referer.pathname;
}

/** The page that the form names, if it is on a site that may post: no address of anybody else's. */
function wantedThanks(text: string | null, origins: ReadonlySet<string>): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const { origin, href, username, password } = new URL(text);
  return origins.has(origin) && !username && !password ? href : undefined;
}

/** Relative, since the receiver may be below a path of its host. */
function ownThanks(of: {
  language: string;
  deed: Submission['type'];
  pending: boolean;
  site: string;
}): string {
  const query = new URLSearchParams({
    language: of.language,
    deed: of.deed === 'join' ? 'join' : 'sign',
    ...(of.pending && { pending: 'yes' }),
    site: of.site,
  });
  return `thanks?${query}`;
}
