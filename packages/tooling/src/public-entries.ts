import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The condition under which this workspace's own tools get a package's sources instead of its build. */
export const SOURCE_CONDITION = '@pro-kid/source';

interface Manifest {
  name: string;
  exports?: Record<string, string | Record<string, string>>;
}

/** One public entry of a package: its source file and the files that are built from it. */
export interface PublicEntry {
  source: string;
  script: string;
  types: string;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Every entry in a package's `exports` that has a source: the one list that builds follow. */
export function publicEntries(folder: string): PublicEntry[] {
  return Object.values(readManifest(folder).exports ?? {}).flatMap((conditions) => {
    if (typeof conditions === 'string') return [];
    const source = conditions[SOURCE_CONDITION];
    const script = conditions['default'];
    const types = conditions['types'];
    return source && script && types ? [{ source, script, types }] : [];
  });
}
