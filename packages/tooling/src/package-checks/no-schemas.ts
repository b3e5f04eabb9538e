import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import type { WorkspacePackage } from '../workspace.ts';
import type { Check } from './check.ts';

/** A developer who imports an element must not pay for the schema library of the contract. */
export function noSchemasCheck(elements: WorkspacePackage, name: string): Check {
  return {
    name: `define/${name}.js brings no schema library into a browser`,
    async faults() {
      const output = await build({
        root: elements.folder,
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          lib: { entry: join('dist', 'define', `${name}.js`), formats: ['es'] },
        },
      });
      const bundles = [output].flat() as Rolldown.RolldownOutput[];
      const modules = bundles
        .flatMap((bundle) => bundle.output)
        .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      if (!modules.some((id) => id.includes('/lit-html/'))) return ['Lit is not in it either'];
      return modules.filter((id) => id.includes('/zod/'));
    },
  };
}
