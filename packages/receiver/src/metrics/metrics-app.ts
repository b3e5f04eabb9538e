import { Hono } from 'hono';
import type { Registry } from 'prom-client';
import { nameOfError, type Log } from '../log.ts';

/** Answers Prometheus, at an address of its own: figures are for the operator, not for the public. */
export function createMetricsApp(registry: Registry, log: Log): Hono {
  const app = new Hono();
  app.get('/metrics', async (context) =>
    context.body(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  );
  app.onError((error, context) => {
    log(`Metrics failed: ${nameOfError(error)}`);
    return context.text('The database cannot be used now.\n', 503);
  });
  return app;
}
