import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { problemResponse } from './problem-response.ts';

/**
 * Lets pages of these origins read answers, errors included. A page of any other origin gets no
 * CORS header at all, and neither its preflight nor its post gets through.
 */
export function allowOrigins(origins: ReadonlySet<string>): MiddlewareHandler {
  const answerListed = cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['content-type', 'idempotency-key'],
    exposeHeaders: ['retry-after'],
    maxAge: 86_400,
  });
  return async (context, next) => {
    const origin = context.req.header('origin');
    if (origin !== undefined && origins.has(origin)) return answerListed(context, next);

    if (origin === undefined || isRead(context.req.method)) await next();
    else context.res = problemResponse('origin');
    // Even without an origin: a cache must not hand this answer to a page that may read it.
    context.header('vary', 'Origin', { append: true });
  };
}

const isRead = (method: string) => method === 'GET' || method === 'HEAD';
