/** The public entry `@pro-kid/embed/snippet.js`: the tags that a webmaster pastes, as text. */
import { escapeText } from './escape.ts';
import type { DeliveryManifest } from './delivery-manifest.ts';
import rooms from './room.json' with { type: 'json' };
import { SnippetError } from './snippet-error.ts';
import { blockTag, tag, type Attributes } from './tags.ts';
import { webAddress } from './web-address.ts';

export type { DeliveryFile, DeliveryManifest, DeliveryWidget } from './delivery-manifest.ts';
export { SnippetError } from './snippet-error.ts';
export type { Attributes } from './tags.ts';

/**
 * How the code arrives: `standalone`, the one file of the widget; `loader`, a small script that loads what
 * the page has; `bundle`, one file for every widget.
 */
export type SnippetWay = 'standalone' | 'loader' | 'bundle';

/** A piece of the fallback: a text, or a link. */
export type FallbackPart = string | Readonly<{ text: string; href: string }>;

export interface SnippetOptions {
  /** The tag of the widget, such as `pro-kid-join`. */
  element: string;
  way: SnippetWay;
  /** The address of the version's folder, such as `https://your-site.example/pro-kid/1.0.0/`. */
  base: string;
  /** The list of the files in that folder: `@pro-kid/embed/manifest.json` of the same version. */
  manifest: DeliveryManifest;
  /** The attributes of the tag, such as `{ endpoint: 'https://…', partner: 'first-steps' }`. */
  attributes?: Attributes;
  /** What visitors read if the script does not reach them. Without a link, they have no other way. */
  fallback: readonly FallbackPart[];
  /** The language of the page, where the tag has no `lang` of its own; `en` unless it is given. */
  language?: string;
  /** Whether scripts carry the checksums of their files; true unless it is given. */
  integrity?: boolean;
}

/**
 * The tags that show a widget on a page, each from a line of its own, without a line break at the end. It
 * holds no script of its own, since content systems break these, and no text is taken for markup.
 *
 * @throws {SnippetError} where an option cannot be used; the message says what to give instead
 */
export function snippet(options: SnippetOptions): string {
  return [...scriptLines(options), ...elementLines(options)].join('\n');
}

/** The lines that load the code alone, for a page with a place of its own for scripts. */
export function scriptLines({
  element,
  way,
  base,
  manifest,
  attributes = {},
  language = languageOf(attributes),
  integrity = true,
}: Omit<SnippetOptions, 'fallback'>): string[] {
  if (!Object.hasOwn(manifest.widgets, element)) {
    const known = Object.keys(manifest.widgets).join(', ');
    throw new SnippetError(`element: "${element}" is no widget. Take one of these: ${known}.`);
  }
  const { standalone, preload } = manifest.widgets[element]!;
  const folder = webAddress(base, 'base').replace(/\/?$/, '/');
  if (/[?#]/.test(folder)) {
    throw new SnippetError(`base: "${base}" is not the address of a folder.`);
  }

  const loading = (path: string, place: 'src' | 'href'): Attributes => {
    const file = manifest.files[path];
    if (!file) throw new SnippetError(`manifest: it has no file "${path}".`);
    const checked = integrity && { integrity: file.integrity, crossorigin: 'anonymous' };
    return { [place]: folder + path, ...checked };
  };
  const script = { standalone, loader: 'loader.js', bundle: 'bundle.js' }[way];
  const words = `languages/${standalone.replace('.js', `.${language.split('-')[0]}.js`)}`;
  const later = [
    ...(way === 'loader' ? preload : []),
    ...(Object.hasOwn(manifest.files, words) ? [words] : []),
  ];
  return [
    `${tag('script', { type: 'module', ...loading(script, 'src') })}</script>`,
    ...later.map((path) => tag('link', { rel: 'modulepreload', ...loading(path, 'href') })),
  ];
}

/** The lines of the element, in a place as wide as what is around it. */
export function elementLines({
  element,
  attributes = {},
  fallback,
  language = languageOf(attributes),
}: Pick<SnippetOptions, 'element' | 'attributes' | 'fallback' | 'language'>): string[] {
  for (const [name, value] of Object.entries(attributes)) checkAttribute(name, value);
  const room = roomOf(element, language);
  const style = ['display: flow-root', ...(room ? [`min-height: ${room}`] : [])].join('; ');
  const words = fallback.map((part) =>
    typeof part === 'string'
      ? escapeText(part)
      : `${tag('a', { href: webAddress(part.href, 'fallback', ['mailto:', 'tel:']) })}${escapeText(part.text)}</a>`,
  );
  const lines = [
    ...blockTag(element, { ...attributes, style }),
    `  <p>${words.join('')}</p>`,
    `</${element}>`,
  ];
  if (!room) return lines;
  return [tag('div', { style: PLACE }), ...lines.map((line) => `  ${line}`), '</div>'];
}

/** The room is said in parts of this place's width: what is in it does not make it wider or narrower. */
const PLACE = 'container-type: inline-size; contain-intrinsic-inline-size: 30em; min-width: 0';

const languageOf = ({ lang }: Attributes) => (typeof lang === 'string' ? lang : 'en');

function roomOf(element: string, language: string): string | undefined {
  const byLanguage: Readonly<Record<string, string>> | undefined = (
    rooms as Readonly<Record<string, Readonly<Record<string, string>>>>
  )[element];
  return byLanguage?.[language.split('-')[0]!] ?? byLanguage?.['en'];
}

const ADDRESSES = ['endpoint', 'src', 'counts', 'privacy', 'hosted-page', 'action-href', 'url'];

function checkAttribute(name: string, value: string | boolean): void {
  if (!/^[a-z][a-z0-9-]*$/.test(name) || /^(on|style$)/.test(name)) {
    throw new SnippetError(`attributes: "${name}" cannot be one. Take those of the widget's page.`);
  }
  if (ADDRESSES.includes(name) && typeof value === 'string') webAddress(value, name);
}
