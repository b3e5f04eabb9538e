import { once } from 'node:events';
import { createServer } from 'node:http';
import { widgetPath } from '../../server/widget-files.ts';

/** The ways in which a page gets its widgets, each with the script that brings one of them. */
export const ways: Readonly<Record<string, (tag: string) => string>> = {
  standalone: (tag) => `${tag.replace('pro-kid-', '')}.js`,
  loader: () => 'loader.js',
  bundle: () => 'bundle.js',
};

const CAMPAIGN = 'src="/campaigns/permanent-connections.json"';

/** How a page writes each widget. */
const markup = (receiver: string): Readonly<Record<string, string>> => ({
  'pro-kid-join': `endpoint="${receiver}/submissions" partner="first-steps" privacy="/privacy.html"`,
  'pro-kid-pledge': `${CAMPAIGN} partner="first-steps" privacy="/privacy.html"`,
  'pro-kid-petition':
    'src="/campaigns/example-petition.json" partner="first-steps" privacy="/privacy.html"',
  'pro-kid-progress': CAMPAIGN,
  'pro-kid-share': 'text="Sample text." campaign="permanent-connections"',
  'pro-kid-fact-card': 'issue="permanent-connections"',
  'pro-kid-fact-deck': 'src="/issues/deck.json"',
});

interface PartnerOptions {
  port: number;
  /** The example site, which has all files. */
  site: string;
  receiver: string;
}

/** Serves pages such as `/loader/pro-kid-join`, with one widget; all else is the example site's. */
export async function servePartnerPages({ port, site, receiver }: PartnerOptions) {
  const server = createServer((request, response) => {
    const [, way, tag] = /^\/([a-z]+)\/(pro-kid-[a-z-]+)$/.exec(request.url!) ?? [];
    if (way && tag) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(pageOf(tag, ways[way]!(tag), markup(receiver)[tag]!));
      return;
    }
    void fetch(site + request.url).then(async (answer) => {
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'text/plain',
      });
      response.end(await answer.bytes());
    });
  });
  server.listen(port);
  await once(server, 'listening');
  return {
    url: `http://localhost:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const pageOf = (tag: string, script: string, attributes: string) => `<!doctype html>
<html lang="en">
  <head>
    <title>Sample page</title>
    <meta name="viewport" content="width=device-width" />
    <link rel="icon" href="data:," />
    <script type="module" src="${widgetPath(script)}"></script>
  </head>
  <body>
    <main>
      <h1>Sample page</h1>
      <p><a id="before" href="#widget">Before</a></p>
      <${tag} id="widget" ${attributes}></${tag}>
    </main>
  </body>
</html>`;
