import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sampleCampaign } from '../testing/campaigns.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readCampaigns } from './read-campaigns.ts';

const root = temporaryFolder();
let folders = 0;

/** A new folder with these files; what is no text is written as JSON. */
function folderWith(files: Record<string, unknown>): string {
  const folder = join(root, String(++folders));
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) {
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(join(folder, name), isRaw ? content : JSON.stringify(content, null, 2));
  }
  return folder;
}

const another = { ...sampleCampaign, id: 'another' };

async function messageFor(...paths: string[]): Promise<string> {
  const read = await readCampaigns(paths);
  assert.ok('message' in read);
  return read.message;
}

describe('the files of campaigns', () => {
  it('are read one by one, or all of a folder', async () => {
    const folder = folderWith({
      'b.json': sampleCampaign,
      'a.json': `\uFEFF${JSON.stringify(another)}`,
      'README.md': 'Our campaigns.',
    });
    assert.deepEqual(await readCampaigns([folder]), { campaigns: [another, sampleCampaign] });
    assert.deepEqual(await readCampaigns([join(folder, 'b.json')]), {
      campaigns: [sampleCampaign],
    });
    assert.deepEqual(await readCampaigns([]), { campaigns: [] });
  });

  it('have errors with their place and remedy, in the words of the check', async () => {
    const folder = folderWith({ 'a.json': { ...sampleCampaign, comitments: [], type: 'plege' } });
    const message = await messageFor(folder);
    const lines = message.split('\n');
    assert.equal(lines.length, 2);
    assert.ok(lines.every((line) => line.startsWith(`${join(folder, 'a.json')}:`)));
    assert.match(message, /a\.json:3:11 \/type: found "plege", expected .+"pledge"/);
    assert.match(message, /a\.json:\d+:3 \/comitments: found "comitments", .+"commitments"/);
  });

  it('have fifty errors told, and the number of the others', async () => {
    const strangers = Array.from({ length: 60 }, (_, index) => [`stranger-${index}`, 1]);
    const folder = folderWith({
      'a.json': { ...sampleCampaign, ...Object.fromEntries(strangers) },
    });
    const lines = (await messageFor(folder)).split('\n');
    assert.equal(lines.length, 51);
    assert.equal(lines.at(-1), `… and 10 more in ${join(folder, 'a.json')}.`);
  });

  it('can be no JSON, no campaign, and no text at all', async () => {
    const folder = folderWith({
      'syntax.json': '{ "id": "a", }',
      'list.json': [],
      'latin.json': Buffer.from('{ "id": "Jard\u00edn" }', 'latin1'),
      'escape.json': '{ "id": \u001b[31m }',
    });
    assert.match(await messageFor(join(folder, 'syntax.json')), /syntax\.json:1:\d+ /);
    assert.match(
      await messageFor(join(folder, 'list.json')),
      /list\.json:1:1 \(the file\): found /,
    );
    assert.equal(
      await messageFor(join(folder, 'latin.json')),
      `${join(folder, 'latin.json')} is not in UTF-8.`,
    );
    assert.ok(!(await messageFor(join(folder, 'escape.json'))).includes('\u001b'));
  });

  it('are missing, or not in the folder', async () => {
    const folder = folderWith({ 'README.md': 'No campaigns yet.' });
    assert.equal(
      await messageFor(join(folder, 'none.json')),
      `${join(folder, 'none.json')} does not exist.`,
    );
    assert.equal(await messageFor(folder), `${folder} holds no file whose name ends with .json.`);
  });

  it('do not share an id', async () => {
    const folder = folderWith({ 'a.json': sampleCampaign, 'b.json': sampleCampaign });
    assert.equal(
      await messageFor(folder),
      `${join(folder, 'a.json')} and ${join(folder, 'b.json')} both have the id "permanent-connections". Take one away.`,
    );
  });
});
