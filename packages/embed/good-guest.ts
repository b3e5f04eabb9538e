/** What makes the files good guests on somebody else's page: plugins for their build. */
import type { Plugin } from 'vite';

/**
 * What Lit leaves on `window` and on `Symbol`: lists of versions that only its development build reads,
 * and a place for decorators, which nobody uses here. A page with frozen built-ins would throw at it.
 */
const globalsOfLit: readonly [module: string, code: RegExp][] = [
  [
    'reactive-element',
    /Symbol\.metadata\?\?=Symbol\("metadata"\),\w\.litPropertyMetadata\?\?=new WeakMap;/,
  ],
  ['reactive-element', /const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh=)/],
  ['reactive-element', /,\(\w\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/],
  ['lit-html', /,\(\w\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/],
  ['lit-element', /\(\w\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/],
];

/** Takes those out; a release of Lit that words them otherwise fails the build. */
export const noGlobals: Plugin = {
  name: 'no-globals',
  enforce: 'pre',
  transform(code, id) {
    const [, name] = /\/(reactive-element|lit-html|lit-element)\.js$/.exec(id) ?? [];
    const own = globalsOfLit.filter(([module]) => module === name);
    if (own.length === 0) return null;
    return own.reduce((rest, [, pattern]) => {
      if (!pattern.test(rest)) this.error(`${id} no longer has ${pattern}.`);
      return rest.replace(pattern, '');
    }, code);
  },
};

/**
 * Closes a file that holds everything around its names: an optimizer that drops `type="module"` from
 * script tags would make globals of them. A file with `import.meta` cannot run there at all.
 */
export const ownScope: Plugin = {
  name: 'own-scope',
  generateBundle: {
    order: 'post',
    handler(_options, files) {
      for (const file of Object.values(files)) {
        if (file.type === 'asset' || !file.isEntry) continue;
        if (file.imports.length + file.exports.length > 0) continue;
        file.code = `(()=>{${file.code}})();`;
      }
    },
  },
};
