import type { Plugin } from 'vite';

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
