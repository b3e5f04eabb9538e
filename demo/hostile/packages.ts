import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where npm's packages of the demo lie; pages have them below `/packages/`. */
export const NPM_FOLDER = join(import.meta.dirname, '../node_modules');
/** Where Debian's packages put their files; pages have them below `/debian/`. */
export const DEBIAN_FOLDER = '/usr/share';

/** A file of somebody else's, as a page loads it. */
export interface Foreign {
  /** What it is called in reports, such as `bootstrap`. */
  name: string;
  /** Its version; empty where the file is missing. */
  version: string;
  /** Its address on the pages' own server. */
  url: string;
  /** Whether it comes from the computer's own packages: it may be missing, or be of another version. */
  isOptional?: boolean;
  /** The file of such a package that is not there. */
  missing?: string;
}

/** A file of an npm package, such as `dist/css/bootstrap.css`; `alias` is what the demo has it as. */
export function npm(name: string, file: string, alias = name): Foreign {
  const manifest = readFileSync(join(NPM_FOLDER, alias, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return { name, version, url: `/packages/${alias}/${file}` };
}

/** A file of a Debian package, and how a file tells its version: that one, or `versionFile`. */
export function debian(name: string, file: string, version: RegExp, versionFile = file): Foreign {
  const path = join(DEBIAN_FOLDER, file);
  if (!existsSync(path)) return { name, version: '', url: '', isOptional: true, missing: path };
  const [, found] = version.exec(readFileSync(join(DEBIAN_FOLDER, versionFile), 'utf8')) ?? [];
  if (!found) throw new Error(`${versionFile} does not say its version by ${version}.`);
  return { name, version: found, url: `/debian/${file}`, isOptional: true };
}
