import type { Campaign } from '@pro-kid/contract';
import { problemCodes } from '@pro-kid/contract/codes';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import {
  takeConfirmations,
  type ConfirmationPagesOptions,
} from '../confirmation/confirmation-pages.ts';
import { fairnessOf, type FairnessOptions, type RequestOrigin } from '../fairness/fairness.ts';
import { takeFormPosts } from '../form-posts/form-posts.ts';
import { PROTECTION } from './answer-headers.ts';
import { tellAnswers, type Answered } from './answered.ts';
import { allowOrigins } from './cors.ts';
import { readCountsQuery } from './counts-query.ts';
import { nameOfError, type Log } from '../log.ts';
import { openApiDocument } from '../openapi/document.ts';
import { parseOrigin } from '../options/origin.ts';
import { isProblemCode, problems } from './problems.ts';
import { problemResponse } from './problem-response.ts';
import { takePosts } from './take-posts.ts';
import { readyResponse, type Readiness } from './ready.ts';
import { Reception, type ReceptionConfirmation, type ReceptionStore } from './reception.ts';
import { takerOf } from './take-submission.ts';
import { LiveCounts } from '../store/live-counts.ts';
import type { Store } from '../store/store.ts';

const MAXIMUM_BODY_BYTES = 65_536;
/** A hostile body can hold thousands of errors; nobody reads more than these. */
const MAXIMUM_ERRORS = 100;
const RETRY_AFTER_SECONDS = 10;
/**
 * A cache before the receiver serves a rush with one request in 5 seconds, hands out older figures while
 * it asks, and those of the last hour while the receiver does not answer. No `s-maxage`: it would forbid that.
 */
const COUNTS_CACHING = 'public, max-age=5, stale-while-revalidate=10, stale-if-error=3600';

export interface AppOptions {
  /** Where submissions are kept. */
  store: Pick<Store, 'counts' | 'probe'> & ReceptionStore;
  /** The sites that may post from a browser, such as `https://your-site.example`. */
  origins: readonly string[];
  /** The campaigns whose files are known here: what does not fit them is refused (default: none). */
  campaigns?: readonly Campaign[];
  /** Whom to trust, and what is kept without being counted (default: all counts). The store has the limits. */
  fairness?: FairnessOptions;
  /** Whether plain forms of these sites may post, too, for visitors without script (default: no). */
  allowFormPosts?: boolean;
  /** Asks those who have an e-mail address whether it was they, before they count (default: nobody is asked). */
  confirmation?: ReceptionConfirmation & { store: ConfirmationPagesOptions['store'] };
  /** The time in milliseconds since 1970, by which campaigns open and close (default: `Date.now`). */
  now?: () => number;
  /** Takes one line for each internal error, without personal data (default: `console.error`). */
  log?: Log;
  /** Takes what each answer was (default: nobody asks). */
  onAnswer?: (answered: Answered) => void;
  /** Takes how many submissions wait to be written, whenever that changes (default: nobody asks). */
  onWaiting?: (submissions: number) => void;
  /** What `GET /ready` says (default: that it is ready). */
  readiness?: () => Readiness;
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
  fairness = {},
  allowFormPosts = false,
  confirmation,
  now = Date.now,
  log = console.error,
  onAnswer,
  onWaiting,
  readiness = () => 'ready',
}: AppOptions): Hono {
  const app = new Hono();

  const logRequestError = (error: unknown) => log(`Request failed: ${nameOfError(error)}`);
  const logStoreError = (error: unknown) => log(`Store failed: ${nameOfError(error)}`);
  const unavailable = (error: unknown) => {
    logStoreError(error);
    return problemResponse('unavailable', { retryAfter: RETRY_AFTER_SECONDS });
  };

  const counts = new LiveCounts((scope) => store.counts(scope), now);
  const reception = new Reception(store, counts, logStoreError, { confirmation, onWaiting });
  const known = requireUnique(campaigns);
  const take = takerOf({
    reception,
    campaigns: known,
    standingOf: fairnessOf(fairness),
    now,
    onStoreError: logStoreError,
  });
  const probe = inTurn(() => store.probe());
  const listed = new Set(origins.map(requireOrigin));

  if (onAnswer) app.use(tellAnswers(onAnswer));
  takePosts(app, {
    origins: listed,
    maximumBytes: MAXIMUM_BODY_BYTES,
    maximumErrors: MAXIMUM_ERRORS,
    take: (submission, context) => take(submission, originOf(context)),
    onError: logRequestError,
  });
  app.use(protectAnswers);
  if (allowFormPosts) {
    takeFormPosts(app, {
      origins: listed,
      maximumBytes: MAXIMUM_BODY_BYTES,
      maximumErrors: MAXIMUM_ERRORS,
      take: (submission, context) => take(submission, originOf(context)),
      onError: logRequestError,
    });
  }
  if (confirmation) {
    const { store: confirmations } = confirmation;
    const onStoreError = logStoreError;
    takeConfirmations(app, { store: confirmations, campaigns: known, now, onStoreError });
  }
  app.use(allowOrigins(listed));

  app.post('/submissions', () => problemResponse('media-type'));

  app.get('/counts', async (context) => {
    const scope = readCountsQuery(context.req.queries());
    if (scope === undefined) return problemResponse('parameters');
    try {
      const figures = await counts.figures(scope);
      return context.json(figures.counts, 200, { 'cache-control': COUNTS_CACHING });
    } catch (error) {
      return unavailable(error);
    }
  });

  app.get('/health', async (context) => {
    try {
      await probe();
      return context.json({ status: 'ok' });
    } catch (error) {
      return unavailable(error);
    }
  });

  app.get('/ready', () => readyResponse(readiness()));

  app.get('/openapi.json', (context) =>
    context.json(openApiDocument(), 200, { 'cache-control': 'public, max-age=3600' }),
  );

  app.get('/problems/:code', (context) => {
    const code = context.req.param('code');
    if (!isProblemCode(code)) return problemResponse('not-found');
    const { status, title } = problems[code];
    return context.text(`${title} (HTTP status ${status}).\n${problemCodes[code]}\n`);
  });

  takeOnly(app, '/submissions', 'POST, OPTIONS');
  takeOnly(app, '/counts', 'GET, HEAD, OPTIONS');
  takeOnly(app, '/health', 'GET, HEAD, OPTIONS');
  takeOnly(app, '/ready', 'GET, HEAD, OPTIONS');
  takeOnly(app, '/openapi.json', 'GET, HEAD, OPTIONS');
  takeOnly(app, '/problems/:code', 'GET, HEAD, OPTIONS');

  app.notFound(() => problemResponse('not-found'));
  app.onError((error) => {
    logRequestError(error);
    return problemResponse('server');
  });
  return app;
}

const protectAnswers: MiddlewareHandler = async (context, next) => {
  await next();
  // On the answer itself: `context.header()` would copy it.
  const { headers } = context.res;
  for (const [name, value] of Object.entries(PROTECTION)) {
    if (!headers.has(name)) headers.set(name, value);
  }
};

/** Of `@hono/node-server`; other servers say nothing of their sockets. */
interface Environment {
  incoming?: { socket?: { remoteAddress?: string } };
}

const originOf = (context: Context): RequestOrigin => ({
  socketAddress: (context.env as Environment | undefined)?.incoming?.socket?.remoteAddress,
  forwardedFor: context.req.header('x-forwarded-for'),
});

/** Those who ask while it runs share it: each health check is a write. */
function inTurn(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= run().finally(() => (running = undefined)));
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
