import { nameOfError } from '../log.ts';
import { Complaint, Flags } from '../options/flags.ts';
import { HELP, parseCommand } from '../options/options.ts';
import { fail } from './fail.ts';
import { serve } from './serve.ts';
import type { Subcommand } from './subcommand.ts';
import { subcommands } from './subcommands.ts';

/** Runs `pro-kid-receiver`: a command that its first word names, or serves until a signal ends it. */
export async function runCommand(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const subcommand = subcommands.get(name);
  if (subcommand) await runSubcommand(name, subcommand, args);
  else await runServer(process.argv.slice(2));
}

/** Sets the exit code 1 where it cannot start. */
async function runServer(args: string[]): Promise<void> {
  const command = parseCommand(args, process.env);
  if (command.run === 'help') process.stdout.write(HELP);
  else if (command.run === 'complain') fail(command.message);
  else await serve(command.options);
}

async function runSubcommand(name: string, subcommand: Subcommand, args: string[]): Promise<void> {
  try {
    const flags = new Flags(args, subcommand.options, process.env);
    if (flags.is('help')) process.stdout.write(subcommand.help);
    else await subcommand.run(flags, args);
  } catch (error) {
    if (error instanceof Complaint) {
      fail(`${error.message} See pro-kid-receiver ${name} --help.`);
    } else {
      // Only its name: what a database says may quote a person's data.
      fail(`The command failed: ${nameOfError(error)}. What was done until then stays.`);
    }
  }
}
