import { widgetPath } from '../server/widget-files.ts';
import { script, type PageParts } from './page.ts';

/** A page that does something strange by itself. */
export interface OddPage {
  name: string;
  parts: PageParts;
  /** Whether letters stand further apart, as the visitor's settings or the page ask: lines may break elsewhere. */
  spaced?: boolean;
  /** Whether no component can work there: then its fallback stays, for this reason. */
  fallback?: string;
  /** Whether no event of the page's own elements gets to the window. */
  isDeaf?: boolean;
  /** What the console may say. */
  says?: RegExp;
  /** How the page is shown. */
  media?: 'print';
  /** Whether it wants somebody to do something before its scripts run. */
  waits?: boolean;
}

const style = (text: string): PageParts => ({ head: `<style>${text}</style>` });
const first = (text: string): PageParts => ({ head: `<script>${text}</script>` });

/** Gives each of these to every object, as a script of a page can do, and old ones did. */
const onEveryObject = (members: string, enumerable = false) =>
  first(`for (const [name, value] of Object.entries(${members})) {
    const descriptor = Object.assign(Object.create(null),
      { value, writable: true, configurable: true, enumerable: ${enumerable} });
    Object.defineProperty(Object.prototype, name, descriptor);
  }`);

const FREEZE = `for (const name of Object.getOwnPropertyNames(window)) {
  if (!/^[A-Z]/.test(name) || typeof window[name] !== 'function') continue;
  if (window[name].prototype) Object.freeze(window[name].prototype);
  Object.freeze(window[name]);
}`;

/** What Prototype.js had before 1.7, and sites of its time still have. */
const OLD_TO_JSON = `
  Array.prototype.toJSON = function () { return '[' + this.map((each) => JSON.stringify(each)).join(', ') + ']' };
  String.prototype.toJSON = function () { return '"' + this + '"' };
  Number.prototype.toJSON = function () { return String(this) };
  Date.prototype.toJSON = function () { return '"' + this.getTime() + '"' };`;

/** Puts scripts in again, the last one first, after the page has loaded, as optimizers do. */
const putScriptsLater = (when: string, type: string) => `<script>
  addEventListener('${when}', () => {
    const later = [...document.querySelectorAll('script[data-later]')].reverse();
    for (const { dataset } of later) {
      const copy = document.createElement('script');
      copy.async = false;
      copy.src = dataset.later;
      ${type}
      document.body.append(copy);
    }
  }, { once: true });
</script>`;
const later = `<script type="text/later" data-later="${widgetPath('join.js')}"></script>`;

