import { check, submission, type Campaign, type Receipt, type Submission } from '@pro-kid/contract';
import { problemCodes } from '@pro-kid/contract/codes';
import { Hono, type MiddlewareHandler } from 'hono';
import { refuseSignature } from '../campaigns/refuse-signature.ts';
import { fingerprint } from '../canonical-json.ts';
import { allowOrigins } from './cors.ts';
import { readCountsQuery } from './counts-query.ts';
import { nameOfError, type Log } from '../log.ts';
import { parseOrigin } from '../options/origin.ts';
import { isProblemCode, problems } from './problems.ts';
import { problemResponse } from './problem-response.ts';
import { readJson, requireJson } from './read-json.ts';
import type { CountsScope, Store, Verdict } from '../store/store.ts';

const MAXIMUM_BODY_BYTES = 65_536;
/** A hostile body can hold thousands of errors; nobody reads more than these. */
const MAXIMUM_ERRORS = 100;
const RETRY_AFTER_SECONDS = 10;

export interface AppOptions {
  /** Where submissions are kept. */
  store: Pick<Store, 'add' | 'find' | 'counts' | 'probe'>;
  /** The sites that may post from a browser, such as `https://your-site.example`. */
  origins: readonly string[];
  /** The campaigns whose files are known here: what does not fit them is refused (default: none). */
  campaigns?: readonly Campaign[];
  /** The time in milliseconds since 1970, by which campaigns open and close (default: `Date.now`). */
  now?: () => number;
  /** Takes one line for each internal error, without personal data (default: `console.error`). */
  log?: Log;
}

/**
 * The receiver as a Hono app, for any server that speaks `Request` and `Response`.
 *
 * @throws TypeError for an origin that is none, and for two campaigns with one id.
 */
export function createApp({
  store,
  origins,
  campaigns = [],
  now = Date.now,
  log = console.error,
}: AppOptions): Hono {
  const app = new Hono();
  const campaignsById = requireUnique(campaigns);

  const logStoreError = (error: unknown) => log(`Store failed: ${nameOfError(error)}`);
  const unavailable = (error: unknown) => {
    logStoreError(error);
    return problemResponse('unavailable', { retryAfter: RETRY_AFTER_SECONDS });
  };

  const keep = async (value: Submission, print: string): Promise<Verdict> => {
    const [verdict] = await store.add([{ submission: value, fingerprint: print }]);
    if (verdict === undefined || verdict instanceof Error) throw verdict;
    return verdict;
  };

  app.use(protectAnswers);
  app.use(allowOrigins(new Set(origins.map(requireOrigin))));

  app.post('/submissions', requireJson, async (context) => {
    const body = await readJson(context.req.raw, MAXIMUM_BODY_BYTES);
    if ('problem' in body) return problemResponse(body.problem);

    const verdict = check(submission, body.value);
    if (!verdict.valid) {
      return problemResponse('validation', { errors: verdict.errors.slice(0, MAXIMUM_ERRORS) });
    }
    const { value } = verdict;
    const print = fingerprint(value);
    const refusal = refuseSignature(value, campaignsById, now());
    try {
      // What was taken before the campaign closed or changed is acknowledged still: its visitor tries
      // again only since the first answer was lost.
      const kept = refusal ? await store.find(value.id, print) : await keep(value, print);
      if (refusal && kept?.kept !== 'same') {
        const { problem, ...extras } = refusal;
        return problemResponse(problem, extras);
      }
      if (kept?.kept === 'other') return problemResponse('id-reused');
    } catch (error) {
      return unavailable(error);
    }
    const receipt: Receipt = { id: value.id, status: 'confirmed' };
    try {
      const scope = scopeOf(value);
      if (scope) receipt.counts = await store.counts(scope);
    } catch (error) {
      // The submission is stored, so it is acknowledged, counts or not.
      logStoreError(error);
    }
    return context.json(receipt, 201);
  });

  app.get('/counts', async (context) => {
    const scope = readCountsQuery(context.req.queries());
    if (scope === undefined) return problemResponse('parameters');
    try {
      return context.json(await store.counts(scope), 200, { 'cache-control': 'public, max-age=5' });
    } catch (error) {
      return unavailable(error);
    }
  });

  app.get('/health', async (context) => {
    try {
      await store.probe();
      return context.json({ status: 'ok' });
    } catch (error) {
      return unavailable(error);
    }
  });

  app.get('/problems/:code', (context) => {
    const code = context.req.param('code');
    if (!isProblemCode(code)) return problemResponse('not-found');
    const { status, title } = problems[code];
    return context.text(`${title} (HTTP status ${status}).\n${problemCodes[code]}\n`);
  });

  takeOnly(app, '/submissions', 'POST, OPTIONS');
  takeOnly(app, '/counts', 'GET, HEAD, OPTIONS');
  takeOnly(app, '/health', 'GET, HEAD, OPTIONS');
  takeOnly(app, '/problems/:code', 'GET, HEAD, OPTIONS');

  app.notFound(() => problemResponse('not-found'));
  app.onError((error) => {
    log(`Request failed: ${nameOfError(error)}`);
    return problemResponse('server');
  });
  return app;
}

/** Answers are data for whoever asked: not to be taken for a page, nor to be kept where not said. */
const protectAnswers: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('x-content-type-options', 'nosniff');
  if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
};

/** What a submission counts for; undefined for a signature that names no campaign. */
function scopeOf({ type, source: { campaign } }: Submission): CountsScope | undefined {
  if (type === 'join') return {};
  return campaign === undefined ? undefined : { campaign };
}

function takeOnly(app: Hono, path: string, allow: string): void {
  app.options(path, (context) => context.body(null, 204, { allow }));
  app.all(path, () => problemResponse('method', { allow }));
}

function requireOrigin(text: string): string {
  const origin = parseOrigin(text);
  if (origin !== null) return origin;
  throw new TypeError(
    `createApp: "${text}" is no origin. Give one such as "https://your-site.example". [pro-kid/origin]`,
  );
}

function requireUnique(campaigns: readonly Campaign[]): ReadonlyMap<string, Campaign> {
  const byId = new Map<string, Campaign>();
  for (const campaign of campaigns) {
    const { id } = campaign;
    if (byId.has(id)) {
      throw new TypeError(
        `createApp: two campaigns have the id "${id}". Give each an id of its own. [pro-kid/campaign-twice]`,
      );
    }
    byId.set(id, campaign);
  }
  return byId;
}
