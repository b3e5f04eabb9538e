/**
 * Writes the JSON Schema of each kind of file into `schemas`, and what the check says of campaigns with
 * errors for somebody to read: `pnpm run schemas`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileKindNames, fileKinds } from './src/check-file/file-kinds.ts';
import { jsonSchemaOf } from './src/json-schema/json-schema.ts';
import { toldErrors } from './src/testing/told-errors.ts';

const folder = resolve(import.meta.dirname, 'schemas');

mkdirSync(folder, { recursive: true });
for (const name of fileKindNames) {
  const schema = JSON.stringify(jsonSchemaOf(fileKinds[name]), null, 2);
  writeFileSync(resolve(folder, fileKinds[name].schemaFile), `${schema}\n`);
}

const told = resolve(import.meta.dirname, 'src/check-file/campaign-errors.txt');
writeFileSync(told, `${Object.values(toldErrors()).join('\n\n')}\n`);