export const oddPages: readonly OddPage[] = [
  { name: '`<base href>` to another folder', parts: { head: '<base href="/elsewhere/">' } },
  {
    name: '`<base href>` to another folder, with the loader',
    parts: { head: '<base href="/elsewhere/">', ours: script('loader.js') },
  },
  {
    name: 'root 62.5 %, body 1.6 rem',
    parts: style('html{font-size:62.5%}body{font-size:1.6rem}'),
  },
  { name: 'root 20 px', parts: style('html{font-size:20px}') },
  { name: 'root 200 %', parts: style('html{font-size:200%}') },
  {
    name: '`@layer` reset',
    parts: style('@layer reset{*,*::before{all:unset;display:revert;box-sizing:border-box}}'),
  },
  { name: '`* { all: unset !important }`', parts: style('*{all:unset!important}') },
  {
    name: 'every inherited style of text',
    parts: style(`*{text-transform:uppercase;text-indent:3em;white-space:pre;word-break:break-all;
      font:italic small-caps 900 9px/0 monospace;text-align:right;color:transparent;
      text-shadow:0 0 9px red;list-style:square;border-collapse:collapse;cursor:wait;quotes:none;
      hyphens:auto;tab-size:9;text-align-last:justify;-webkit-text-fill-color:transparent;
      text-decoration:line-through;user-select:none}`),
  },
  { name: '`body { direction: rtl }`', parts: style('body{direction:rtl}') },
  { name: '`* { letter-spacing }`', parts: style('*{letter-spacing:.12em}'), spaced: true },
  {
    name: '`svg`, `label`, `input`, `button` and `fieldset` bent',
    parts: style(`svg{display:block;width:100%}label{float:left;width:30%}
      input,button{width:10px!important;opacity:.1;appearance:none;float:right}
      fieldset,form,legend,p,span,div:not(.place){float:left;position:relative;left:99px}`),
  },
  {
    name: '`[hidden]` shown, empty ones hidden',
    parts: style('[hidden]{display:block!important}p:empty,div:empty,span:empty{display:none}'),
  },
  {
    name: 'custom elements styled by `:not(:defined)` and `*`',
    parts: style(`:not(:defined){display:none}*{max-width:100%;transition:all 1s;
      animation:none;min-height:0;box-sizing:content-box}`),
  },
  {
    name: 'a style sheet for print, printed',
    parts: style(`@media print{*{color:#000!important;background:none!important;
      box-shadow:none!important;text-shadow:none!important}a[href]::after{content:" (" attr(href) ")"}
      nav,aside{display:none!important}}`),
    media: 'print',
  },
  { name: 'frozen built-ins', parts: first(FREEZE) },
  {
    name: 'frozen built-ins, with the loader',
    parts: { ...first(FREEZE), ours: script('loader.js') },
  },
  { name: '`toJSON` of old Prototype.js', parts: first(OLD_TO_JSON) },
  {
    name: '`toJSON` on every object',
    parts: first(`Object.prototype.toJSON = () => 'stolen'`),
  },
  {
    name: 'options of requests on every object',
    parts:
      onEveryObject(`{ headers: { 'x-evil': '1' }, body: 'evil', method: 'PUT', mode: 'no-cors',
      credentials: 'include', endpoint: '/evil', outcome: 'confirmed', extra: { evil: 1 },
      fields: { email: 'evil' }, then: undefined, id: 'evil', granted: true, version: 2 }`),
  },
  {
    name: 'methods on every object, met by `for…in`',
    parts: onEveryObject('{ extend() {}, each() {}, clone() {}, keys() {}, size: 7 }', true),
  },
  {
    name: 'accessors on every object',
    parts: onEveryObject('{ get() { return 1 }, set() {} }'),
  },
  {
    name: '`value` on every object',
    parts: onEveryObject('{ value: 1 }'),
    fallback: 'no script can give a class an accessor there',
    says: /Invalid property descriptor/,
  },
  {
    name: '`signal` on every object',
    parts: onEveryObject('{ signal: null }'),
    fallback: 'no script can listen for events with options there',
    says: /Failed to read the 'signal' property/,
  },
  {
    name: 'a loader by `document.write`',
    parts: {
      ours: '',
      head: `<script>document.write('<script type="module" src="${widgetPath('join.js')}"><\\/script>')</script>`,
    },
  },
  {
    name: 'scripts put in later, in the other order',
    parts: { ours: later + putScriptsLater('load', `copy.type = 'module';`) },
  },
  {
    name: 'scripts that wait for the visitor',
    parts: { ours: later + putScriptsLater('mousemove', `copy.type = 'module';`) },
    waits: true,
  },
  {
    name: 'scripts put in later, without `type=module`',
    parts: { ours: later + putScriptsLater('load', '') },
  },
  {
    name: 'the script twice, and the loader',
    parts: { ours: script('join.js') + script('join.js?again') + script('loader.js') },
    says: /\[pro-kid\/tag-taken\]/,
  },
  {
    name: 'an `Event` that nobody can make',
    parts: first(`window.Event = function () { throw new TypeError('event.target is undefined') }`),
  },
  {
    name: 'Trusted Types without ours',
    parts: {
      head: `<meta http-equiv="content-security-policy"
        content="require-trusted-types-for 'script'; trusted-types own">`,
    },
    fallback: 'the page forbids the policy `lit-html`',
    says: /trusted-types|TrustedTypePolicy|Policy "lit-html"/i,
  },
  {
    name: 'listeners that stop every event',
    parts: first(`for (const type of ['submit', 'input', 'change', 'keydown', 'click', 'focusin'])
      document.addEventListener(type, (event) => event.stopImmediatePropagation())`),
    isDeaf: true,
  },
];
