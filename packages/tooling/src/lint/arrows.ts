/** What the code of one package may import. Arrows only as drawn in the design, never back. */
export interface Arrows {
  /** The workspace's own packages, without their scope. */
  packages: readonly string[];
  /** The libraries, with their deeper entries; in `anything` the package's own manifest decides. */
  libraries: readonly string[] | 'anything';
  /** Libraries that only types come from. */
  types?: readonly string[];
  /** Whether it runs on Node, or the one folder of it that does. */
  node?: boolean | string;
  /** Its own packages that only its tests may import. */
  testPackages?: readonly string[];
}

const EVERY_PACKAGE = ['contract', 'client', 'content', 'elements', 'embed', 'receiver'];
const stranger: Arrows = { packages: EVERY_PACKAGE, libraries: 'anything', node: true };

export const arrowsOf: Readonly<Record<string, Arrows>> = {
  contract: {
    packages: [],
    libraries: ['zod', 'jsonc-parser', 'fastest-levenshtein'],
    node: 'packages/contract/src/command/',
  },
  client: { packages: ['contract'], libraries: [] },
  content: { packages: [], libraries: [], testPackages: ['contract'] },
  elements: {
    packages: ['contract', 'client'],
    libraries: ['lit', 'lean-qr'],
    types: ['react', 'svelte/elements', 'vue'],
  },
  embed: { packages: ['elements', 'content'], libraries: [] },
  receiver: { packages: ['contract', 'client'], libraries: 'anything', node: true },
  tooling: { packages: [], libraries: 'anything', node: true },
  demo: stranger,
  docs: stranger,
};

/** Whether what the file at a path holds runs on Node. */
export function runsOnNode(path: string, { node = false }: Arrows): boolean {
  return typeof node === 'string' ? path.startsWith(node) : node;
}

/** The folder of a package that holds the file, by its path from the workspace's root. */
export function packageOf(path: string): string | undefined {
  const [first = '', second = ''] = path.split('/');
  const name = first === 'packages' ? second : first;
  return name in arrowsOf ? name : undefined;
}

/** contract's test corpora are a public entry: they follow its arrows like the rest of it. */
const PUBLIC_TESTING = 'packages/contract/src/testing/';

/** Whether a file is a test or a script: what nobody who installs the package ever runs. */
export function isWorkshop(path: string): boolean {
  if (path.endsWith('.test.ts')) return true;
  if (path.startsWith(PUBLIC_TESTING)) return false;
  if (path.startsWith('packages/')) return !/^packages\/[^/]+\/src\/(?!testing\/)/.test(path);
  return /^[^/]+\/(frameworks\/)?(test|testing|server|scripts)\/|\.config\.\w+$/.test(path);
}
