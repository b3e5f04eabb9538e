import { check, submission, type FieldError, type Submission } from '@pro-kid/contract';
import type { Context, Hono } from 'hono';
import { readBody } from '../http/read-body.ts';
import type { Taken } from '../http/take-submission.ts';
import { pageLanguage } from '../pages/language.ts';
import { problemPage, thanksPage } from './form-pages.ts';
import { readFields, textOf, type FormFields } from './form-fields.ts';
import { formSubmission } from './form-submission.ts';
import type { Deed } from './words.ts';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i;
const LONGEST_PAGE = 2048;

export interface FormPostsOptions {
  origins: ReadonlySet<string>;
  maximumBytes: number;
  maximumErrors: number;
  /** Keeps a submission, as it would one that came as JSON. */
  take: (submission: Submission, context: Context) => Promise<Taken>;
  /** Takes what nobody expected; the visitor is answered with a page all the same. */
  onError: (error: unknown) => void;
}

/**
 * Takes posts of plain forms, from visitors without script: `application/x-www-form-urlencoded`, which any
 * site can send without a preflight. So Origin must be listed; where a browser sends none, the origin of
 * Referer. Answers with pages, and thanks by a redirect (303), so that to reload does not send again.
 */
export function takeFormPosts(
  app: Hono,
  { origins, maximumBytes, maximumErrors, take, onError }: FormPostsOptions,
): void {
  app.post('/submissions', async (context, next) => {
    if (!isForm(context)) return next();
    const accepted = context.req.header('accept-language');
    let language = pageLanguage(null, accepted);
    const site = siteOf(context, origins);
    if (site === undefined) return problemPage(language, { problem: 'origin' });
    try {
      const read = await readForm(context.req.raw, maximumBytes);
      if ('problem' in read) return await problemPage(language, read);
      const { fields } = read;
      language = pageLanguage(textOf(fields, 'language'), accepted);

      const verdict = check(submission, formSubmission(fields, pageOf(context)));
      if (!verdict.valid) {
        const errors: FieldError[] = verdict.errors.slice(0, maximumErrors);
        return await problemPage(language, { problem: 'validation', errors });
      }
      const taken = await take(verdict.value, context);
      if ('problem' in taken) return await problemPage(language, taken);
      const { type: deed } = verdict.value;
      const pending = taken.receipt.status === 'pending';
      return context.redirect(
        wantedThanks(textOf(fields, 'redirect'), origins) ??
          ownThanks({ language, deed, pending, site }),
        303,
      );
    } catch (error) {
      onError(error);
      return problemPage(language, { problem: 'server' });
    }
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

async function readForm(
  request: Request,
  maximumBytes: number,
): Promise<{ fields: FormFields } | { problem: 'too-large' | 'media-type' }> {
  let body: Uint8Array | null;
  try {
    body = await readBody(request, maximumBytes);
  } catch {
    // The client went away in the middle: no error of ours, and nobody is there to read the answer.
    return { problem: 'media-type' };
  }
  if (body === null) return { problem: 'too-large' };
  const fields = readFields(body);
  return fields === null ? { problem: 'media-type' } : { fields };
}

const isForm = (context: Context) =>
  FORM_TYPE.test(context.req.header('content-type') ?? '') &&
  (context.req.header('content-encoding') ?? 'identity').toLowerCase() === 'identity';

/** The origin of the site that the form is on, if it may post. */
function siteOf(context: Context, origins: ReadonlySet<string>): string | undefined {
  const origin = context.req.header('origin') ?? refererOf(context)?.origin;
  return origin !== undefined && origins.has(origin) ? origin : undefined;
}

const refererOf = (context: Context): URL | undefined =>
  parseWebAddress(context.req.header('referer') ?? '');

/** Not `blob:https://…`, which has the origin of a site and is no page of it. */
function parseWebAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** Of a page with an endless address nothing is kept: its visitor cannot help it. */
function pageOf(context: Context): string | undefined {
  const referer = refererOf(context);
  const page = referer && referer.origin + referer.pathname;
  return page && page.length <= LONGEST_PAGE ? page : undefined;
}

/** The page that the form names, if it is on a site that may post: no address of anybody else's. */
function wantedThanks(text = '', origins: ReadonlySet<string>): string | undefined {
  const url = parseWebAddress(text);
  const isListed = url && origins.has(url.origin) && !url.username && !url.password;
  return isListed ? url.href : undefined;
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
