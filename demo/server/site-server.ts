import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { cannotListen } from './cannot-start.ts';
import { createSite } from './site.ts';

export interface SiteServer {
  /** Where it listens, such as `http://localhost:4321`. */
  url: string;
  stop(): Promise<void>;
}

/** Serves the example site, whose forms post to `receiver`. */
export async function startSite(options: { port: number; receiver: string }): Promise<SiteServer> {
  const { port, receiver } = options;
  const server = createAdaptorServer({ fetch: createSite({ receiver }).fetch });
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw cannotListen(error, port, 'PORT');
  }
  return {
    url: `http://localhost:${port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

/** The origins that a browser on this computer may know the site by. */
export function originsOf(port: number): string[] {
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}
