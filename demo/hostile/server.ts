import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { CAMPAIGN_FILES, readCampaign } from '../server/campaigns.ts';
import { listen } from '../server/listen.ts';
import { WIDGET_FOLDER, WIDGETS } from '../server/widget-files.ts';
import { DEBIAN_FOLDER, NPM_FOLDER } from './packages.ts';

/** A post as it arrived. */
export interface Post {
  method: string;
  contentType: string | undefined;
  body: string;
}

/** One server for all pages, for the files on them, and for what they post, on another origin. */
export interface PageServer {
  url: string;
  /** The address that forms post to. */
  endpoint: string;
  /** The page at `/page`, with a query of any words. */
  page: string;
  posts: Post[];
  stop(): Promise<void>;
}

export async function servePages(): Promise<PageServer> {
  const app = new Hono();
  const { url, port, stop } = await listen(app, 0);
  const receiver = `http://127.0.0.1:${port}`;

  const served: PageServer = {
    url,
    endpoint: `${receiver}/submissions`,
    page: '',
    posts: [],
    stop,
  };

  app.get('/page', (context) =>
    context.html(served.page, 200, {
      // Sheets ask other sites for fonts and pictures: no page here talks to them, or waits for them.
      'content-security-policy':
        "font-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'",
    }),
  );
  app.get('/campaign.json', (context) => context.json(readCampaign(CAMPAIGN_FILES[0]!, receiver)));
  app.use('/submissions', cors());
  app.post('/submissions', async (context) => {
    const body = await context.req.text();
    served.posts.push({
      method: context.req.method,
      contentType: context.req.header('content-type'),
      body,
    });
    const { id } = JSON.parse(body) as { id: string };
    return context.json({ id, status: 'confirmed' }, 201);
  });
  app.use('/counts', cors());
  app.get('/counts', (context) => context.json({ individuals: 12, organizations: 3 }));
  for (const [prefix, root] of [
    [WIDGETS, WIDGET_FOLDER],
    ['/packages/', NPM_FOLDER],
    ['/debian/', DEBIAN_FOLDER],
  ] as const) {
    const rewriteRequestPath = (path: string) => path.slice(prefix.length - 1);
    app.get(`${prefix}*`, serveStatic({ root, rewriteRequestPath }));
  }
  app.get('/favicon.ico', (context) => context.body(null, 204));
  return served;
}
