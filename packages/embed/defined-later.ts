import type { Plugin } from 'vite';

/**
 * Defines each element in a task of its own: to run a file, and to show what is on the page, are too much
 * for one on a slow phone. Until then, what stands between the tags stays.
 */
export const definedLater: Plugin = {
  name: 'defined-later',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/elements\/src\/define\/[\w-]+\.ts$/.test(id.replaceAll('\\', '/'))) return null;
    return code.replace(/^define\((.+)\);$/m, 'setTimeout(() => define($1));');
  },
};
