/**
 * Compares what browsers load with the budget, in brotli: `node src/size.ts [folder]`; the folder is
 * the build of `embed` unless another one is given.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { firstLoad } from './first-load.ts';
import { reportTally } from './tally.ts';
import { workspaceRoot } from './workspace.ts';

/** In bytes; 1 kB is 1000 of them. */
const ceilings = {
  'loader.js': 1_000,
  'join, first load': 12_500,
  'join, in all': 18_000,
  'pledge, first load': 17_000,
  'fact-card, first load': 12_000,
  'fact-card, on show': 16_000,
  'fact-card, in all': 17_000,
  'issues/check-issue.js': 9_000,
  'progress, first load': 11_500,
  'progress, in all': 10_500,
  'progress/counting.js': 3_000,
  'share, first load': 10_500,
  'share, in all': 9_500,
  'share/code.js': 5_000,
  'bundle.js': 36_000,
  'each language': 2_500,
};

const dist = resolve(process.argv[2] ?? join(workspaceRoot, 'packages/embed/dist'));
const loader = join(dist, 'loader.js');
const languages = filesOf('languages/*.js');

interface Figure {
  name: string;
  files: string[];
  ceiling: number;
}

const figures: Figure[] = [
  { name: 'loader.js', files: [loader], ceiling: ceilings['loader.js'] },
  {
    name: 'join, first load',
    files: existsSync(loader) ? firstLoad(loader, 'join') : [loader],
    ceiling: ceilings['join, first load'],
  },
  { name: 'join, in all', files: [join(dist, 'join.js')], ceiling: ceilings['join, in all'] },
  {
    name: 'pledge, first load',
    files: existsSync(loader) ? firstLoad(loader, 'pledge') : [loader],
    ceiling: ceilings['pledge, first load'],
  },
  {
    name: 'fact-card, first load',
    files: existsSync(loader) ? firstLoad(loader, 'fact-card') : [loader],
    ceiling: ceilings['fact-card, first load'],
  },
  {
    // With what draws its facts, which is loaded beside the issue.
    name: 'fact-card, on show',
    files: existsSync(loader)
      ? [...firstLoad(loader, 'fact-card'), ...filesOf('facts-*.js')]
      : [loader],
    ceiling: ceilings['fact-card, on show'],
  },
  {
    name: 'fact-card, in all',
    files: [join(dist, 'fact-card.js')],
    ceiling: ceilings['fact-card, in all'],
  },
  {
    name: 'issues/check-issue.js',
    files: [join(dist, 'issues/check-issue.js')],
    ceiling: ceilings['issues/check-issue.js'],
  },
  ...(['progress', 'share'] as const).flatMap((element) => [
    {
      name: `${element}, first load`,
      files: existsSync(loader) ? firstLoad(loader, element) : [loader],
      ceiling: ceilings[`${element}, first load`],
    },
    {
      name: `${element}, in all`,
      files: [join(dist, `${element}.js`)],
      ceiling: ceilings[`${element}, in all`],
    },
  ]),
  ...(['progress/counting.js', 'share/code.js'] as const).map((name) => ({
    name,
    files: [join(dist, name)],
    ceiling: ceilings[name],
  })),
  { name: 'bundle.js', files: [join(dist, 'bundle.js')], ceiling: ceilings['bundle.js'] },
  ...languages.map((file) => ({
    name: relative(dist, file).replaceAll('\\', '/'),
    files: [file],
    ceiling: ceilings['each language'],
  })),
];

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

const rows = figures.map(({ name, files, ceiling }) => {
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
