import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface SiteServer {
  /** Where it listens, such as `http://localhost:4321`. */
  url: string;
  port: number;
  /** Cuts what still runs, and lets the port go. */
  stop(): Promise<void>;
}

/** Serves an app at a port of this computer; 0 takes any free one. Rejects with Node's error where it cannot. */
export async function listen({ fetch }: Hono, wanted: number): Promise<SiteServer> {
  const server = createAdaptorServer({ fetch });
  server.listen(wanted);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
