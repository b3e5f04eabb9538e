import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { snippet, type DeliveryManifest, type SnippetOptions } from '@pro-kid/embed/snippet.js';

export const manifest = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('@pro-kid/embed/manifest.json')), 'utf8'),
) as DeliveryManifest;

type Choice = Omit<SnippetOptions, 'manifest' | 'base'>;

export const join: Choice = {
  element: 'pro-kid-join',
  way: 'standalone',
  attributes: {
    endpoint: 'https://sign-up.example/submissions',
    partner: 'your-organization',
    privacy: 'https://your-site.example/privacy',
  },
  fallback: [
    'The form could not be loaded. ',
    { text: 'Write to us', href: 'mailto:hello@your-site.example' },
    '.',
  ],
};

const joinInSpanish: Choice = {
  ...join,
  language: 'es',
  fallback: [
    'El formulario no se pudo cargar. ',
    { text: 'Escríbanos', href: 'mailto:hello@your-site.example' },
    '.',
  ],
};

const pledge: Choice = {
  element: 'pro-kid-pledge',
  way: 'standalone',
  attributes: { src: '/my-campaign.json', partner: 'your-organization' },
  fallback: [
    'The pledge could not be loaded. ',
    { text: 'Write to us', href: 'mailto:hello@your-site.example' },
    '.',
  ],
};

const partnersPledge: Choice = {
  element: 'pro-kid-pledge',
  way: 'standalone',
  attributes: { src: 'https://your-site.example/my-campaign.json', partner: 'first-steps' },
  fallback: [
    {
      text: 'Sign on our site',
      href: 'https://your-site.example/pledge?pro-kid-partner=first-steps',
    },
  ],
};

const factCard: Choice = {
  element: 'pro-kid-fact-card',
  way: 'standalone',
  attributes: {
    issue: 'permanent-connections',
    'action-href': '/join',
    partner: 'your-organization',
  },
  fallback: ['Read about ', { text: 'Permanent Connections', href: '/permanent-connections' }, '.'],
};

/** The snippets in each page, in the order in which they stand there. */
const pages: Readonly<Record<string, readonly Choice[]>> = {
  'README.md': [join],
  'packages/embed/README.md': [join],
  'docs/start/webmaster.md': [join, joinInSpanish],
  'docs/start/run-a-campaign.md': [pledge, partnersPledge],
  'docs/start/fact-cards.md': [factCard],
};

/** A snippet as the function prints it, for files in the place that the documentation has them in. */
export const printed = (choice: Choice, integrity = true): string =>
  snippet({ ...choice, base: `/pro-kid/${manifest.version}/`, manifest, integrity });

/** What stands in a page for a snippet. Prettier would break its long lines. */
const block = /<!-- prettier-ignore -->\n```html\n<script [\s\S]*?\n```\n/g;

/** Files that pages show, and tests paste. */
const samples = ['docs/embed/samples/page.html', 'docs/embed/samples/pro-kid.php'];

/** Every file by its path from the workspace's root, with what makes its snippets those of today. */
export const renewals: Readonly<Record<string, (page: string) => string>> = Object.fromEntries([
  ...Object.entries(pages).map(
    ([path, choices]) => [path, (page: string) => renew(path, page, choices)] as const,
  ),
  ...samples.map((path) => [path, (text: string) => renewSample(path, text)] as const),
]);

/** The join form's snippet in a file of its own, with its indentation. */
const joinSnippet =
  /^( *)<script type="module"[^>]*><\/script>\n(?:.*\n)*? *<\/pro-kid-join>\n(?:\1<\/div>\n)?/gm;

function renewSample(path: string, text: string): string {
  if (text.match(joinSnippet)?.length !== 1) throw new Error(`${path} has not one snippet.`);
  return text.replace(joinSnippet, (_, indent: string) =>
    `${printed(join, false)}\n`.replace(/^(?=.)/gm, indent),
  );
}

function renew(path: string, page: string, choices: readonly Choice[]): string {
  const { length } = page.match(block) ?? [];
  if (length !== choices.length) {
    throw new Error(`${path} has ${length} snippets instead of ${choices.length}.`);
  }
  const rest = [...choices];
  return page.replace(
    block,
    () => `<!-- prettier-ignore -->\n\`\`\`html\n${printed(rest.shift()!, false)}\n\`\`\`\n`,
  );
}
