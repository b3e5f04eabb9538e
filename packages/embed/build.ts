/**
 * Builds the files that pages load by script tag, into `dist`:
 * `loader.js` with the chunks it loads on demand, `join.js` and `bundle.js` in one file each, and a
 * file for each language but English, which all of them load from the same place.
 */
import { globSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyHTMLLiterals } from 'minify-literals';
import { build, type Plugin } from 'vite';

const folder = import.meta.dirname;
const elements = dirname(fileURLToPath(import.meta.resolve('@pro-kid/elements/package.json')));
const MESSAGES = /[\\/]src[\\/](\w+)[\\/]messages[\\/](\w+)\.ts$/;

/** `…/src/join/messages/es.ts` is published as `languages/join.es.js`. */
function languageFile(module: string): string | undefined {
  const [, element, language] = MESSAGES.exec(module) ?? [];
  return language && language !== 'en' ? `languages/${element}.${language}.js` : undefined;
}

/** Leaves languages out of every bundle: a page loads the one it uses. */
const languagesBeside: Plugin = {
  name: 'languages-beside',
  enforce: 'pre',
  resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string') return null;
    const file = languageFile(resolve(dirname(importer ?? ''), specifier));
    return file ? { id: `./${file}`, external: true } : null;
  },
};

/**
 * In a file that holds everything, the engine is imported like any other module. Left dynamic, the
 * bundler would wrap each of its modules in a function, at 3 kB in all.
 */
const engineInside: Plugin = {
  name: 'engine-inside',
  enforce: 'pre',
  transform(code) {
    const dynamicImport = /import\((['"]\.\/[\w-]+-engine\.ts['"])\)/;
    const [expression, specifier] = dynamicImport.exec(code) ?? [];
    if (!expression) return null;
    return `import * as engine from ${specifier};\n${code.replace(expression, 'Promise.resolve(engine)')}`;
  },
};

/** Takes the indentation out of templates and style sheets; a blank between words stays one. */
const smallTemplates: Plugin = {
  name: 'small-templates',
  enforce: 'pre',
  async transform(code, id) {
    if (!id.startsWith(elements) || !/\b(?:html|css)`/.test(code)) return null;
    const html = { conservativeCollapse: true, collapseWhitespace: true, minifyCSS: false };
    return (await minifyHTMLLiterals(code, { fileName: id, html })) ?? null;
  },
};

async function bundle(entry: Record<string, string>, codeSplitting: boolean): Promise<void> {
  await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    plugins: [languagesBeside, smallTemplates, ...(codeSplitting ? [] : [engineInside])],
    resolve: { conditions: ['@pro-kid/source', 'production', 'browser'] },
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: false,
      // Library mode leaves out the page's own preloading, which has no place on somebody else's.
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          codeSplitting,
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  });
}

rmSync(resolve(folder, 'dist'), { recursive: true, force: true });
await bundle({ loader: 'src/loader.ts' }, true);
await bundle({ join: 'src/join.ts' }, false);
await bundle({ bundle: 'src/bundle.ts' }, false);

for (const module of globSync(`${elements}/src/*/messages/*.ts`)) {
  const file = languageFile(module);
  if (file && basename(dirname(dirname(module))) !== 'form') {
    await bundle({ [file.replace(/\.js$/, '')]: module }, false);
  }
}
