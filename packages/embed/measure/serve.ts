import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usual } from './widgets.ts';

const PLACEHOLDER = 'https://example.org/placeholder';
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

export interface Site {
  /** Where it is, such as `http://localhost:4321`. */
  url: string;
  stop(): void;
}

/**
 * Serves a page for each widget and language, such as `/page?tag=pro-kid-join&language=es`, with the built
 * files of `folder` and all that the widgets ask for.
 */
export async function serve(folder: string): Promise<Site> {
  const server = createServer((request, response) => {
    const address = new URL(request.url!, `http://${request.headers.host}`);
    const answer = answerTo(address, folder);
    response.writeHead(answer ? 200 : 404, answer && { 'content-type': answer.type });
    response.end(answer?.body);
  });
  await once(server.listen(0), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answerTo({ pathname, searchParams, origin }: URL, folder: string) {
  const json = TYPES['.json']!;
  if (pathname === '/page') {
    return {
      type: 'text/html; charset=utf-8',
      body: page(searchParams.get('tag')!, searchParams.get('language')!),
    };
  }
  if (pathname === '/counts') {
    const asOf = new Date().toISOString();
    return { type: json, body: JSON.stringify({ individuals: 407, organizations: 7, asOf }) };
  }
  if (pathname.startsWith('/campaigns/')) {
    return { type: json, body: campaign(pathname.slice(1), origin) };
  }
  const file = join(folder, pathname);
  const type = TYPES[extname(file)];
  return type && existsSync(file) ? { type, body: readFileSync(file, 'utf8') } : undefined;
}

/** The movement's campaign as a page of its own server would get it: no address is a placeholder. */
function campaign(path: string, origin: string): string {
  const file = fileURLToPath(import.meta.resolve(`@pro-kid/content/${path}`));
  const said = JSON.parse(readFileSync(file, 'utf8'), (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(PLACEHOLDER) ? undefined : value,
  ) as object;
  const endpoint = { url: `${origin}/submissions`, counts: { url: `${origin}/counts` } };
  return JSON.stringify({ ...said, endpoint });
}

function page(tag: string, language: string): string {
  const attributes = Object.entries(usual[tag]!).map(([name, value]) => ` ${name}="${value}"`);
  return `<!doctype html><html lang="${language}"><title>Room</title><link rel="icon" href="data:,">
<script type="module" src="/bundle.js"></script>
<body style="margin: 0"><div><${tag}${attributes.join('')}></${tag}></div>`;
}
