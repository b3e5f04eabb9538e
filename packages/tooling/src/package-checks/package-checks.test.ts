import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { readManifest, workspaceRoot, type Manifest } from '../workspace.ts';
import { contentChecks, type Contents } from './contents.ts';
import { elementNames, elementTypesCheck } from './element-types.ts';
import { importChecks } from './import-in-node.ts';
import { faultsOf } from './no-schemas.ts';
import { sideEffectsCheck } from './side-effects.ts';

const entry = (name: string) => ({
  '@pro-kid/source': `./src/${name}.ts`,
  types: `./dist/${name}.d.ts`,
  default: `./dist/${name}.js`,
});

const manifest: Manifest = {
  name: '@pro-kid/elements',
  version: '1.0.0',
  sideEffects: ['./dist/define/*.js', './src/define/*.ts'],
  exports: { './join.js': entry('join'), './define/join.js': entry('define/join') },
};
const paths = ['join', 'define/join', 'chunks/a'].flatMap((name) => [
  `dist/${name}.js`,
  `dist/${name}.d.ts`,
  `src/${name}.ts`,
]);

function contents(change: Partial<Manifest> = {}, files: Record<string, string> = {}): Contents {
  const all = { ...Object.fromEntries(paths.map((path) => [path, ''])), ...files };
  return { manifest: { ...manifest, ...change }, files: new Map(Object.entries(all)) };
}

async function faulty(seeded: Contents): Promise<string[]> {
  const checks = [...contentChecks(seeded), sideEffectsCheck(seeded)];
  const found = await Promise.all(checks.map(async ({ name, faults }) => [name, await faults()]));
  return found.flatMap(([name, faults]) => (faults?.length ? [`${name}: ${String(faults)}`] : []));
}

describe('the contents of a tarball', () => {
  test('nothing is found in a good one', async () => {
    assert.deepEqual(await faulty(contents()), []);
  });

  const seeds: [string, Contents, RegExp][] = [
    ['an install script', contents({ scripts: { postinstall: 'x' } }), /installed: postinstall$/],
    ['a workspace version', contents({ dependencies: { a: 'workspace:*' } }), /a workspace:\*$/],
    ['a test', contents({}, { 'src/join.test.ts': '' }), /no tests: src\/join\.test\.ts$/],
    ['a test part', contents({}, { 'src/testing/a.ts': '' }), /no tests: src\/testing\/a\.ts$/],
    ['a path', contents({}, { 'dist/a.js': `//${workspaceRoot}/a` }), /machine: dist\/a\.js/],
    ['the store', contents({}, { 'dist/a.map': '../node_modules/.pnpm/lit' }), /dist\/a\.map/],
    [
      'a lost import',
      contents({}, { 'dist/a.js': 'import(`./b/c.js`)' }),
      /import: dist\/a\.js: \.\/b\/c\.js$/,
    ],
    ['a lost file', contents({ exports: { './*': './built/*' } }), /lead to: built\/\*/],
    ['an empty list', contents({ sideEffects: [] }), /not listed: dist\/define\/join\.js/],
    [
      'a list without sources',
      contents({ sideEffects: ['./dist/define/*.js'] }),
      /not listed: src\/define\/join\.ts$/,
    ],
    ['a list of all', contents({ sideEffects: ['**'] }), /registers nothing: dist\/join\.js/],
  ];
  for (const [name, seeded, expected] of seeds) {
    test(`${name} is found`, async () => {
      assert.match((await faulty(seeded)).join('\n'), expected);
    });
  }

  test('test parts that are a public entry may be there', async () => {
    const seeded = contents(
      { exports: { ...manifest.exports, './testing': { default: './src/testing/index.ts' } } },
      { 'src/testing/index.ts': '', 'src/testing/more.ts': '' },
    );
    assert.deepEqual(await faulty(seeded), []);
  });
});

describe('the schema library', () => {
  const chunk = (fileName: string, moduleIds: string[], imports: string[] = []) => ({
    fileName,
    moduleIds,
    imports,
    isEntry: fileName === 'card.js',
  });
  const card = chunk('card.js', ['/lit-html/index.js'], ['shared.js']);

  test('may come with what an element loads later', () => {
    const later = chunk('check.js', ['/zod/mini.js'], ['card.js']);
    assert.deepEqual(faultsOf([later, card, chunk('shared.js', ['/warn.js'])]), []);
  });

  test('is found in what it imports at once', () => {
    const shared = chunk('shared.js', ['/zod/mini.js']);
    assert.deepEqual(faultsOf([card, shared]), ['/zod/mini.js']);
  });

  test('is not looked for in a build of nothing', () => {
    assert.deepEqual(faultsOf([chunk('card.js', [])]), ['Lit is not in it either']);
  });
});

describe('a built package', () => {
  let folder: string;
  const write = async (files: Record<string, string>) => {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    return { path: 'packages/elements', folder, manifest: readManifest(folder) };
  };
  const element = (base: string) => `
    declare class Base extends HTMLElement {
      requestUpdate(name?: string, old?: unknown, options?: object): void;
      get updateComplete(): Promise<boolean>;
    }
    declare const Any: any;
    export declare class JoinElement extends ${base} {}`;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'built-'));
    await write({ 'package.json': JSON.stringify({ ...manifest, type: 'module' }) });
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('an element that is typed passes', async () => {
    const built = await write({ 'dist/join.d.ts': element('Base') });
    assert.deepEqual(elementNames(folder), ['join']);
    assert.deepEqual(await elementTypesCheck(built, 'join').faults(), []);
  });

  test('an element whose base decayed to any is found', async () => {
    const built = await write({ 'dist/join.d.ts': element('Any') });
    const faults = await elementTypesCheck(built, 'join').faults();
    assert.match(faults.join('\n'), /Unused '@ts-expect-error' directive/);
  });

  test('an entry that is not there, or is not built, is found', async () => {
    const built = await write({});
    assert.deepEqual(await elementTypesCheck(built, 'join').faults(), ['it is not built']);
    await write({ 'dist/other.d.ts': '' });
    assert.match(String(await elementTypesCheck(built, 'join').faults()), /Cannot find module/);
  });

  test('an entry that needs a document is found', async () => {
    const built = await write({
      'dist/join.js': 'document.title;',
      'dist/define/join.js': 'export const a = 1;',
    });
    const [first, second] = importChecks(built);
    assert.match(String(await first?.faults()), /document is not defined/);
    assert.deepEqual(await second?.faults(), []);
  });
});
