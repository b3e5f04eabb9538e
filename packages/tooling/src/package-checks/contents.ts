import { matchesGlob, posix } from 'node:path';
import type { Package } from '@arethetypeswrong/core';
import { parse } from 'es-module-lexer/js';
import { targetsOf } from '../public-entries.ts';
import { workspaceRoot, type Manifest } from '../workspace.ts';
import type { Check } from './check.ts';

/** The files of a tarball by their paths in the package, and the manifest as published. */
export interface Contents {
  files: ReadonlyMap<string, string>;
  manifest: Manifest;
}

export function contentsOf(tarball: Package): Contents {
  const root = `/node_modules/${tarball.packageName}/`;
  const paths = tarball.listFiles().filter((file) => file.startsWith(root));
  const files = new Map(paths.map((file) => [file.slice(root.length), tarball.readFile(file)]));
  return { files, manifest: JSON.parse(files.get('package.json') ?? '{}') as Manifest };
}

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall'];
const OUR_PROTOCOLS = /^(workspace|catalog|file|link):/;
/** Of this machine: the workspace, and pnpm's store, which source maps like to mention. */
const MACHINE_PATHS = [workspaceRoot, workspaceRoot.replaceAll('\\', '/'), 'node_modules/.pnpm/'];

export function contentChecks({ files, manifest }: Contents): Check[] {
  const paths = [...files.keys()];
  const targets = Object.values(manifest.exports ?? {})
    .flatMap(targetsOf)
    .map((target) => posix.normalize(target));
  return [
    {
      name: 'runs nothing when it is installed',
      faults: () => INSTALL_SCRIPTS.filter((script) => manifest.scripts?.[script] !== undefined),
    },
    {
      name: 'depends on published versions only',
      faults: () =>
        [manifest.dependencies, manifest.peerDependencies, manifest.optionalDependencies]
          .flatMap((dependencies) => Object.entries(dependencies ?? {}))
          .filter(([, version]) => OUR_PROTOCOLS.test(version))
          .map(([dependency, version]) => `${dependency} ${version}`),
    },
    {
      name: 'brings no tests',
      faults: () =>
        paths.filter((path) => isTest(path, (folder) => targets.some((t) => t.startsWith(folder)))),
    },
    {
      name: 'names no path of this machine',
      faults: () =>
        [...files].flatMap(([path, text]) =>
          MACHINE_PATHS.filter((place) => text.includes(place)).map((place) => `${path}: ${place}`),
        ),
    },
    {
      name: 'has every file that its exports lead to',
      faults: () =>
        targets.filter((target) => !paths.some((path) => matchesGlob(path, asGlob(target)))),
    },
    {
      name: 'has every file that its files import',
      faults: () =>
        [...files]
          .filter(([path]) => /^dist\/.*\.js$/.test(path))
          .flatMap(([path, text]) => lostImportsOf(path, text, files)),
    },
  ];
}

/** The relative imports of a module, static and dynamic, that lead nowhere. */
function lostImportsOf(path: string, text: string, files: Contents['files']): string[] {
  const [imports] = parse(text, path);
  return imports
    .flatMap(({ specifier }) => (specifier?.startsWith('.') ? [specifier] : []))
    .filter((specifier) => !files.has(posix.join(posix.dirname(path), specifier)))
    .map((specifier) => `${path}: ${specifier}`);
}

/** A folder of test parts may be there if it is a public entry. */
function isTest(path: string, isPublic: (folder: string) => boolean): boolean {
  if (/\.test\.[\w.]+$/.test(path)) return true;
  const [folder] = /^.*\b(testing|fixtures)\//.exec(path) ?? [];
  return folder !== undefined && !isPublic(folder);
}

/** In `exports`, `*` stands for any path, with slashes. */
const asGlob = (target: string) => target.replace('*', '**/*');
