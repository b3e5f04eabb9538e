import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Hono } from 'hono';
import embed from '@pro-kid/embed/package.json' with { type: 'json' };
import { CAMPAIGN_FILES, readCampaign } from '../../server/campaigns.ts';
import { listen, type SiteServer } from '../../server/listen.ts';
import { WIDGET_FOLDER } from '../../server/widget-files.ts';

/** A page that a story writes for itself, or another file of its site. */
export interface OwnPage {
  /** All of it; `%RECEIVER%`, here and in the headers, is the receiver's address. */
  text: string;
  headers?: Readonly<Record<string, string>>;
}

export type OwnPages = Readonly<Record<`/${string}`, OwnPage>>;

/** Lit's templates in one file, as a page may have them of its own. */
const LIT = join(
  dirname(
    createRequire(
      createRequire(import.meta.resolve('@pro-kid/elements/package.json')).resolve('lit'),
    ).resolve('lit-html'),
  ),
  '../lit-html.js',
);

/** What the widgets of the address `/other-version/` say that they are. */
export const OTHER_VERSION = '9.9.9';
const VERSION = new RegExp(`(?<=[\`'"])${embed.version.replaceAll('.', '\\.')}(?=[\`'"])`, 'g');

/**
 * Serves pages of a story, with the widgets below `/pro-kid/`, the same as another version below
 * `/other-version/`, Lit at `/lit-html.js`, and the campaigns' files.
 */
export async function startPages(
  port: number,
  receiver: string,
  pages: OwnPages,
): Promise<SiteServer> {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('access-control-allow-origin', '*');
  });
  const complete = (text: string) => text.replaceAll('%RECEIVER%', receiver);
  for (const [path, { text, headers = {} }] of Object.entries(pages)) {
    const own = Object.entries(headers).map(([name, value]) => [name, complete(value)]);
    const all = { 'content-type': 'text/html', ...Object.fromEntries(own) } as Record<
      string,
      string
    >;
    app.get(path, (context) => context.body(complete(text), 200, all));
  }
  app.get('/favicon.ico', (context) => context.body(null, 204));
  for (const file of CAMPAIGN_FILES) {
    app.get(`/campaigns/${basename(file)}`, (context) =>
      context.json(readCampaign(file, receiver)),
    );
  }
  app.get('/lit-html.js', (context) => script(context, readFileSync(LIT, 'utf8')));
  app.get('/:folder{pro-kid|other-version}/*', (context) => {
    const { folder } = context.req.param();
    const file = join(WIDGET_FOLDER, context.req.path.slice(folder.length + 2));
    if (!existsSync(file)) return context.notFound();
    const code = readFileSync(file, 'utf8');
    return script(context, folder === 'pro-kid' ? code : code.replace(VERSION, OTHER_VERSION));
  });
  return listen(app, port);
}

const script = (
  { body }: { body: (text: string, status: 200, headers: Record<string, string>) => Response },
  code: string,
) => body(code, 200, { 'content-type': 'text/javascript' });
