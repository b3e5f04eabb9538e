import linker from '@angular/compiler-cli/linker/babel';
import { transformAsync } from '@babel/core';
import { defineConfig, type Plugin } from 'vite';

/** Compiles Angular's own libraries to their end, as its command line does. */
const linkAngular: Plugin = {
  name: 'link-angular',
  async transform(code, id) {
    if (!id.includes('@angular') || !code.includes('ɵɵngDeclare')) return null;
    const options = { filename: id, plugins: [linker], babelrc: false, configFile: false };
    const linked = await transformAsync(code, { ...options, compact: false, sourceMaps: true });
    return linked && { code: linked.code ?? '', map: linked.map as never };
  },
};

export default defineConfig({ plugins: [linkAngular], define: { ngDevMode: 'false' } });
