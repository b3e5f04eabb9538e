import { debian, npm, type Foreign } from './packages.ts';

/** A script of a page. */
export interface ForeignScript extends Foreign {
  /** The addresses of scripts that it needs before it. */
  needs?: readonly string[];
  /** What is called once it is there, so that it changes all that it can. */
  start?: string;
  /** How its tag loads it where that is not at once. */
  defer?: boolean;
  /** Goes to another page without loading it: `(address) => …`. */
  visit?: string;
  /** What is found in the page once it has done with it, where that takes longer than to bring it. */
  done?: string;
  /** What it goes on changing itself, in the words of the watch over the page. */
  changes?: RegExp;
  /** What it says on the console itself. */
  says?: RegExp;
}

const jquery = npm('jquery', 'dist/jquery.min.js');

/** Libraries and polyfills that real pages have, and that change what belongs to all scripts. */
export const scripts: readonly ForeignScript[] = [
  {
    ...debian('Prototype.js', 'javascript/prototype/prototype.js', /version (\S+)/),
    changes: /^changed: document\.loaded$/,
  },
  debian('MooTools', 'javascript/mootools/mootools.js', /\bversion: ?["']([\d.]+)/),
  npm('mootools-core-dist', 'dist/mootools-core-compat.js'),
  { ...npm('sugar', 'dist/sugar.min.js'), start: 'Sugar.extend()' },
  npm('should', 'should.js'),
  npm('core-js', 'client/shim.min.js', 'core-js-2'),
  npm('core-js-bundle', 'minified.js'),
  npm('@babel/polyfill', 'dist/polyfill.min.js'),
  npm('es6-shim', 'es6-shim.min.js'),
  {
    ...npm('zone.js', 'bundles/zone.umd.min.js'),
    // It keeps a list for each kind of event that anybody listens for.
    changes: /: window\.(?:__assign|__zone_symbol__\w+)$/,
  },
  npm('@webcomponents/webcomponentsjs', 'webcomponents-bundle.js'),
  npm('document-register-element', 'build/document-register-element.js'),
  jquery,
  {
    ...npm('jquery-migrate', 'dist/jquery-migrate.min.js'),
    needs: [jquery.url],
    says: /^log: JQMIGRATE: /,
  },
  npm('requirejs', 'require.js'),
  {
    ...npm('@hotwired/turbo', 'dist/turbo.es2017-umd.js'),
    visit: '(address) => Turbo.visit(address)',
  },
  {
    ...npm('pjax', 'pjax.min.js'),
    visit: `(address) => new Pjax({ selectors: ['title', 'body'], cacheBust: false }).loadUrl(address)`,
  },
  {
    ...npm('unpoly', 'unpoly.min.js'),
    says: /Load unpoly-migrate\.js|Call up\.boot\(\)/,
    visit: `(url) => up.render({ url, target: 'body', history: true })`,
  },
  { ...npm('alpinejs', 'dist/cdn.min.js'), defer: true },
  {
    ...npm('htmx.org', 'dist/htmx.min.js'),
    changes: /^head: [^]*\.htmx-indicator/,
    visit: `(address) => htmx.ajax('GET', address, { target: 'body', swap: 'outerHTML' })`,
    // It takes its classes away some milliseconds later.
    done: 'body:not(.htmx-added, .htmx-settling)',
  },
];
