import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  scriptLines,
  snippet,
  type DeliveryManifest,
  type SnippetOptions,
} from '@pro-kid/embed/snippet.js';
import { WIDGET_FOLDER, WIDGETS } from './widget-files.ts';

/** The place of a whole snippet, such as `<!-- snippet: join -->`. */
const SNIPPET = /^( *)<!-- snippet: ([\w-]+) -->/gm;

/** The place of the loader and what it loads for some elements: `<!-- scripts: pro-kid-join pro-kid-share -->`. */
const SCRIPTS = /^( *)<!-- scripts: ([\w -]+) -->/gm;

/** The address of the folder, where a page writes about it. */
const FOLDER = /%PRO_KID%\//g;

type Choice = Omit<SnippetOptions, 'base' | 'manifest'>;

const mail = 'mailto:hello@first-steps.example?subject=';

/** The snippets of the pages, as their webmasters chose them. */
const choices = (receiver: string): Record<string, Choice> => ({
  join: {
    element: 'pro-kid-join',
    way: 'standalone',
    attributes: {
      endpoint: `${receiver}/submissions`,
      partner: 'first-steps',
      privacy: '/privacy.html',
    },
    fallback: [
      'The form does not show here? ',
      { text: 'Write to us', href: `${mail}Join%20as%20Pro-Kid` },
      ', and we sign you up.',
    ],
  },
  'join-es': {
    element: 'pro-kid-join',
    way: 'standalone',
    language: 'es',
    attributes: {
      endpoint: `${receiver}/submissions`,
      partner: 'first-steps',
      privacy: '/privacy.html#es',
    },
    fallback: [
      '¿No aparece aquí el formulario? ',
      { text: 'Escríbanos', href: `${mail}Unirme%20como%20Pro-Kid` },
      ' y haremos su inscripción.',
    ],
  },
  pledge: {
    element: 'pro-kid-pledge',
    way: 'standalone',
    attributes: {
      src: '/campaigns/permanent-connections.json',
      partner: 'harbor-street',
      privacy: '/#privacy',
    },
    fallback: [
      'The pledge does not show here? ',
      { text: 'Write to us', href: 'mailto:desk@harbor-street.example?subject=I%20pledge' },
      ', and we add your name.',
    ],
  },
});

/** Puts the snippets into a page, made for the files that the site serves. */
export function withSnippets(page: string, receiver: string): string {
  const manifest = JSON.parse(
    readFileSync(join(WIDGET_FOLDER, 'manifest.json'), 'utf8'),
  ) as DeliveryManifest;
  const files = { base: WIDGETS, manifest };
  const [, language = 'en'] = /<html lang="([\w-]+)"/.exec(page) ?? [];
  const indented = (lines: readonly string[], indent: string) =>
    lines.map((line) => indent + line).join('\n');
  return page
    .replace(FOLDER, WIDGETS)
    .replace(SNIPPET, (_place, indent: string, name: string) => {
      const choice = choices(receiver)[name];
      if (!choice) throw new Error(`A page asks for the snippet "${name}", which is not there.`);
      return indented(snippet({ ...files, ...choice }).split('\n'), indent);
    })
    .replace(SCRIPTS, (_place, indent: string, elements: string) => {
      const lines = elements
        .split(' ')
        .flatMap((element) => scriptLines({ ...files, element, way: 'loader', language }));
      return indented([...new Set(lines)], indent);
    });
}
