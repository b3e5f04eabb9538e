import type { ParseArgsOptionsConfig } from 'node:util';
import type { Flags } from '../options/flags.ts';

/** What `pro-kid-receiver` can do besides serving. */
export interface Subcommand {
  help: string;
  options: ParseArgsOptionsConfig;
  /** Sets the exit code 1 where it fails. Throws a `Complaint` on options that are wrong. */
  run(flags: Flags, args: string[]): Promise<void>;
}
