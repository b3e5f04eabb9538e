import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { publicEntries } from '../public-entries.ts';
import type { WorkspacePackage } from '../workspace.ts';
import type { Check } from './check.ts';

/** The built entries run in plain Node, where neither a `document` nor our conditions exist. */
export function importChecks({ folder, manifest }: WorkspacePackage): Check[] {
  const programs = Object.values(manifest.bin ?? {});
  return publicEntries(folder)
    .filter(({ script }) => !programs.includes(script))
    .map(({ entry }) => {
      const specifier = entry.replace('.', manifest.name);
      return {
        name: `imports in plain Node: ${specifier}`,
        faults: async () => {
          const { NODE_OPTIONS, NODE_TEST_CONTEXT, ...env } = process.env;
          const code = `await import(${JSON.stringify(specifier)})`;
          const run = promisify(execFile)(
            process.execPath,
            ['--input-type=module', '--eval', code],
            { cwd: folder, env, timeout: 30_000 },
          );
          return run.then(
            () => [],
            (error: Error) => [error.message],
          );
        },
      };
    });
}
