import { HELP, parseCommand } from '../options/options.ts';
import { fail } from './fail.ts';
import { serve } from './serve.ts';

/** Runs `pro-kid-receiver` until a signal ends it. Sets the exit code 1 where it cannot start. */
export async function runCommand(): Promise<void> {
  const command = parseCommand(process.argv.slice(2), process.env);
  if (command.run === 'help') process.stdout.write(HELP);
  else if (command.run === 'complain') fail(command.message);
  else await serve(command.options);
}
