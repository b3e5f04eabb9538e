import { join } from 'node:path';
import { pnpmCommand, type Command } from '../pnpm.ts';
import { workspaceRoot, type WorkspacePackage } from '../workspace.ts';

/** One thing to run: it counts as one test, or as those that it tallies itself. */
export interface Part {
  name: string;
  folder: string;
  command: Command;
  /** Parts that come before it, in the list too. */
  after: string[];
  /** Whether it is not worth running if one of those failed. */
  needsThem: boolean;
}

export interface Plan {
  parts: Part[];
  /** What should be there and is not, each a sentence. */
  missing: string[];
}

/**
 * What each package must bring, so that a script that gets lost does not go green in silence. A
 * package may bring more of them; those run as well. Those with the longest tests come first.
 */
const expectedScripts: Readonly<Record<string, readonly string[]>> = {
  demo: [
    'build',
    'typecheck',
    'test',
    'test:hostile',
    'test:frameworks',
    'test:firefox',
    'test:webkit',
  ],
  'packages/elements': ['build', 'typecheck', 'test', 'test:firefox', 'test:webkit'],
  'packages/receiver': ['build', 'typecheck', 'test'],
  'packages/tooling': ['typecheck', 'test'],
  'packages/client': ['build', 'typecheck', 'test'],
  'packages/contract': ['build', 'typecheck', 'test'],
  'packages/embed': ['build', 'typecheck', 'test'],
  'packages/content': ['typecheck', 'test'],
  docs: ['build'],
};

const BUILD = 'build packages';
/** The same tests, in Firefox and WebKitGTK where these are installed; elsewhere one skipped test each. */
const OTHER_ENGINES = ['test:firefox', 'test:webkit'];

export function makePlan(packages: readonly WorkspacePackage[]): Plan {
  const sorted = packages.toSorted((one, other) => rankOf(one) - rankOf(other));
  const having = (script: string) =>
    sorted.filter(({ manifest }) => manifest.scripts?.[script] !== undefined);
  const parts: Part[] = [
    // pnpm builds each package after those that it depends on.
    atRoot(BUILD, pnpmCommand('--recursive', '--filter=./packages/*', 'run', 'build')),
    atRoot('lint', pnpmCommand('run', 'lint')),
    atRoot('format', pnpmCommand('run', 'format:check')),
    ...having('typecheck').map((each) => inPackage(each, 'typecheck')),
    ...having('build')
      .filter(isSite)
      .map((each) => ({ ...inPackage(each, 'build'), after: [BUILD], needsThem: true })),
    ...having('test').map((each) => testsOf(each, 'test')),
    ...having('test:hostile').map((each) => testsOf(each, 'test:hostile')),
    ...having('test:frameworks').map((each) => testsOf(each, 'test:frameworks')),
    ...OTHER_ENGINES.flatMap((script) => having(script).map((each) => testsOf(each, script))),
    { ...atRoot('size', ownScript('size.ts')), after: [BUILD], needsThem: true },
    {
      ...atRoot('package checks', ownScript('check-packages.ts')),
      after: [BUILD],
      needsThem: true,
    },
  ];
  return { parts, missing: packages.flatMap(missingIn) };
}

function missingIn({ path, manifest }: WorkspacePackage): string[] {
  const expected = expectedScripts[path];
  if (!expected) return [`${path} is not in the list of packages in tooling/src/verify/plan.ts.`];
  return expected
    .filter((script) => manifest.scripts?.[script] === undefined)
    .map((script) => `${path} has no script "${script}".`);
}

function testsOf(each: WorkspacePackage, script: string): Part {
  const tests = inPackage(each, script);
  if (isSite(each)) return { ...tests, after: [nameOf(each, 'build')], needsThem: true };
  // Packages are tested as sources, but not while the build rewrites their folders.
  return { ...tests, after: [BUILD], needsThem: each.path === 'packages/embed' };
}

const isSite = ({ path }: WorkspacePackage) => !path.startsWith('packages/');

const rankOf = ({ path }: WorkspacePackage) => Object.keys(expectedScripts).indexOf(path);

const nameOf = ({ path }: WorkspacePackage, script: string) => `${script} ${path}`;

const part = (name: string, folder: string, command: Command): Part => ({
  name,
  folder,
  command,
  after: [],
  needsThem: false,
});

const inPackage = (each: WorkspacePackage, script: string) =>
  part(nameOf(each, script), each.folder, pnpmCommand('run', script));

const atRoot = (name: string, command: Command) => part(name, workspaceRoot, command);

const ownScript = (script: string): Command => ({
  file: process.execPath,
  arguments: [join(import.meta.dirname, '..', script)],
  shell: false,
});
