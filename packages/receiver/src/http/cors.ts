import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { problemResponse } from './problem-response.ts';

/**
 * Lets pages of these origins read answers, errors included. A page of any other origin gets no
 * CORS header at all, and neither its preflight nor its post gets through.
 */
export function allowOrigins(origins: ReadonlySet<string>): MiddlewareHandler {
  const answerPreflight = cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['content-type', 'idempotency-key'],
    exposeHeaders: [EXPOSED],
    maxAge: 86_400,
  });
  return async (context, next) => {
    const origin = context.req.header('origin');
    const isListed = origin !== undefined && origins.has(origin);
    const { method } = context.req;
    if (isListed && method === 'OPTIONS') return answerPreflight(context, next);

    if (isListed || origin === undefined || isRead(method)) await next();
    else context.res = problemResponse('origin');
    const { headers } = context.res;
    if (isListed) {
      headers.set('access-control-allow-origin', origin);
      headers.set('access-control-expose-headers', EXPOSED);
    }
    // Even without an origin: a cache must not hand this answer to a page that may read it.
    headers.append('vary', 'Origin');
  };
}

const EXPOSED = 'retry-after';

const isRead = (method: string) => method === 'GET' || method === 'HEAD';
