import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { style } from './style.ts';

type Markup = ReturnType<typeof html>;

/** The languages that pages are written in. */
export type PageLanguage = 'en' | 'es';

export interface Page {
  language: PageLanguage;
  title: string;
  /** Whether something was achieved, or something is to be done (default: neither). */
  tone?: 'good' | 'bad';
  /** What stands below the title. */
  body: Markup;
  /** HTTP status (default: 200). */
  status?: number;
  headers?: Record<string, string>;
}

/** One text, since white space inside would be part of what the hash is of. */
const styleElement = raw(`<style>${style}</style>`);
const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing runs, loads, or is framed; a form may post to this receiver alone. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** A page of the receiver's own, for visitors whose browser runs no script. */
export async function pageResponse(page: Page): Promise<Response> {
  const { language, title, tone = '', body, status = 200, headers } = page;
  const text = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        <main class="${tone}">
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
  return new Response(String(text), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      ...headers,
    },
  });
}
