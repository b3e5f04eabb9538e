import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { readCampaign } from './campaigns.ts';
import { CannotStart } from './cannot-start.ts';
import { withSnippets } from './snippets.ts';
import { WIDGET_FOLDER, WIDGETS } from './widget-files.ts';

const PAGES = join(import.meta.dirname, '../dist');

/** What stands in a page in place of the receiver's address, which is known only here. */
const RECEIVER = /%RECEIVER%/g;
/** What stands there in place of the address of the site whose frames it shows. */
const FRAMES = /%FRAMES%/g;
/** What stands in the page for frames in place of the sites that may show it. */
const FRAMED_BY = /%FRAMED_BY%/g;

const FOREVER = 'public, max-age=31536000, immutable';

export interface SiteOptions {
  /** The address of the receiver. */
  receiver: string;
  /** The files of the campaigns that the site has below `/campaigns/`. */
  campaigns: readonly string[];
  /** The page at `/`. */
  home: string;
  /** The address of the site whose frames it shows; empty for its own. */
  frames?: string;
  /** The origins of the sites that may show its page for frames. */
  framedBy?: readonly string[];
}

/** An example partner's site: its pages, and the files of the widgets below `/pro-kid/<version>/`. */
export function createSite(options: SiteOptions): Hono {
  const { receiver, campaigns, home } = options;
  for (const folder of [PAGES, WIDGET_FOLDER]) {
    if (existsSync(folder)) continue;
    throw new CannotStart(`${folder} is missing. Run "pnpm build" at the root first.`);
  }
  const app = new Hono();
  app.use(protect(options), etag());
  app.get(
    `${WIDGETS}*`,
    openToOtherSites,
    serveStatic({ root: WIDGET_FOLDER, rewriteRequestPath: (path) => path.replace(WIDGETS, '/') }),
  );
  for (const file of campaigns) {
    app.get(`/campaigns/${basename(file)}`, serveCampaign(file, receiver));
  }
  app.get('/', servePage(options, home));
  app.get('/:name{[a-z-]+\\.html}', servePage(options));
  app.get('*', servePageFiles());
  app.notFound((context) => context.text('There is nothing at this address.\n', 404));
  return app;
}

/** A page with its snippets, and the addresses that are known only here. */
function servePage(
  { receiver, frames = '', framedBy = [] }: SiteOptions,
  home = '',
): MiddlewareHandler {
  return async (context, next) => {
    const file = join(PAGES, context.req.param('name') ?? home);
    if (!existsSync(file)) return next();
    const page = withSnippets(readFileSync(file, 'utf8'), receiver)
      .replace(RECEIVER, receiver)
      .replace(FRAMES, frames)
      .replace(FRAMED_BY, framedBy.join(' '));
    return context.html(page, 200, { 'cache-control': 'no-cache' });
  };
}

function serveCampaign(file: string, receiver: string): MiddlewareHandler {
  return async (context) =>
    context.json(readCampaign(file, receiver), 200, { 'cache-control': 'no-cache' });
}

/** Files whose name holds a hash of what is in them never change; the others are asked for anew. */
function servePageFiles(): MiddlewareHandler {
  return serveStatic({
    root: PAGES,
    onFound(path, context) {
      const isHashed = /-[\w-]{8}\.\w+$/.test(path);
      context.header('cache-control', isHashed ? FOREVER : 'no-cache');
    },
  });
}

/** Any site may load the widgets, also one that isolates itself (COEP) or checks `integrity`, and keep them. */
const openToOtherSites: MiddlewareHandler = async (context, next) => {
  await next();
  if (context.res.ok) context.header('cache-control', FOREVER);
  context.header('access-control-allow-origin', '*');
  context.header('cross-origin-resource-policy', 'cross-origin');
};

/** Headers for every page; the one for frames has its own. */
function protect(options: SiteOptions): MiddlewareHandler {
  const [page, frame] = [protectPages(options), protectFrame(options)];
  return (context, next) =>
    context.req.path === '/frame.html' ? frame(context, next) : page(context, next);
}

/**
 * As strict as a partner's site may be. The one thing allowed beyond the site's own files is the
 * `style` attribute in the snippet, which reserves the form's place.
 */
function protectPages({ receiver, frames }: SiteOptions): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      ...policy(receiver),
      ...(frames && { frameSrc: [frames], scriptSrc: ["'self'", frames] }),
      styleSrcAttr: ["'unsafe-inline'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    ...common,
  });
}

/** As strict as the page for frames may be, which has no inline style; it says who may show it. */
function protectFrame({ receiver, framedBy = [] }: SiteOptions): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      ...policy(receiver),
      frameAncestors: ["'self'", ...framedBy],
    },
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [] },
    // It cannot name another site, and where a browser knows both, the policy above counts.
    xFrameOptions: false,
    ...common,
  });
}

const policy = (receiver: string) => ({
  defaultSrc: ["'self'"],
  connectSrc: ["'self'", receiver],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['lit-html'],
});

const common = {
  referrerPolicy: 'strict-origin-when-cross-origin',
  // The demo is on plain http.
  strictTransportSecurity: false,
  overwrite: false,
} as const;
