import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import type { Submission } from '@pro-kid/contract';
import { Hono } from 'hono';
import { listen } from '../../../server/listen.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** What stands in the apps' sources in place of the receiver's address. */
const ENDPOINT = 'https://sign-up.example/submissions';

export interface ServedApp {
  url: string;
  /** What was posted to the app's own address for pledges. */
  pledges: Submission[];
}

/** Serves what an app was built to, rendered on the server where it can be. */
export async function serveApp(
  t: TestContext,
  { folder, port, endpoint }: { folder: string; port: number; endpoint: string },
): Promise<ServedApp> {
  const pledges: Submission[] = [];
  const html = await renderOnServer(folder);
  const app = new Hono();
  app.get('/favicon.ico', ({ body }) => body(null, 204));
  app.get('*', async ({ req, body, notFound }) => {
    const path = req.path === '/' ? '/index.html' : req.path;
    const file = join(folder, 'dist', path);
    if (!existsSync(file)) return notFound();
    const text = (await readFile(file, 'utf8')).replace('<!--app-->', () => html);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return body(text.replaceAll(ENDPOINT, endpoint), 200, { 'content-type': type });
  });
  app.post('/api/pledges', async ({ req, json }) => {
    pledges.push(await req.json<Submission>());
    return json({}, 201);
  });
  const server = await listen(app, port);
  t.after(() => server.stop());
  return { url: `${server.url}/`, pledges };
}

/** The HTML of an app that has a build for servers, made in a Node of its own. */
async function renderOnServer(folder: string): Promise<string> {
  if (!existsSync(join(folder, 'server/server.js'))) return '';
  const code = `import { render } from './server/server.js'; process.stdout.write(await render());`;
  const { NODE_OPTIONS, NODE_TEST_CONTEXT, ...env } = process.env;
  const words = ['--input-type=module', '--eval', code];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: folder, env });
  return stdout;
}
