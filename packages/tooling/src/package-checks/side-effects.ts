import { matchesGlob, posix } from 'node:path';
import { SOURCE_CONDITION } from '../public-entries.ts';
import type { Check } from './check.ts';
import type { Contents } from './contents.ts';

const IS_DEFINE = /^\.\/define\//;
const IS_CODE = /(?<!\.d)\.(js|ts)$/;

/**
 * `sideEffects` must list the modules that register an element, built and as sources, and no other:
 * bundlers drop what is not listed, without a word, and keep whatever is.
 */
export function sideEffectsCheck({ files, manifest }: Contents): Check {
  return {
    name: 'declares the modules that register elements as its only side effects',
    faults: () => {
      const { sideEffects } = manifest;
      if (!Array.isArray(sideEffects)) return ['"sideEffects" is not a list'];
      const globs = sideEffects.map((glob) => posix.normalize(glob));
      const isListed = (path: string) => globs.some((glob) => matchesGlob(path, glob));

      const registering = Object.entries(manifest.exports ?? {})
        .filter(([entry]) => IS_DEFINE.test(entry))
        .flatMap(([, target]) =>
          typeof target === 'string' ? [target] : [target['default'], target[SOURCE_CONDITION]],
        )
        .filter((target) => typeof target === 'string')
        .map((target) => posix.normalize(target));
      const others = [...files.keys()].filter(
        (path) => IS_CODE.test(path) && !/^(dist|src)\/define\//.test(path),
      );
      return [
        ...registering.filter((path) => !isListed(path)).map((path) => `not listed: ${path}`),
        ...others.filter(isListed).map((path) => `listed, but registers nothing: ${path}`),
      ];
    },
  };
}
