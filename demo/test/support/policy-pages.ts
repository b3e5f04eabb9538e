import type { Page } from 'puppeteer-core';
import type { OwnPage, OwnPages } from './own-pages.ts';
import type { Stage } from './stage.ts';
import type { Visit } from './visit.ts';

const STRICT = "'nonce-r4nd0m' 'strict-dynamic'";

/** A content security policy, as strict as it can be that still lets scripts in. */
export const policy = ({ trustedTypes = 'trusted-types lit-html', script = STRICT } = {}): string =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self' %RECEIVER%",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    trustedTypes,
  ].join('; ');

export const page = (body: string, under = policy()): OwnPage => ({
  text: `<!doctype html><html lang="en"><title>Sample</title>
    <link rel="stylesheet" href="/own.css"><body>${body}</body></html>`,
  headers: { 'content-security-policy': under },
});

/** The site's own style sheet, which keeps room for the form. */
export const ownSheet = {
  '/own.css': {
    text: 'pro-kid-join { display: flow-root; min-height: max(850px, 1390px - 88vw); }',
    headers: { 'content-type': 'text/css' },
  },
} satisfies OwnPages;

export const script = (file: string): string =>
  `<script type="module" nonce="r4nd0m" src="/pro-kid/${file}.js"></script>`;

const fallback = '<p><a href="mailto:hello@partner.example">Write to us</a>.</p>';
export const join = `<pro-kid-join endpoint="%RECEIVER%/submissions">${fallback}</pro-kid-join>`;
export const pledge = `<pro-kid-pledge src="/campaigns/permanent-connections.json">${fallback}</pro-kid-pledge>`;

/** Opens a page of the story, and notes what its policy refuses. */
export const visitPage = (stage: Stage, path: string, consoleMaySay?: RegExp): Promise<Visit> =>
  stage.visit(stage.pages + path, {
    prepare: noteViolations,
    ...(consoleMaySay && { consoleMaySay }),
  });

const noteViolations = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const noted: string[] = [];
    Object.assign(window, { violations: noted });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      noted.push(`${effectiveDirective} ${blockedURI}`);
    });
  });

/** What the page's policy has refused, each as the directive and what it was. */
export const violations = ({ page }: Visit): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { violations: string[] }).violations);
