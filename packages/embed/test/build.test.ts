import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import type { DeliveryManifest } from '../src/snippet/delivery-manifest.ts';
import { faultsOf } from './scan.ts';
import packageManifest from '../package.json' with { type: 'json' };

const { version } = packageManifest;
const run = promisify(execFile);
const filesIn = (folder: string) =>
  globSync('**/*', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile())
    .toSorted();

describe('the build', () => {
  const folders: string[] = [];
  let manifest: DeliveryManifest;

  before(async () => {
    for (const name of ['one', 'other']) {
      folders.push(await mkdtemp(join(tmpdir(), `embed-${name}-`)));
    }
    const { NODE_TEST_CONTEXT, ...env } = process.env;
    const builds = folders.map((folder) =>
      run(process.execPath, [join(import.meta.dirname, '../build.ts'), folder], { env }),
    );
    await Promise.all(builds);
    manifest = JSON.parse(readFileSync(join(folders[0]!, 'manifest.json'), 'utf8'));
  });
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  test('makes the same bytes each time', () => {
    const [one, other] = folders as [string, string];
    const files = filesIn(one);
    assert.deepEqual(filesIn(other), files);
    for (const file of files) {
      assert.ok(readFileSync(join(one, file)).equals(readFileSync(join(other, file))), file);
    }
  });

  test('puts all files into the folder of their version, and the list of them beside it', () => {
    const [folder] = folders as [string];
    assert.equal(manifest.version, version);
    const files = filesIn(join(folder, version));
    assert.deepEqual(
      files,
      [...Object.keys(manifest.files), 'manifest.json'].toSorted(),
      'The list names what is there.',
    );
    assert.deepEqual(filesIn(folder), [...files.map((f) => `${version}/${f}`), 'manifest.json']);
    assert.deepEqual(
      readFileSync(join(folder, version, 'manifest.json')),
      readFileSync(join(folder, 'manifest.json')),
    );
  });

  test('lists each file with its length and checksum, in order', () => {
    const paths = Object.keys(manifest.files);
    assert.deepEqual(paths, paths.toSorted());
    for (const [path, { bytes, integrity }] of Object.entries(manifest.files)) {
      const content = readFileSync(join(folders[0]!, version, path));
      assert.equal(bytes, content.length);
      assert.equal(integrity, `sha384-${createHash('sha384').update(content).digest('base64')}`);
    }
  });

  test('lists each widget with its one file, and with what the loader loads for it', () => {
    const tags = [
      'doctor',
      'fact-card',
      'fact-deck',
      'join',
      'petition',
      'pledge',
      'progress',
      'share',
    ];
    assert.deepEqual(
      Object.keys(manifest.widgets),
      tags.map((name) => `pro-kid-${name}`),
    );
    for (const { standalone, preload } of Object.values(manifest.widgets)) {
      for (const path of [standalone, ...preload]) assert.ok(manifest.files[path], path);
      assert.deepEqual(preload, preload.toSorted());
      assert.ok(!preload.includes('loader.js'));
    }
    const { standalone, preload } = manifest.widgets['pro-kid-join']!;
    assert.equal(standalone, 'join.js');
    assert.deepEqual(
      preload.map((path) => path.replace(/-[\w-]{8}\.js$/, '')),
      ['form', 'join', 'shared'],
    );
  });

  test('has what runs at first sight compiled while it arrives, and nothing else', () => {
    const ahead = Object.keys(manifest.files).filter((path) =>
      readFileSync(join(folders[0]!, version, path), 'utf8').startsWith(
        '//# allFunctionsCalledOnLoad\n',
      ),
    );
    assert.deepEqual(
      ahead.map((path) => path.replace(/-[\w-]{8}\.js$/, '')),
      [
        'bundle.js',
        'fact-card.js',
        'fact-deck.js',
        'form',
        'join.js',
        'petition.js',
        'pledge.js',
        'progress.js',
        'share.js',
        'shared',
      ],
    );
  });

  test('leaves out no module that is there for what it does', () => {
    const code = readFileSync(join(folders[0]!, version, 'fact-card.js'), 'utf8');
    assert.match(code, /import\(`\.\/issues\/permanent-connections\.js`\)/);
  });

  test('loads nothing from elsewhere, and makes no code or markup of a text', () => {
    const folder = join(folders[0]!, version);
    const faults = Object.keys(manifest.files).flatMap((path) =>
      faultsOf(path, readFileSync(join(folder, path), 'utf8')).map((fault) => `${path} ${fault}`),
    );
    assert.deepEqual(faults, []);
    assert.match(readFileSync(join(folder, 'join.js'), 'utf8'), /\.innerHTML=/, 'Lit is in it.');
  });
});

describe('the scan of built files finds', () => {
  const seeds: Record<string, RegExp> = {
    'eval(a)': /code of a text/,
    'new Function(`return 1`)': /code of a text/,
    'setTimeout("a()", 1)': /code of a text/,
    'document.writeln(a)': /writes into/,
    'e.innerHTML=a': /markup/,
    'e.insertAdjacentHTML(`beforeend`,a)': /markup/,
    'e.outerHTML = a': /markup/,
    '`@font-face{src:local(a)}`': /style sheet/,
    '`a{background:url(/a.png)}`': /style sheet/,
    'document.createElement(`script`)': /adds a script/,
    'fetch(`https://cdn.test/a.js`)': /names cdn\.test/,
    'import"https://cdn.test/a.js"': /imports https:/,
    'import(`lit`)': /imports lit/,
    'export{a}from"lit"': /imports lit/,
  };
  for (const [code, fault] of Object.entries(seeds)) {
    test(code, () => assert.match(faultsOf('a.js', code).join(), fault));
  }
  test('nothing in what only reads or links', () => {
    const code = 'import{a}from"./b.js";import(`./c.js`);e.innerHTML==`a`;`https://wa.me/?text=`';
    assert.deepEqual(faultsOf('a.js', code), []);
  });
});
