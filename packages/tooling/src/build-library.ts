/**
 * Builds the package in the current folder for npm: one module and one declaration file per public
 * entry, dependencies left outside, nothing minified. Usage: `node ../tooling/src/build-library.ts`
 */
import { rmSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { build } from 'vite';
import { publicEntries } from './public-entries.ts';

const folder = process.cwd();
const entries = publicEntries(folder);
if (entries.length === 0) throw new Error(`${folder}/package.json exports no entry with a source.`);

const isOutside = (id: string) => !id.startsWith('.') && !isAbsolute(id);
const nameOf = (file: string) => relative('dist', file).replace(/\.d\.ts$|\.js$/, '');
const inputs = (out: 'script' | 'types') =>
  Object.fromEntries(entries.map((entry) => [nameOf(entry[out]), resolve(folder, entry.source)]));

rmSync('dist', { recursive: true, force: true });

await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    sourcemap: true,
    lib: { entry: inputs('script'), formats: ['es'] },
    rolldownOptions: {
      external: isOutside,
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
    minify: false,
  },
});

// rollup-plugin-dts sets preserveSymlinks, which under pnpm turns the types of dependencies into `any`.
const types = await rollup({
  input: inputs('types'),
  external: isOutside,
  plugins: [dts({ tsconfig: 'tsconfig.json', compilerOptions: { preserveSymlinks: false } })],
});
await types.write({
  dir: 'dist',
  entryFileNames: '[name].d.ts',
  chunkFileNames: 'chunks/[name]-[hash].d.ts',
});
await types.close();
