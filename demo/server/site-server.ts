import { CAMPAIGN_FILES } from './campaigns.ts';
import { cannotListen } from './cannot-start.ts';
import { listen, type SiteServer } from './listen.ts';
import { createSite, type SiteOptions } from './site.ts';

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
  try {
    return await listen(site, port);
  } catch (error) {
    throw cannotListen(error, port, variable);
  }
}

/** The origins that a browser on this computer may know the site by. */
export function originsOf(port: number): string[] {
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}
