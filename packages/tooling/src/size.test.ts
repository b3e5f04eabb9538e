import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { firstLoad } from './first-load.ts';
import { runScript } from './testing/run-script.ts';

const built: Record<string, string> = {
  'loader.js':
    'const e={"a":()=>import(`./chunks/join-a1.js`).then(e=>e.t),b:()=>import("./fact-card-b2.js"),c:()=>import("./progress-f6.js"),d:()=>import("./share-g7.js"),e:()=>import("./pledge-h8.js")};',
  'chunks/join-a1.js':
    'import{a}from"./lit-c3.js";import"../shared.js";const later=()=>import("./join-engine-d4.js");',
  'chunks/lit-c3.js': 'export const a=1;import"../shared.js"',
  'chunks/join-engine-d4.js': 'export const later=1;',
  'shared.js': 'export * from "./deep.js"; // import "./not-this.js"',
  'deep.js': 'export const b="import `./nor-this.js`";',
  'fact-card-b2.js': 'const facts=()=>import("./facts-e5.js");',
  'facts-e5.js': 'export const facts=1;',
  'fact-card.js': 'export const card=1;',
  'fact-deck.js': 'export const deck=1;',
  'join.js': 'export const join=1;',
  'doctor.js': 'export const doctor=1;',
  'frame.js': 'export const frame=1;',
  'frame-parent.js': 'export const parent=1;',
  'issues/check-issue.js': 'export const check=1;',
  'progress-f6.js': 'export const progress=1;',
  'progress.js': 'export const progress=1;',
  'progress/counting.js': 'export const counting=1;',
  'share-g7.js': 'export const share=1;',
  'share.js': 'export const share=1;',
  'share/code.js': 'export const code=1;',
  'pledge-h8.js': 'const file=()=>import("./campaign-file-engine-i9.js");',
  'campaign-file-engine-i9.js': 'import"./deep.js";export const file=1;',
  'pledge.js': 'export const pledge=1;',
  'petition.js': 'export const petition=1;',
  'bundle.js': 'export const bundle=1;',
  'languages/join.es.js': 'export const es=1;',
};

let folder: string;
const write = async (file: string, text: string) => {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'size-'));
  for (const [file, text] of Object.entries(built)) await write(file, text);
});
afterEach(() => rm(folder, { recursive: true }));

test('the first load is the loader and what the element needs at once', () => {
  const files = firstLoad(join(folder, 'loader.js'), 'join').map((file) => basename(file));
  assert.deepEqual(files, ['loader.js', 'join-a1.js', 'lit-c3.js', 'shared.js', 'deep.js']);
});

test('what is loaded later counts where it is asked for, with what it imports', () => {
  const files = firstLoad(join(folder, 'loader.js'), 'pledge', 'campaign-file-engine');
  assert.deepEqual(
    files.map((file) => basename(file)),
    ['loader.js', 'pledge-h8.js', 'campaign-file-engine-i9.js', 'deep.js'],
  );
});

test('a loader that does not load the element is an error, not a small figure', async () => {
  await write('loader.js', 'import("./fact-card-b2.js")');
  assert.throws(() => firstLoad(join(folder, 'loader.js'), 'join'), /no chunk "join-….js"/);
});

test('small files pass', async () => {
  const { closing, exitCode } = await runScript('size.ts', [folder]);
  assert.equal(closing, '23 passed, 0 failed');
  assert.equal(exitCode, 0);
});

test('a file above its ceiling fails, and so does one that is not there', async () => {
  await write('deep.js', `export const b="${randomBytes(13_000).toString('base64')}";`);
  await rm(join(folder, 'languages'), { recursive: true });
  const { output, closing, exitCode } = await runScript('size.ts', [folder]);
  assert.match(output, /join, first load.*\d{3} bytes too many/);
  assert.match(output, /languages\/\*\.js.*missing/);
  assert.equal(closing, '21 passed, 2 failed');
  assert.equal(exitCode, 1);
});
