import { isBuiltin } from 'node:module';
import { posix, relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import { workspaceRoot } from '../workspace.ts';
import { arrowsOf, isWorkshop, packageOf, runsOnNode } from './arrows.ts';

type Fault = 'arrow' | 'relative' | 'deep' | 'tooling' | 'testing';

/** Says what is wrong with an import of `specifier` by the file at `path` (from the root), if anything. */
export function faultOf(path: string, specifier: string, isType = false): Fault | undefined {
  const from = packageOf(path);
  if (from === undefined) return undefined;
  if (/^[./]/.test(specifier)) {
    const target = posix.join(posix.dirname(path), specifier);
    return specifier.startsWith('/') || packageOf(target) !== from ? 'relative' : undefined;
  }
  const [, own, entry = ''] = /^@pro-kid\/([^/]+)(\/.*)?$/.exec(specifier) ?? [];
  return own === undefined
    ? faultOfLibrary(path, from, specifier, isType)
    : faultOfOwn(path, from, own, entry);
}

function faultOfOwn(path: string, from: string, own: string, entry: string): Fault | undefined {
  if (/^\/(src|dist)(\/|$)/.test(entry)) return 'deep';
  if (own === 'tooling') return from === 'tooling' || isWorkshop(path) ? undefined : 'tooling';
  if (/^\/testing(\/|$)/.test(entry) && !isWorkshop(path)) return 'testing';
  const arrows = arrowsOf[from];
  const allowed = [from, ...(arrows?.packages ?? [])];
  if (isWorkshop(path)) allowed.push(...(arrows?.testPackages ?? []));
  return allowed.includes(own) ? undefined : 'arrow';
}

function faultOfLibrary(
  path: string,
  from: string,
  specifier: string,
  isType: boolean,
): Fault | undefined {
  const arrows = arrowsOf[from];
  if (!arrows || isWorkshop(path)) return undefined;
  if (isBuiltin(specifier)) return runsOnNode(path, arrows) ? undefined : 'arrow';
  if (arrows.libraries === 'anything') return undefined;
  if (isType && arrows.types?.includes(specifier)) return undefined;
  const isAllowed = arrows.libraries.some(
    (library) => specifier === library || specifier.startsWith(`${library}/`),
  );
  return isAllowed ? undefined : 'arrow';
}

export const importArrows: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      arrow:
        '"{{from}}" must not import "{{specifier}}": see the arrows in tooling/src/lint/arrows.ts.',
      relative: '"{{specifier}}" leaves the package: import another package by its public name.',
      deep: '"{{specifier}}" reaches into a package: import one of its public entries.',
      tooling: '"{{specifier}}" is for tests and scripts only.',
      testing: '"{{specifier}}" is for tests only.',
    },
  },
  create(context) {
    const path = relative(workspaceRoot, context.filename).split(sep).join('/');
    const check = ({ source, importKind }: { source?: Rule.Node | null; importKind?: string }) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const messageId = faultOf(path, source.value, importKind === 'type');
      if (!messageId) return;
      const from = packageOf(path) ?? '';
      context.report({ node: source, messageId, data: { from, specifier: source.value } });
    };
    return {
      'ImportDeclaration, ExportAllDeclaration, ExportNamedDeclaration, ImportExpression, TSImportType':
        check,
    };
  },
};
