/**
 * Builds the files that pages load by script tag, into `dist`:
 * `loader.js` with the chunks it loads on demand, `join.js` and `bundle.js` in one file each, and
 * beside them a file for each language but English and for each endpoint format but `json`, which
 * all of them load from the same place when it is used.
 */
import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyHTMLLiterals } from 'minify-literals';
import { build, type Plugin } from 'vite';

const folder = import.meta.dirname;
const elements = dirname(fileURLToPath(import.meta.resolve('@pro-kid/elements/package.json')));

/** The modules that were left out of a bundle, by the file that each is published as. */
const beside = new Map<string, string>();

/**
 * `elements/src/join/messages/es.ts` is published as `languages/join.es.js`, and
 * `client/src/formats/form.ts` as `formats/form.js`; so is what only some formats ask of the page.
 */
function publishedFile(module: string): string | undefined {
  const path = module.replaceAll('\\', '/');
  const [, element, language] = /\/src\/(\w+)\/messages\/(\w+)\.ts$/.exec(path) ?? [];
  if (language) return `languages/${element}.${language}.js`;
  const [, format] =
    /\/(?:client\/src\/formats|elements\/src\/delivery)\/([\w-]+)\.ts$/.exec(path) ?? [];
  return format && `formats/${format}.js`;
}

/** Leaves what few pages use out of every bundle: a page loads the one it uses. */
const seldomUsedBeside: Plugin = {
  name: 'seldom-used-beside',
  enforce: 'pre',
  resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string') return null;
    const module = resolve(dirname(importer ?? ''), specifier);
    const file = publishedFile(module);
    if (!file) return null;
    beside.set(file, module);
    return { id: `./${file}`, external: true };
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

/**
 * The bundler's helper for module namespaces walks over what `Object.prototype` was given by old scripts
 * of a page, and fails at it. To be removed once it walks over own properties alone.
 */
const ownExportsOnly: Plugin = {
  name: 'own-exports-only',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replace(/for\(var (\w+) in (\w+)\)/, 'for(var $1 of Object.keys($2))');
    }
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
    plugins: [
      seldomUsedBeside,
      smallTemplates,
      ownExportsOnly,
      ...(codeSplitting ? [] : [engineInside]),
    ],
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

for (const [file, module] of beside) {
  await bundle({ [file.replace(/\.js$/, '')]: module }, false);
}
