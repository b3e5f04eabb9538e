/**
 * Builds the files that pages load by script tag: `node build.ts [folder]`, into a folder of this version
 * below `folder`, which is `dist` unless another one is given.
 * These are `loader.js` with the chunks it loads on demand, a file for each widget, `bundle.js`, and
 * beside them a file for each language but English, for each endpoint format but `json`, for each issue,
 * and for what few pages or visitors use: the check of issues that a page brings, the reader of a
 * campaign's file, QR codes. All of them load these from the same place when they are used.
 * And `frame.html`, the page for frames of other sites, with its style sheet and scripts.
 * `manifest.json` lists them.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyHTMLLiterals } from 'minify-literals';
import { build, type Plugin, type Rolldown } from 'vite';
import { compiledAhead } from './compiled-ahead.ts';
import { litAlone } from './lit-alone.ts';
import manifest from './package.json' with { type: 'json' };
import { ownScope } from './own-scope.ts';
import { writeManifest } from './write-manifest.ts';

const folder = import.meta.dirname;
const output = resolve(process.argv[2] ?? join(folder, 'dist'));
const { version } = manifest;
const delivery = join(output, version);
const elements = dirname(fileURLToPath(import.meta.resolve('@pro-kid/elements/package.json')));

/** The modules that were left out of a bundle, by the file that each is published as. */
const beside = new Map<string, string>();

/** Where a module is published, by its path; the groups of the path's pattern are `$1` and `$2`. */
const publishedFiles: readonly [RegExp, string][] = [
  [/\/src\/([\w-]+)\/messages\/(\w+)\.ts$/, 'languages/$1.$2.js'],
  // A format, and what only some formats ask of the page.
  [/\/(?:client\/src\/formats|elements\/src\/delivery)\/([\w-]+)\.ts$/, 'formats/$1.js'],
  [/\/content\/issues\/([\w-]+)\.json$/, 'issues/$1.js'],
  [/\/fact-card\/check-issue\.ts$/, 'issues/check-issue.js'],
  [/\/progress\/counting\.ts$/, 'progress/counting.js'],
  [/\/share\/code\.ts$/, 'share/code.js'],
  [/\/embed\/src\/doctor\.ts$/, 'doctor.js'],
];

/** The file as which a seldom used module is published, beside those that import it. */
function publishedFile(module: string): string | undefined {
  const path = module.replaceAll('\\', '/');
  const [pattern, file] = publishedFiles.find(([pattern]) => pattern.test(path)) ?? [];
  return pattern && pattern.exec(path)![0].replace(pattern, file!);
}

/** Leaves what few pages use out of every bundle: a page loads the one it uses. */
const seldomUsedBeside: Plugin = {
  name: 'seldom-used-beside',
  enforce: 'pre',
  resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string') return null;
    const module = specifier.startsWith('.')
      ? resolve(dirname(importer ?? ''), specifier)
      : fileURLToPath(import.meta.resolve(specifier));
    const file = publishedFile(module);
    if (!file) return null;
    beside.set(file, module);
    return { id: `./${file}`, external: true };
  },
};

/**
 * In a file that holds everything, the engine and what shows facts are imported like any other module: left
 * dynamic, the bundler would wrap each of their modules in a function, at 3 kB in all. Such a module
 * exports one object, called as the end of its name, since the bundler builds a module's namespace at
 * run time, out of what old scripts of a page put onto `Object.prototype` too.
 */
