import { deleteCommand } from './delete.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { flag, unflag } from './flag.ts';
import { migrate } from './migrate.ts';
import { outbox } from './outbox.ts';
import { recount } from './recount.ts';
import { retention } from './retention.ts';
import type { Subcommand } from './subcommand.ts';

/** By their names on the command line. */
export const subcommands: ReadonlyMap<string, Subcommand> = new Map([
  ['migrate', migrate],
  ['recount', recount],
  ['export', exportCommand],
  ['flag', flag],
  ['unflag', unflag],
  ['delete', deleteCommand],
  ['retention', retention],
  ['outbox', outbox],
  ['doctor', doctor],
]);
