import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'] as const;

/** What an answer was, in words of our own: nothing here comes from whoever asked. */
export interface Answered {
  method: (typeof METHODS)[number] | 'other';
  /** The address as the receiver knows it, such as `/problems/:code`; `none` where it knows no such. */
  route: string;
  status: number;
  /** From the request's headers to the answer's. */
  seconds: number;
}

/** Says of each answer what it was. */
export function tellAnswers(onAnswer: (answered: Answered) => void): MiddlewareHandler {
  return async (context, next) => {
    const start = performance.now();
    await next();
    onAnswer({
      method: METHODS.find((method) => method === context.req.method) ?? 'other',
      route: routeOf(context),
      status: context.res.status,
      seconds: (performance.now() - start) / 1_000,
    });
  };
}

/** The last that matches: those before, for all addresses, look at the request and pass it on. */
const routeOf = (context: Context) =>
  matchedRoutes(context).findLast(({ path }) => path !== '/*')?.path ?? 'none';
