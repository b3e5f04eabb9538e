/**
 * `frame.js`: a page of widgets for the frames of other sites. The page holds them in templates, as its
 * owner wrote them; a link chooses one and says a little of how it is shown:
 * `frame.html#join&partner=first-steps&lang=es`.
 */
import { readAddress, type Asked } from './frame/address.ts';
import { warn } from './frame/warn.ts';
import { openLinksInTabs } from './frame/links.ts';
import { ParentLine } from './frame/parent-line.ts';
import { isListed, originsAround } from './frame/parents.ts';
import { WidgetTitle } from './frame/widget-title.ts';

const { documentElement: root } = document;
const main = document.querySelector('main') ?? document.body;
const list =
  document.querySelector<HTMLMetaElement>('meta[name="pro-kid-frame-ancestors"]')?.content ?? '';
const language = root.lang;
const title = new WidgetTitle();
let shown: HTMLTemplateElement | undefined;
let widgets: Element[] = [];

/** Whether the browser lets a form here be sent, and the pages around us may have it. */
function mayShow(): boolean {
  if (self.origin === 'null') {
    warn(
      'frame-sandbox',
      'the frame has a sandbox without allow-same-origin, so no sign-up can be sent from it. Add ' +
        'allow-same-origin to the sandbox of the <iframe>, or take the sandbox away.',
    );
    return false;
  }
  const strangers = originsAround().filter((origin) => !isListed(origin, list));
  if (strangers.length > 0) {
    warn(
      'frame-page',
      `this page may not be shown inside ${strangers.join(' inside ')}. If it should be, add that to ` +
        '<meta name="pro-kid-frame-ancestors"> in this page.',
    );
  }
  return strangers.length === 0;
}

function show(): void {
  const asked = readAddress(location.hash);
  const template = templateFor(asked.name);
  // A link inside the page has changed its address, which asks for nothing.
  if (!template && shown) return;
  applyLook(asked);
  if (!template) return refuse(asked.name);
  if (template !== shown) place(template, asked);
  if (asked.ignored.length === 0) return;
  warn(
    'frame-option',
    `left out of the address: ${JSON.stringify(asked.ignored.join(' ').slice(0, 200))}. It can set ` +
      'partner, kind, lang, theme and scheme; all else is set in this page.',
  );
}

function refuse(name: string): void {
  root.dataset.frame = 'refused';
  warn(
    'frame-template',
    `there is no <template id="${name.slice(0, 64)}"> in this page. Write one, or correct what follows # ` +
      'in the address of the frame.',
  );
}

/** The template of this name; the first one where there is no name. */
function templateFor(name: string): HTMLTemplateElement | undefined {
  const templates = [...document.querySelectorAll('template')];
  return name ? templates.find(({ id }) => id === name) : templates[0];
}

function applyLook({ options: { lang, theme, scheme } }: Asked): void {
  root.lang = lang ?? language;
  setOrRemove('theme', theme);
  setOrRemove('scheme', scheme);
}

function setOrRemove(name: 'theme' | 'scheme', value: string | undefined): void {
  if (value === undefined) delete root.dataset[name];
  else root.dataset[name] = value;
}

/** Puts what a template holds onto the page. What its owner has set there, no link changes. */
function place(template: HTMLTemplateElement, { options }: Asked): void {
  const content = document.importNode(template.content, true);
  const added = [...content.querySelectorAll('*')].filter(isWidget);
  for (const widget of added) {
    for (const name of ['partner', 'kind'] as const) {
      const value = options[name];
      if (value !== undefined && !widget.hasAttribute(name)) widget.setAttribute(name, value);
    }
  }
  shown = template;
  widgets = added;
  root.dataset.frame = 'shown';
  main.replaceChildren(content);
}

const isWidget = ({ localName }: Element) => localName.startsWith('pro-kid-');

if (mayShow()) {
  if (parent !== window) openLinksInTabs();
  new ParentLine({ content: main, list, title: () => title.read(widgets) }).open();
  addEventListener('hashchange', show);
  show();
} else {
  applyLook(readAddress(location.hash));
  root.dataset.frame = 'refused';
}
