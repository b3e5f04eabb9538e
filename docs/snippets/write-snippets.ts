/** Writes the snippets of the documentation anew, after a new version or a change of what is printed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renewals } from './snippets.ts';

for (const [path, renew] of Object.entries(renewals)) {
  const file = resolve(import.meta.dirname, '../..', path);
  writeFileSync(file, renew(readFileSync(file, 'utf8')));
}
