import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

export interface Certificate {
  key: string;
  cert: string;
  /** The file of `cert`. */
  file: string;
}

const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });

/** Why certificates cannot be made here; false where they can. */
export const skipCertificates = (() => {
  try {
    openssl('version');
    return false;
  } catch {
    return 'This machine has no openssl, which makes the certificates.';
  }
})();

/**
 * Makes certificates that vouch for themselves, in a folder that goes with the test file. `names` are as
 * openssl has them, such as `DNS:mail.example`; `days` is how long one is valid, below 0 for one that was.
 */
export function certificates(): (names: string, days?: number) => Certificate {
  const folder = temporaryFolder();
  let made = 0;
  return (names, days = 2) => {
    const path = (ending: string) => join(folder, `${made}.${ending}`);
    made++;
    writeFileSync(path('ext'), `subjectAltName=${names}\n`);
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    openssl('req', ...curve, '-subj', '/CN=test', '-keyout', path('key'), '-out', path('csr'));
    const own = ['-signkey', path('key'), '-extfile', path('ext'), '-days', String(days)];
    openssl('x509', '-req', '-in', path('csr'), ...own, '-out', path('pem'));
    return {
      key: readFileSync(path('key'), 'utf8'),
      cert: readFileSync(path('pem'), 'utf8'),
      file: path('pem'),
    };
  };
}
