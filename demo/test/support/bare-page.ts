import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { CAMPAIGN_FILES, readCampaign } from '../../server/campaigns.ts';

export interface BareSite {
  /** Where it is, such as `http://localhost:4321`. */
  url: string;
  /** What stands at `/` between some text above and below, and in which language. */
  show(markup: string, language: string): void;
}

/** A partner's site without a style sheet, on a port of its own, that takes sign-ups and has a campaign. */
export async function openBareSite(t: TestContext): Promise<BareSite> {
  let page = '';
  let url = '';
  const answers: Record<string, (request: IncomingMessage) => Promise<[number, unknown]>> = {
    '/campaign.json': async () => [200, readCampaign(CAMPAIGN_FILES[0]!, url)],
    '/counts': async () => [200, { individuals: 407, organizations: 7, asOf: new Date() }],
    '/submissions': async (request) => {
      const { id } = JSON.parse(await text(request)) as { id: string };
      return [201, { id, status: 'confirmed' }];
    },
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    if (pathname === '/') {
      response.setHeader('content-type', 'text/html').end(page);
      return;
    }
    const [status, answer] = (await answers[pathname]?.(request)) ?? [404, {}];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await once(server.listen(0), 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const words = '<p>This is the text of the page. </p>'.repeat(3);
  return {
    url,
    show(markup, language) {
      page = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A partner</title><link rel="icon" href="data:,"><body>${words}${markup}<footer>${words.repeat(20)}</footer>`;
    },
  };
}
