import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { CAMPAIGN_FILES } from './campaigns.ts';
import { cannotListen } from './cannot-start.ts';
import { createSite, type SiteOptions } from './site.ts';

export interface SiteServer {
  /** Where it listens, such as `http://localhost:4321`. */
  url: string;
  stop(): Promise<void>;
}

/** The example partner's site, and that of another one. */
export const HOMES = { first: 'index.html', second: 'partner-two.html' };

interface ServerOptions extends Partial<SiteOptions> {
  port: number;
  /** The setting that the port is from. */
  variable?: string;
  receiver: string;
}

/** Serves an example site, whose forms post to `receiver`. */
export async function startSite({
  port,
  variable = 'PORT',
  receiver,
  campaigns = CAMPAIGN_FILES,
  home = HOMES.first,
  ...frames
}: ServerOptions): Promise<SiteServer> {
  const site = createSite({ receiver, campaigns, home, ...frames });
  const server = createAdaptorServer({ fetch: site.fetch });
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw cannotListen(error, port, variable);
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
