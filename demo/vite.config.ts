import { globSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { pageParts } from './site/page-parts.ts';

const root = join(import.meta.dirname, 'site');

export default defineConfig({
  root,
  plugins: [pageParts(join(root, 'parts'))],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // Every browser that has custom elements' states has module preload too.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: globSync(join(root, '*.html')) },
  },
});
