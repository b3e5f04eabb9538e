import { check, submission, type Submission } from '@pro-kid/contract';
import type { Context, Hono } from 'hono';
import { PROTECTION, readableBy } from './answer-headers.ts';
import { compiled } from './compiled-schema.ts';
import { afterOthers, endOfTurn } from './end-of-turn.ts';
import { isKeyOf } from './idempotency-key.ts';
import { problemResponse } from './problem-response.ts';
import { isJson, readJson } from './read-json.ts';
import type { NotTaken, Taken } from './take-submission.ts';

/** Each post is checked by it. */
const posted = compiled(submission);

interface PostsOptions {
  origins: ReadonlySet<string>;
  maximumBytes: number;
  maximumErrors: number;
  take: (submission: Submission, context: Context) => Promise<Taken>;
  /** Takes what nobody expected. */
  onError: (error: unknown) => void;
}

/**
 * Takes submissions that are posted as JSON; leaves others to who comes after. Its answers are made whole,
 * and nothing comes before it: in a rush, adding headers to an answer would take longer than to make it.
 */
export function takePosts(
  app: Hono,
  { origins, maximumBytes, maximumErrors, take, onError }: PostsOptions,
): void {
  const untilTurnEnds = endOfTurn();

  const answer = async (context: Context): Promise<Taken> => {
    const body = await readJson(context.req.raw, maximumBytes, untilTurnEnds);
    if ('problem' in body) return body;
    const verdict = check(posted, body.value);
    if (!verdict.valid) {
      return { problem: 'validation', errors: verdict.errors.slice(0, maximumErrors) };
    }
    await afterOthers();
    if (!isKeyOf(verdict.value, context.req.header('idempotency-key'))) {
      return { problem: 'idempotency-key' };
    }
    return take(verdict.value, context);
  };

  app.post('/submissions', async (context, next) => {
    if (!isJson(context.req.raw.headers)) return next();
    const origin = context.req.header('origin');
    const headers = { ...PROTECTION, ...readableBy(origin, origins) };
    const refuse = ({ problem, ...extras }: NotTaken) => problemResponse(problem, extras, headers);
    if (origin !== undefined && !origins.has(origin)) return refuse({ problem: 'origin' });
    try {
      const taken = await answer(context);
      if ('problem' in taken) return refuse(taken);
      const { receipt } = taken;
      return new Response(JSON.stringify(receipt), {
        status: receipt.status === 'pending' ? 202 : 201,
        headers: { ...headers, 'content-type': 'application/json' },
      });
    } catch (error) {
      onError(error);
      return refuse({ problem: 'server' });
    }
  });
}
