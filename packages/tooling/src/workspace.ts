import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const workspaceRoot = resolve(import.meta.dirname, '../../..');

/** Where tools keep what they can make again; it goes with the installed packages. */
export const cacheFolder = resolve(workspaceRoot, 'node_modules/.cache');

export type ExportTarget = string | { [condition: string]: ExportTarget };

/** What our tools read of a package.json. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  packageManager?: string;
  sideEffects?: boolean | string[];
  bin?: Record<string, string>;
  exports?: Record<string, ExportTarget>;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** A package of this workspace. */
export interface WorkspacePackage {
  /** Its path from the root, such as `packages/client`. */
  path: string;
  folder: string;
  manifest: Manifest;
}

/** Every package that is there, in the order of their paths. */
export function workspacePackages(): WorkspacePackage[] {
  return globSync(['packages/*', 'demo', 'docs'], { cwd: workspaceRoot })
    .map((path) => ({ path: path.replaceAll('\\', '/'), folder: join(workspaceRoot, path) }))
    .filter(({ folder }) => existsSync(join(folder, 'package.json')))
    .map((each) => ({ ...each, manifest: readManifest(each.folder) }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
