import { checkPackage, type Package, type Problem } from '@arethetypeswrong/core';
import { targetsOf } from '../public-entries.ts';
import type { Manifest } from '../workspace.ts';
import type { Check } from './check.ts';

/** Our packages are ES modules only, as arethetypeswrong's profile `esm-only` has it. */
const IGNORED_RESOLUTIONS = ['node10', 'node16-cjs'];

/** Every entry's types are found, and say the same as its code, in Node and in bundlers. */
export function publishedTypesCheck(tarball: Package, { exports = {} }: Manifest): Check {
  const isCode = ([, target]: (typeof entries)[number]) =>
    typeof target !== 'string' && targetsOf(target).some((path) => path.endsWith('.d.ts'));
  const entries = Object.entries(exports);
  return {
    name: 'has types that are right (arethetypeswrong)',
    faults: async () => {
      const entrypoints = entries.filter(isCode).map(([entry]) => entry);
      const result = await checkPackage(tarball, { entrypoints });
      if (result.types === false) return ['no types at all'];
      return result.problems.filter(isOurs).map(describe);
    },
  };
}

const isOurs = (problem: Problem) =>
  !('resolutionKind' in problem && IGNORED_RESOLUTIONS.includes(problem.resolutionKind));

function describe(problem: Problem): string {
  const place = 'entrypoint' in problem ? problem.entrypoint : '';
  const resolution = 'resolutionKind' in problem ? problem.resolutionKind : '';
  const file = 'typesFileName' in problem ? problem.typesFileName : '';
  return [problem.kind, place, resolution, file].filter(Boolean).join(' ');
}
