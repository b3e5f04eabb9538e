import type { Plugin } from 'vite';

/** What is changed in which file of Lit, by the names that its minified build has: each stands there once. */
const changes: Readonly<Record<string, readonly [was: string, becomes: string][]>> = {
  '/lit-html/lit-html.js': [
    // With the first template rather than with the file, which may be the second on its page.
    [',e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0', ''],
    [
      'return void 0!==e?e.createHTML(i):i',
      'return s?(policy??=s.createPolicy("lit-html",{createHTML:t=>t})).createHTML(i):i',
    ],
    // Said to whoever writes elements, when they do it wrong.
    ['"invalid template strings array"', ''],
    ['const t=globalThis', 'let policy;const t=globalThis'],
    [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const D=', ',D='],
  ],
  '/lit-element/lit-element.js': [
    [',s.litElementHydrateSupport?.({LitElement:i})', ''],
    ['const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ''],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  ],
  '/reactive-element/css-tag.js': [
    ['t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&', ''],
    // These too.
    [
      "\"Value passed to 'css' function must be a 'css' function result: \"+t+\". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.\"",
      '',
    ],
    [
      ',o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");',
      ');',
    ],
  ],
  '/reactive-element/reactive-element.js': [
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    // Our controllers stay as long as their elements.
    ['removeController(t){this._$EO?.delete(t)}', ''],
    // For decorators, of which we have none.
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    [',p=a.reactiveElementPolyfillSupport', ''],
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
  ],
};

/**
 * Keeps our copy of Lit to itself, on a page that may have one of its own: it sets nothing that all
 * copies share (`litHtmlVersions`, for which the page's copy would warn of ours; `Symbol.metadata`),
 * lets no polyfill for another copy into ours, and asks for its Trusted Types policy only when it
 * writes, so that a page which allows none loses no more than the widgets.
 */
export const litAlone: Plugin = {
  name: 'lit-alone',
  transform(code, id) {
    const path = id.replaceAll('\\', '/');
    const file = Object.keys(changes).find((each) => path.endsWith(each));
    return file ? changes[file]!.reduce(change, code) : null;
  },
};

function change(code: string, [was, becomes]: readonly [string, string]): string {
  const [before, after, ...more] = code.split(was);
  if (after === undefined || more.length > 0) {
    throw new Error(
      `This Lit has not once: ${was}. Look what became of it, and change lit-alone.ts.`,
    );
  }
  return before + becomes + after;
}
