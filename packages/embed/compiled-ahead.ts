import type { Plugin } from 'vite';

/**
 * Has browsers compile all functions of these chunks while they arrive, beside the page's own work: most of
 * them run at first sight, and would be compiled one by one within its longest task. To browsers that
 * do not know it the line is a comment. Source: https://v8.dev/blog/explicit-compile-hints.
 */
export const compiledAhead = (...names: string[]): Plugin => ({
  name: 'compiled-ahead',
  generateBundle: {
    order: 'post',
    handler(_options, files) {
      for (const file of Object.values(files)) {
        if (file.type === 'asset' || !names.includes(file.name)) continue;
        file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      }
    },
  },
});
