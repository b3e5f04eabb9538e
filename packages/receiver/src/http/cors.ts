import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { EXPOSED, readableBy } from './answer-headers.ts';
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
    for (const [name, value] of Object.entries(readableBy(origin, origins))) {
      context.res.headers.set(name, value);
    }
  };
}

const isRead = (method: string) => method === 'GET' || method === 'HEAD';
