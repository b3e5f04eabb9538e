import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import type { WorkspacePackage } from '../workspace.ts';
import type { Check } from './check.ts';

/**
 * A developer who imports an element must not pay for the schema library of the contract. What the
 * element loads later, and only where it is used, may bring it.
 */
export function noSchemasCheck(elements: WorkspacePackage, name: string): Check {
  return {
    name: `define/${name}.js brings no schema library into a browser at first`,
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
      const chunks = bundles
        .flatMap((bundle) => bundle.output)
        .filter((file) => file.type === 'chunk');
      return faultsOf(chunks);
    },
  };
}

type Chunk = Pick<Rolldown.OutputChunk, 'fileName' | 'isEntry' | 'imports' | 'moduleIds'>;

/** What is wrong with an element's chunks: those that its entry imports at once hold the schema library. */
export function faultsOf(chunks: readonly Chunk[]): string[] {
  const atOnce = new Set<Chunk>();
  const add = (chunk: Chunk | undefined) => {
    if (!chunk || atOnce.has(chunk)) return;
    atOnce.add(chunk);
    for (const name of chunk.imports) add(chunks.find(({ fileName }) => fileName === name));
  };
  add(chunks.find(({ isEntry }) => isEntry));
  const modules = [...atOnce].flatMap(({ moduleIds }) => moduleIds);
  if (!modules.some((id) => id.includes('/lit-html/'))) return ['Lit is not in it either'];
  return modules.filter((id) => id.includes('/zod/'));
}
