/**
 * Measures the receiver against bare servers, in one run: `pnpm bench:receiver [rush] [steady] [memory]`,
 * all three where none is named. It takes about eleven minutes and wants a quiet machine. Fails where a
 * figure is beyond its ceiling.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POSTGRES_BINARIES, startPostgres } from '../postgres.ts';
import { measureMemory } from './memory.ts';
import { measureRush } from './rush.ts';
import { measureSteady } from './steady.ts';
import type { Figure } from './figure.ts';

/** Where a contestant may keep its files, and a PostgreSQL where this machine has one. */
export interface Ground {
  folder: string;
  newDatabase: (() => Promise<string>) | undefined;
}

const parts = { rush: measureRush, steady: measureSteady, memory: measureMemory };
const names = Object.keys(parts) as (keyof typeof parts)[];
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(names as string[]).includes(name));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}": ${names.join(', ')}.`);

const folder = mkdtempSync(join(tmpdir(), 'pro-kid-bench-'));
const postgres = POSTGRES_BINARIES ? await startPostgres(POSTGRES_BINARIES, 'durable') : undefined;
const ground: Ground = { folder, newDatabase: postgres && (() => postgres.newDatabase()) };
console.log(
  `Node.js ${process.version}${postgres ? '' : '; no PostgreSQL is here, so it is left out'}`,
);
try {
  const figures: Figure[] = [];
  for (const name of names) {
    if (asked.length === 0 || asked.includes(name)) figures.push(...(await parts[name](ground)));
  }
  const beyond = figures.filter(({ isMet }) => !isMet);
  for (const { name, text, wanted, isMet } of figures) {
    console.log(`${isMet ? 'ok    ' : 'beyond'}  ${name}: ${text} (${wanted})`);
  }
  process.exitCode = beyond.length > 0 ? 1 : 0;
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true });
}
