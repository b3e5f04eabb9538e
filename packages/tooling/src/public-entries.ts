import { readManifest, type ExportTarget } from './workspace.ts';

/** The condition under which this workspace's own tools get a package's sources instead of its build. */
export const SOURCE_CONDITION = '@pro-kid/source';

/** One public entry of a package: its source file and the files that are built from it. */
export interface PublicEntry {
  /** As importers write it after the package's name: `.`, `./define/join.js`. */
  entry: string;
  source: string;
  script: string;
  types: string;
}

/** Every entry in a package's `exports` that has a source: the one list that builds follow. */
export function publicEntries(folder: string): PublicEntry[] {
  return Object.entries(readManifest(folder).exports ?? {}).flatMap(([entry, conditions]) => {
    if (typeof conditions === 'string') return [];
    const source = conditions[SOURCE_CONDITION];
    const { types, default: script } = conditions;
    return isPath(source) && isPath(script) && isPath(types)
      ? [{ entry, source, script, types }]
      : [];
  });
}

/** The files that an entry's target leads to, under any condition. */
export function targetsOf(target: ExportTarget): string[] {
  return isPath(target) ? [target] : Object.values(target).flatMap(targetsOf);
}

const isPath = (target: ExportTarget | undefined): target is string => typeof target === 'string';
