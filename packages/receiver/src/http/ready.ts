import { Hono } from 'hono';
import { allowOrigins } from './cors.ts';
import { problemResponse } from './problem-response.ts';

/** What `GET /ready` answers: anything but `ready` asks a load balancer to send nobody here. */
export type Readiness = 'starting' | 'ready' | 'draining';

/** Starting takes seconds, longer only where much is to be moved to new tables. */
const RETRY_AFTER_SECONDS = 10;

/** The answer to whoever asks whether to send requests here. */
export const readyResponse = (status: Readiness): Response =>
  Response.json({ status }, { status: status === 'ready' ? 200 : 503 });

/** Answers while there is no database yet: not ready, and to all else that it is to come again. */
export function createStartingApp(origins: readonly string[]): Hono {
  const app = new Hono();
  // Or a browser would not let the form read that it may try again.
  app.use(allowOrigins(new Set(origins)));
  app.get('/ready', () => readyResponse('starting'));
  app.all('*', () => problemResponse('unavailable', { retryAfter: RETRY_AFTER_SECONDS }));
  return app;
}
