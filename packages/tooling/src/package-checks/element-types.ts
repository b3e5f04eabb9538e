import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { publicEntries } from '../public-entries.ts';
import type { WorkspacePackage } from '../workspace.ts';
import type { Check } from './check.ts';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};

/** The elements that a package registers: `join` for its entry `./define/join.js`. */
export function elementNames(folder: string): string[] {
  return publicEntries(folder).flatMap(({ entry }) => {
    const [, name] = /^\.\/define\/([a-z-]+)\.js$/.exec(entry) ?? [];
    return name ? [name] : [];
  });
}

/** The doctor must speak where Lit may not run. */
export const isLitElement = (name: string) => name !== 'doctor';

/**
 * The built declarations of an element still know that it is a LitElement. When a build loses Lit's
 * types they turn into `any`, which everything accepts; so wrong uses must be errors.
 */
export function elementTypesCheck({ folder, manifest }: WorkspacePackage, name: string): Check {
  const className = `${name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Element`;
  return {
    name: `keeps Lit's types in ${className}`,
    faults: () => {
      if (!existsSync(join(folder, 'dist'))) return ['it is not built'];
      return compile(
        join(folder, 'consumer.ts'),
        `
import { ${className} } from '${manifest.name}/${name}.js';
declare const element: ${className};
export const isElement: HTMLElement = element;
export const updated: Promise<boolean> = element.updateComplete;
// @ts-expect-error It takes three arguments.
element.requestUpdate(1, 2, 3, 4, 5);
// @ts-expect-error It is a promise.
export const wrong: number = element.updateComplete;
// @ts-expect-error It is not there.
element.thereIsNoSuchMember;
`,
      );
    },
  };
}

/** The errors of a source file that is not on the disk, but is resolved as if it were. */
function compile(file: string, source: string): string[] {
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? source : readFile(path));
  host.getSourceFile = (path, version, ...rest) =>
    path === file
      ? ts.createSourceFile(path, source, version)
      : getSourceFile(path, version, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
