/**
 * Compares what browsers load with the budget, in brotli: `node src/size.ts [folder]`; the folder is
 * the build of `embed` unless another one is given.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { deliveryFolder } from './delivery-folder.ts';
import { firstLoad } from './first-load.ts';
import { reportTally } from './tally.ts';

/** In bytes; 1 kB is 1000 of them. */
const ceilings = {
  'loader.js': 1_000,
  'join, first load': 12_500,
  'join, in all': 18_000,
  'pledge, first load': 17_000,
  'pledge, on show': 24_000,
  'pledge, in all': 33_000,
  'petition, in all': 33_000,
  'fact-card, first load': 12_000,
  'fact-card, on show': 16_000,
  'fact-card, in all': 17_000,
  'fact-deck, in all': 22_000,
  'issues/check-issue.js': 9_000,
  'progress, first load': 11_500,
  'progress, in all': 10_500,
  'progress/counting.js': 3_000,
  'share, first load': 10_500,
  'share, in all': 9_500,
  'share/code.js': 5_000,
  'doctor.js': 16_500,
  'bundle.js': 36_000,
  'frame.js': 2_600,
  'frame-parent.js': 1_200,
  'each language': 2_500,
};

const dist = resolve(process.argv[2] ?? deliveryFolder);
const loader = join(dist, 'loader.js');
const languages = filesOf('languages/*.js');

interface Figure {
  name: keyof typeof ceilings | `languages/${string}`;
  files: string[];
}

const first = (element: string, ...later: string[]) =>
  existsSync(loader) ? firstLoad(loader, element, ...later) : [loader];
const one = (name: keyof typeof ceilings, file: string = name): Figure => ({
  name,
  files: [join(dist, file)],
});

const figures: Figure[] = [
  one('loader.js'),
  { name: 'join, first load', files: first('join') },
  one('join, in all', 'join.js'),
  { name: 'pledge, first load', files: first('pledge') },
  // With what reads and shows a campaign's file, which is loaded beside the file.
  { name: 'pledge, on show', files: first('pledge', 'campaign-file-engine') },
  one('pledge, in all', 'pledge.js'),
  one('petition, in all', 'petition.js'),
  { name: 'fact-card, first load', files: first('fact-card') },
  // With what draws its facts, which is loaded beside the issue.
  { name: 'fact-card, on show', files: first('fact-card', 'facts') },
  one('fact-card, in all', 'fact-card.js'),
  one('fact-deck, in all', 'fact-deck.js'),
  one('issues/check-issue.js'),
  { name: 'progress, first load', files: first('progress') },
  one('progress, in all', 'progress.js'),
  one('progress/counting.js'),
  { name: 'share, first load', files: first('share') },
  one('share, in all', 'share.js'),
  one('share/code.js'),
  one('doctor.js'),
  one('bundle.js'),
  one('frame.js'),
  one('frame-parent.js'),
  ...languages.map((file): Figure => ({
    name: `languages/${basename(file)}`,
    files: [file],
  })),
];

const ceilingOf = (name: Figure['name']) =>
  ceilings[name.startsWith('languages/') ? 'each language' : (name as keyof typeof ceilings)];

/** The files that a pattern finds in the build; the pattern itself where there is none. */
function filesOf(pattern: string): string[] {
  const files = globSync(join(dist, pattern).replaceAll('\\', '/')).toSorted();
  return files.length > 0 ? files : [join(dist, pattern)];
}

function brotliSize(file: string): number {
  const source = readFileSync(file);
  return brotliCompressSync(source, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
    },
  }).length;
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(2);

const rows = figures.map(({ name, files }) => {
  const ceiling = ceilingOf(name);
  const limit = kilobytes(ceiling);
  if (!files.every(existsSync)) return { name, files: 0, ceiling: limit, verdict: 'missing' };
  const bytes = files.reduce((sum, file) => sum + brotliSize(file), 0);
  const verdict = bytes <= ceiling ? 'ok' : `${bytes - ceiling} bytes too many`;
  return { name, files: files.length, bytes, kB: kilobytes(bytes), ceiling: limit, verdict };
});
console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));

const passed = rows.filter(({ verdict }) => verdict === 'ok').length;
reportTally({ passed, failed: rows.length - passed, skipped: 0 });
process.exitCode = passed === rows.length ? 0 : 1;