const everythingInside: Plugin = {
  name: 'everything-inside',
  enforce: 'pre',
  transform(code) {
    const imports: string[] = [];
    const inside = code.replace(
      /import\((['"]\.[\w./-]*\/(?:[\w-]+-)?(engine|facts)\.ts['"])\)/g,
      (_, specifier: string, name: string) => {
        const local = `inside${imports.length}`;
        imports.push(`import { ${name} as ${local} } from ${specifier};`);
        return `Promise.resolve({ ${name}: ${local} })`;
      },
    );
    return imports.length > 0 ? [...imports, inside].join('\n') : null;
  },
};

/**
 * In a file that holds everything, so are the elements inside a campaign's: a file of their own would bring
 * another copy of what they share.
 */
const companionsInside: Plugin = {
  name: 'companions-inside',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/define/companions.ts')) return null;
    const dynamicImport = /import\('(\.\/\w+\.ts)'\)/g;
    const imports = [...code.matchAll(dynamicImport)].map(([, module]) => `import '${module}';`);
    return [...imports, code.replace(dynamicImport, 'Promise.resolve()')].join('\n');
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

type CodeSplitting = Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>;

/** What several elements need, in few chunks: small ones of their own would compress worse. */
const shared: CodeSplitting = {
  groups: [
    {
      name: 'shared',
      test: new RegExp(
        [
          '/(?:lit|lit-html|lit-element|reactive-element)/',
          '/src/(?:diagnostics|fallback|ready)/',
          '/(?:define/define|delivery/native-event|form/web-link|theme/(?:theme\\.styles|custom-state|styled-element)|src/version)\\.ts$',
          '/messages/(?:messages|pluralize|language-controller|direction-of)\\.ts$',
          '/contract/src/localize\\.ts$',
        ].join('|'),
      ),
    },
    {
      // What a form shows at first sight, and the small part that only the join form does.
      name: 'form',
      test: /\/form\/(?:messages\/en|form-[a-ce-z]\w*|fields)\.ts$|\/theme\/form\.styles\.ts$|\/join\/(?:join-element|messages\/en)\.ts$/,
    },
    {
      // What a form and a campaign's file are both checked by.
      name: 'rules',
      test: /\/contract\/src\/rules\//,
    },
    {
      // What a form needs later.
      name: 'form-later',
      test: /\/client\/src\/|\/elements\/src\/(?:form|delivery)\/|form-later\.styles/,
    },
    {
      name: 'campaign',
      test: /\/campaign\/campaign-(?:element|controller)\.ts|\/campaign\/messages\/en\.ts|campaign\.styles|join-of/,
    },
  ],
};

/**
 * Of Lit, the doctor takes what writes style sheets alone, and fails to build if it asks for more: it must
 * speak where a page's Trusted Types let no template be written.
 */
const stylesOfLit: Plugin = {
  name: 'styles-of-lit',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (id !== 'lit') return null;
    const lit = await this.resolve(id, importer, { skipSelf: true });
    return this.resolve('@lit/reactive-element/css-tag.js', lit?.id);
  },
};

interface Options {
  /** As a module, or as a script that may be loaded in either way. */
  format?: 'es' | 'iife';
  /** What is in which chunk; without it everything is in the one file. */
  chunks?: CodeSplitting;
  /** What the names of the chunks start with. All lie beside each other, as what they import does. */
  chunkPrefix?: string;
  plugins?: Plugin[];
}

async function bundle(
  entry: Record<string, string>,
  { format = 'es', chunks, chunkPrefix = '', plugins = [] }: Options = {},
): Promise<void> {
  await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    json: { namedExports: false },
    plugins: [litAlone, seldomUsedBeside, smallTemplates, ...plugins],
    resolve: { conditions: ['@pro-kid/source', 'production', 'browser'] },
    build: {
      target: 'es2022',
      outDir: delivery,
      emptyOutDir: false,
      // Library mode leaves out the page's own preloading, which has no place on somebody else's.
      lib: { entry, formats: [format], name: 'proKid' },
      rolldownOptions: {
        // How long a plugin took is news of the computer, and not of what was built.
        checks: { pluginTimings: false },
        output: {
          minify: true,
          codeSplitting: chunks ?? false,
          entryFileNames: '[name].js',
          chunkFileNames: ({ name }) =>
            name === 'bundle' ? 'bundle.js' : `${chunkPrefix}[name]-[hash].js`,
        },
      },
    },
  });
}

rmSync(delivery, { recursive: true, force: true });
await bundle(
  { loader: 'src/loader.ts' },
  { chunks: shared, plugins: [ownScope, compiledAhead('shared', 'form')] },
);
for (const widget of [
  'join',
  'fact-card',
  'fact-deck',
  'progress',
  'share',
  'pledge',
  'petition',
]) {
  const plugins = [everythingInside, companionsInside, ownScope, compiledAhead(widget)];
  await bundle({ [widget]: `src/${widget}.ts` }, { plugins });
}
await bundle(
  { 'bundle-entry': 'src/bundle.ts' },
  {
    // All that every widget needs at first sight runs in one chunk, which is the file; engines lie beside it.
    chunks: { groups: [{ name: 'bundle', test: /./, tags: ['$initial'] }] },
    chunkPrefix: 'bundle-',
    plugins: [companionsInside, compiledAhead('bundle')],
  },
);
rmSync(join(delivery, 'bundle-entry.js'));

await bundle({ frame: 'src/frame.ts' });
await bundle({ 'frame-parent': 'src/frame-parent.ts' }, { format: 'iife' });
for (const file of ['frame.html', 'frame.css']) {
  const source = readFileSync(join(folder, 'src/frame', file), 'utf8');
  writeFileSync(join(delivery, file), source.replaceAll('%VERSION%', version));
}

for (const [file, module] of beside) {
  const plugins = file === 'doctor.js' ? [stylesOfLit, ownScope] : [];
  await bundle({ [file.replace(/\.js$/, '')]: module }, { plugins });
}

writeManifest(delivery, version, join(output, 'manifest.json'));
